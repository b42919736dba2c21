/// Finds out how a wrong number may have come about; the first hit wins.
struct Diagnosis {
    let target: QuantityTarget
    let specification: AnswerSpecification

    /// Diagnoses `value`, which is in the unit of the target.
    func finding(_ value: ExactNumber, _ form: AnswerForm, isPercent: Bool) -> Finding {
        let expected = target.number
        if value == -expected || isNear(-value, form) { return .wrong(.sign) }
        if let scale = powerOfTen(value, expected) {
            return .wrong(isPercent && abs(scale) == 2 ? .percent : .scale10)
        }
        if [-3, -2, -1, 1, 2, 3].contains(where: { isShifted(value, form, by: $0) }) {
            return .wrong(.scale10)
        }
        if let product = value.multiplied(by: expected), product == 1 {
            return .wrong(.reciprocal)
        }
        if let approximation = approximation(value, form) { return approximation }
        if target.isCompound, let unit = target.unit,
            let base = value.multiplied(by: unit.size), target.partValues.contains(base)
        {
            return .wrong(.partial)
        }
        return .wrong(nil)
    }

    /// Whether a rounded number would be right but for its sign.
    private func isNear(_ value: ExactNumber, _ form: AnswerForm) -> Bool {
        guard specification.tolerance != .exact else { return false }
        return ToleranceComparison(tolerance: specification.tolerance, strictDigits: false)
            .nearness(of: value, form, to: target.number) == .equal
    }

    /// Whether a rounded number would be right with its point `places` further on.
    private func isShifted(_ value: ExactNumber, _ form: AnswerForm, by places: Int) -> Bool {
        switch specification.tolerance {
        case .exact, .absolute, .nearest: return false
        case .decimalPlaces, .significantFigures, .relative: break
        }
        guard form.shape == .decimal || form.shape == .integer, form.significant.upperBound > 1
        else { return false }
        var shifted = form
        shifted.decimals = max(0, form.decimals - places)
        return isNear(value * .powerOfTen(places), shifted)
    }

    /// The exponent where `value` is a power of ten times `expected`.
    private func powerOfTen(_ value: ExactNumber, _ expected: ExactNumber) -> Int? {
        guard !value.isZero, let ratio = value.divided(by: expected)?.rational,
            !ratio.isNegative, ratio.isInteger || ratio.numerator == 1
        else { return nil }
        let exponent = ratio.leadingExponent
        return ratio == .powerOfTen(exponent) ? exponent : nil
    }

    /// Whether an exact answer was rounded, cut off, or worked out with a rounded pi.
    private func approximation(_ value: ExactNumber, _ form: AnswerForm) -> Finding? {
        guard let number = value.rational, !number.isZero else { return nil }
        let hasPi = target.number.terms.contains { $0.irrationality.pi != 0 }
        if hasPi, isWithRoundedPi(number) { return .form(.pi) }
        guard case .exact = specification.tolerance, !form.isRepeating,
            form.shape == .decimal || form.shape == .integer || form.shape == .percent
        else { return nil }
        let exact = target.number.approximation
        let scale: Rational = form.shape == .percent && !target.isPercent ? 100 : 1
        let written = number * scale
        let places = form.decimals
        let isRounded = written == (exact * scale).rounded(places: places)
        let isCutOff =
            written == (exact * scale * .powerOfTen(places)).truncated * .powerOfTen(-places)
        guard isRounded || isCutOff else { return nil }
        guard isRounded, target.number.rational?.terminatingPlaces == nil else {
            return .wrong(.rounding)
        }
        let digits = form.significant.upperBound
        if hasPi { return digits >= 3 ? .form(.pi) : .wrong(.rounding) }
        if digits >= 6 { return .form(target.number.rational == nil ? .expr : .fraction) }
        return .wrong(.rounding)
    }

    private static let roundedPis: [Rational] = [
        Rational(314, 100), Rational(22, 7), Rational(31416, 10_000), Rational(314_159, 100_000),
    ]

    private func isWithRoundedPi(_ number: Rational) -> Bool {
        Self.roundedPis.contains { pi in
            var sum = Rational.zero
            for (coefficient, irrationality) in target.number.terms {
                guard irrationality.root == 1, let power = pi.power(irrationality.pi) else {
                    return false
                }
                sum = sum + coefficient * power
            }
            return sum == number
        }
    }
}
