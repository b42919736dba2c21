public import Autograd

/// How the weights of a layer begin.
public enum Initialization: Sendable, Equatable {
    /// Evenly from ±1/sqrt(inputs), PyTorch's default for linear layers.
    ///
    /// Source: LeCun et al., "Efficient BackProp" (1998), section 4.6, with the bound of PyTorch's
    /// `kaiming_uniform_(a=sqrt(5))`.
    case inverseRoot
    /// Evenly from ±sqrt(6 / (inputs + outputs)): Glorot and Bengio (2010), formula 16.
    case glorotUniform
    /// Normal with deviation sqrt(2 / inputs), for rectified units: He et al. (2015), formula 10.
    case heNormal
    /// Normal with a given deviation; 0.02 in Radford et al., "Improving language understanding"
    /// (2018).
    case normal(deviation: Float)
    /// The same number everywhere.
    case constant(Float)

    /// Creates a weight of shape `[outputs, inputs…]`.
    public func weight(
        _ shape: Shape, using generator: inout some RandomNumberGenerator
    ) -> Tensor {
        let outputs = Float(shape.first ?? 1)
        let inputs = Float(max(1, shape.dropFirst().reduce(1, *)))
        switch self {
        case .inverseRoot:
            return even(shape, 1 / inputs.squareRoot(), &generator)
        case .glorotUniform:
            return even(shape, (6 / (inputs + outputs)).squareRoot(), &generator)
        case .heNormal:
            return Tensor.normal(
                shape, deviation: (2 / inputs).squareRoot(), requiresGradient: true,
                using: &generator)
        case .normal(let deviation):
            return Tensor.normal(
                shape, deviation: deviation, requiresGradient: true, using: &generator)
        case .constant(let value):
            return Tensor.filled(shape, with: value, requiresGradient: true)
        }
    }

    private func even(
        _ shape: Shape, _ bound: Float, _ generator: inout some RandomNumberGenerator
    ) -> Tensor {
        Tensor.uniform(shape, in: -bound...bound, requiresGradient: true, using: &generator)
    }
}
