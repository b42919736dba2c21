import KernelTable

// Functions of one element. Each stands beside its derivative in the kernels (`FunctionKernels`).
extension Tensor {
    /// Returns the square of every element.
    public func squared() -> Tensor { applying(.square, "square") }
    /// Returns one divided by every element.
    public func reciprocal() -> Tensor { applying(.reciprocal, "reciprocal") }
    /// Returns the square root of every element.
    public func squareRoot() -> Tensor { applying(.squareRoot, "squareRoot") }
    /// Returns e to the power of every element.
    public func exponential() -> Tensor { applying(.exponential, "exponential") }
    /// Returns the natural logarithm of every element.
    public func logarithm() -> Tensor { applying(.logarithm, "logarithm") }
    /// Returns the sine of every element.
    public func sine() -> Tensor { applying(.sine, "sine") }
    /// Returns the cosine of every element.
    public func cosine() -> Tensor { applying(.cosine, "cosine") }
    /// Returns every element without its sign; the derivative at zero is zero.
    public func absolute() -> Tensor { applying(.absolute, "absolute") }
    /// Returns every element, or zero where it is negative (ReLU); the derivative at zero is zero.
    public func rectified() -> Tensor { applying(.rectify, "rectified") }
    /// Returns the hyperbolic tangent of every element.
    public func tanh() -> Tensor { applying(.tanh, "tanh") }
    /// Returns the logistic function of every element.
    public func sigmoid() -> Tensor { applying(.sigmoid, "sigmoid") }

    /// Returns the Gaussian error linear unit of every element.
    ///
    /// Source: Hendrycks and Gimpel, "Gaussian error linear units" (2016).
    public func gelu(_ form: GELUForm = .tanh) -> Tensor {
        applying(form.function, "gelu")
    }

    /// Returns every element with the opposite sign.
    public static prefix func - (operand: Tensor) -> Tensor {
        operand.applying(.negate, "negate")
    }

    private func applying(_ function: ElementFunction, _ name: String) -> Tensor {
        let result = Tensor(uninitialized: shape)
        kernels.map(function, input, result.output, count)
        guard Tensor.records(self) || isSearchingAnomalies else { return result }
        let (x, y) = (Saved(self), Saved(result))
        return result.recorded(name, from: [self]) { step in
            let g = step.gradient
            let out = step.reusableGradient()
            kernels.mapPullback(function, x.input, y.input, g.input, out.output, out.count)
            step.deliver(0, out)
        }
    }

    /// Returns every element rounded down; it has no derivative, so it refuses to be recorded.
    public func roundedDown() -> Tensor {
        let result = Tensor(uninitialized: shape)
        for i in 0..<count { result.output[i] = input[i].rounded(.down) }
        return result.unrecorded("roundedDown", from: self)
    }
}

/// Which formula GELU uses.
public enum GELUForm: String, Sendable, CaseIterable {
    /// The normal distribution function itself.
    case exact
    /// The approximation by the hyperbolic tangent.
    case tanh

    var function: ElementFunction {
        switch self {
        case .exact: .geluExact
        case .tanh: .geluTanh
        }
    }
}

/// Whether results must pass through `recorded` even when nothing is recorded.
var isSearchingAnomalies: Bool { EngineContext.current.anomalies != nil }
