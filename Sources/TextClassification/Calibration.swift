#if canImport(Glibc)
import Glibc
#endif

/// Temperature scaling: one number that makes probabilities mean what they say.
///
/// Source: Guo et al., "On calibration of modern neural networks" (2017).
public enum Calibration {
    /// Returns the temperature, 0.25...8, that makes the labels most likely under the logits.
    ///
    /// - Precondition: both have the same count.
    public static func temperature(logits: [[Float]], labels: [Int]) -> Float {
        precondition(logits.count == labels.count, "\(logits.count) rows, \(labels.count) labels")
        guard !logits.isEmpty else { return 1 }
        var low: Float = log(0.25)
        var high: Float = log(8)
        let golden: Float = 0.618_034
        for _ in 0..<32 {
            let left = high - golden * (high - low)
            let right = low + golden * (high - low)
            if loss(logits, labels, exp(left)) < loss(logits, labels, exp(right)) {
                high = right
            } else {
                low = left
            }
        }
        return exp((low + high) / 2)
    }

    private static func loss(_ logits: [[Float]], _ labels: [Int], _ temperature: Float) -> Double {
        zip(logits, labels).reduce(0) { sum, row in
            let probability = Probabilities.softmax(row.0, temperature: temperature)[row.1]
            return sum - log(Double(max(probability, 1e-9)))
        }
    }
}
