public import Autograd

/// Layer normalisation with learned gain and bias, like PyTorch's `nn.LayerNorm`.
public struct LayerNormalization: Module {
    /// The gains, `[width]`.
    public let weight: Tensor
    /// The biases, `[width]`.
    public let bias: Tensor
    /// The number added to the variance.
    public let epsilon: Float

    /// Creates a layer that changes nothing but mean and deviation.
    public init(width: Int, epsilon: Float = 1e-5) {
        weight = Tensor.ones([width], requiresGradient: true)
        bias = Tensor.zeros([width], requiresGradient: true)
        self.epsilon = epsilon
    }

    /// What this layer owns.
    public var members: [Member] { [.parameter("weight", weight), .parameter("bias", bias)] }

    /// Returns the rows normalised.
    public func callAsFunction(_ x: Tensor) -> Tensor {
        x.layerNormalized(gain: weight, bias: bias, epsilon: epsilon)
    }
}
