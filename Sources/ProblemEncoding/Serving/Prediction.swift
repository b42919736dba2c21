public import Mathematics

/// What the model says about the text of a problem, with the keys of the command line.
public struct Prediction: Sendable, Hashable {
    /// A leaf with its probability.
    public struct RankedSkill: Sendable, Hashable {
        /// The identifier of the leaf.
        public let skill: String
        /// Its probability.
        public let probability: Double
    }

    /// A word with how much it mattered; below zero where it spoke against.
    public struct WordWeight: Sendable, Hashable {
        /// The word as it stands in the text.
        public let text: String
        /// How much the probability of the named leaf falls without it.
        public let weight: Double
    }

    /// The identifier of the most probable leaf.
    public var skill: String
    /// The strand of that leaf.
    public var strand: String
    /// The root operation of the solution.
    public var operation: RootOperation
    /// The probability of the leaf, calibrated.
    public var probability: Double
    /// Whether the tutor would ask rather than tell.
    public var abstained: Bool
    /// The five most probable leaves.
    public var top: [RankedSkill]
    /// The exact values of the numerals, in the order of the text.
    public var numbers: [String]
    /// The words and how much each mattered; empty unless asked for.
    public var words: [WordWeight]
    /// The language of the text.
    public var language: Language
    /// The probabilities of the operations, in the order of `RootOperation.allCases`.
    public var operationProbabilities: [Double]
}
