internal import Mathematics

/// How the answer of a varied problem is written and checked.
struct AnswerForm {
    private let kind: ResultKind
    private let clock: ClockForm?
    private let language: Language
    /// Whether the text asks for nothing but minutes.
    private let asksForMinutes: Bool

    init(_ solution: SolutionFormula, text: String, language: Language) {
        let lower = text.lowercased()
        kind = solution.kind
        clock = solution.clockForm
        self.language = language
        asksForMinutes =
            lower.contains("how many minutes") || lower.contains("몇 분") && !lower.contains("몇 시간")
    }

    private var rule: AnswerRule.Kind? {
        switch kind {
        case .clock: .clock
        case .minutes: asksForMinutes ? nil : .minutes
        case .number: nil
        }
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
