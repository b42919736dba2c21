#if canImport(Glibc)
import Glibc
#endif

/// How well predicted distributions match the labels.
public struct ClassificationMetrics: Sendable, Hashable {
    /// Accuracy among the surest share of rows.
    public struct Coverage: Sendable, Hashable {
        /// The share of rows, the surest first.
        public let share: Double
        /// The accuracy among them.
        public let accuracy: Double
    }

    /// The number of rows.
    public let count: Int
    /// The share of rows whose most probable class is the label.
    public let accuracy: Double
    /// The mean F1 over the classes that occur as a label.
    public let macroF1: Double
    /// The expected calibration error over 15 bins of equal width.
    public let calibrationError: Double
    /// The mean negative logarithm of the label's probability.
    public let logLoss: Double
    /// Accuracy among the surest half, 70, 80 and 90 per cent.
    public let coverage: [Coverage]
    /// Counts, `[label][prediction]`.
    public let confusion: [[Int]]

    /// Measures distributions against labels.
    ///
    /// - Precondition: both have the same count.
    public init(probabilities: [[Float]], labels: [Int], classCount: Int) {
        precondition(
            probabilities.count == labels.count,
            "\(probabilities.count) rows and \(labels.count) labels")
        var confusion = [[Int]](
            repeating: [Int](repeating: 0, count: classCount), count: classCount)
        var sure: [(probability: Double, isRight: Bool)] = []
        var loss = 0.0
        for (row, label) in zip(probabilities, labels) {
            let best = row.indices.max { row[$0] < row[$1] } ?? 0
            confusion[label][best] += 1
            sure.append((Double(row[best]), best == label))
            loss -= log(max(Double(row[label]), 1e-9))
        }
        count = labels.count
        let total = Double(max(count, 1))
        accuracy = Double(sure.count(where: \.isRight)) / total
        logLoss = loss / total
        calibrationError = Self.calibrationError(sure)
        macroF1 = Self.macroF1(confusion)
        coverage = Self.coverage(sure)
        self.confusion = confusion
    }

    private static func calibrationError(_ rows: [(probability: Double, isRight: Bool)]) -> Double {
        var bins = [(count: Int, probability: Double, right: Int)](
            repeating: (0, 0, 0), count: 15)
        for row in rows {
            let bin = min(Int(row.probability * 15), 14)
            bins[bin].count += 1
            bins[bin].probability += row.probability
            bins[bin].right += row.isRight ? 1 : 0
        }
        let gap = bins.reduce(0.0) { $0 + abs($1.probability - Double($1.right)) }
        return gap / Double(max(rows.count, 1))
    }

    private static func macroF1(_ confusion: [[Int]]) -> Double {
        let scores = confusion.indices.compactMap { label -> Double? in
            let actual = confusion[label].reduce(0, +)
            guard actual > 0 else { return nil }
            let predicted = confusion.reduce(0) { $0 + $1[label] }
            return 2 * Double(confusion[label][label]) / Double(actual + predicted)
        }
        return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    }

    private static func coverage(_ rows: [(probability: Double, isRight: Bool)]) -> [Coverage] {
        let surest = rows.sorted { $0.probability > $1.probability }
        return [0.5, 0.7, 0.8, 0.9].map { share in
            let taken = surest.prefix(Int((Double(rows.count) * share).rounded(.up)))
            let right = Double(taken.count(where: \.isRight))
            return Coverage(share: share, accuracy: right / Double(max(taken.count, 1)))
        }
    }
}
