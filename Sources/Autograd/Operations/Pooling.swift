import KernelTable

extension Tensor {
    /// Returns the mean row of every sequence, `[sequences, width]`; an empty sequence gives zeros.
    /// - Precondition: this tensor is `[rows, width]` and the lengths add up to the rows.
    public func meanOfSequences(_ lengths: SequenceLengths) -> Tensor {
        precondition(
            rank == 2 && shape[0] == lengths.total,
            "the lengths cover \(lengths.total) rows of a tensor of shape \(shape)")
        let (full, width) = (shape, shape[1])
        let result = Tensor.zeros([lengths.lengths.count, width])
        for (index, (length, start)) in zip(lengths.lengths, lengths.starts).enumerated() {
            let out = result.output + index * width
            kernels.addColumnSums(input + start * width, out, length, width)
            kernels.combineScalar(.multiply, out, 1 / Float(max(length, 1)), out, width)
        }
        return result.recorded("meanOfSequences", from: [self]) { step in
            let dx = Tensor(uninitialized: full)
            for (index, (length, start)) in zip(lengths.lengths, lengths.starts).enumerated()
            where length > 0 {
                let first = dx.output + start * width
                kernels.combineScalar(
                    .multiply, step.gradient.input + index * width, 1 / Float(length), first, width)
                for row in 1..<max(length, 1) {
                    (first + row * width).update(from: first, count: width)
                }
            }
            step.deliver(0, dx)
        }
    }
}
