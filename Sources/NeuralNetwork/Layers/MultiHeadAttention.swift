public import Autograd

/// Self-attention with several heads, with the weights of PyTorch's `nn.MultiheadAttention`.
public struct MultiHeadAttention: Module {
    /// The number of heads.
    public let heads: Int
    /// The projections to queries, keys and values, `[3 width, width]`.
    public let projection: Tensor
    /// Their biases, `[3 width]`.
    public let projectionBias: Tensor
    /// The projection of what the heads found.
    public let output: Linear

    /// Creates a layer with random weights.
    /// - Precondition: the heads divide the width.
    public init(width: Int, heads: Int, using generator: inout some RandomNumberGenerator) {
        precondition(
            heads > 0 && width % heads == 0, "\(heads) heads do not divide the width \(width)")
        self.heads = heads
        projection = Initialization.glorotUniform.weight([3 * width, width], using: &generator)
        projectionBias = Tensor.zeros([3 * width], requiresGradient: true)
        output = Linear(
            inputs: width, outputs: width, initialization: .glorotUniform, using: &generator)
    }

    /// What this layer owns.
    public var members: [Member] {
        [
            .parameter("in_proj_weight", projection),
            .parameter("in_proj_bias", projectionBias),
            .module("out_proj", output),
        ]
    }

    /// Returns what every row finds in its own sequence, optionally plus a residual.
    public func callAsFunction(
        _ x: Tensor, lengths: SequenceLengths, addedTo residual: Tensor? = nil
    ) -> Tensor {
        let found = x.linear(projection, bias: projectionBias)
            .attention(heads: heads, lengths: lengths)
        return output(found, addedTo: residual)
    }
}
