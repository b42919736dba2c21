/// Compares a number with its unit with the expected one.
struct QuantityCheck {
    let key: AnswerKey
    let target: QuantityTarget

    /// How the typed unit stands to the expected one.
    enum UnitState: Hashable {
        case agrees, ignored, missing, converted, incompatible, otherNoun
    }

    struct Resolved {
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
        let result = try comparison(reading)
        guard !reading.hasFalseWorking || result.finding.verdictClass == .wrong else {
            throw .notUnderstood(.unequalSides, at: nil)
        }
        return result
    }

    private func comparison(
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
        switch nearness(percent.value, percent.form, percent.expected) {
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

    private func nearness(
        _ value: ExactNumber, _ form: AnswerForm, _ expected: ExactNumber
    ) -> Nearness {
        ToleranceComparison(
            tolerance: key.specification.tolerance, strictDigits: key.specification.strictDigits
        ).nearness(of: value, form, to: expected)
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
        guard !reading.isCompound else {
            return target.unit == nil && key.specification.forms == [.decimal]
                ? .form(.decimal) : .correct
        }
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
        if !reading.isCompound, resolved.state == .converted,
            nearness(resolved.typed, form, target.number) == .equal
        {
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
        if asksForPercent, form.shape == .percent {
            return PercentReading(
                value: value * Rational(100), expected: expected * Rational(100), form: form,
                finding: nil)
        }
        if asksForPercent, form.shape != .percent, value * hundredth == expected {
            return PercentReading(
                value: value * hundredth, expected: expected, form: form, finding: .form(.percent))
        }
        return plain
    }
}
