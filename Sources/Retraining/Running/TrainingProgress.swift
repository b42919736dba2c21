public import TextClassification

/// How a training stands; given at most ten times a second.
public struct TrainingProgress: Sendable {
    /// What the training is doing.
    public enum Phase: Sendable {
        /// Drawing problems.
        case preparing
        /// Learning the linear baseline.
        case warmingUp
        /// Learning.
        case training
        /// Waiting until it is told to go on.
        case paused
        /// Comparing the new model with the one in use.
        case evaluating
        /// Done; the outcome says what became of it.
        case finished(TrainingOutcome)
        /// Stopped on request; nothing has changed.
        case cancelled
        /// Stopped by an error; nothing has changed.
        case failed(RetrainingError)
    }

    /// What the training is doing.
    public var phase: Phase
    /// The problems drawn so far.
    public var drawn = 0
    /// The problems that are to be drawn.
    public var toDraw = 0
    /// The share of the phase that is done, 0...1, for phases before and after learning.
    public var phaseFraction = 0.0
    /// The accuracy of the model in use on the same held-out templates, leaf and operation together,
    /// as it is served.
    public var championAccuracy: Double?
    /// The bytes of memory that the program holds.
    public var residentBytes: Int?
    /// The bytes beyond which the training is given up.
    public var memoryLimit = 0
    /// The pass over the rows, from 1; 0 before the first.
    public var epoch: Int
    /// The passes that are planned.
    public var epochs: Int
    /// The share of all steps that is done, 0...1.
    public var fraction: Double
    /// The losses of the steps since the last report, oldest first.
    public var losses: [Float]
    /// The loss of the newest step.
    public var loss: Float?
    /// The newest pass that was measured on held-out templates; 0 before the first.
    public var measuredEpoch: Int
    /// The accuracy of the leaf on held-out templates after that pass, Transformer and linear
    /// classifier together, as a model is served.
    public var leafAccuracy: Double?
    /// The accuracy of the operation on held-out templates after that pass, likewise.
    public var operationAccuracy: Double?
    /// The accuracy of leaf and operation together after that pass, to be compared with the model in
    /// use.
    public var accuracy: Double? {
        guard let leafAccuracy, let operationAccuracy else { return nil }
        return (leafAccuracy + operationAccuracy) / 2
    }
    /// The learning rate of the newest step.
    public var learningRate: Float?
    /// The length of the newest step's gradient before it was clipped.
    public var gradientNorm: Float?
    /// Rows learned from per second of learning, pauses and measuring left out.
    public var rowsPerSecond: Double?
    /// Seconds since the start.
    public var seconds: Double
    /// Seconds until the end, estimated from the steps so far.
    public var remainingSeconds: Double?
}

/// What became of a training.
public struct TrainingOutcome: Sendable {
    /// The new model with what is known about it.
    public let version: ModelVersion
    /// Whether it went into use, and why.
    public let decision: PromotionDecision
    /// The model itself, ready to be served.
    public let model: ClassifierModel
    /// Seconds that the training took.
    public let seconds: Double
    /// The model that it was measured against.
    public let previous: String
    /// What people's labels it learned from, and which were left out.
    public let labels: LabelPolicy.Selection
}

/// Why a training could not start or came to no result.
public enum RetrainingError: Error, Hashable, Sendable {
    /// Another training is running, perhaps in another process.
    case alreadyRunning
    /// The problem bank or the wordings cannot be read.
    case badData(reason: String)
    /// The model folder cannot be written.
    case unwritable(reason: String)
    /// The model in use and the factory model are damaged.
    case damagedModel(reason: String)
    /// The training would have needed more memory than it may have.
    case tooMuchMemory(bytes: Int, limit: Int)
    /// The training went wrong and was given up.
    case trainingFailed(reason: String)
}
