public import Autograd
import Foundation
import Mathematics
public import Testing

/// The exponential function, for files that do without Foundation.
func exponential(_ x: Double) -> Double { exp(x) }

/// One operation to check: how the engine computes it and an independent formula in Double.
public struct GradientCase: Sendable, CustomTestStringConvertible {
    /// What is checked.
    public let name: String
    /// The shapes of the inputs.
    public let shapes: [[Int]]
    /// Where the inputs lie.
    public let range: ClosedRange<Float>
    /// The engine's computation.
    public let engine: @Sendable ([Tensor]) -> Tensor
    /// The formula.
    public let formula: @Sendable ([Reference]) -> Reference

    /// Creates a case.
    public init(
        _ name: String, _ shapes: [[Int]], in range: ClosedRange<Float> = -2...2,
        engine: @escaping @Sendable ([Tensor]) -> Tensor,
        formula: @escaping @Sendable ([Reference]) -> Reference
    ) {
        self.name = name
        self.shapes = shapes
        self.range = range
        self.engine = engine
        self.formula = formula
    }

    /// The name with the shapes.
    public var testDescription: String { "\(name) \(shapes)" }
}

/// How far the engine is from the formula.
public struct GradientCheck: Sendable {
    /// Whether the shapes of the results agree.
    public var shapesAgree: Bool
    /// The largest difference of a value, relative where values exceed one.
    public var valueError = 0.0
    /// The largest difference of a derivative from the formula's central difference.
    public var gradientError = 0.0

    /// Compares values, and the gradient of a random weighted sum of the result with central differences
    /// of the formula in Double.
    public init(_ subject: GradientCase, seed: UInt64 = 1, step: Double = 1e-5) {
        var generator = SplitMix64(seed: seed)
        let tensors = subject.shapes.map {
            Tensor.uniform(
                Shape($0), in: subject.range, requiresGradient: true, using: &generator)
        }
        var references = tensors.map {
            Reference(shape: Array($0.shape), values: $0.values.map(Double.init))
        }
        let result = subject.engine(tensors)
        let expected = subject.formula(references)
        shapesAgree = Array(result.shape) == expected.shape
        guard shapesAgree else { return }
        for (found, value) in zip(result.values, expected.values) {
            valueError = max(valueError, difference(Double(found), value))
        }
        let weights = Tensor.uniform(result.shape, in: -1...1, using: &generator)
        result.backward(weights)
        func weightedSum() -> Double {
            zip(subject.formula(references).values, weights.values)
                .reduce(0) { $0 + $1.0 * Double($1.1) }
        }
        for (index, tensor) in tensors.enumerated() {
            let gradient = tensor.gradient?.values ?? Array(repeating: 0, count: tensor.count)
            for element in 0..<tensor.count {
                let original = references[index].values[element]
                references[index].values[element] = original + step
                let above = weightedSum()
                references[index].values[element] = original - step
                let below = weightedSum()
                references[index].values[element] = original
                gradientError = max(
                    gradientError,
                    difference(Double(gradient[element]), (above - below) / (2 * step)))
            }
        }
    }

    /// Whether values and derivatives agree as closely as single precision lets them.
    public var isPassed: Bool { shapesAgree && valueError < 2e-5 && gradientError < 2e-4 }
}

private func difference(_ found: Double, _ expected: Double) -> Double {
    let error = abs(found - expected) / max(1, abs(expected))
    return error.isNaN ? .infinity : error
}
