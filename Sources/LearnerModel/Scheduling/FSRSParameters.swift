/// How well a review went, by the numbers of FSRS.
public enum ReviewGrade: Int, Sendable, Hashable, CaseIterable {
    /// Forgotten: a wrong answer or one that was shown.
    case again = 1
    /// Recalled with difficulty: right after a hint or on the second try.
    case hard = 2
    /// Recalled.
    case good = 3
    /// Recalled without effort; the tutor never gives it by itself.
    case easy = 4
}

/// The settings of the FSRS-6 scheduler.
///
/// Source: open-spaced-repetition, FSRS-6 default weights, as in py-fsrs 6.3 and fsrs-rs 6.6.
public struct FSRSParameters: Sendable, Hashable {
    /// The 21 weights, w0...w20.
    public let weights: [Double]
    /// The chance of recall at which a review falls due.
    public let desiredRetention: Double
    /// Waiting times of first learning, in seconds.
    public let learningSteps: [Int64]
    /// Waiting times after a lapse, in seconds.
    public let relearningSteps: [Int64]
    /// The longest interval, in days.
    public let maximumInterval: Int

    /// The 21 default weights of FSRS-6.
    public static let defaultWeights: [Double] = [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]

    /// Creates settings.
    ///
    /// - Precondition: 21 weights, a retention inside 0...1, a maximum of at least a day.
    public init(
        weights: [Double] = defaultWeights, desiredRetention: Double,
        learningSteps: [Int64] = [], relearningSteps: [Int64] = [], maximumInterval: Int = 36500
    ) {
        precondition(weights.count == 21, "FSRS-6 has 21 weights, not \(weights.count)")
        precondition(
            desiredRetention > 0 && desiredRetention < 1,
            "a retention of \(desiredRetention) is no probability inside 0...1")
        precondition(maximumInterval >= 1, "an interval of \(maximumInterval) days is too short")
        self.weights = weights
        self.desiredRetention = desiredRetention
        self.learningSteps = learningSteps
        self.relearningSteps = relearningSteps
        self.maximumInterval = maximumInterval
    }
}
