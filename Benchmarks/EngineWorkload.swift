import Autograd
import KernelTable
import Mathematics
import NeuralNetwork

/// The measured model with a batch, and the ways to run it.
final class EngineWorkload {
    let sizes: EngineConfiguration
    let threads: Int
    let model: TransformerClassifier
    let storage: ParameterStorage
    private let pool: ShardPool
    private let partSize: Int
    private let sequences: [[Int]]
    private let labels: [Int]
    private let rate: Float = 3e-4
    private let weightDecay: Float = 0.01

    /// - Precondition: parts of this size divide every shard of the batch.
    init(_ sizes: EngineConfiguration, threads: Int, partSize: Int, seed: UInt64) {
        self.sizes = sizes
        self.threads = threads
        self.partSize = partSize
        model = sizes.makeModel(seed: seed)
        storage = ParameterStorage(model.parameters.map(\.tensor), shards: threads)
        pool = ShardPool(shardCount: threads)
        var generator = SplitMix64(seed: seed &+ 1)
        var sequences: [[Int]] = []
        for _ in 0..<sizes.batch {
            sequences.append(
                (0..<sizes.time).map { _ in
                    Int.random(in: 0..<sizes.vocabulary, using: &generator)
                })
        }
        self.sequences = sequences
        labels = (0..<sizes.batch).map { _ in
            Int.random(in: 0..<sizes.classes, using: &generator)
        }
    }

    /// The parts of one shard of the batch.
    private func parts(_ shard: Int) -> [Range<Int>] {
        let own = (sizes.batch * shard / threads)..<(sizes.batch * (shard + 1) / threads)
        return stride(from: own.lowerBound, to: own.upperBound, by: partSize)
            .map { $0..<min($0 + partSize, own.upperBound) }
    }

    // MARK: Through the graph

    /// A training step: forward and backward in shards, then AdamW.
    func trainingStep() -> () -> Void {
        let trainer = Trainer(
            model, optimizer: AdamW(storage, rate: rate, weightDecay: weightDecay),
            greatestNorm: nil, partSize: partSize, seed: 1)
        return { [self] in
            _ = trainer.step(count: sizes.batch) { rows, pass in
                let scores = model(Array(sequences[rows]), pass)
                return BatchLoss(loss: scores.crossEntropy(Array(labels[rows])), correct: 0)
            }
        }
    }

    /// The scores of one text.
    func inference() -> () -> Tensor {
        let tokens = Array(sequences[0].prefix(48))
        model.prepareForInference()
        return { [model] in withoutGradient { model([tokens]) } }
    }

    // MARK: Without a graph

    /// The same training step written by hand, with weights of its own.
    func directTrainingStep() -> (step: () -> Void, weights: UnsafeBufferPointer<Float>) {
        let layout = DirectLayout(model, storage, layers: sizes.layers)
        let weights = copyOfWeights()
        let moments = (block(), block())
        let slopes = (0..<threads).map { _ in block() }
        let passes = (0..<threads).map { shard in
            DirectPass(
                sizes, layout, weights: weights, sequences: parts(shard).first?.count ?? 0,
                time: sizes.time, isTraining: true)
        }
        var number = 0
        let step = { [self] in
            let turned = turn(layout, weights)
            pool.run { shard in
                for (index, rows) in parts(shard).enumerated() {
                    passes[shard].forward(sequences[rows], turned)
                    passes[shard].backward(
                        sequences[rows], labels[rows],
                        seed: Float(rows.count) / Float(sizes.batch), into: slopes[shard],
                        isAdded: index > 0)
                }
            }
            number += 1
            let constants = directConstants(step: number)
            pool.run { worker in
                let units = storage.values.count / 16
                let start = units * worker / threads * 16
                let count = units * (worker + 1) / threads * 16 - start
                for other in slopes.dropFirst() {
                    kernels.blend(1, other + start, 1, slopes[0] + start, count)
                }
                kernels.adamW(
                    weights + start, slopes[0] + start, moments.0 + start, moments.1 + start,
                    count, constants)
            }
        }
        return (step, UnsafeBufferPointer(start: weights, count: storage.values.count))
    }

    /// The scores of one text written by hand; the result is overwritten by the next call.
    func directInference() -> () -> UnsafeBufferPointer<Float> {
        let tokens = Array(sequences[0].prefix(48))
        let layout = DirectLayout(model, storage, layers: sizes.layers)
        let weights = copyOfWeights()
        let turned = turn(layout, weights)
        let pass = DirectPass(
            sizes, layout, weights: weights, sequences: 1, time: tokens.count,
            isTraining: false)
        let scores = UnsafeBufferPointer<Float>(start: pass.memory.logits, count: sizes.classes)
        return {
            pass.forward([tokens], turned)
            return scores
        }
    }

    /// All linear weights in the order that products read, by where they start.
    private func turn(_ layout: DirectLayout, _ weights: Output) -> [Int: TurnedMatrix] {
        var turned: [Int: TurnedMatrix] = [:]
        func turn(_ start: Int, _ rows: Int, _ columns: Int) {
            turned[start] = TurnedMatrix(
                weights + start, rows: rows, columns: columns, stride: columns)
        }
        let width = sizes.width
        for block in layout.blocks {
            turn(block.projection, 3 * width, width)
            turn(block.output, width, width)
            turn(block.expand, 4 * width, width)
            turn(block.contract, width, 4 * width)
        }
        turn(layout.head, sizes.classes, width)
        return turned
    }

    private func directConstants(step: Int) -> AdamWConstants {
        var (first, second) = (1.0, 1.0)
        for _ in 0..<step {
            first *= Double(Float(0.9))
            second *= Double(Float(0.999))
        }
        return AdamWConstants(
            decay: 1 - rate * weightDecay, stepSize: Float(Double(rate) / (1 - first)),
            secondScale: Float(1 / (1 - second).squareRoot()), gradientScale: 1,
            firstDecay: 0.9, secondDecay: 0.999, epsilon: 1e-8)
    }

    /// Memory for a number for every weight; the process keeps it.
    private func block() -> Output {
        let count = storage.values.count
        let raw = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
        let memory = raw.bindMemory(to: Float.self, capacity: count)
        memory.initialize(repeating: 0, count: count)
        return memory
    }

    private func copyOfWeights() -> Output {
        let copy = block()
        storage.values.withValues { values in
            if let start = values.baseAddress { copy.update(from: start, count: values.count) }
        }
        return copy
    }
}
