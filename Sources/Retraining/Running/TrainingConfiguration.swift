public import Foundation
public import LearnerStore
public import TextClassification

/// What a training is to do.
public struct TrainingConfiguration: Sendable {
    /// What the weights start from.
    public enum Start: String, Sendable, Hashable, CaseIterable, Codable {
        /// The model that came with the program: what was learned since is learned anew, so nothing
        /// that was taken back stays, and small faults do not add up.
        case factory
        /// The model in use.
        case champion
        /// Random weights.
        case scratch
    }

    /// Where the result goes.
    public enum Destination: Sendable, Hashable {
        /// Into the registry, and into use if the gate says so.
        case registry
        /// Into a folder of its own; the registry is left alone.
        case folder(URL)
    }

    /// What the weights start from.
    public var start: Start = .factory
    /// Where the result goes.
    public var destination: Destination = .registry
    /// How long and how.
    public var plan = TrainingPlan()
    /// The sizes of the model.
    public var model = ClassifierConfiguration()
    /// How much is drawn.
    public var size = TrainingCorpus.Size()
    /// Seconds after which the best so far is taken, or nil.
    public var budget: Double?
    /// What people said about texts; the policy chooses from it.
    public var labels: [Label] = []
    /// Which labels may train.
    public var policy = LabelPolicy()
    /// Milliseconds since 1970 that the manifest will say.
    public var now: Int64 = 0
    /// The bytes of memory beyond which the training is given up.
    public var memoryLimit = 640 << 20

    /// Creates a training of the seed given.
    public init(seed: UInt64) {
        plan.seed = seed
        size.seed = seed
    }
}
