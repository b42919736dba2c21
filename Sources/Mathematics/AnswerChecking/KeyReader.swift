/// Reads the expected answer and works its values out.
struct KeyReader {
    let specification: AnswerSpecification
    let context: ReadingContext

    init(_ specification: AnswerSpecification, unit: String?) {
        self.specification = specification
        context = ReadingContext(
            locale: specification.locale ?? .english, variable: specification.variable,
            noun: unit ?? "")
    }

    /// Reads `text` as the type of the specification, or as the type it seems to have.
    mutating func read(
        _ text: String
    ) throws(AnswerKeyError) -> (type: AnswerSpecification.AnswerType, target: AnswerTarget) {
        for locale in locales(for: text) {
            for type in specification.type.map({ [$0] }) ?? Self.types(of: text) {
                // What cannot be read as one type or in one notation may be of the next.
                if let target = try? target(text, as: type, locale) { return (type, target) }
            }
        }
        throw .unreadable(String(text.prefix(80)))
    }

    /// Reads a further value of the same kind, in the unit of the answer.
    func value(
        _ text: String,
        as key: (type: AnswerSpecification.AnswerType, target: AnswerTarget)
    ) throws(AnswerKeyError) -> AnswerTarget {
        for locale in locales(for: text) {
            guard var target = try? target(text, as: key.type, locale) else { continue }
            if case .quantity(var quantity) = target, case .quantity(let answer) = key.target {
                if quantity.unit == nil { quantity.unit = answer.unit }
                if answer.isPercent && !quantity.isPercent && !text.contains("%") {
                    quantity.number = quantity.number * Rational(1, 100)
                }
                target = .quantity(quantity)
            }
            return target
        }
        throw .unreadable(String(text.prefix(80)))
    }

    /// Reads a wrong answer: a value as the key's or, where the answer is a ratio, a plain number.
    func mistake(
        _ text: String,
        as key: (type: AnswerSpecification.AnswerType, target: AnswerTarget)
    ) throws(AnswerKeyError) -> AnswerTarget {
        do {
            return try value(text, as: key)
        } catch {
            guard case .ratio = key.target else { throw error }
            return try value(text, as: (.number, key.target))
        }
    }

    /// Canonical notation first, unless a comma shows that the notation of the language is used.
    private func locales(for text: String) -> [NumberLocale] {
        let own = specification.locale ?? .english
        if own == .english || own == .korean { return [own] }
        return text.contains(",") ? [own, .english] : [.english, own]
    }

    /// The types that a text without a specification may have, the likeliest first.
    static func types(of text: String) -> [AnswerSpecification.AnswerType] {
        typealias AnswerType = AnswerSpecification.AnswerType
        let lower = text.lowercased()
        var types: [AnswerType] = []
        let clockWords = [
            "am", "pm", "a.m", "p.m", "오전", "오후", "o'clock", "정오", "자정", "noon", "midnight", "새벽",
        ]
        if clockWords.contains(where: lower.contains) || isKoreanClock(text) {
            types.append(.clock)
        }
        if text.contains(":") {
            types += ExactValue.isClock(text) ? [.clock, .ratio] : [.ratio, .clock]
        }
        if lower.contains(" r ") || lower.contains("나머지") || lower.contains("remainder")
            || lower.contains("...") || text.contains("…") || text.contains("⋯")
            || lower.wholeMatch(of: /[0-9]+ ?r ?[0-9]+/) != nil
        {
            types.append(.remainder)
        }
        if text.contains(where: { "<>≤≥≠".contains($0) }) { types.append(.inequality) }
        if lower.contains(" to ") || text.wholeMatch(of: /[0-9.]+ ?대 ?[0-9.]+/) != nil {
            types.append(.ratio)
        }
        if ["이상", "이하", "미만", "초과"].contains(where: text.contains) { types.append(.inequality) }
        if isInterval(text) { types.append(.inequality) }
        if text.contains("=") { types.append(.equation) }
        types += [.number]
        if let first = text.first, "{".contains(first) { types = [.set] + types }
        if let first = text.first, "([<".contains(first), text.contains(",") { types.append(.list) }
        types += [.set, .expression]
        return types
    }

    /// `(2, 5]` and `[3, ∞)`, of which the brackets or the end show that they are no point.
    private static func isInterval(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, "([]".contains(first),
            ")[]".contains(last), text.contains(",") || text.contains(";")
        else { return false }
        return first == "]" || last == "[" || (first == "(") != (last == ")")
            || text.contains("∞")
    }

    private static func isKoreanClock(_ text: String) -> Bool {
        guard let index = text.firstIndex(of: "시") else { return false }
        let next = text.index(after: index)
        return next == text.endIndex || text[next] != "간"
    }

    private func target(
        _ text: String, as type: AnswerSpecification.AnswerType, _ locale: NumberLocale
    ) throws(ReadingFault) -> AnswerTarget {
        var context = context
        context.locale = locale
        let normalized = try AnswerText(text)
        if normalized.isNoSolution, [.set, .list, .equation, .inequality].contains(type) {
            return .list([])
        }
        var reader = AnswerReader(normalized, context)
        switch type {
        case .clock: return .clock(try reader.clock())
        case .ratio:
            var terms: [ExactNumber] = []
            for term in try reader.ratio() { terms.append(try term.value()) }
            return .ratio(terms)
        case .remainder:
            let parts = try reader.remainder()
            return .remainder(
                quotient: try parts.quotient.value(), remainder: try parts.remainder.value())
        case .set, .list:
            var items: [QuantityTarget] = []
            for item in try reader.list() { items.append(try quantity(item)) }
            guard specification.type != nil || items.count > 1 else {
                throw .notUnderstood(.general, at: nil)
            }
            return .list(items)
        case .expression:
            let expression = try reader.symbolicExpression()
            return .expression(try expression.rationalFunction(), expression)
        case .equation, .inequality:
            if let words = KoreanRelation.notation(of: normalized, unknown: context.variable) {
                reader = AnswerReader(scalars: words, context)
            } else {
                reader = AnswerReader(scalars: RelationCheck.bare(normalized.scalars), context)
            }
            return .relations(try RelationTarget(try reader.relations()))
        default: return .quantity(try quantity(try reader.quantity()))
        }
    }

    /// Works a number with its unit out.
    func quantity(_ reading: QuantityReading) throws(ReadingFault) -> QuantityTarget {
        let expression = reading.parts[0].expression
        var target = QuantityTarget(
            number: try expression.value(), noun: reading.noun, form: AnswerForm(expression),
            expression: expression)
        if case .percent = expression.bare { target.isPercent = true }
        if case .negated(.percent) = expression.bare { target.isPercent = true }
        guard !reading.isCompound else { return try compound(reading, target) }
        target.unit = reading.parts[0].unit.flatMap { preferred($0.candidates) }
        target.otherUnits = (reading.parts[0].unit?.candidates ?? []).filter {
            $0.dimension == target.unit?.dimension && $0.factor != target.unit?.factor
        }
        if specification.type == .percent, !target.isPercent {
            target.isPercent = true
            // A bare number below one is a proportion, any other is so many percent.
            let isProportion =
                target.number.rational.map { $0.magnitude < 1 && !$0.isZero } ?? false
            if !isProportion { target.number = target.number * Rational(1, 100) }
        }
        if target.unit == nil, let currency = specification.currency {
            target.unit = UnitTable.shared.symbols[currency]?.first
        }
        return target
    }

    private func compound(
        _ reading: QuantityReading, _ start: QuantityTarget
    ) throws(ReadingFault) -> QuantityTarget {
        var target = start
        target.isCompound = true
        var total: ExactNumber = 0
        for part in reading.parts {
            guard let unit = part.unit.flatMap({ preferred($0.candidates) }),
                let value = try part.expression.value().multiplied(by: unit.size)
            else { throw .notUnderstood(.general, at: nil) }
            total = total + value
            target.partValues.append(value)
            target.unit = unit
        }
        guard let unit = target.unit, let number = total.divided(by: unit.size) else {
            throw .notUnderstood(.general, at: nil)
        }
        target.number = number
        return target
    }

    /// The meaning of a unit that fits the type of the question.
    private func preferred(_ candidates: [MeasurementUnit]) -> MeasurementUnit? {
        let fits: (MeasurementUnit) -> Bool
        switch specification.type {
        case .money:
            fits = { $0.dimension.isMoney }
        case .duration:
            fits = { $0.dimension == .time || $0.dimension == .month }
        default: fits = { _ in true }
        }
        if let currency = specification.currency {
            let own = candidates.first { $0.dimension == Dimension(currency: currency) }
            if let own { return own }
        }
        return candidates.first(where: fits) ?? candidates.first
    }
}

extension ExactValue {
    /// Whether a text has the form of a time of day.
    static func isClock(_ text: String) -> Bool {
        if case .clock? = ExactValue(parsing: text) { return true }
        return false
    }
}
