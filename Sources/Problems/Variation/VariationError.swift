public import Mathematics

/// Why a problem cannot be varied, said kindly.
public enum VariationError: Error, Hashable, Sendable {
    /// The text is empty or longer than 5,000 characters.
    case textLength(Int)
    /// The text has no number that could vary.
    case noNumber
    /// The expression cannot be read; the detail says where.
    case expression(String)
    /// The expression has something that is neither a number nor a sign.
    case notANumber(String)
    /// The expression is longer than 500 characters.
    case expressionLength
    /// The expression does with a time of day what cannot be done with one.
    case clockUse
    /// The expression uses a number that is not in the text.
    case notInText(String)
    /// The expression uses no number of the text.
    case usesNoNumber
    /// The expression has no value, as when it divides by zero.
    case noValue
    /// The answer is what is left of a division, or how many whole ones it gives.
    case remainder
    /// The numbers of the expression may be constants, so that none of them can change.
    case onlySteady
    /// No other numbers keep the character of the problem.
    case noVariant

    /// Returns one sentence for the person who typed the problem.
    public func sentence(in language: Language) -> String {
        language == .korean ? korean : english
    }

    private var english: String {
        switch self {
        case .textLength(0): "There is no text; please type the problem."
        case .textLength(let length):
            "The text has \(length) characters; please keep it below 5,000."
        case .noNumber: "I found no number in the text that could change."
        case .expression(let detail): "The expression cannot be read: \(detail)."
        case .notANumber(let word):
            "The expression cannot be read: “\(word)” is not a number. Write numbers, + - * / and brackets."
        case .expressionLength: "The expression is longer than 500 characters."
        case .clockUse:
            "Minutes can be added to a time of day or taken from it, and two times have a difference; nothing else works with times."
        case .notInText(let number): "The expression uses \(number), which is not in the text."
        case .usesNoNumber: "The expression uses no number of the text."
        case .noValue: "The expression has no value: does it divide by zero?"
        case .remainder:
            "I cannot vary a division that leaves something over; choose numbers that divide evenly."
        case .onlySteady:
            "I cannot tell which numbers of the expression are those of the text, so none can change."
        case .noVariant: "I found no other numbers that keep the problem as it is."
        }
    }

    private var korean: String {
        switch self {
        case .textLength(0): "글이 없어요. 문제를 써 주세요."
        case .textLength(let length): "글이 \(length)자예요. 5,000자보다 짧게 써 주세요."
        case .noNumber: "글에서 바꿀 수 있는 수를 찾지 못했어요."
        case .expression: "식을 읽을 수 없어요. 수와 + - × ÷, 짝이 맞는 괄호만 써 주세요."
        case .notANumber(let word):
            "식에 수가 아닌 것이 있어요: “\(word)”. 수와 + - × ÷, 괄호만 써 주세요."
        case .expressionLength: "식이 500자보다 길어요. 짧게 써 주세요."
        case .clockUse:
            "시각에는 몇 분을 더하거나 뺄 수 있고, 두 시각의 차를 구할 수 있어요. 다른 계산은 시각으로 할 수 없어요."
        case .notInText(let number): "글에 없는 수가 식에 있어요: \(number)."
        case .usesNoNumber: "식에 글의 수가 하나도 없어요."
        case .noValue: "식의 값이 없어요. 0으로 나누지는 않았나요?"
        case .remainder: "나머지가 있는 나눗셈은 바꿀 수 없어요. 나누어떨어지는 수로 써 주세요."
        case .onlySteady: "식의 수가 글의 어느 수인지 알 수 없어서 바꿀 수 있는 수가 없어요."
        case .noVariant: "문제의 성격을 지키는 다른 수를 찾지 못했어요."
        }
    }
}
