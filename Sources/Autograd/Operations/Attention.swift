package import KernelTable

/// The lengths of sequences whose rows lie one after another without padding.
public struct SequenceLengths: Sendable, Equatable {
    /// The number of rows of each sequence.
    public let lengths: [Int]
    /// The first row of each sequence.
    public let starts: [Int]
    /// The number of rows of all sequences together.
    public let total: Int

    /// Creates the layout of sequences of the given lengths.
    public init(_ lengths: [Int]) {
        precondition(lengths.allSatisfy { $0 >= 0 }, "a sequence cannot have a negative length")
        var starts: [Int] = []
        var total = 0
        for length in lengths {
            starts.append(total)
            total += length
        }
        self.lengths = lengths
        self.starts = starts
        self.total = total
    }

    /// The place of every row within its sequence.
    public var places: [Int] { lengths.flatMap { Array(0..<$0) } }
}

extension Tensor {
    /// Returns scaled dot-product self-attention with several heads.
    ///
    /// This tensor holds for every row the queries, keys and values side by side, `[rows, 3 width]`;
    /// the result is `[rows, width]`. Every row attends to the rows of its own sequence. The heads are
    /// read where they lie, three widths apart, so nothing is rearranged in memory.
    ///
    /// Source: Vaswani et al., "Attention is all you need" (2017), section 3.2.
    /// - Precondition: the lengths add up to the rows, and the heads divide the width.
    public func attention(heads: Int, lengths: SequenceLengths) -> Tensor {
        precondition(
            rank == 2 && shape[0] == lengths.total && heads > 0 && shape[1] % (3 * heads) == 0,
            "attention: \(heads) heads over \(lengths.total) rows do not fit the shape \(shape)")
        let plan = AttentionPlan(width: shape[1] / 3, heads: heads, lengths: lengths)
        let result = Tensor(uninitialized: [shape[0], plan.width])
        guard Tensor.records(self) || isSearchingAnomalies else {
            Storage(count: plan.largestScores).withPointer {
                plan.forward(input, result.output, $0, step: 0)
            }
            return result
        }
        let scores = Storage(count: plan.scoreCount)
        scores.withPointer { plan.forward(input, result.output, $0, step: 1) }
        let x = Saved(self)
        return result.recorded("attention", from: [self]) { step in
            let dx = Tensor(uninitialized: x.tensor.shape)
            scores.withPointer { plan.backward(x.input, $0, step.gradient.input, dx.output) }
            step.deliver(0, dx)
        }
    }
}

/// The small matrix products of attention, one after another for every sequence and head.
package struct AttentionPlan {
    let width: Int
    let heads: Int
    let lengths: SequenceLengths

    package init(width: Int, heads: Int, lengths: SequenceLengths) {
        self.width = width
        self.heads = heads
        self.lengths = lengths
    }

    var headWidth: Int { width / heads }
    var scale: Float { 1 / Float(headWidth).squareRoot() }
    var largestScores: Int { (lengths.lengths.max() ?? 0) * (lengths.lengths.max() ?? 0) }
    private var turnedCount: Int { ((lengths.lengths.max() ?? 0) + 15) / 16 * 16 * headWidth }
    var scoreCount: Int { lengths.lengths.reduce(0) { $0 + $1 * $1 * heads } }

    /// Calls `body` with each length, first row, head's first column and first score.
    private func forEachHead(_ body: (Int, Int, Int, Int) -> Void) {
        var scoreStart = 0
        for (length, start) in zip(lengths.lengths, lengths.starts) {
            for head in 0..<heads {
                body(length, start, head * headWidth, scoreStart)
                scoreStart += length * length
            }
        }
    }

    /// One head's keys or values as the right side of a product with rows and columns exchanged.
    private func turn(
        _ source: Input, rows: Int, stride: Int, into memory: Output
    ) -> MatrixOperand {
        guard kernels.multiply != nil else {
            return MatrixOperand(pointer: source, stride: stride, isTransposed: true)
        }
        let wide = (rows + 15) / 16 * 16
        kernels.transpose(source, memory, rows, headWidth, stride, wide)
        return MatrixOperand(
            pointer: UnsafePointer(memory), stride: wide, readableColumns: wide)
    }

    /// P = softmax(Q K' scale), O = P V; `step` is 0 to use the memory of the scores again and again.
    package func forward(_ x: Input, _ y: Output, _ scores: Output, step: Int) {
        Storage(count: turnedCount).withPointer { forward(x, y, scores, step: step, turned: $0) }
    }

    private func forward(
        _ x: Input, _ y: Output, _ scores: Output, step: Int, turned: Output
    ) {
        let row = 3 * width
        forEachHead { length, start, column, scoreStart in
            let q = x + start * row + column
            let p = scores + scoreStart * step
            multiplyMatrices(
                MatrixOperand(pointer: q, stride: row),
                turn(q + width, rows: length, stride: row, into: turned),
                into: p, stride: max(1, length), rows: length, columns: length, inner: headWidth)
            kernels.softmax(p, p, length, length, scale)
            multiplyMatrices(
                MatrixOperand(pointer: p, stride: max(1, length)),
                MatrixOperand(pointer: q + 2 * width, stride: row),
                into: y + start * width + column, stride: width, rows: length,
                columns: headWidth, inner: length)
        }
    }

    /// dV = P' G, dP = G V', dS by softmax, dQ = dS K, dK = dS' Q.
    package func backward(_ x: Input, _ scores: Input, _ g: Input, _ dx: Output) {
        Storage(count: largestScores).withPointer { ds in
            Storage(count: turnedCount).withPointer {
                backward(x, scores, g, dx, into: ds, turned: $0)
            }
        }
    }

    /// The same with memory for the gradient of one head's scores and for its values turned.
    private func backward(
        _ x: Input, _ scores: Input, _ g: Input, _ dx: Output, into ds: Output, turned: Output
    ) {
        let row = 3 * width
        forEachHead { length, start, column, scoreStart in
            let q = x + start * row + column
            let out = g + start * width + column
            let dq = dx + start * row + column
            let p = scores + scoreStart
            let wide = max(1, length)
            multiplyMatrices(
                MatrixOperand(pointer: p, stride: wide, isTransposed: true),
                MatrixOperand(pointer: out, stride: width),
                into: dq + 2 * width, stride: row, rows: length, columns: headWidth,
                inner: length)
            multiplyMatrices(
                MatrixOperand(pointer: out, stride: width),
                turn(q + 2 * width, rows: length, stride: row, into: turned),
                into: ds, stride: wide, rows: length, columns: length, inner: headWidth)
            kernels.softmaxPullback(p, ds, ds, length, length, scale)
            multiplyMatrices(
                MatrixOperand(pointer: ds, stride: wide),
                MatrixOperand(pointer: q + width, stride: row),
                into: dq, stride: row, rows: length, columns: headWidth, inner: length)
            multiplyMatrices(
                MatrixOperand(pointer: ds, stride: wide, isTransposed: true),
                MatrixOperand(pointer: q, stride: row),
                into: dq + width, stride: row, rows: length, columns: headWidth, inner: length)
        }
    }
}
