public import TextClassification

/// Turns an explanation and what it belongs to into what the classifier sees; training and serving
/// share it.
public enum ExplanationEncoder {
    /// An explanation that is ready for the classifier.
    public struct EncodedExplanation: Sendable, Hashable {
        /// What the classifier sees: the engine's tokens, then the words.
        public let input: ClassifierInput
        /// For each word of the input, what stood in the text; empty for the engine's tokens.
        public let display: [String]
        /// What the engine's relations alone say: correct, partial, misconception, unclear.
        public let ruleGrades: [Float]
        /// Whether there is nothing that could be a reason.
        public let isEmpty: Bool
        /// Whether a calculation in the text does not hold.
        public let hasFalseEquation: Bool
        /// Whether the text states a calculation that holds and ends in the right answer.
        public let leadsToKey: Bool
    }

    /// The longest explanation in words; of longer ones the beginning and the end are kept.
    static let longestInput = 72

    /// Encodes an explanation; numerals are masked by what they are in the problem.
    public static func encode(
        _ explanation: String, of context: ExplanationContext
    ) -> EncodedExplanation {
        let relations = ExplanationRelations(explanation, of: context)
        let prefix = relations.prefix
        let words = shortened(relations.words)
        let rules = ThinkingRules(relations: relations).opinion
        return EncodedExplanation(
            input: ClassifierInput(
                words: prefix + words,
                inQuestion: prefix.map { _ in false } + words.map { _ in true },
                relations: relations.tags, ruleOperation: "", ruleGrades: rules),
            display: prefix.map { _ in "" } + shortened(relations.display), ruleGrades: rules,
            isEmpty: relations.words.isEmpty,
            hasFalseEquation: relations.equations.count > relations.trueEquations.count,
            leadsToKey: relations.leads(to: relations.key))
    }

    private static func shortened(_ words: [String]) -> [String] {
        guard words.count > longestInput else { return words }
        return Array(words.prefix(longestInput / 2) + words.suffix(longestInput / 2))
    }
}
