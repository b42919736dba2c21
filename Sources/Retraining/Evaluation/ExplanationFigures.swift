internal import TextClassification

/// How well grades match labels: three classes in the order misconception, partial or unclear,
/// correct.
public struct ExplanationFigures: Sendable, Hashable {
    /// The number of rows.
    public let count: Int
    /// The share of rows whose grade is the label.
    public let accuracy: Double
    /// The mean F1 over the classes.
    public let macroF1: Double
    /// The quadratic weighted kappa over the order of the classes.
    public let kappa: Double
    /// The expected calibration error.
    public let calibrationError: Double

    /// The class of a grade; a partial one is neither wrong thinking nor a whole reason.
    static func position(of grade: String) -> Int {
        switch grade {
        case "correct": 2
        case "misconception": 0
        default: 1
        }
    }

    /// Measures distributions over the four grades against labels.
    init(opinions: [[Float]], labels: [String]) {
        let three = opinions.map { [$0[2], $0[1] + $0[3], $0[0]] }
        let classes = labels.map(Self.position)
        let metrics = ClassificationMetrics(
            probabilities: three, labels: classes, classCount: 3)
        count = metrics.count
        accuracy = metrics.accuracy
        macroF1 = metrics.macroF1
        calibrationError = metrics.calibrationError
        kappa = Self.kappa(metrics.confusion)
    }

    /// Source: Cohen, "Weighted kappa" (1968).
    static func kappa(_ confusion: [[Int]]) -> Double {
        let total = Double(confusion.joined().reduce(0, +))
        guard total > 0 else { return 0 }
        let actual = confusion.map { Double($0.reduce(0, +)) }
        let predicted = confusion.indices.map { column in
            Double(confusion.reduce(0) { $0 + $1[column] })
        }
        var observed = 0.0
        var expected = 0.0
        for row in confusion.indices {
            for column in confusion.indices {
                let weight = Double((row - column) * (row - column))
                observed += weight * Double(confusion[row][column])
                expected += weight * actual[row] * predicted[column] / total
            }
        }
        return expected == 0 ? 1 : 1 - observed / expected
    }
}
