/// One leaf of the skill taxonomy: what a template exercises and a classifier names.
public struct Skill: Sendable, Hashable, Codable {
    /// The identifier of the leaf, such as `add_to.result`.
    public let id: String
    /// The skill that the leaf belongs to, such as `add_to`.
    public let skill: String
    /// The strand, one letter from A to K.
    public let strand: String
    /// 1 for the core, 2 for extensions.
    public let tier: Int
    /// The English name.
    public let name: String
    /// The school grades, such as `1-2` or `7`.
    public let grade: String

    /// Creates a leaf from its parts.
    public init(
        id: String, skill: String, strand: String, tier: Int, name: String, grade: String
    ) {
        self.id = id
        self.skill = skill
        self.strand = strand
        self.tier = tier
        self.name = name
        self.grade = grade
    }
}
