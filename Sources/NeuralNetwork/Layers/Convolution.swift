public import Autograd

/// A convolution over the rows of sequences that keeps their length, with the weights of PyTorch's
/// `nn.Conv1d(padding="same")`.
public struct Convolution: Module {
    /// The filters, `[outputs, inputs, size]`.
    public let weight: Tensor
    /// The biases, `[outputs]`.
    public let bias: Tensor

    /// Creates a layer with PyTorch's initial weights.
    /// - Precondition: the size is odd.
    public init(
        inputs: Int, outputs: Int, size: Int, using generator: inout some RandomNumberGenerator
    ) {
        precondition(size > 0 && size % 2 == 1, "a filter over \(size) rows has no middle")
        weight = Initialization.inverseRoot.weight([outputs, inputs, size], using: &generator)
        let bound = 1 / Float(max(inputs * size, 1)).squareRoot()
        bias = Tensor.uniform(
            [outputs], in: -bound...bound, requiresGradient: true, using: &generator)
    }

    /// What this layer owns.
    public var members: [Member] { [.parameter("weight", weight), .parameter("bias", bias)] }

    /// Returns rows of outputs; beyond the ends of a sequence there are zeros.
    public func callAsFunction(_ x: Tensor, lengths: SequenceLengths) -> Tensor {
        let filters = weight.permuted([0, 2, 1]).reshaped([weight.shape[0], -1])
        return x.unfolded(size: weight.shape[2], lengths: lengths).linear(filters, bias: bias)
    }
}
