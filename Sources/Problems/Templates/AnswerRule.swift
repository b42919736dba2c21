internal import Mathematics

/// What the answer of a template is and how it is written.
struct AnswerRule: Sendable {
    /// What kind of thing is asked for.
    enum Kind: Sendable, Hashable {
        case number
        case count(TextPattern.NounReference)
        /// Counted in a word of a choice, such as pages or laps.
        case word(TextPattern)
        case money
        /// Measured in a unit, which may depend on a choice.
        case quantity(TextPattern)
        case percent
        case fraction
        case ratio
        case clock
        case minutes
        case degrees
    }

    let formula: Formula
    let kind: Kind
    /// What the author adds to the specification, such as `simp=req`.
    let extraSpecification: String

    /// The specification of the answer in a language.
    func specification(in language: Language) -> String {
        var keys: String
        switch kind {
        case .number, .count, .word: keys = "t=num"
        case .money: keys = "t=money;cur=\(language == .english ? "USD" : "KRW")"
        case .quantity, .degrees: keys = "t=qty"
        case .percent: keys = "t=pct"
        case .fraction: keys = "t=frac"
        case .ratio: keys = "t=ratio"
        case .clock: keys = "t=clock"
        case .minutes: keys = "t=dur"
        }
        if !extraSpecification.isEmpty { keys += ";" + extraSpecification }
        return keys + ";loc=\(language.rawValue)"
    }
}

extension AnswerRule.Kind {
    /// The exact value as data: `12`, `3/4`, ratio `3:4`, clock `17:30`.
    func exactText(_ value: ExactNumber) -> String {
        switch self {
        case .ratio: "\(value.numerator):\(value.denominator)"
        case .clock: NumberText.clock24(value)
        case .fraction:
            value.isInteger ? value.exactText : "\(value.numerator)/\(value.denominator)"
        default: value.exactText
        }
    }

    /// The value as one would write it as an answer; `unit` stands behind a count.
    func answerText(_ value: ExactNumber, unit: String?, language: Language) -> String {
        switch self {
        case .number: return NumberText.typed(value)
        case .count, .word:
            let space = language == .english ? " " : ""
            return NumberText.typed(value) + space + (unit ?? "")
        case .money: return NumberText.money(value, language)
        case .quantity:
            let space = unit?.hasPrefix("°") == true ? "" : " "
            return NumberText.typed(value) + space + (unit ?? "")
        case .percent: return NumberText.typed(value) + "%"
        case .fraction:
            return value.isInteger
                ? value.exactText : "\(value.numerator)/\(value.denominator)"
        case .ratio: return exactText(value)
        case .clock: return NumberText.clock(value, language)
        case .minutes: return NumberText.duration(value, language)
        case .degrees: return NumberText.typed(value) + "°"
        }
    }

    /// The unit or counted noun that stands beside the value; nil where it has none or where it
    /// is a text to fill in.
    func unit(_ value: ExactNumber, nouns: [Noun], language: Language) -> String? {
        switch self {
        case .number, .fraction, .ratio, .clock, .word, .quantity: return nil
        case .count(let reference):
            let noun = reference.noun(nouns)
            return language == .english ? noun.agreeing(with: value) : noun.counter
        case .money: return language == .english ? "USD" : "KRW"
        case .percent: return "%"
        case .minutes: return "min"
        case .degrees: return "°"
        }
    }

    /// Whether a value can be an answer of this kind at all.
    func permits(_ value: ExactNumber, allowing allowances: Set<ProblemTemplate.Allowance>) -> Bool
    {
        if value.isNegative && !allowances.contains(.negative) { return false }
        if value.isZero && !allowances.contains(.zero) { return false }
        if allowances.contains(.fraction) { return true }
        switch self {
        case .number, .count, .word, .clock, .minutes: return value.isInteger
        case .quantity, .percent, .degrees: return NumberText.decimal(value, places: 3) != nil
        case .money: return NumberText.decimal(value, places: 2) != nil
        case .fraction, .ratio: return true
        }
    }
}

extension TextPattern.NounReference {
    /// The noun that is meant, given the drawn ones.
    func noun(_ drawn: [Noun]) -> Noun {
        switch self {
        case .drawn(let index): drawn[index]
        case .fixed(let noun): noun
        }
    }
}
