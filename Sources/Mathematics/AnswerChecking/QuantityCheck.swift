/// Compares a number with its unit with the expected one.
struct QuantityCheck {
    let key: AnswerKey
    let target: QuantityTarget

    /// How the typed unit stands to the expected one.
    private enum UnitState: Hashable {
        case agrees, ignored, missing, converted, incompatible, otherNoun
    }

    private struct Resolved {
        /// The number in the unit of the target.
        var value: ExactNumber
        /// The number as it was typed.
        var typed: ExactNumber
        var state: UnitState
    }

    /// What is to be said of `reading`, and the code of the mistake where one is listed.
    func finding(
        _ reading: QuantityReading
    ) throws(ReadingFault) -> (finding: Finding, misconception: String?) {
        let expression = reading.parts[0].expression
        let form = AnswerForm(expression)
        let resolved = try resolve(reading)
        if let label = reading.label, let variable = key.specification.variable,
            label.lowercased() != variable.lowercased()
        {
            throw .notUnderstood(.otherUnknown, at: 0)
        }
        if form.isOpen, case .exact = key.specification.tolerance, target.number.rational != nil {
            throw .notUnderstood(.repeating, at: nil)
        }
        guard resolved.state != .incompatible else {
            if let listed = listed(resolved.value) { return (.wrong(.listed), listed) }
            return (.unit(.wrong), nil)
        }
        let percent = percentReading(resolved, form)
        let comparison = ToleranceComparison(
            tolerance: key.specification.tolerance, strictDigits: key.specification.strictDigits)
        switch comparison.nearness(of: percent.value, percent.form, to: percent.expected) {
        case .equal:
            guard !form.isOpen else { throw .notUnderstood(.repeating, at: nil) }
            return (accepted(reading, resolved, percent.finding), nil)
        case .otherPrecision: return (.form(.precision), nil)
        case .misrounded:
            if let listed = listed(resolved.value) { return (.wrong(.listed), listed) }
            return (.wrong(.rounding), nil)
        case .different:
            return diagnose(reading, resolved, percent, form)
        }
    }

    private func accepted(
        _ reading: QuantityReading, _ resolved: Resolved, _ percent: Finding?
    ) -> Finding {
        if resolved.state == .otherNoun { return .unit(.wrong) }
        if resolved.state == .missing, key.specification.requiresUnit || target.isCompound {
            return .unit(.missing)
        }
        if let percent { return percent }
        // "2시" is a time of day; two hours are "2시간".
        if reading.parts.contains(where: { $0.unit?.text == "시" }) { return .form(.unit) }
        if resolved.state == .converted, !key.specification.allowsConversion {
            return .form(.unit)
        }
        guard !reading.isCompound else { return .correct }
        let check = FormCheck(specification: key.specification, target: target)
        let expression = reading.parts[0].expression
        return check.finding(expression, resolved.typed).map { .form($0) } ?? .correct
    }

    private func diagnose(
        _ reading: QuantityReading, _ resolved: Resolved, _ percent: PercentReading,
        _ form: AnswerForm
    ) -> (Finding, String?) {
        let (value, expected) = (percent.value, percent.expected)
        if let listed = listed(value) ?? listed(resolved.value) {
            return (.wrong(.listed), listed)
        }
        let isSingle = !reading.isCompound
        if isSingle, resolved.state == .converted, resolved.typed == target.number {
            return (.unit(.wrong), nil)
        }
        let isPercent = target.isPercent || form.shape == .percent
        var scaled = target
        scaled.number = expected
        let finding = Diagnosis(target: scaled, specification: key.specification)
            .finding(value, form, isPercent: isPercent)
        if finding == .wrong(nil), key.intermediates.contains(where: { isEqual($0.target, value) })
        {
            return (.wrong(.intermediate), nil)
        }
        return (finding, nil)
    }

    private func listed(_ value: ExactNumber) -> String? {
        key.mistakes.first { isEqual($0.target, value) }?.code
    }

    private func isEqual(_ other: AnswerTarget, _ value: ExactNumber) -> Bool {
        guard case .quantity(let quantity) = other else { return false }
        guard let unit = target.unit, let own = quantity.unit, unit != own else {
            return quantity.number == value
        }
        return unit.dimension == own.dimension && quantity.value == value.multiplied(by: unit.size)
    }

    // MARK: Percent

    private struct PercentReading {
        var value: ExactNumber
        var expected: ExactNumber
        var form: AnswerForm
        var finding: Finding?
    }

    /// A bare 42 is 42 % where a percentage is asked for; 0.42 is then asked to be written so.
    private func percentReading(_ resolved: Resolved, _ form: AnswerForm) -> PercentReading {
        let (value, expected) = (resolved.value, target.number)
        let specification = key.specification
        let plain = PercentReading(value: value, expected: expected, form: form, finding: nil)
        let hundredth = Rational(1, 100)
        let asksForPercent = specification.forms == [.percent]
        if target.isPercent {
            let points = PercentReading(
                value: value, expected: expected * Rational(100), form: form,
                finding: asksForPercent
                    ? .form(.percent) : specification.requiresUnit ? .unit(.missing) : nil)
            if form.shape == .percent {
                return PercentReading(
                    value: value * Rational(100), expected: expected * Rational(100), form: form,
                    finding: nil)
            }
            if specification.type == .percent || asksForPercent {
                let isProportion = value == expected
                return isProportion
                    ? PercentReading(
                        value: value, expected: expected, form: form, finding: .form(.percent))
                    : points
            }
            return value == expected ? plain : points
        }
        if asksForPercent, form.shape != .percent, value * hundredth == expected {
            return PercentReading(
                value: value * hundredth, expected: expected, form: form, finding: .form(.percent))
        }
        return plain
    }

    // MARK: Units

    private func resolve(_ reading: QuantityReading) throws(ReadingFault) -> Resolved {
        let typed = try reading.parts[0].expression.value()
        guard let unit = target.unit else { return try resolveWithoutUnit(reading, typed) }
        guard reading.hasUnit else {
            let isOther = !reading.noun.isEmpty && reading.noun != target.noun
            return Resolved(value: typed, typed: typed, state: isOther ? .otherNoun : .missing)
        }
        var total: ExactNumber = 0
        var isSameUnit = true
        for part in reading.parts {
            guard let candidates = part.unit?.candidates,
                let candidate = choose(candidates, unit),
                let value = try part.expression.value().multiplied(by: candidate.size)
            else { return Resolved(value: typed, typed: typed, state: .incompatible) }
            total = total + value
            isSameUnit =
                isSameUnit && candidate.factor == unit.factor && candidate.pi == unit.pi
        }
        guard let value = total.divided(by: unit.size) else {
            return Resolved(value: typed, typed: typed, state: .incompatible)
        }
        let isConverted = !isSameUnit && !target.isCompound
        return Resolved(value: value, typed: typed, state: isConverted ? .converted : .agrees)
    }

    private func choose(_ candidates: [MeasurementUnit], _ unit: MeasurementUnit)
        -> MeasurementUnit?
    {
        let fitting = candidates.filter { $0.dimension == unit.dimension }
        return fitting.first { $0.factor == unit.factor && $0.pi == unit.pi } ?? fitting.first
    }

    /// A unit typed where none is expected is accepted, unless it names another thing.
    private func resolveWithoutUnit(
        _ reading: QuantityReading, _ typed: ExactNumber
    ) throws(ReadingFault) -> Resolved {
        if reading.isCompound { return try resolveCompound(reading, typed) }
        if target.isPercent, let unit = reading.parts[0].unit,
            unit.candidates.allSatisfy({ $0.dimension != Dimension(.generic) })
        {
            return Resolved(value: typed, typed: typed, state: .incompatible)
        }
        if !target.noun.isEmpty {
            if let unit = reading.parts[0].unit, unit.text != target.noun {
                // "분" is a minute, and a respectful word for persons.
                let isPerson = unit.text == "분" && target.noun == "명"
                let isCounted =
                    isPerson
                    || unit.candidates.allSatisfy { $0.dimension == Dimension(.generic) }
                return Resolved(
                    value: typed, typed: typed, state: isCounted ? .agrees : .otherNoun)
            }
            if !reading.hasUnit, reading.noun.isEmpty {
                return Resolved(value: typed, typed: typed, state: .missing)
            }
        }
        let isOther =
            key.otherNouns.contains { Self.isSameNoun($0, reading.noun) }
            && !Self.isSameNoun(target.noun, reading.noun)
        return Resolved(value: typed, typed: typed, state: isOther ? .otherNoun : .ignored)
    }

    private func resolveCompound(
        _ reading: QuantityReading, _ typed: ExactNumber
    ) throws(ReadingFault) -> Resolved {
        var total: ExactNumber = 0
        var units: [MeasurementUnit] = []
        for part in reading.parts {
            guard let unit = part.unit?.candidates.first,
                let value = try part.expression.value().multiplied(by: unit.size)
            else { throw .notUnderstood(.general, at: nil) }
            total = total + value
            units.append(unit)
        }
        let values = units.reversed().compactMap { total.divided(by: $0.size) }
        let value = values.first { $0 == target.number } ?? values.first ?? typed
        return Resolved(value: value, typed: typed, state: .ignored)
    }

    /// Whether two nouns are the same up to number and letter case.
    private static func isSameNoun(_ first: String, _ second: String) -> Bool {
        func stem(_ noun: String) -> String {
            var stem = noun.lowercased()
            for ending in ["es", "s"] where stem.count > 3 && stem.hasSuffix(ending) {
                stem.removeLast(ending.count)
                break
            }
            return stem
        }
        return !first.isEmpty && stem(first) == stem(second)
    }
}
