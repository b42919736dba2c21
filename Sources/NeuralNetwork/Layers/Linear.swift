public import Autograd

/// A linear layer, `x W' + b`, like PyTorch's `nn.Linear`.
public struct Linear: Module {
    /// The weights, `[outputs, inputs]`.
    public let weight: Tensor
    /// The biases, `[outputs]`.
    public let bias: Tensor?

    /// Creates a layer with random weights; biases start at zero, or like PyTorch's with `.inverseRoot`.
    public init(
        inputs: Int, outputs: Int, hasBias: Bool = true,
        initialization: Initialization = .inverseRoot,
        using generator: inout some RandomNumberGenerator
    ) {
        weight = initialization.weight([outputs, inputs], using: &generator)
        guard hasBias else {
            bias = nil
            return
        }
        let bound = 1 / Float(max(inputs, 1)).squareRoot()
        bias =
            initialization == .inverseRoot
            ? Tensor.uniform(
                [outputs], in: -bound...bound, requiresGradient: true, using: &generator)
            : Tensor.zeros([outputs], requiresGradient: true)
    }

    /// What this layer owns.
    public var members: [Member] {
        [.parameter("weight", weight)] + (bias.map { [.parameter("bias", $0)] } ?? [])
    }

    /// Returns the layer's output for rows of inputs, optionally plus a residual.
    public func callAsFunction(_ x: Tensor, addedTo residual: Tensor? = nil) -> Tensor {
        x.linear(weight, bias: bias, addedTo: residual)
    }

    /// Returns GELU of the layer's output, in one operation.
    public func gelu(_ x: Tensor, form: GELUForm) -> Tensor {
        guard let bias else { return x.linear(weight).gelu(form) }
        return x.linearGELU(weight, bias: bias, form: form)
    }
}
