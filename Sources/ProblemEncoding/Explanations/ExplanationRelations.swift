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
    /// How many different numbers there are.
    let differentNumbers: Int
    /// Whether the same few words are said again and again.
    let isRepetition: Bool
    let newNumbers: Int
    let hasKey: Bool
    let hasAnswer: Bool
    let isGuess: Bool
    let isVague: Bool
    let hasConnective: Bool
    let mathematicalWords: Int
    let isKorean: Bool
    /// The number of words in the script of most letters; a few of another script are no reason.
    let ownWordCount: Int
    let contentWords: Int
    /// How many content words are also in the problem.
    let sharedWords: Int
    let order: WordOrder.Level
    /// Whether the text says that an operation was not done.
    let isDenial: Bool
    /// Whether the text takes back what it said before.
    let takesBack: Bool
    /// Whether the text is little more than the problem said back.
    let isQuotation: Bool
    let operations: Set<ArithmeticSymbol.Operation>
    /// The operations on two given numbers that lead to the key, and to the answer.
    let keyOperations: Set<ArithmeticSymbol.Operation>
    let answerOperations: Set<ArithmeticSymbol.Operation>
    let answerIsGiven: Bool
    let isListed: Bool
    let key: Rational?
    let answer: Rational?
    /// Whether the answer is one part of what the key has several of, as 24 where 3/5 make 72.
    let answerIsOnePart: Bool
    /// The calculations that the problem itself sets.
    private let asked: Set<NamedCalculation>
    /// Whether a number is written in a form of the learner's own, as 3/12 where the problem has 1/4.
    private let hasOwnForms: Bool

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
        differentNumbers = Set(numbers).count
        isRepetition = Self.isRepetition(tokens.map(\.display))
        newNumbers = numbers.count { values.isNew($0) }
        hasKey = values.key.map(numbers.contains) ?? false
        hasAnswer = values.answer.map(numbers.contains) ?? false
        let plain = words.filter { !$0.hasPrefix("<") }
        isGuess = ExplanationWords.isGuess(plain)
        isVague = ExplanationWords.isVague(plain)
        let isKorean = ProblemEncoder.language(of: plainText) == .korean
        let own = plain.filter {
            $0.unicodeScalars.contains(where: TextScanner.isHangul) == isKorean
        }
        ownWordCount = words.count - plain.count + own.count
        hasConnective = own.contains(where: ExplanationWords.isConnective)
        mathematicalWords = plain.count(where: ExplanationWords.isMathematical)
        self.isKorean = isKorean
        let content = plain.filter { !ExplanationWords.isFunctionWord($0) }
        contentWords = content.count
        let problemWords = Set(problem.map(\.word))
        sharedWords = content.count { problemWords.contains($0) && $0.count > 2 }
        order = WordOrder.level(of: plainText)
        isDenial = ExplanationWords.isDenial(plain)
        takesBack = ExplanationWords.takesBack(plain)
        isQuotation = Self.isQuotation(tokens.map(\.word), of: problem.map(\.word))
        asked = EquationReader(Array(problem.prefix(Self.longestText))).calculations
        operations = Set(words.compactMap(ArithmeticWords.operation))
            .union(equations.flatMap(\.operations))
        keyOperations = values.operations(leadingTo: values.key)
        answerOperations = values.operations(leadingTo: values.answer)
        answerIsGiven = values.answer.map(given.contains) ?? false
        let forms = Set(problem.map(\.display))
        let key = values.key
        hasOwnForms = tokens.contains {
            $0.number != nil && $0.number?.value != key && !forms.contains($0.display)
        }
        isListed = !context.listedCodes.isEmpty
        answerIsOnePart = Self.isOnePart(values, problem)
    }

    private static let longestText = 400
    private static let shortestQuotation = 4
    private static let longQuotation = 8
    private static let shortestRepetition = 5

    private static func isRepetition(_ words: [String]) -> Bool {
        words.count >= shortestRepetition && 5 * Set(words).count < 2 * words.count
    }

    /// Whether most pairs of neighbouring words stand in the problem as well; in a short text all.
    private static func isQuotation(_ words: [String], of problem: [String]) -> Bool {
        guard words.count >= shortestQuotation else { return false }
        let known = Set(zip(problem, problem.dropFirst()).map { $0 + " " + $1 })
        let pairs = zip(words, words.dropFirst()).map { $0 + " " + $1 }
        let quoted = pairs.count(where: known.contains)
        return words.count < longQuotation ? quoted == pairs.count : 3 * quoted > 2 * pairs.count
    }

    private static func isOnePart(_ values: Values, _ problem: [TextToken]) -> Bool {
        guard let key = values.key, let answer = values.answer, !answer.isZero else { return false }
        let quotient = key / answer
        return problem.contains { token in
            guard let number = token.number, number.isFraction,
                let top = number.text.split(separator: "/").first
            else { return false }
            return quotient > 1 && Rational(parsing: String(top)) == quotient
        }
    }

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
            "<\(order.rawValue)>",
        ]
    }

    var trueEquations: [StatedEquation] { equations.filter(\.isTrue) }

    /// Whether the only calculation that holds is the one that the problem sets: its result said once
    /// more, not a way to it.
    var saysTaskBack: Bool {
        !trueEquations.isEmpty && !hasOwnForms
            && trueEquations.allSatisfy { equation in
                asked.contains(
                    NamedCalculation(
                        operands: equation.operands, operations: equation.operations))
            }
    }

    /// Whether the sizes alone were calculated with and the sign of a right answer was put on after.
    var leavesSignOut: Bool {
        guard let key, key < 0 else { return false }
        return leads(to: -key) && !leads(to: key)
    }

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
            "content:\(min(contentWords, 4))", "order:\(order.rawValue)",
        ]
        if isGuess { tags.append("guess") }
        if isVague { tags.append("vague") }
        if hasConnective { tags.append("reason") }
        if leads(to: key) { tags.append("leads:key") }
        if saysTaskBack { tags.append("task") }
        if leavesSignOut { tags.append("unsigned") }
        if isDenial || takesBack { tags.append("denial") }
        if isQuotation { tags.append("quotation") }
        if isRepetition { tags.append("repetition") }
        if standing != .right, leads(to: answer) { tags.append("leads:answer") }
        tags += operations.map { "operation:\($0.rawValue)" }.sorted()
        if !operations.isDisjoint(with: keyOperations) { tags.append("operation:key") }
        if standing == .wrong {
            if !operations.isDisjoint(with: answerOperations) { tags.append("operation:answer") }
            tags += answerOperations.map { "made:\($0.rawValue)" }.sorted()
            if answerIsGiven { tags.append("made:given") }
            if isListed { tags.append("listed") }
            if answerIsOnePart { tags.append("part") }
        }
        return tags
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
