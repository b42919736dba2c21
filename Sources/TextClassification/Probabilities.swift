#if canImport(Glibc)
import Glibc
#endif

/// Distributions over classes.
public enum Probabilities {
    /// Returns the softmax of logits divided by a temperature.
    public static func softmax(_ logits: [Float], temperature: Float = 1) -> [Float] {
        let largest = logits.max() ?? 0
        let powers = logits.map { exp(($0 - largest) / temperature) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// Returns the weighted geometric mean of two distributions, normalised.
    ///
    /// - Precondition: both have the same number of classes.
    public static func blend(
        _ first: [Float], _ second: [Float], secondWeight: Float
    ) -> [Float] {
        precondition(
            first.count == second.count, "\(first.count) classes and \(second.count)")
        let floor: Float = 1e-6
        let logits = zip(first, second).map { one, two in
            (1 - secondWeight) * log(max(one, floor)) + secondWeight * log(max(two, floor))
        }
        return softmax(logits)
    }
}
