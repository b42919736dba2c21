internal import Mathematics

/// What the exact engine knows about an explanation.
///
/// These are relations between its numbers and calculations, the problem and the answer; they hold
/// for problems that nobody has seen.
struct ExplanationRelations: Sendable {
    let standing: ExplanationContext.Standing
    let equations: [StatedEquation]
    /// The words, numerals masked by what they are.
    let words: [String]
    /// For each word, what stood in the text.
    let display: [String]
    let numeralCount: Int
    let newNumbers: Int
    let hasKey: Bool
    let hasAnswer: Bool
    let isGuess: Bool
    let isVague: Bool
    let hasConnective: Bool
    let mathematicalWords: Int
    let isKorean: Bool
    let contentWords: Int
    /// How many content words are also in the problem.
    let sharedWords: Int
    /// The share of random orders of the words that read as well; 0 where it cannot be told.
    let betterOrders: Double
    let operations: Set<ArithmeticSymbol.Operation>
    /// The operations on two given numbers that lead to the key, and to the answer.
    let keyOperations: Set<ArithmeticSymbol.Operation>
    let answerOperations: Set<ArithmeticSymbol.Operation>
    let answerIsGiven: Bool
    let isListed: Bool
    let key: Rational?
    let answer: Rational?

    init(_ explanation: String, of context: ExplanationContext) {
        let plainText = PlainNotation.text(explanation)
        let tokens = Array(TextScanner(plainText).tokens.prefix(Self.longestText))
        let problem = TextScanner(PlainNotation.text(context.problem)).tokens
        let given = Set(problem.compactMap { $0.number?.value }.prefix(8))
        standing = context.standing
        let values = Values(
            key: context.expected.flatMap(Self.value), answer: Self.value(context.answer),
            given: given)
        (key, answer) = (values.key, values.answer)
        words = tokens.map { $0.number == nil ? $0.word : values.mask($0) }
        display = tokens.map(\.display)
        equations = EquationReader(tokens).equations
        let numbers = tokens.compactMap { $0.number?.value }
        numeralCount = numbers.count
        newNumbers = numbers.count { values.isNew($0) }
        hasKey = values.key.map(numbers.contains) ?? false
        hasAnswer = values.answer.map(numbers.contains) ?? false
        let plain = words.filter { !$0.hasPrefix("<") }
        isGuess = ExplanationWords.isGuess(plain)
        isVague = ExplanationWords.isVague(plain)
        hasConnective = plain.contains(where: ExplanationWords.isConnective)
        mathematicalWords = plain.count(where: ExplanationWords.isMathematical)
        isKorean = plainText.unicodeScalars.contains(where: TextScanner.isHangul)
        let content = plain.filter { !ExplanationWords.isFunctionWord($0) }
        contentWords = content.count
        let asked = Set(problem.map(\.word))
        sharedWords = content.count { asked.contains($0) && $0.count > 2 }
        betterOrders = WordOrder.shareOfBetterOrders(plainText) ?? 0
        operations = Set(words.compactMap(ArithmeticWords.operation))
            .union(equations.flatMap(\.operations))
        keyOperations = values.operations(leadingTo: values.key)
        answerOperations = values.operations(leadingTo: values.answer)
        answerIsGiven = values.answer.map(given.contains) ?? false
        isListed = !context.listedCodes.isEmpty
    }

    private static let longestText = 400

    /// The number that an answer means: its first numeral.
    private static func value(_ text: String) -> Rational? {
        let plain = PlainNotation.text(text)
        return Rational(parsing: plain)
            ?? TextScanner(plain).tokens.lazy.compactMap(\.number?.value).first
    }

    // MARK: Tags

    /// The tags in a fixed order, each also crossed with what the checker said.
    var tags: [String] {
        let plain = self.plain
        return ["standing:\(standing.rawValue)"] + plain
            + plain.map { "\(standing.rawValue)&\($0)" }
    }

    /// The tags that stand before the words of the text.
    var prefix: [String] {
        [
            "<\(standing.rawValue)>", "<true:\(min(trueEquations.count, 2))>",
            "<false:\(min(equations.count - trueEquations.count, 2))>",
            "<key:\(hasKey ? 1 : 0)>", "<numbers:\(min(numeralCount, 3))>",
            "<\(Self.level(ofOrder: betterOrders))>",
        ]
    }

    var trueEquations: [StatedEquation] { equations.filter(\.isTrue) }

    /// Whether a calculation that holds ends in the value.
    func leads(to value: Rational?) -> Bool {
        guard let value else { return false }
        return trueEquations.contains { !$0.operations.isEmpty && $0.result == value }
    }

    private var plain: [String] {
        var tags = [
            "true:\(min(trueEquations.count, 2))",
            "false:\(min(equations.count - trueEquations.count, 2))",
            "key:\(hasKey)", "answer:\(hasAnswer)", "numbers:\(min(numeralCount, 3))",
            "new:\(min(newNumbers, 2))", "length:\(Self.length(words.count))",
            "mathematics:\(min(mathematicalWords, 3))", "shared:\(min(sharedWords, 3))",
            "content:\(min(contentWords, 4))", "order:\(Self.level(ofOrder: betterOrders))",
        ]
        if isGuess { tags.append("guess") }
        if isVague { tags.append("vague") }
        if hasConnective { tags.append("reason") }
        if leads(to: key) { tags.append("leads:key") }
        if standing != .right, leads(to: answer) { tags.append("leads:answer") }
        tags += operations.map { "operation:\($0.rawValue)" }.sorted()
        if !operations.isDisjoint(with: keyOperations) { tags.append("operation:key") }
        if standing == .wrong {
            if !operations.isDisjoint(with: answerOperations) { tags.append("operation:answer") }
            tags += answerOperations.map { "made:\($0.rawValue)" }.sorted()
            if answerIsGiven { tags.append("made:given") }
            if isListed { tags.append("listed") }
        }
        return tags
    }

    /// How well the order of the words reads.
    static func level(ofOrder share: Double) -> String {
        share < 0.1 ? "fluent" : share < 0.3 ? "halting" : "shuffled"
    }

    private static func length(_ count: Int) -> String {
        switch count {
        case 0: "none"
        case 1...3: "few"
        case 4...8: "some"
        case 9...16: "many"
        default: "most"
        }
    }
}

/// The values that numerals are told apart by.
private struct Values {
    let key: Rational?
    let answer: Rational?
    let given: Set<Rational>

    func isNew(_ value: Rational) -> Bool {
        !given.contains(value) && value != key && value != answer
    }

    func mask(_ token: TextToken) -> String {
        guard let value = token.number?.value else { return token.word }
        if value == key { return "<key>" }
        if value == answer { return "<answer>" }
        return given.contains(value) ? "<given>" : "<new>"
    }

    func operations(leadingTo value: Rational?) -> Set<ArithmeticSymbol.Operation> {
        guard let value, value.bitWidth <= 128 else { return [] }
        let numbers = given.filter { $0.bitWidth <= 128 }
        var found: Set<ArithmeticSymbol.Operation> = []
        for left in numbers {
            for right in numbers where left != right || numbers.count == 1 {
                for operation in ArithmeticSymbol.Operation.allCases
                where operation.applied(left, right) == value {
                    found.insert(operation)
                }
            }
        }
        return found
    }
}
