/// A card of the full FSRS-6 state machine, with learning and relearning steps.
public struct FSRSCard: Sendable, Hashable {
    /// Where a card stands.
    public enum Phase: String, Sendable, Hashable {
        /// In its first steps.
        case learning = "Learning"
        /// Reviewed at intervals of days.
        case review = "Review"
        /// In the steps after a lapse.
        case relearning = "Relearning"
    }

    /// Where the card stands.
    public private(set) var phase = Phase.learning
    /// The step within learning or relearning; nil in review.
    public private(set) var step: Int? = 0
    /// The memory, nil before the first review.
    public private(set) var memory: Memory?
    /// Seconds since 1970 of the last review.
    public private(set) var lastReview: Int64?
    /// Seconds since 1970 at which the card falls due.
    public private(set) var due: Int64 = 0

    /// Creates a card that has never been reviewed.
    public init() {}

    /// Returns the chance of recall at `seconds` since 1970, or 0 before the first review.
    public func retrievability(at seconds: Int64, _ fsrs: FSRS) -> Double {
        guard let memory, let lastReview else { return 0 }
        return fsrs.retrievability(
            of: memory, afterDays: Double(Self.days(from: lastReview, to: seconds)))
    }

    /// Reviews the card at `seconds` since 1970.
    public mutating func review(_ grade: ReviewGrade, at seconds: Int64, _ fsrs: FSRS) {
        let days = lastReview.map { Double(Self.days(from: $0, to: seconds)) } ?? 0
        let updated = fsrs.updated(memory, grade: grade, afterDays: days)
        memory = updated
        lastReview = seconds
        due = seconds + wait(after: grade, updated, fsrs)
    }

    private static func days(from earlier: Int64, to later: Int64) -> Int64 {
        max(0, later.subtractingReportingOverflow(earlier).partialValue) / 86_400
    }

    /// Moves through the steps and returns the seconds to wait.
    private mutating func wait(after grade: ReviewGrade, _ memory: Memory, _ fsrs: FSRS) -> Int64 {
        let steps =
            phase == .learning
            ? fsrs.parameters.learningSteps : fsrs.parameters.relearningSteps
        let interval = Int64(fsrs.interval(of: memory)) * 86_400
        if phase == .review {
            guard grade == .again, let first = steps.first else { return interval }
            (phase, step) = (.relearning, 0)
            return first
        }
        let current = step ?? 0
        if steps.isEmpty || (current >= steps.count && grade != .again) {
            (phase, step) = (.review, nil)
            return interval
        }
        switch grade {
        case .again:
            step = 0
            return steps[0]
        case .hard:
            guard current == 0 else { return steps[current] }
            return steps.count == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[1]) / 2
        case .good where current + 1 < steps.count:
            step = current + 1
            return steps[current + 1]
        case .good, .easy:
            (phase, step) = (.review, nil)
            return interval
        }
    }
}
