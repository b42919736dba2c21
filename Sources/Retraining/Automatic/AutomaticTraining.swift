internal import LearnerStore

/// Decides when a model may be trained without being asked for: enough is new, and nobody needs the
/// machine.
public struct AutomaticTraining: Sendable {
    /// What the decision rests on.
    public struct Situation: Sendable, Hashable {
        /// Whether the person whose machine it is has agreed.
        public var isAllowed = false
        /// The labels that no model has learned from.
        public var newLabels = 0
        /// Whether the model in use has become worse than it was.
        public var hasDrifted = false
        /// Seconds since a model was last trained, or nil where none was.
        public var sinceTraining: Double?
        /// Whether the machine runs on its battery.
        public var isOnBattery = false
        /// The programs that want to compute for each processor, or nil where that is not known.
        public var load: Double?
        /// Seconds since a key was pressed.
        public var sinceKey = 0.0

        /// Creates a situation in which nothing speaks for training.
        public init() {}
    }

    /// What is decided.
    public enum Decision: String, Sendable, Hashable, CaseIterable {
        /// Training begins.
        case train
        /// Nobody has agreed.
        case notAllowed
        /// Too little is new.
        case nothingNew
        /// The last training is not long ago.
        case tooSoon
        /// The battery is needed.
        case onBattery
        /// Somebody is at the keys.
        case inUse
        /// The machine computes something else.
        case busy
    }

    /// The fewest new labels.
    public var fewestLabels = 50
    /// The least seconds between two trainings.
    public var leastPause = 1_800.0
    /// The least seconds without a key.
    public var leastRest = 120.0
    /// The greatest load for each processor.
    public var greatestLoad = 0.5

    /// Creates the usual bounds.
    public init() {}

    /// Decides.
    public func decision(in situation: Situation) -> Decision {
        guard situation.isAllowed else { return .notAllowed }
        guard situation.newLabels >= fewestLabels || situation.hasDrifted else {
            return .nothingNew
        }
        if let since = situation.sinceTraining, since < leastPause { return .tooSoon }
        guard !situation.isOnBattery else { return .onBattery }
        guard situation.sinceKey >= leastRest else { return .inUse }
        // A load that is not known leaves the keys to tell.
        guard situation.load ?? 0 <= greatestLoad else { return .busy }
        return .train
    }
}

extension ModelRegistry {
    /// Counts the labels that would train or be kept aside and that no model of this registry has had.
    public func newLabels(in selection: LabelPolicy.Selection) -> Int {
        let known = versions().reduce(into: Set<String>()) { known, version in
            known.formUnion(learnedLabels(of: version.id).map(\.label))
        }
        return (selection.training + selection.aside).count { !known.contains($0.id) }
    }

    /// When a model was last trained here, in milliseconds since 1970; nil where none was.
    public var lastTraining: Int64? {
        versions().filter { !$0.isFactory }.map(\.created).max()
    }
}
