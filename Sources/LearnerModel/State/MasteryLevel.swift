/// How far a learner has come with a skill.
public enum MasteryLevel: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Never answered.
    case notStarted
    /// Answered at least once.
    case attempted
    /// Right more often than not.
    case familiar
    /// Reliably right, or right three times running, at the reference level.
    case proficient
    /// Proficient and right again, unassisted, on a later day.
    case mastered

    /// Orders the levels from not started to mastered.
    public static func < (lower: Self, upper: Self) -> Bool {
        lower.rawValue < upper.rawValue
    }
}
