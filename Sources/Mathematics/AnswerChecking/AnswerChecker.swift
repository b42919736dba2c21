/// Decides whether a typed answer is right, and says why when it is not.
///
/// Everything is exact: no floating-point number takes part in a decision.
public enum AnswerChecker {
    /// Checks what a learner typed.
    ///
    /// - Parameters:
    ///   - input: Any text; it is bounded before any work is done on it.
    ///   - key: The expected answer with its specification.
    ///   - language: The language of the message, and of separators where the specification
    ///     names none.
    /// - Returns: The verdict; an unreadable answer is a verdict too, never an error.
    public static func check(
        _ input: String, against key: AnswerKey, language: Language
    ) -> Verdict {
        var check = AnswerCheck(key: key, locale: key.specification.locale ?? .init(language))
        let result = check.run(input)
        var message = check.advice?.message(in: language) ?? result.finding.message(in: language)
        if case .wrong(.intermediate) = result.finding, let meaning = check.intermediateMeaning {
            message += " (\(meaning))"
        }
        return Verdict(
            result.finding.verdictClass, reason: result.finding.reason,
            counted: result.finding.isCounted, reading: check.localizedReading, message: message,
            misconception: result.misconception)
    }
}

/// One check on its way.
struct AnswerCheck {
    let key: AnswerKey
    let locale: NumberLocale
    var readingText = ""
    private(set) var intermediateMeaning: String?
    private(set) var advice: Advice?

    init(key: AnswerKey, locale: NumberLocale) {
        self.key = key
        self.locale = locale
    }

    typealias Result = (finding: Finding, misconception: String?)

    mutating func run(_ input: String) -> Result {
        do {
            let text = try AnswerText(input)
            guard !text.scalars.isEmpty else { return (.empty, nil) }
            let plain = text.withoutDecoration
            let result = try compare(plain)
            // "삼십이요" says thirty as well as thirty-two.
            if result.finding.verdictClass == .wrong, let other = plain.withoutCopula {
                var second = AnswerCheck(key: key, locale: locale)
                if let right = try? second.compare(other), right.finding == .correct {
                    self = second
                    return right
                }
            }
            return result
        } catch {
            return (Finding(error), nil)
        }
    }

    /// The reading with the decimal mark of the locale.
    fileprivate var localizedReading: String {
        guard locale.usesComma else { return readingText }
        let scalars = Array(readingText.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isMark =
                scalar == "." && index > 0 && scalars[index - 1].isASCIIDigit
                && index + 1 < scalars.count && scalars[index + 1].isASCIIDigit
            result.append(isMark ? "," : scalar)
        }
        return String(result)
    }

    var context: ReadingContext {
        var context = ReadingContext(locale: locale, variable: key.specification.variable)
        switch key.target {
        case .quantity(let target): context.noun = target.noun
        case .list(let items): context.itemCount = items.count
        default: break
        }
        return context
    }

    private mutating func compare(_ text: AnswerText) throws(ReadingFault) -> Result {
        var reader = AnswerReader(text, context)
        switch key.target {
        case .quantity(let target): return try quantity(text, target)
        case .clock(let target):
            let reading = try reader.clock()
            readingText = reading.text
            return ClockCheck(key: key, target: target).finding(reading)
        case .ratio(let target): return try ratio(text, target)
        case .remainder(let quotient, let rest): return try remainder(text, quotient, rest)
        case .list(let targets): return try list(text, targets)
        case .expression(let target, let expression):
            return try symbolic(text, target, expression)
        case .relations(let target): return try relations(text, target)
        }
    }

    // MARK: Numbers

    private mutating func quantity(
        _ text: AnswerText, _ target: QuantityTarget
    ) throws(ReadingFault) -> Result {
        if !target.noun.isEmpty, text.saysNothing(of: target.noun) {
            readingText = "0 " + target.noun
            return (target.number.isZero ? .correct : .wrong(nil), nil)
        }
        do {
            let reading = try quantityReading(text)
            readingText = reading.text(beside: target.unit)
            let result = try QuantityCheck(key: key, target: target).finding(reading)
            if result.finding == .wrong(.intermediate) {
                intermediateMeaning =
                    key.intermediates.first { step in
                        (try? reading.parts[0].expression.value()).map { value in
                            if case .quantity(let other) = step.target {
                                other.number == value
                            } else {
                                false
                            }
                        } ?? false
                    }?.meaning
            }
            advice = Advice(reading, target, result.finding)
            if target.isCompound || reading.isCompound { addTotal(reading, target) }
            return result
        } catch {
            if target.unit?.dimension == .time, isClockLike(text) {
                advice = .clockForDuration
                return (.form(.unit), nil)
            }
            throw error
        }
    }

    /// Reads a number, also where it stands after or before "=" or in brackets.
    func quantityReading(_ text: AnswerText) throws(ReadingFault) -> QuantityReading {
        if let days = days(text) { return days }
        var reader = AnswerReader(text, context)
        do {
            return try reader.quantity()
        } catch {
            if let inner = text.withoutBrackets, case .notUnderstood = error {
                var reader = AnswerReader(inner, context)
                // The fault of the whole text is the one that is told.
                if let reading = try? reader.quantity() {
                    return text.scalars.first == "(" ? try accounted(reading) : reading
                }
            }
            return try EqualityReader(context: context).reading(text, error)
        }
    }

    /// `십 일` is ten days where a duration is asked for, and eleven elsewhere.
    private func days(_ text: AnswerText) -> QuantityReading? {
        guard case .quantity(let target) = key.target, target.unit?.dimension == .time,
            text.scalars.count > 2, text.scalars.suffix(2).elementsEqual([" ", "일"]),
            text.scalars.first?.isHangul ?? false
        else { return nil }
        var reader = AnswerReader(text[0..<text.scalars.count - 2], context)
        // What is no number before it is read as a whole.
        guard var reading = try? reader.quantity(), !reading.hasUnit else { return nil }
        reading.parts[0].unit = UnitReading(
            candidates: UnitTable.shared.units(named: "d"), text: "일")
        return reading
    }

    /// Accountants write `($4.50)` for a loss of $4.50; where none is expected, that is asked about.
    private func accounted(
        _ reading: QuantityReading
    ) throws(ReadingFault) -> QuantityReading {
        guard let unit = reading.parts[0].unit,
            unit.candidates.contains(where: \.dimension.isMoney),
            try reading.parts[0].expression.value().signum > 0
        else { return reading }
        guard case .quantity(let target) = key.target, target.number.signum < 0 else {
            throw .notUnderstood(.moneyInBrackets, at: 0)
        }
        var reading = reading
        reading.parts[0].expression = .negated(reading.parts[0].expression)
        return reading
    }

    /// `2:30` may be hours and minutes or minutes and seconds.
    private func isClockLike(_ text: AnswerText) -> Bool {
        var reader = AnswerReader(text, context)
        return text.scalars.contains(":") && (try? reader.clock()) != nil
    }

    private mutating func addTotal(_ reading: QuantityReading, _ target: QuantityTarget) {
        guard reading.isCompound,
            let total = reading.total(in: target.unit ?? reading.parts.last?.unit?.candidates.first)
        else { return }
        readingText += " = " + total
    }

    // MARK: Ratios

    private mutating func ratio(
        _ text: AnswerText, _ target: [ExactNumber]
    ) throws(ReadingFault) -> Result {
        var reader = AnswerReader(text, context)
        do {
            let terms = try reader.ratio()
            var values: [ExactNumber] = []
            for term in terms { values.append(try term.value()) }
            readingText = values.map(\.description).joined(separator: ":")
            return RatioCheck(key: key, target: target).result(terms, values)
        } catch {
            // "3:" and "3 대" are half a ratio and no number.
            let isBegun = text.scalars.contains { $0 == ":" || $0 == "대" }
            guard target.count == 2, !isBegun, let value = try? quantityReading(text) else {
                throw error
            }
            readingText = value.text()
            let number = try value.parts[0].expression.value()
            guard let wanted = target[0].divided(by: target[1]) else { return (.wrong(nil), nil) }
            if number == wanted { return (.form(.ratio), nil) }
            if let listed = key.mistake(equalTo: number) { return (.wrong(.listed), listed) }
            return (number.multiplied(by: wanted) == 1 ? .wrong(.order) : .wrong(nil), nil)
        }
    }

    // MARK: Lists

    private mutating func list(
        _ text: AnswerText, _ targets: [QuantityTarget]
    ) throws(ReadingFault) -> Result {
        if text.isNoSolution { return (targets.isEmpty ? .correct : .wrong(nil), nil) }
        var reader = AnswerReader(text, context)
        let items = try reader.list()
        readingText = items.map { $0.text() }.joined(separator: locale.usesComma ? "; " : ", ")
        return try ListCheck(key: key, targets: targets).finding(items)
    }

    // MARK: Unknowns

    private mutating func symbolic(
        _ text: AnswerText, _ target: RationalFunction, _ expected: Expression
    ) throws(ReadingFault) -> Result {
        let check = ExpressionCheck(key: key, target: target, expected: expected)
        let result = try check.finding(text, context)
        readingText = result.reading
        return (result.finding, nil)
    }

    private mutating func relations(
        _ text: AnswerText, _ target: RelationTarget
    ) throws(ReadingFault) -> Result {
        readingText = text.string
        if text.isNoSolution { return (.wrong(nil), nil) }
        let check = RelationCheck(key: key, target: target)
        return (try check.finding(text, context), nil)
    }
}
