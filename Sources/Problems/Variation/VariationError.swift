public import Mathematics

/// Why a problem cannot be varied, said kindly.
public enum VariationError: Error, Hashable, Sendable {
    /// The text is empty or longer than 5,000 characters.
    case textLength(Int)
    /// The text has no number that could vary.
    case noNumber
    /// The expression cannot be read; the detail says where.
    case expression(String)
    /// The expression uses a number that is not in the text.
    case notInText(String)
    /// The expression uses no number of the text.
    case usesNoNumber
    /// The expression has no value, as when it divides by zero.
    case noValue
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
        case .notInText(let number): "The expression uses \(number), which is not in the text."
        case .usesNoNumber: "The expression uses no number of the text."
        case .noValue: "The expression has no value: does it divide by zero?"
        case .noVariant: "I found no other numbers that keep the problem as it is."
        }
    }

    private var korean: String {
        switch self {
        case .textLength(0): "글이 없어요. 문제를 써 주세요."
        case .textLength(let length): "글이 \(length)자예요. 5,000자보다 짧게 써 주세요."
        case .noNumber: "글에서 바꿀 수 있는 수를 찾지 못했어요."
        case .expression(let detail): "식을 읽을 수 없어요: \(detail)."
        case .notInText(let number): "식에 있는 \(number)은(는) 글에 없는 수예요."
        case .usesNoNumber: "식에 글의 수가 하나도 없어요."
        case .noValue: "식의 값이 없어요. 0으로 나누지는 않았나요?"
        case .noVariant: "문제의 성격을 지키는 다른 수를 찾지 못했어요."
        }
    }
}
