/// What a classifier sees of a text: its words with every numeral masked, and what the exact engine
/// says about the numbers.
public struct ClassifierInput: Sendable, Hashable {
    /// The words in order, lower-cased; numerals are one of the mask words.
    public var words: [String]
    /// For each word, whether it stands in the sentence that asks.
    public var inQuestion: [Bool]
    /// Tags of relations between the numbers; they inform the operation, never the leaf.
    public var relations: [String]
    /// The operation that plain keyword rules name, as one more opinion.
    public var ruleOperation: String
    /// The grades that plain rules give an explanation, as one more opinion; empty for problems.
    public var ruleGrades: [Float]

    /// Creates an input from its parts.
    ///
    /// - Precondition: `words` and `inQuestion` have the same count.
    public init(
        words: [String], inQuestion: [Bool], relations: [String], ruleOperation: String,
        ruleGrades: [Float] = []
    ) {
        precondition(
            words.count == inQuestion.count,
            "\(words.count) words and \(inQuestion.count) question marks")
        self.words = words
        self.inQuestion = inQuestion
        self.relations = relations
        self.ruleOperation = ruleOperation
        self.ruleGrades = ruleGrades
    }

    /// Returns the input without the word at `position`; the rest stays as it was.
    public func removingWord(at position: Int) -> ClassifierInput {
        var copy = self
        copy.words.remove(at: position)
        copy.inQuestion.remove(at: position)
        return copy
    }
}
