/// A skill that another one builds on.
public struct Prerequisite: Sendable, Hashable {
    /// The identifier of the earlier leaf.
    public let skill: String
    /// How much a right answer on the later leaf also practises the earlier one, 0...1.
    public let weight: Double

    /// Creates a prerequisite.
    public init(skill: String, weight: Double = 0.5) {
        self.skill = skill
        self.weight = weight
    }
}

/// A template that can pose problems of a skill.
public struct CurriculumTemplate: Sendable, Hashable {
    /// The identifier of the template.
    public let id: String
    /// The levels at which it can pose problems.
    public let levels: ClosedRange<Int>

    /// Creates a template.
    public init(id: String, levels: ClosedRange<Int> = 1...5) {
        self.id = id
        self.levels = levels
    }
}

/// One leaf as the learner model sees it.
public struct CurriculumSkill: Sendable, Hashable {
    /// The identifier of the leaf.
    public let id: String
    /// The strand, one letter from A to K.
    public let strand: String
    /// The school grades in which it is taught.
    public let grades: ClosedRange<Int>
    /// The prior difficulty in logits: 0 is right half of the time for a learner of ability 0.
    public let difficulty: Double
    /// The leaves to be familiar with before.
    public let prerequisites: [Prerequisite]
    /// The templates that can pose its problems; a leaf without one is never chosen.
    public let templates: [CurriculumTemplate]

    /// Whether problems of the leaf can be posed.
    public var isAvailable: Bool { !templates.isEmpty }

    /// The levels at which some template can pose problems, lowest first.
    public var levels: [Int] {
        (1...5).filter { level in templates.contains { $0.levels.contains(level) } }
    }

    /// Creates a leaf from its parts.
    public init(
        id: String, strand: String, grades: ClosedRange<Int>, difficulty: Double,
        prerequisites: [Prerequisite], templates: [CurriculumTemplate]
    ) {
        self.id = id
        self.strand = strand
        self.grades = grades
        self.difficulty = difficulty
        self.prerequisites = prerequisites
        self.templates = templates
    }
}
