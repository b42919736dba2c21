import KernelTable

extension Tensor {
    /// Returns for every row the `size` rows around it side by side, `[rows, size width]`, within each
    /// sequence and with zeros beyond its ends; a convolution is this and a matrix product.
    /// - Precondition: the size is odd and the lengths add up to the rows.
    public func unfolded(size: Int, lengths: SequenceLengths) -> Tensor {
        precondition(size > 0 && size % 2 == 1, "a window of \(size) rows has no middle")
        precondition(
            rank == 2 && shape[0] == lengths.total,
            "the lengths cover \(lengths.total) rows of a tensor of shape \(shape)")
        let (full, width) = (shape, shape[1])
        let result = Tensor.zeros([shape[0], size * width])
        forEachPair(size, lengths) { row, neighbour, place in
            (result.output + (row * size + place) * width)
                .update(from: input + neighbour * width, count: width)
        }
        return result.recorded("unfold", from: [self]) { step in
            let dx = Tensor.zeros(full)
            forEachPair(size, lengths) { row, neighbour, place in
                kernels.blend(
                    1, step.gradient.input + (row * size + place) * width, 1,
                    dx.output + neighbour * width, width)
            }
            step.deliver(0, dx)
        }
    }
}

/// Calls `body` with every row, a neighbour that exists, and the neighbour's place in the window.
private func forEachPair(_ size: Int, _ lengths: SequenceLengths, _ body: (Int, Int, Int) -> Void) {
    for (length, start) in zip(lengths.lengths, lengths.starts) {
        for row in 0..<length {
            for place in 0..<size {
                let neighbour = row + place - size / 2
                guard neighbour >= 0, neighbour < length else { continue }
                body(start + row, start + neighbour, place)
            }
        }
    }
}
