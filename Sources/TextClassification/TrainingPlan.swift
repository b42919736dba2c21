/// How long and how a model is trained.
public struct TrainingPlan: Sendable, Hashable, Codable {
    /// The most passes over the rows.
    public var epochs = 10
    /// The passes without a better result on held-out templates after which training stops.
    public var patience = 4
    /// The rows of one step.
    public var batchSize = 32
    /// The highest learning rate.
    public var rate: Float = 2e-3
    /// The share of a target that is spread over all classes.
    public var smoothing: Float = 0.05
    /// How many threads a step is spread over; part of what makes a result repeatable.
    public var shards = 2
    /// The passes of the linear classifiers.
    public var linearEpochs = 6
    /// The seed of everything random.
    public var seed: UInt64 = 1

    /// Creates the plan of the shipped model.
    public init() {}
}

/// What happened in a training, for a progress bar or a log.
public enum TrainingEvent: Sendable, Hashable {
    /// The linear baseline has learned this share, 0...1.
    case baseline(share: Double)
    /// A step was done.
    case step(
        epoch: Int, step: Int, stepsPerEpoch: Int, loss: Float, rows: Int, rate: Float,
        gradientNorm: Float)
    /// A pass was done and measured on held-out templates, together with the linear baseline as the
    /// model will be served.
    case epoch(
        number: Int, epochs: Int, loss: Float, leafAccuracy: Double, operationAccuracy: Double)
}

/// What the observer of a training wants.
public enum TrainingControl: Sendable, Hashable {
    /// To go on.
    case proceed
    /// To stop after what has been learned so far and keep the best of it.
    case finish
    /// To stop and keep nothing.
    case cancel
}

/// Why a training gave no model.
public enum TrainingError: Error, Equatable, Sendable {
    /// The observer cancelled it.
    case cancelled
    /// The loss was not a number, again and again.
    case diverged(step: Int)
    /// There are too few rows to learn from.
    case tooFewRows(training: Int, heldOut: Int)
}
