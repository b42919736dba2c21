/// How near a number is to the expected one, under the tolerance of the question.
enum Nearness: Hashable, Sendable {
    case equal
    /// Right as far as it goes, with other digits than were asked for.
    case otherPrecision
    /// Rounded in another way than asked.
    case misrounded
    case different
}

/// Compares numbers under a tolerance, in exact arithmetic.
struct ToleranceComparison {
    let tolerance: AnswerSpecification.Tolerance
    let strictDigits: Bool

    /// Says how near `value`, written as `form` tells, is to `expected`.
    func nearness(of value: ExactNumber, _ form: AnswerForm, to expected: ExactNumber) -> Nearness {
        switch tolerance {
        case .exact: return value == expected ? .equal : .different
        case .absolute(let limit): return within(limit, value, expected)
        case .relative(let limit):
            return within(limit * expected.approximation.magnitude, value, expected)
        case .nearest(let step):
            return nearest(step, value, expected)
        case .decimalPlaces(let places):
            return rounded(value, form, expected, places: places) {
                form.decimals...form.decimals
            }
        case .significantFigures(let figures):
            return significant(value, form, expected, figures: figures)
        }
    }

    private func within(
        _ limit: Rational, _ value: ExactNumber, _ expected: ExactNumber
    ) -> Nearness {
        if value == expected { return .equal }
        return (value - expected).approximation.magnitude <= limit ? .equal : .different
    }

    private func nearest(
        _ step: Rational, _ value: ExactNumber, _ expected: ExactNumber
    ) -> Nearness {
        let exact = expected.approximation
        guard let number = value.rational else {
            return value == expected ? .otherPrecision : .different
        }
        if number == exact.rounded(toMultipleOf: step) { return .equal }
        if value == expected { return .otherPrecision }
        let below = (exact / step).floor * step
        return number == below || number == below + step ? .misrounded : .different
    }

    private func rounded(
        _ value: ExactNumber, _ form: AnswerForm, _ expected: ExactNumber, places: Int,
        written: () -> ClosedRange<Int>
    ) -> Nearness {
        let exact = expected.approximation
        let target = exact.rounded(places: places)
        let isWritten = isInDigits(form)
        guard let number = value.rational else { return value == expected ? .equal : .different }
        if number == target || value == expected {
            let digits = isWritten ? written() : 0...0
            return strictDigits && !(isWritten && digits.contains(places))
                ? .otherPrecision : .equal
        }
        guard isWritten else { return .different }
        if form.decimals > places {
            if number == exact.rounded(places: form.decimals) {
                return strictDigits ? .otherPrecision : .equal
            }
            return isNeighbour(number, exact, form.decimals) ? .misrounded : .different
        }
        if number == exact.rounded(places: form.decimals), !number.isZero, form.decimals > 0 {
            return form.decimals < places ? .otherPrecision : .misrounded
        }
        return isNeighbour(number, exact, places) ? .misrounded : .different
    }

    private func significant(
        _ value: ExactNumber, _ form: AnswerForm, _ expected: ExactNumber, figures: Int
    ) -> Nearness {
        let exact = expected.approximation
        guard !exact.isZero else { return value == expected ? .equal : .different }
        let places = figures - 1 - exact.leadingExponent
        let target = exact.rounded(toMultipleOf: .powerOfTen(-places))
        guard let number = value.rational else { return value == expected ? .equal : .different }
        let isWritten = isInDigits(form)
        if number == target || value == expected {
            let isAsked = isWritten && form.significant.contains(figures)
            return strictDigits && !isAsked ? .otherPrecision : .equal
        }
        guard isWritten, !number.isZero else { return .different }
        for count in form.significant where count != figures {
            let own = exact.rounded(
                toMultipleOf: .powerOfTen(exact.leadingExponent + 1 - count))
            guard number == own else { continue }
            return count > figures && !strictDigits ? .equal : .otherPrecision
        }
        let own = form.significant.upperBound - 1 - exact.leadingExponent
        return isNeighbour(number, exact, places) || isNeighbour(number, exact, own)
            ? .misrounded : .different
    }

    private func isInDigits(_ form: AnswerForm) -> Bool {
        switch form.shape {
        case .integer, .decimal, .percent, .scientific: true
        default: false
        }
    }

    /// Whether `number` is one of the two multiples that `exact` lies between.
    private func isNeighbour(_ number: Rational, _ exact: Rational, _ places: Int) -> Bool {
        let step = Rational.powerOfTen(-places)
        let below = (exact / step).floor * step
        return number == below || number == below + step
    }
}
