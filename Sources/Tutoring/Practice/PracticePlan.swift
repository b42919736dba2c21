public import Mathematics

/// What a practice session is asked to be.
public struct PracticePlan: Sendable, Hashable {
    /// The learner's identifier.
    public var learner: String
    /// The language of problems and messages at the start.
    public var language: Language
    /// The leaf to practise, or nil to let the learner model choose.
    public var skill: String?
    /// The template of every problem, or nil for any; its leaf is `skill`.
    public var template: String?
    /// The level 1...5 to practise at, or nil to let the learner model choose.
    public var level: Int?
    /// After how many problems the session ends, or nil for no end.
    public var count: Int?
    /// How the problems ended that an earlier session did of the same round.
    public var earlier: [ProblemResult.Ending] = []
    /// The randomness of the session.
    public var seed: UInt64

    /// Creates a plan from its parts.
    public init(
        learner: String, language: Language, skill: String? = nil,
        template: String? = nil, level: Int? = nil, count: Int? = nil, seed: UInt64
    ) {
        self.learner = learner
        self.language = language
        self.skill = skill
        self.template = template
        self.level = level
        self.count = count
        self.seed = seed
    }
}
