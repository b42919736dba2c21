/// What a learner decided about the choice of problems.
public struct LearnerPreferences: Sendable, Hashable, Codable {
    /// The leaf to reach; until then only it and what it builds on are newly learned.
    public var goal: String?
    /// Leaves to practise first.
    public var pinned: Set<String> = []
    /// Leaves never to be posed.
    public var hidden: Set<String> = []
    /// The lowest school grade to practise, nil for any.
    public var lowestGrade: Int?
    /// The highest school grade to practise, nil for any.
    public var highestGrade: Int?
    /// Skills to start afresh, each at its place in the log.
    public var resets: [SkillReset] = []
    /// Whether a new learner is first asked a few problems to find out where to begin.
    public var usesPlacement = true

    /// Creates the wishes of a learner who has none.
    public init() {}

    /// Returns whether problems of `skill` may be posed.
    public func allows(_ skill: CurriculumSkill) -> Bool {
        skill.isAvailable && !hidden.contains(skill.id)
            && (pinned.contains(skill.id) || goal == skill.id
                || (skill.grades.upperBound >= (lowestGrade ?? .min)
                    && skill.grades.lowerBound <= (highestGrade ?? .max)))
    }
}
