/// What FSRS remembers of one skill or card.
public struct Memory: Sendable, Hashable, Codable {
    /// Days after which the chance of recall has fallen to 90 %.
    public var stability: Double
    /// How hard the skill is for this learner, 1...10.
    public var difficulty: Double

    /// Creates a memory from its parts.
    public init(stability: Double, difficulty: Double) {
        self.stability = stability
        self.difficulty = difficulty
    }
}
