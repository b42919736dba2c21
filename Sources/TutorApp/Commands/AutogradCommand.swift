import ArgumentParser
import Autograd
import Mathematics

struct AutogradCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autograd",
        abstract: "Differentiates an expression step by step.",
        discussion: """
            Example: mathtutor autograd "x^2*sin(x)" x=2. Known are + - * / ^, parentheses, pi, e, \
            and sin cos tan exp ln sqrt tanh.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The expression, in quotes.")
    var expression: String

    @Argument(help: .init("The variables' values.", valueName: "name=value"))
    var values: [String] = []

    func run() throws {
        let variables = try values.map(VariableValue.init)
        guard variables.count <= 8 else { throw Failure.tooManyVariables }
        guard Set(variables.map(\.name)).count == variables.count else {
            throw Failure.repeatedVariable
        }
        let explanation: DerivativeExplanation
        do {
            explanation = try DerivativeExplanation(expression, variables)
        } catch {
            throw Failure(expression, error)
        }
        let language = global.languageInForce()
        try StandardOutput.line(global.json ? explanation.json : explanation.text(language))
    }
}

/// A variable's name and value as typed, `x=2`.
struct VariableValue: Equatable {
    let name: String
    let value: Double

    init(_ text: String) throws(Failure) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard parts.count == 2, (1...20).contains(name.count), name.allSatisfy(\.isLetter),
            ScalarExpression.functions[name] == nil, let value = Self.number(String(parts[1]))
        else { throw .unreadableVariable(text) }
        (self.name, self.value) = (name, value)
    }

    /// A decimal number or a fraction of two.
    private static func number(_ text: String) -> Double? {
        let parts = text.replacing("−", with: "-").split(separator: "/").map { Double($0) }
        guard parts.count <= 2, let first = parts.first ?? nil else { return nil }
        let value = parts.count == 2 ? parts[1].map { first / $0 } : first
        return value.flatMap { $0.isFinite ? $0 : nil }
    }
}

extension Failure {
    fileprivate static let tooManyVariables = Failure(
        .usage, english: "at most eight variables can have values.",
        korean: "값을 줄 수 있는 문자는 여덟 개까지예요.")

    fileprivate static let repeatedVariable = Failure(
        .usage, english: "a variable was given two values.",
        korean: "한 문자에 값을 두 번 주었어요.")

    fileprivate static func unreadableVariable(_ text: String) -> Failure {
        Failure(
            .usage,
            english: """
                "\(text)" does not give a variable a value.
                Try:  mathtutor autograd "x^2*sin(x)" x=2
                """,
            korean: """
                "\(text)"에서는 어떤 문자의 값이 얼마인지 알 수 없어요.
                이렇게 해 보세요:  mathtutor autograd "x^2*sin(x)" x=2
                """)
    }

    fileprivate init(_ expression: String, _ error: ScalarExpressionError) {
        let (english, korean) = Self.reason(error)
        self.init(
            .usage,
            english: """
                cannot read "\(expression.prefix(80))": \(english).
                Try:  mathtutor autograd "x^2*sin(x)" x=2
                """,
            korean: """
                "\(expression.prefix(80))" 식을 읽을 수 없어요: \(korean).
                이렇게 해 보세요:  mathtutor autograd "x^2*sin(x)" x=2
                """)
    }

    private static func reason(_ error: ScalarExpressionError) -> (String, String) {
        switch error {
        case .tooLarge(let limit):
            ("it is larger than the limit, \(limit)", "너무 길거나 복잡해요(\(limit))")
        case .unexpected(let character, let column):
            (
                "\"\(character)\" at character \(column) does not belong there",
                "\(column)번째 글자에 \"\(character)\", 이 글자는 올 수 없어요"
            )
        case .unexpectedEnd: ("it ends too early", "식이 끝나지 않았어요")
        case .unknownName(let name, let column):
            (
                "\"\(name)\" at character \(column) is neither a function nor a variable with a value",
                "\(column)번째 글자부터 나오는 \"\(name)\", 이것은 함수도 아니고 값이 있는 문자도 아니에요"
            )
        case .badNumber(let text, let column):
            (
                "\"\(text)\" at character \(column) is not a number",
                "\(column)번째 글자부터 나오는 \"\(text)\", 이것은 수가 아니에요"
            )
        }
    }
}
