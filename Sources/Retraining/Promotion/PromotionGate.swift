public import TextClassification

/// Decides whether a challenger takes the champion's place: only if it is better on templates that
/// neither has learned from.
///
/// The measure is accuracy of leaf and operation together, paired on the same rows; rows of one
/// template resemble each other, so the interval is taken over templates, not over rows.
public struct PromotionGate: Sendable {
    /// The least mean gain.
    public var leastGain = 0.005
    /// How far the lower end of the interval may lie below zero.
    public var lowestBound = -0.01
    /// How far the accuracy of one leaf may fall.
    public var greatestFall = 0.05
    /// The calibration error that is always good enough.
    public var calibrationError = 0.05
    /// How much worse the calibration may be than the champion's.
    public var calibrationSlack = 0.02

    /// Creates a gate with the usual bounds.
    public init() {}

    /// Compares two models on rows of held-out templates.
    public func decide(
        challenger: ClassifierModel, champion: ClassifierModel, heldOut: [LabeledExample]
    ) -> PromotionDecision {
        let old = Answers(ServedClassifier(champion), heldOut)
        let new = Answers(ServedClassifier(challenger), heldOut)
        let leaf = difference(new.leafRight, old.leafRight, templates: heldOut.map(\.template))
        let operation = difference(
            new.operationRight, old.operationRight, templates: heldOut.map(\.template))
        let mean = (leaf.mean + operation.mean) / 2
        let lower = min(leaf.lower, operation.lower)
        let fall = worstFall(new, old, heldOut)
        let oldError = old.calibrationError(heldOut, champion.labels)
        let newError = new.calibrationError(heldOut, challenger.labels)
        let checks = [
            PromotionDecision.Check(
                condition: .gain, holds: mean >= leastGain,
                figure: "\(PromotionDecision.points(mean))"),
            PromotionDecision.Check(
                condition: .lowerEnd, holds: lower >= lowestBound,
                figure: "\(PromotionDecision.points(lower))"),
            PromotionDecision.Check(
                condition: .worstLeaf, holds: fall >= -greatestFall,
                figure: "\(PromotionDecision.points(fall))"),
            PromotionDecision.Check(
                condition: .calibration,
                holds: newError <= max(calibrationError, oldError + calibrationSlack),
                figure: "\((newError * 1_000).rounded() / 1_000)"),
        ]
        return PromotionDecision(
            isPromoted: checks.allSatisfy(\.holds), checks: checks, leaf: leaf,
            operation: operation)
    }

    /// The paired difference with a normal interval over template means.
    func difference(
        _ new: [Bool?], _ old: [Bool?], templates: [String]
    ) -> PromotionDecision.Difference {
        var sums: [String: (sum: Double, count: Int)] = [:]
        var count = 0
        for (position, template) in templates.enumerated() {
            guard let after = new[position], let before = old[position] else { continue }
            let change = (after ? 1.0 : 0) - (before ? 1.0 : 0)
            sums[template, default: (0, 0)].sum += change
            sums[template, default: (0, 0)].count += 1
            count += 1
        }
        let means = sums.sorted { $0.key < $1.key }.map { $0.value.sum / Double($0.value.count) }
        guard !means.isEmpty else {
            return PromotionDecision.Difference(count: 0, mean: 0, lower: 0, upper: 0)
        }
        let mean = means.reduce(0, +) / Double(means.count)
        let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error =
            means.count > 1
            ? (squares / Double(means.count - 1) / Double(means.count)).squareRoot() : 0
        return PromotionDecision.Difference(
            count: count, mean: mean, lower: mean - 1.645 * error, upper: mean + 1.645 * error)
    }

    /// The largest fall of one leaf's accuracy among leaves with at least 30 rows.
    private func worstFall(_ new: Answers, _ old: Answers, _ rows: [LabeledExample]) -> Double {
        var changes: [String: (sum: Double, count: Int)] = [:]
        for (position, row) in rows.enumerated() {
            guard let leaf = row.leaf, let after = new.leafRight[position],
                let before = old.leafRight[position]
            else { continue }
            changes[leaf, default: (0, 0)].sum += (after ? 1 : 0) - (before ? 1 : 0)
            changes[leaf, default: (0, 0)].count += 1
        }
        return changes.values.filter { $0.count >= 30 }.map { $0.sum / Double($0.count) }.min() ?? 0
    }
}

/// What a model answers on rows: right or not, nil where a row has no such label.
private struct Answers {
    var leafRight: [Bool?] = []
    var operationRight: [Bool?] = []
    private var leafProbabilities: [[Float]] = []

    init(_ served: ServedClassifier, _ rows: [LabeledExample]) {
        for row in rows {
            let opinion = served.opinion(row.input, voice: .fusion)
            leafProbabilities.append(opinion.leaf)
            leafRight.append(
                row.leaf.map { served.labels.leaves[Self.best(opinion.leaf)] == $0 })
            operationRight.append(
                row.operation.map { served.labels.operations[Self.best(opinion.operation)] == $0 })
        }
    }

    func calibrationError(_ rows: [LabeledExample], _ labels: LabelSet) -> Double {
        var probabilities: [[Float]] = []
        var classes: [Int] = []
        for (row, distribution) in zip(rows, leafProbabilities) {
            guard let label = row.leaf.flatMap(labels.position(ofLeaf:)) else { continue }
            probabilities.append(distribution)
            classes.append(label)
        }
        return ClassificationMetrics(
            probabilities: probabilities, labels: classes, classCount: labels.leaves.count
        ).calibrationError
    }

    private static func best(_ distribution: [Float]) -> Int {
        distribution.indices.max { distribution[$0] < distribution[$1] } ?? 0
    }
}
