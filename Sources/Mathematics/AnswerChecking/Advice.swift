/// A sentence that says more than the finding alone: what seems to have been meant.
enum Advice: Hashable, Sendable, CaseIterable {
    case clockForDuration, timeOfDay, mixedWithMinus, cutOff, tie

    func message(in language: Language) -> String {
        let pair = sentences
        return language == .korean ? pair.korean : pair.english
    }

    private var sentences: (english: String, korean: String) {
        switch self {
        case .clockForDuration:
            (
                "Is that hours and minutes, or minutes and seconds? Please write it like 2 h 30 min.",
                "몇 시간 몇 분인가요, 몇 분 몇 초인가요? 2시간 30분처럼 써 주세요."
            )
        case .timeOfDay:
            (
                "That is a time of day; how long it takes is written like 2 h.",
                "시각이 아니라 걸린 시간을 묻고 있어요. 2시간처럼 써 주세요."
            )
        case .mixedWithMinus:
            (
                "With a minus that is a subtraction; a mixed number has a space, like 1 1/2.",
                "빼기 기호가 있으면 뺄셈이 돼요. 대분수는 1 1/2처럼 띄어 써 주세요."
            )
        case .cutOff:
            ("Very close: it looks cut off, not rounded.", "아주 가까워요. 반올림하지 않고 버림한 것 같아요.")
        case .tie:
            (
                "Very close: a half is rounded up, away from zero.",
                "아주 가까워요. 5는 올려서 반올림해요."
            )
        }
    }

    /// What is to be said of `reading`, whose finding is `finding`.
    init?(_ reading: QuantityReading, _ target: QuantityTarget, _ finding: Finding) {
        let expression = reading.parts[0].expression
        if finding == .form(.unit), reading.parts.contains(where: { $0.unit?.text == "시" }) {
            self = .timeOfDay
        } else if finding.verdictClass == .wrong, expression.isMixedWithMinus(target.number) {
            self = .mixedWithMinus
        } else if finding == .wrong(.rounding), let advice = Self.rounding(expression, target) {
            self = advice
        } else {
            return nil
        }
    }

    private static func rounding(_ expression: Expression, _ target: QuantityTarget) -> Advice? {
        // The value has been worked out before.
        guard let typed = (try? expression.value())?.rational else { return nil }
        let scale = Rational.powerOfTen(AnswerForm(expression).decimals)
        let exact = target.number.approximation * scale
        let whole = typed * scale
        guard whole == exact.truncated, whole != exact else { return nil }
        return (exact - whole).magnitude == Rational(1, 2) ? .tie : .cutOff
    }
}

extension Expression {
    /// Whether it is a whole number minus a fraction that together, with a plus, are `number`.
    fileprivate func isMixedWithMinus(_ number: ExactNumber) -> Bool {
        guard case .difference(let whole, let part) = bare, let first = whole.asLiteral,
            first.value.isInteger, case .quotient(let top, let bottom, .fraction) = part,
            let above = top.asLiteral?.value, let below = bottom.asLiteral?.value, !below.isZero
        else { return false }
        return ExactNumber(first.value + above / below) == number
    }
}
