import KernelTable

extension Tensor {
    /// Returns the last axis as probabilities, the exponentials divided by their sum.
    ///
    /// - Parameters:
    ///   - scale: a factor on the elements before.
    ///   - mask: of a shape that can be repeated to this one; where it is zero the probability is
    ///     zero. A row that is masked altogether becomes all zeros.
    /// - Returns: a tensor of the same shape.
    public func softmax(scale: Float = 1, mask: Tensor? = nil) -> Tensor {
        precondition(rank >= 1, "softmax needs an axis")
        let width = shape.last ?? 1
        let rows = shape.elementCount(in: 0..<(rank - 1))
        let result = Tensor(uninitialized: shape)
        if let mask {
            hide(by: mask.repeated(to: shape), scale: scale, into: result)
        } else {
            kernels.softmax(input, result.output, rows, width, scale)
        }
        guard Tensor.records(self) || isSearchingAnomalies else { return result }
        let y = Saved(result)
        return result.recorded("softmax", from: [self]) { step in
            let g = step.gradient
            let dx = step.reusableGradient()
            kernels.softmaxPullback(y.input, g.input, dx.output, rows, width, scale)
            step.deliver(0, dx)
        }
    }

    /// Softmax of the elements that the mask leaves.
    private func hide(by mask: Tensor, scale: Float, into result: Tensor) {
        let width = shape.last ?? 1
        for i in 0..<count { result.output[i] = mask.input[i] == 0 ? -.infinity : input[i] }
        for start in stride(from: 0, to: count, by: max(width, 1)) {
            let row = result.output + start
            if (0..<width).allSatisfy({ row[$0] == -.infinity }) {
                row.update(repeating: 0, count: width)
            } else {
                kernels.softmax(row, row, 1, width, scale)
            }
        }
    }

    /// Returns the logarithms of the probabilities of the last axis, computed without overflow.
    public func logSoftmax() -> Tensor {
        precondition(rank >= 1, "logSoftmax needs an axis")
        let width = shape.last ?? 1
        let rows = shape.elementCount(in: 0..<(rank - 1))
        let result = Tensor(uninitialized: shape)
        for row in 0..<rows {
            let start = row * width
            let top = logSumOfExponentials(input + start, width)
            kernels.combineScalar(.subtract, input + start, top, result.output + start, width)
        }
        guard Tensor.records(self) || isSearchingAnomalies else { return result }
        let y = Saved(result)
        return result.recorded("logSoftmax", from: [self]) { step in
            let g = step.gradient
            let share = g.sum(over: [-1], keepingDimensions: true)
            step.deliver(0, g - y.tensor.exponential() * share)
        }
    }
}
