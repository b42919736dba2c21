internal import Mathematics
public import LearnerStore
internal import ProblemEncoding
public import TextClassification

/// Which of the labels that people gave may train: never the model's own output, never too many from
/// one person, none twice.
public struct LabelPolicy: Sendable {
    /// The most rows of one learner on one day.
    public var rowsPerLearnerAndDay = 25
    /// How much a person's label counts beside a drawn problem.
    public var weight: Float = 2

    /// Creates a policy with the usual bounds.
    public init() {}

    /// Returns rows for labels of a problem's kind, the newest label of a text counting.
    public func rows(from labels: [Label]) -> [LabeledExample] {
        var newest: [String: Label] = [:]
        for label in labels where label.source != "model" && !label.text.isEmpty {
            newest[label.text] = label
        }
        var taken: [String: Int] = [:]
        let ordered = newest.values.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
        return ordered.compactMap { label in
            let day = "\(label.learner) \(label.time / 86_400_000)"
            taken[day, default: 0] += 1
            guard taken[day, default: 0] <= rowsPerLearnerAndDay else { return nil }
            let encoded = ProblemEncoder.encode(label.text)
            return LabeledExample(
                input: encoded.input, leaf: label.label, operation: nil,
                template: "label:\(label.id)", language: encoded.language.rawValue, weight: weight)
        }
    }
}
