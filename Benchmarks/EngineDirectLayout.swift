import Autograd
import KernelTable
import NeuralNetwork

/// Where the weights of a `TransformerClassifier` lie in its flat storage.
struct DirectLayout {
    /// The first numbers of one block's weights.
    struct Block {
        let projection, projectionBias, output, outputBias: Int
        let expand, expandBias, contract, contractBias: Int
        let firstGain, firstBias, secondGain, secondBias: Int
    }

    let tokens, positions: Int
    let blocks: [Block]
    let gain, bias, head, headBias: Int
    /// The length of the flat storage.
    let count: Int

    init(_ model: TransformerClassifier, _ storage: ParameterStorage, layers: Int) {
        let starts = Dictionary(
            zip(model.parameters.map(\.name), storage.ranges.map(\.lowerBound)),
            uniquingKeysWith: { first, _ in first })
        func start(_ name: String) -> Int {
            guard let start = starts[name] else { preconditionFailure("no weight \(name)") }
            return start
        }
        tokens = start("tokens.weight")
        positions = start("positions")
        blocks = (0..<layers).map { layer in
            func part(_ name: String) -> Int { start("encoder.layers.\(layer).\(name)") }
            return Block(
                projection: part("self_attn.in_proj_weight"),
                projectionBias: part("self_attn.in_proj_bias"),
                output: part("self_attn.out_proj.weight"),
                outputBias: part("self_attn.out_proj.bias"),
                expand: part("linear1.weight"), expandBias: part("linear1.bias"),
                contract: part("linear2.weight"), contractBias: part("linear2.bias"),
                firstGain: part("norm1.weight"), firstBias: part("norm1.bias"),
                secondGain: part("norm2.weight"), secondBias: part("norm2.bias"))
        }
        gain = start("encoder.norm.weight")
        bias = start("encoder.norm.bias")
        head = start("head.weight")
        headBias = start("head.bias")
        count = storage.values.count
    }
}

/// The memory of one pass over part of a batch, taken once and used by every pass.
///
/// In training each block keeps what its way back needs; in inference all blocks share the memory of one.
final class DirectMemory {
    /// What one block computes.
    struct Block {
        let normed, projected, found, middle, normedAgain, inner, hidden, result: Output
        let scores, means, scales, meansAgain, scalesAgain: Output
    }

    let embedded: Output
    let blocks: [Block]
    let last, means, scales, pooled, logits: Output
    let gradient, other, wide, slopes, small, normSlopes: Output
    private var owned: [Output] = []

    init(_ sizes: EngineConfiguration, sequences: Int, time: Int, isTraining: Bool) {
        var owned: [Output] = []
        func take(_ count: Int) -> Output {
            let raw = UnsafeMutableRawPointer.allocate(
                byteCount: max(count, 16) * MemoryLayout<Float>.stride, alignment: 64)
            let memory = raw.bindMemory(to: Float.self, capacity: max(count, 16))
            memory.initialize(repeating: 0, count: max(count, 16))
            owned.append(memory)
            return memory
        }
        let (rows, width) = (sequences * time, sizes.width)
        func block() -> Block {
            let inner = take(rows * 4 * width)
            let normed = take(rows * width)
            return Block(
                normed: normed, projected: take(rows * 3 * width), found: take(rows * width),
                middle: take(rows * width),
                normedAgain: isTraining ? take(rows * width) : normed, inner: inner,
                hidden: isTraining ? take(rows * 4 * width) : inner, result: take(rows * width),
                scores: take((isTraining ? sequences * sizes.heads : 1) * time * time),
                means: take(rows), scales: take(rows), meansAgain: take(rows),
                scalesAgain: take(rows))
        }
        embedded = take(rows * width)
        if isTraining {
            blocks = (0..<sizes.layers).map { _ in block() }
        } else {
            blocks = Array(repeating: block(), count: sizes.layers)
        }
        (last, means, scales) = (take(rows * width), take(rows), take(rows))
        (pooled, logits) = (take(sequences * width), take(sequences * sizes.classes))
        (gradient, other) = (take(rows * width), take(rows * width))
        (wide, slopes) = (take(rows * 4 * width), take(sequences * sizes.classes))
        small = take(sequences * width)
        normSlopes = take(2 * width)
        self.owned = owned
    }

    deinit {
        for memory in owned { memory.deallocate() }
    }
}
