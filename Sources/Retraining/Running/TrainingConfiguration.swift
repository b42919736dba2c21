public import Foundation
public import TextClassification

/// What a training is to do.
public struct TrainingConfiguration: Sendable {
    /// What the weights start from.
    public enum Start: String, Sendable, Hashable, CaseIterable {
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
    public var start: Start = .champion
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
    /// Rows that people labelled.
    public var labelled: [LabeledExample] = []
    /// Milliseconds since 1970 that the manifest will say.
    public var now: Int64 = 0

    /// Creates a training of the seed given.
    public init(seed: UInt64) {
        plan.seed = seed
        size.seed = seed
    }
}
