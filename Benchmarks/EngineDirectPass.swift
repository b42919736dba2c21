import Autograd
import Glibc
import KernelTable

/// A forward and backward pass of the measured Transformer, written by hand over the engine's kernels:
/// no tensors, no graph, no memory taken on the way.
///
/// It exists to show what the graph costs, and computes the same numbers bit for bit.
struct DirectPass {
    let sizes: EngineConfiguration
    let layout: DirectLayout
    let lengths: SequenceLengths
    let weights: Output
    let memory: DirectMemory
    let isTraining: Bool
    private let plan: AttentionPlan

    init(
        _ sizes: EngineConfiguration, _ layout: DirectLayout, weights: Output, sequences: Int,
        time: Int, isTraining: Bool
    ) {
        self.sizes = sizes
        self.layout = layout
        self.weights = weights
        self.isTraining = isTraining
        lengths = SequenceLengths(Array(repeating: time, count: sequences))
        memory = DirectMemory(sizes, sequences: sequences, time: time, isTraining: isTraining)
        plan = AttentionPlan(width: sizes.width, heads: sizes.heads, lengths: lengths)
    }

    private var rows: Int { lengths.total }
    private var width: Int { sizes.width }

    // MARK: Forward

    /// Computes the scores of sequences into `memory.logits`, with weights turned ahead of time.
    func forward(_ sequences: ArraySlice<[Int]>, _ turned: [Int: TurnedMatrix]) {
        let (tokens, positions) = (weights + layout.tokens, weights + layout.positions)
        var row = 0
        for sequence in sequences {
            for (place, token) in sequence.enumerated() {
                kernels.combine(
                    .add, tokens + token * width, positions + place * width,
                    memory.embedded + row * width, width)
                row += 1
            }
        }
        var x = memory.embedded
        for (block, kept) in zip(layout.blocks, memory.blocks) {
            forward(block, kept, x, turned)
            x = kept.result
        }
        normalize(x, layout.gain, layout.bias, memory.last, memory.means, memory.scales)
        pool()
        lay(layout.headBias, sizes.classes, lengths.lengths.count, memory.logits)
        linear(
            memory.pooled, layout.head, memory.logits, rows: lengths.lengths.count, from: width,
            to: sizes.classes, beta: 1, turned)
    }

    private func forward(
        _ block: DirectLayout.Block, _ kept: DirectMemory.Block, _ x: Output,
        _ turned: [Int: TurnedMatrix]
    ) {
        normalize(x, block.firstGain, block.firstBias, kept.normed, kept.means, kept.scales)
        lay(block.projectionBias, 3 * width, rows, kept.projected)
        linear(
            kept.normed, block.projection, kept.projected, rows: rows, from: width, to: 3 * width,
            beta: 1, turned)
        plan.forward(kept.projected, kept.found, kept.scores, step: isTraining ? 1 : 0)
        kernels.combineRow(.add, x, weights + block.outputBias, kept.middle, rows, width)
        linear(
            kept.found, block.output, kept.middle, rows: rows, from: width, to: width, beta: 1,
            turned)
        normalize(
            kept.middle, block.secondGain, block.secondBias, kept.normedAgain, kept.meansAgain,
            kept.scalesAgain)
        linear(
            kept.normedAgain, block.expand, kept.inner, rows: rows, from: width, to: 4 * width,
            beta: 0, turned)
        kernels.biasThenGELU(
            .geluTanh, kept.inner, weights + block.expandBias, kept.hidden, rows, 4 * width)
        kernels.combineRow(
            .add, kept.middle, weights + block.contractBias, kept.result, rows, width)
        linear(
            kept.hidden, block.contract, kept.result, rows: rows, from: 4 * width, to: width,
            beta: 1, turned)
    }

    private func normalize(
        _ x: Output, _ gain: Int, _ bias: Int, _ y: Output, _ means: Output, _ scales: Output
    ) {
        kernels.normalize(
            x, weights + gain, weights + bias, y, means, scales, rows, width, 1e-5)
    }

    private func pool() {
        memory.pooled.update(repeating: 0, count: lengths.lengths.count * width)
        for (index, (length, start)) in zip(lengths.lengths, lengths.starts).enumerated() {
            let out = memory.pooled + index * width
            kernels.addColumnSums(memory.last + start * width, out, length, width)
            kernels.combineScalar(.multiply, out, 1 / Float(length), out, width)
        }
    }

    private func lay(_ bias: Int, _ columns: Int, _ rows: Int, _ y: Output) {
        for row in 0..<rows {
            (y + row * columns).update(from: weights + bias, count: columns)
        }
    }

    private func linear(
        _ x: Output, _ weight: Int, _ y: Output, rows: Int, from inputs: Int, to outputs: Int,
        beta: Float, _ turned: [Int: TurnedMatrix]
    ) {
        let right =
            turned[weight]?.operand
            ?? MatrixOperand(pointer: weights + weight, stride: inputs, isTransposed: true)
        multiplyMatrices(
            MatrixOperand(pointer: x, stride: inputs), right, into: y, stride: outputs,
            rows: rows, columns: outputs, inner: inputs, beta: beta)
    }

    // MARK: Backward

    /// Computes the gradients of the mean cross entropy over these sequences, times `seed`, or adds
    /// them to those of earlier ones.
    func backward(
        _ sequences: ArraySlice<[Int]>, _ labels: ArraySlice<Int>, seed: Float,
        into start: Output, isAdded: Bool
    ) {
        let slopes = Slopes(start: start, isAdded: isAdded)
        loss(labels, seed)
        let count = lengths.lengths.count
        linearBack(
            memory.slopes, memory.pooled, layout.head, layout.headBias, memory.small, slopes,
            rows: count, from: width, to: sizes.classes)
        spread()
        let last = memory.blocks.last?.result ?? memory.embedded
        normalizeBack(
            last, layout.gain, layout.bias, memory.means, memory.scales, memory.gradient, slopes)
        for layer in layout.blocks.indices.reversed() {
            backward(
                layout.blocks[layer], memory.blocks[layer],
                layer == 0 ? memory.embedded : memory.blocks[layer - 1].result, slopes)
        }
        embeddingBack(sequences, slopes)
    }

    private func loss(_ labels: ArraySlice<Int>, _ seed: Float) {
        let classes = sizes.classes
        kernels.softmax(memory.logits, memory.slopes, labels.count, classes, 1)
        for (row, label) in labels.enumerated() {
            let out = memory.slopes + row * classes
            out[label] -= 1
            kernels.combineScalar(
                .multiply, out, seed * (1 / Float(labels.count)), out, classes)
        }
    }

    private func backward(
        _ block: DirectLayout.Block, _ kept: DirectMemory.Block, _ x: Output, _ slopes: Slopes
    ) {
        let (g, wide) = (memory.gradient, memory.wide)
        linearBack(
            g, kept.hidden, block.contract, block.contractBias, wide, slopes, rows: rows,
            from: 4 * width, to: width)
        kernels.combine(.multiply, kept.inner, wide, wide, rows * 4 * width)
        linearBack(
            wide, kept.normedAgain, block.expand, block.expandBias, memory.other, slopes,
            rows: rows, from: width, to: 4 * width)
        normalizeBack(
            kept.middle, block.secondGain, block.secondBias, kept.meansAgain, kept.scalesAgain,
            memory.other, slopes)
        kernels.blend(1, memory.other, 1, g, rows * width)
        linearBack(
            g, kept.found, block.output, block.outputBias, memory.other, slopes, rows: rows,
            from: width, to: width)
        plan.backward(kept.projected, kept.scores, memory.other, wide)
        linearBack(
            wide, kept.normed, block.projection, block.projectionBias, memory.other, slopes,
            rows: rows, from: width, to: 3 * width)
        normalizeBack(
            x, block.firstGain, block.firstBias, kept.means, kept.scales, memory.other, slopes)
        kernels.blend(1, memory.other, 1, g, rows * width)
    }

    /// dW = G' X, db = the sums of G's columns, dX = G W.
    private func linearBack(
        _ g: Output, _ x: Output, _ weight: Int, _ bias: Int, _ dx: Output, _ slopes: Slopes,
        rows: Int, from inputs: Int, to outputs: Int
    ) {
        multiplyMatrices(
            MatrixOperand(pointer: g, stride: outputs, isTransposed: true),
            MatrixOperand(pointer: x, stride: inputs), into: slopes.start + weight,
            stride: inputs, rows: outputs, columns: inputs, inner: rows,
            beta: slopes.isAdded ? 1 : 0)
        kernels.addColumnSums(g, slopes.prepared(bias, outputs), rows, outputs)
        multiplyMatrices(
            MatrixOperand(pointer: g, stride: outputs),
            MatrixOperand(pointer: weights + weight, stride: inputs), into: dx, stride: inputs,
            rows: rows, columns: inputs, inner: outputs)
    }

    private func normalizeBack(
        _ x: Output, _ gain: Int, _ bias: Int, _ means: Output, _ scales: Output, _ g: Output,
        _ slopes: Slopes
    ) {
        let (ownGain, ownBias) = (memory.normSlopes, memory.normSlopes + width)
        ownGain.update(repeating: 0, count: 2 * width)
        kernels.normalizePullback(
            x, weights + gain, means, scales, g, g, ownGain, ownBias, rows, width)
        let keep: Float = slopes.isAdded ? 1 : 0
        kernels.blend(1, ownGain, keep, slopes.start + gain, width)
        kernels.blend(1, ownBias, keep, slopes.start + bias, width)
    }

    private func spread() {
        for (index, (length, start)) in zip(lengths.lengths, lengths.starts).enumerated() {
            let first = memory.gradient + start * width
            kernels.combineScalar(
                .multiply, memory.small + index * width, 1 / Float(length), first, width)
            for row in 1..<length { (first + row * width).update(from: first, count: width) }
        }
    }

    private func embeddingBack(_ sequences: ArraySlice<[Int]>, _ slopes: Slopes) {
        let tokens = slopes.prepared(layout.tokens, sizes.vocabulary * width)
        let positions = slopes.prepared(layout.positions, sizes.time * width)
        var row = 0
        for sequence in sequences {
            for (place, token) in sequence.enumerated() {
                let g = memory.gradient + row * width
                kernels.blend(1, g, 1, tokens + token * width, width)
                kernels.blend(1, g, 1, positions + place * width, width)
                row += 1
            }
        }
    }
}

/// The gradients of all weights: those of this pass alone, or added to what is there.
private struct Slopes {
    let start: Output
    let isAdded: Bool

    /// The gradients of the weights at a place, zero where they begin anew.
    func prepared(_ place: Int, _ count: Int) -> Output {
        if !isAdded { (start + place).update(repeating: 0, count: count) }
        return start + place
    }
}
