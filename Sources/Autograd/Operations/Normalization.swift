import KernelTable

extension Tensor {
    /// Returns the last axis with mean 0 and deviation 1, then times `gain` plus `bias`.
    ///
    /// Source: Ba, Kiros and Hinton, "Layer normalization" (2016).
    /// - Precondition: `gain` and `bias` are as wide as the last axis.
    public func layerNormalized(gain: Tensor, bias: Tensor, epsilon: Float = 1e-5) -> Tensor {
        let width = shape.last ?? 1
        precondition(
            rank >= 1 && gain.shape == [width] && bias.shape == [width],
            "layer normalisation: gain \(gain.shape) and bias \(bias.shape) for \(shape)")
        let rows = shape.elementCount(in: 0..<(rank - 1))
        let result = Tensor(uninitialized: shape)
        let (means, reciprocals) = (Storage(count: rows), Storage(count: rows))
        withExtendedLifetime((means, reciprocals)) {
            kernels.normalize(
                input, gain.input, bias.input, result.output, means.pointer, reciprocals.pointer,
                rows, width, epsilon)
        }
        guard Tensor.records(self, gain, bias) || isSearchingAnomalies else { return result }
        let (x, scale) = (Saved(self), Saved(gain))
        return result.recorded("layerNormalization", from: [self, gain, bias]) { step in
            let dgain = Tensor.zeros([width])
            let dbias = Tensor.zeros([width])
            let g = step.gradient
            let dx = step.reusableGradient()
            kernels.normalizePullback(
                x.input, scale.input, means.pointer, reciprocals.pointer, g.input,
                dx.output, dgain.output, dbias.output, rows, width)
            step.deliver(1, dgain)
            step.deliver(2, dbias)
            step.deliver(0, dx)
        }
    }
}
