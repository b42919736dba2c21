internal import Mathematics

/// How the answer of a varied problem is written and checked.
struct AnswerForm {
    private let kind: ResultKind
    private let clock: ClockForm?
    private let language: Language
    /// Whether the text asks for nothing but minutes.
    private let asksForMinutes: Bool
    private let isMoney: Bool

    init(_ solution: SolutionFormula, text: String, language: Language) {
        let lower = text.lowercased()
        kind = solution.kind
        clock = solution.clockForm
        self.language = language
        asksForMinutes =
            lower.contains("how many minutes") || lower.contains("몇 분") && !lower.contains("몇 시간")
        isMoney = solution.kind == .number && Self.asksForMoney(lower, language)
    }

    private var rule: AnswerRule.Kind? {
        switch kind {
        case .clock: .clock
        case .minutes: asksForMinutes ? nil : .minutes
        case .number: isMoney ? .money : nil
        }
    }

    /// Whether the question at the end is about an amount of money and nothing else.
    private static func asksForMoney(_ lower: String, _ language: Language) -> Bool {
        let sentences = lower.split { $0 == "." && language == .korean || $0 == "?" || $0 == "!" }
        let question = sentences.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? ""
        guard language == .english else {
            return lower.contains("원")
                && (question.contains("몇 원")
                    || ["돈", "값", "가격", "거스름", "요금", "금액"].contains(where: question.contains)
                        && question.contains("얼마"))
        }
        let last = question.lastPart(after: ". ")
        guard lower.contains("$"), !["how many", "percent"].contains(where: last.contains) else {
            return false
        }
        let words = [
            "how much money", "cost", " pay", "price", "how much change", "spend", "earn", "save",
        ]
        let isAllMoney = lower.matches(of: /\$?\d[\d,.]*%?/).allSatisfy {
            $0.output.first == "$" || $0.output.last == "%"
        }
        return isAllMoney || words.contains(where: last.contains)
    }

    /// The answer with its specification.
    func answer(_ value: ExactNumber) -> Problem.Answer {
        Problem.Answer(
            value: self.value(value), unit: rule?.unit(value, nouns: [], language: language),
            text: text(value), specification: specification(value))
    }

    private func specification(_ value: ExactNumber) -> String {
        switch rule {
        case .clock: clock?.isHalfSaid == false ? "t=clock;ampm=opt" : "t=clock"
        case .minutes: "t=dur"
        case .money: "t=money;cur=\(language == .english ? "USD" : "KRW")"
        default: NumberText.decimal(value, places: 3) == nil ? "t=frac" : "t=num"
        }
    }

    private func text(_ value: ExactNumber) -> String {
        if let clock, rule == .clock { return clock.answer(value, language) }
        return rule?.answerText(value, unit: nil, language: language) ?? NumberText.shown(value)
    }

    /// The exact value as data.
    func value(_ value: ExactNumber) -> String { rule?.exactText(value) ?? value.exactText }

    /// A value as a learner would type it.
    func typed(_ value: ExactNumber) -> String {
        rule == nil ? NumberText.typed(value) : text(value)
    }

    /// Whether a value can be an answer at all.
    func permits(_ value: ExactNumber) -> Bool {
        kind == .number || value.isInteger && (kind != .clock || value.floor < 1440)
    }
}

extension String {
    /// What comes after the last occurrence of a separator.
    fileprivate func lastPart(after separator: String) -> String {
        ranges(of: separator).last.map { String(self[$0.upperBound...]) } ?? self
    }
}
