import KernelTable

extension Tensor {
    /// Returns the tensor with a random share of its elements zero and the others scaled up.
    ///
    /// The mask is a function of the seed alone, so it is not stored and a recomputation repeats it.
    /// Source: Srivastava et al., "Dropout" (2014).
    /// - Precondition: the rate lies in 0..<1.
    public func dropout(rate: Float, seed: UInt64) -> Tensor {
        precondition(rate >= 0 && rate < 1, "a dropout rate of \(rate) lies outside 0..<1")
        guard rate > 0 else { return self }
        let result = Tensor(uninitialized: shape)
        kernels.dropout(input, result.output, count, rate, seed)
        return result.recorded("dropout", from: [self]) { step in
            let g = step.gradient
            let dx = step.reusableGradient()
            kernels.dropout(g.input, dx.output, dx.count, rate, seed)
            step.deliver(0, dx)
        }
    }
}
