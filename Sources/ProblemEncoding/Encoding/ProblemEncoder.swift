public import Mathematics
public import TextClassification

/// Turns the text of a problem into what the classifier sees; training and serving share it.
public enum ProblemEncoder {
    /// A text that is ready for the classifier.
    public struct EncodedProblem: Sendable, Hashable {
        /// What the classifier sees.
        public let input: ClassifierInput
        /// For each word of the input, what stood in the text.
        public let display: [String]
        /// The exact values of the numerals, in the order of the text.
        public let numbers: [FoundNumber]
        /// The language that most letters belong to.
        public let language: Language
    }

    /// The marker before the first word of the sentence that asks.
    static let questionMarker = "<q>"
    /// Longer texts keep their beginning and their end, where the question stands.
    static let longestInput = 96

    /// Encodes a text; the words depend on the wording alone, never on the value of a number.
    public static func encode(_ text: String) -> EncodedProblem {
        let scanner = TextScanner(text)
        let question = questionSentences(scanner)
        let tokens = shortened(scanner.tokens)
        var words: [String] = []
        var inQuestion: [Bool] = []
        var display: [String] = []
        var wasQuestion = false
        for token in tokens {
            let asks = question.contains(token.sentence)
            if asks, !wasQuestion {
                words.append(questionMarker)
                inQuestion.append(true)
                display.append("")
            }
            wasQuestion = asks
            words.append(token.word)
            inQuestion.append(asks)
            display.append(token.display)
        }
        let counted = scanner.tokens.filter { $0.number.map(isGiven) ?? false }
        let relations = NumberRelations(
            numbers: counted.compactMap { $0.number?.value },
            inQuestion: counted.count { question.contains($0.sentence) })
        let language = language(of: text)
        let rules = OperationRules(
            words: words, inQuestion: inQuestion, relations: relations, language: language)
        return EncodedProblem(
            input: ClassifierInput(
                words: words, inQuestion: inQuestion, relations: relations.tags,
                ruleOperation: rules.operation.rawValue),
            display: display, numbers: counted.compactMap(\.number), language: language)
    }

    /// Returns the language that most letters of the text belong to.
    public static func language(of text: String) -> Language {
        var hangul = 0
        var latin = 0
        for scalar in text.unicodeScalars.prefix(TextScanner.longestText)
        where scalar.properties.isAlphabetic {
            if TextScanner.isHangul(scalar) { hangul += 2 } else { latin += 1 }
        }
        return hangul > latin ? .korean : .english
    }

    /// A bare `one` or `한` is an article more often than a given number.
    private static func isGiven(_ number: FoundNumber) -> Bool {
        !(number.isWord && number.value == 1)
    }

    /// The sentences with a question mark, else those that ask by their words, else the last.
    private static func questionSentences(_ scanner: TextScanner) -> Set<Int> {
        if !scanner.questions.isEmpty { return scanner.questions }
        let asking = scanner.tokens.filter { token in
            askingEndings.contains(where: token.word.hasSuffix)
                || askingWords.contains(token.word)
        }
        if let last = asking.last { return [last.sentence] }
        return scanner.tokens.last.map { [$0.sentence] } ?? []
    }

    private static let askingEndings = [
        "까", "까요", "나요", "구하세요", "구하시오", "보세요", "쓰세요", "구해", "인가요",
    ]
    private static let askingWords: Set<String> = ["how", "what", "find", "calculate", "몇", "얼마"]

    private static func shortened(_ tokens: [TextToken]) -> [TextToken] {
        guard tokens.count > longestInput else { return tokens }
        return Array(tokens.prefix(longestInput / 2) + tokens.suffix(longestInput / 2))
    }
}
