internal import Mathematics
public import LearnerStore
internal import ProblemEncoding
public import TextClassification

/// Which of the labels that people gave may train: never the model's own output, never too many from
/// one person, day or sitting, none twice.
public struct LabelPolicy: Sendable {
    /// The most rows of one learner on one day.
    public var rowsPerLearnerAndDay = 25
    /// The largest share of all rows that one sitting of one learner may have.
    public var shareOfSitting = 0.1
    /// How much a person's label counts beside a drawn problem.
    public var weight: Float = 2
    /// How much of that is left when the label is older than `freshDays`.
    public var agedShare: Float = 0.5
    /// The days after which a label counts less.
    public var freshDays = 182
    /// Sources and learners whose labels are taken back.
    public var takenBack: Set<String> = []
    /// The identifiers of labels that wait outside because models got worse with them.
    public var quarantined: Set<String> = []
    /// Where not nil, only these labels are looked at: those that an interrupted training had.
    public var only: Set<String>?

    /// A pause of as many milliseconds ends a sitting.
    private static let pause: Int64 = 30 * 60 * 1_000
    /// One in so many labels is never trained on but kept to measure with.
    private static let keptAside: UInt64 = 5

    /// Creates a policy with the usual bounds.
    public init() {}

    /// What the policy made of the labels.
    public struct Selection: Sendable, Hashable {
        /// The labels that train, oldest first.
        public fileprivate(set) var training: [Label] = []
        /// The labels that are kept aside to measure with, oldest first.
        public fileprivate(set) var aside: [Label] = []
        /// How many were left out, by reason.
        public fileprivate(set) var leftOut: [Reason: Int] = [:]
    }

    /// Why a label was left out.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The model itself said so.
        case model
        /// The same text has a newer label of the same learner.
        case duplicate
        /// Learners disagree about the text.
        case disagreement
        /// The learner gave too many that day.
        case day
        /// The learner gave too many in one sitting.
        case sitting
        /// The source or the learner was taken back.
        case takenBack
        /// Models got worse with it, so it waits outside.
        case quarantined
    }

    /// Chooses from labels of a problem's kind.
    ///
    /// - Parameters:
    ///   - labels: all that people said; for the same text the newest of a learner counts.
    ///   - drawnRows: the rows that are drawn besides, which the share of a sitting is measured by.
    /// - Returns: what trains, what is kept aside, and what is left out why.
    public func selection(from labels: [Label], drawnRows: Int) -> Selection {
        var selection = Selection()
        var ofDay: [String: Int] = [:]
        var sittings: [String: (last: Int64, count: Int)] = [:]
        let mostOfSitting = Int(Double(drawnRows) * shareOfSitting)
        for label in distinct(labels, &selection) {
            let day = "\(label.learner) \(label.time / 86_400_000)"
            guard ofDay[day, default: 0] < rowsPerLearnerAndDay else {
                selection.leftOut[.day, default: 0] += 1
                continue
            }
            var sitting = sittings[label.learner] ?? (label.time, 0)
            if label.time - sitting.last > Self.pause { sitting.count = 0 }
            sitting.last = label.time
            guard sitting.count < mostOfSitting else {
                sittings[label.learner] = sitting
                selection.leftOut[.sitting, default: 0] += 1
                continue
            }
            sitting.count += 1
            sittings[label.learner] = sitting
            ofDay[day, default: 0] += 1
            if StableHash.of(label.learner + " " + Self.schema(label.text)) % Self.keptAside == 0 {
                selection.aside.append(label)
            } else {
                selection.training.append(label)
            }
        }
        return selection
    }

    /// Returns the rows of labels.
    ///
    /// - Parameters:
    ///   - labels: labels that were chosen.
    ///   - now: milliseconds since 1970, for what is old.
    /// - Returns: a row for each label, in their order.
    public func rows(of labels: [Label], now: Int64) -> [LabeledExample] {
        labels.map { label in
            let encoded = ProblemEncoder.encode(label.text)
            let isOld = now - label.time > Int64(freshDays) * 86_400_000
            return LabeledExample(
                input: encoded.input, leaf: label.label, operation: nil,
                template: "label:\(label.id)", language: encoded.language.rawValue,
                weight: isOld ? weight * agedShare : weight)
        }
    }

    /// The labels that may count at all, each text once, oldest first.
    private func distinct(_ labels: [Label], _ selection: inout Selection) -> [Label] {
        var newest: [String: [String: Label]] = [:]
        for label in labels.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
        where !label.text.isEmpty && only?.contains(label.id) ?? true {
            guard label.source != "model" else {
                selection.leftOut[.model, default: 0] += 1
                continue
            }
            guard takenBack.isDisjoint(with: [label.source, label.learner]) else {
                selection.leftOut[.takenBack, default: 0] += 1
                continue
            }
            guard !quarantined.contains(label.id) else {
                selection.leftOut[.quarantined, default: 0] += 1
                continue
            }
            let old = newest[Self.schema(label.text), default: [:]].updateValue(
                label, forKey: label.learner)
            if old != nil { selection.leftOut[.duplicate, default: 0] += 1 }
        }
        var kept: [Label] = []
        for ofText in newest.values {
            let kinds = Set(ofText.values.map(\.label))
            guard kinds.count == 1 else {
                selection.leftOut[.disagreement, default: 0] += ofText.count
                continue
            }
            selection.leftOut[.duplicate, default: 0] += ofText.count - 1
            kept += ofText.values.sorted { ($0.time, $0.id) < ($1.time, $1.id) }.suffix(1)
        }
        selection.leftOut = selection.leftOut.filter { $0.value > 0 }
        return kept.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    }

    /// A text as the model sees it: the same story with other numbers is the same text.
    private static func schema(_ text: String) -> String {
        ProblemEncoder.encode(text).input.words.joined(separator: " ")
    }
}
