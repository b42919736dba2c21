import Glibc
import KernelTable

// The four operators with broadcasting: axes are matched from the last, and an axis of size 1 or one
// that is missing is repeated.
extension Tensor {
    /// Returns the sums of elements.
    public static func + (left: Tensor, right: Tensor) -> Tensor {
        let shapes = (left.shape, right.shape)
        return combined(.add, left, right).recorded("add", from: [left, right]) { step in
            step.deliver(0, step.gradient.summed(to: shapes.0))
            step.deliver(1, step.gradient.summed(to: shapes.1))
        }
    }

    /// Returns the differences of elements.
    public static func - (left: Tensor, right: Tensor) -> Tensor {
        let shapes = (left.shape, right.shape)
        return combined(.subtract, left, right).recorded("subtract", from: [left, right]) { step in
            step.deliver(0, step.gradient.summed(to: shapes.0))
            step.deliver(1, -step.gradient.summed(to: shapes.1))
        }
    }

    /// Returns the products of elements.
    public static func * (left: Tensor, right: Tensor) -> Tensor {
        let result = combined(.multiply, left, right)
        guard records(left, right) || isSearchingAnomalies else { return result }
        let (a, b) = (Saved(left), Saved(right))
        return result.recorded("multiply", from: [left, right]) { step in
            step.deliver(0, (step.gradient * b.tensor).summed(to: a.tensor.shape))
            step.deliver(1, (step.gradient * a.tensor).summed(to: b.tensor.shape))
        }
    }

    /// Returns the quotients of elements.
    public static func / (left: Tensor, right: Tensor) -> Tensor {
        let result = combined(.divide, left, right)
        guard records(left, right) || isSearchingAnomalies else { return result }
        let (shape, b, quotient) = (left.shape, Saved(right), Saved(result))
        return result.recorded("divide", from: [left, right]) { step in
            let scaled = step.gradient / b.tensor
            step.deliver(0, scaled.summed(to: shape))
            step.deliver(1, -(scaled * quotient.tensor).summed(to: b.tensor.shape))
        }
    }

    /// Returns every element plus a number.
    public static func + (left: Tensor, right: Float) -> Tensor {
        left.withScalar(.add, right, "addScalar") { $0.gradient }
    }

    /// Returns every element plus a number.
    public static func + (left: Float, right: Tensor) -> Tensor { right + left }

    /// Returns every element minus a number.
    public static func - (left: Tensor, right: Float) -> Tensor { left + -right }

    /// Returns a number minus every element.
    public static func - (left: Float, right: Tensor) -> Tensor { -right + left }

    /// Returns every element times a number.
    public static func * (left: Tensor, right: Float) -> Tensor {
        left.withScalar(.multiply, right, "multiplyScalar") { $0.gradient * right }
    }

    /// Returns every element times a number.
    public static func * (left: Float, right: Tensor) -> Tensor { right * left }

    /// Returns every element divided by a number.
    public static func / (left: Tensor, right: Float) -> Tensor {
        left.withScalar(.divide, right, "divideScalar") { $0.gradient / right }
    }

    /// Returns a number divided by every element.
    public static func / (left: Float, right: Tensor) -> Tensor { right.reciprocal() * left }

    /// Returns every element to a constant power.
    public func power(_ exponent: Float) -> Tensor {
        let result = Tensor(uninitialized: shape)
        for i in 0..<count { result.output[i] = powf(input[i], exponent) }
        guard Tensor.records(self) || isSearchingAnomalies else { return result }
        let x = Saved(self)
        return result.recorded("power", from: [self]) { step in
            let slope = Tensor(uninitialized: x.tensor.shape)
            for i in 0..<slope.count {
                slope.output[i] = exponent == 0 ? 0 : exponent * powf(x.input[i], exponent - 1)
            }
            step.deliver(0, step.gradient * slope)
        }
    }

    private func withScalar(
        _ operation: ElementOperator, _ scalar: Float, _ name: String,
        pullback: @escaping (Node) -> Tensor
    ) -> Tensor {
        let result = Tensor(uninitialized: shape)
        kernels.combineScalar(operation, input, scalar, result.output, count)
        return result.recorded(name, from: [self]) { $0.deliver(0, pullback($0)) }
    }

    /// The values of an operator, by the cheapest way that the shapes allow.
    private static func combined(
        _ operation: ElementOperator, _ left: Tensor, _ right: Tensor
    ) -> Tensor {
        if left.shape == right.shape {
            let result = Tensor(uninitialized: left.shape)
            kernels.combine(operation, left.input, right.input, result.output, left.count)
            return result
        }
        let shape = Shape.broadcast(left.shape, right.shape, operation: "\(operation)")
        let result = Tensor(uninitialized: shape)
        if left.shape == shape, right.count == 1 {
            kernels.combineScalar(
                operation, left.input, right.input[0], result.output, result.count)
        } else if right.shape == shape, left.count == 1 {
            kernels.combineScalarFirst(
                operation, left.input[0], right.input, result.output, result.count)
        } else if left.shape == shape, right.shape.isSuffix(of: shape), right.count > 0 {
            kernels.combineRow(
                operation, left.input, right.input, result.output, result.count / right.count,
                right.count)
        } else {
            let (a, b) = (left.repeated(to: shape), right.repeated(to: shape))
            kernels.combine(operation, a.input, b.input, result.output, result.count)
        }
        return result
    }
}
