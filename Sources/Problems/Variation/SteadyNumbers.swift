internal import Mathematics

/// The numbers of a text that stay as they are: what they say would not hold for another number,
/// or the expression does not tell whether it means them.
struct SteadyNumbers {
    private let text: String
    private let lower: String
    private let numbers: [TextNumber]
    private let literals: [ExpressionLiteral]

    /// The values that stay for a text and the numbers of its expression.
    ///
    /// - Throws: `notInText` where a number of the expression comes from nowhere.
    static func values(
        _ text: String, numbers: [TextNumber], literals: [ExpressionLiteral]
    ) throws(VariationError) -> [ExactNumber] {
        let steady = SteadyNumbers(
            text: text, lower: text.lowercased(), numbers: numbers, literals: literals)
        let used = Set(literals.map(\.value))
        return steady.ambiguous() + (try steady.hidden()) + steady.stated(used: used)
    }

    // MARK: What the expression leaves open

    /// Values that the expression has more often than the text, and that may be constants.
    private func ambiguous() -> [ExactNumber] {
        var values = Set(literals.map(\.value)).filter { value in
            let said = numbers.count { $0.clock == nil && $0.value == value }
            let meant = literals.count { $0.value == value }
            return said > 0
                && (meant > said && isLikeConstant(value)
                    || literals.contains { $0.value == value && $0.isFactor }
                        && KnownConstants.isCarried(value, in: lower))
        }
        values.formUnion(ownComplements)
        let twos = numbers.count { $0.value.integer == 2 }
        let isCarriedByTwo = ["두 배", "2배"].contains(where: lower.contains)
        let isCarried = ["twice", "half", "halve", "double", "반"].contains(where: lower.contains)
        if isCarried && twos > 0 || isCarriedByTwo && twos > 1 { values.insert(ExactNumber(2)) }
        return Array(values)
    }

    /// Shares that may as well be what is left of the whole, and 10% as a division by 10.
    private var ownComplements: [ExactNumber] {
        let asksForRest = ["left", "remain", "rest", " off", "sale", "discount", "남", "나머지", "할인"]
            .contains(where: lower.contains)
        let hasHundred = literals.contains { $0.value.integer == 100 }
        return numbers.filter { number in
            number.isPercent && number.value.integer == 10 && !hasHundred
                && literals.contains { $0.value == number.value && $0.isFactor }
                || asksForRest
                    && (number.isPercent && number.value.integer == 50
                        || number.value.denominator == 2 && number.value.numerator == 1)
        }.map(\.value)
    }

    /// Whether a value may as well be no number of the text; the side of a square is one.
    private func isLikeConstant(_ value: ExactNumber) -> Bool {
        guard let integer = value.integer else { return false }
        let isOnlyAdded = !literals.contains { $0.value == value && $0.isFactor }
        if isOnlyAdded, !KnownConstants.areNamed(.init(value: value, isFactor: false), in: lower) {
            return false
        }
        let isArea =
            ["area", "넓이"].contains(where: lower.contains)
            && !["perimeter", "둘레"].contains(where: lower.contains)
        let isSquare = ["a square ", "정사각형"].contains(where: lower.contains)
        let isCube = ["a cube ", "정육면체"].contains(where: lower.contains)
        let isSide =
            isSquare && !isCube && (isArea || ![2, 4].contains(integer))
            || isCube && ![2, 4, 6, 8, 12].contains(integer)
        return !isSide
            && ((0...12).contains(integer)
                || SolutionFormula.constants.contains(integer)
                    && KnownConstants.areNamed(.init(value: value, isFactor: true), in: lower))
    }

    /// The numbers that the expression may have in another form: where it has a constant that
    /// nothing in the text calls for, all that it does not have as they stand.
    private func hidden() throws(VariationError) -> [ExactNumber] {
        let values = literals.map(\.value)
        let unused = numbers.filter { $0.clock == nil && !values.contains($0.value) }
        var isOpen = false
        for literal in literals where !isSaid(literal.value) {
            let isPlain = KnownConstants.areMeant(literal, in: lower, numbers: numbers)
            let isOther = unused.contains { Self.forms(of: $0).contains(literal.value) }
            guard isPlain || isOther else { throw .notInText(literal.value.exactText) }
            isOpen = isOpen || isOther || !KnownConstants.areNamed(literal, in: lower)
        }
        return isOpen ? unused.map(\.value) : []
    }

    /// Whether the text says a number, as a percentage of it or in a date too.
    private func isSaid(_ value: ExactNumber) -> Bool {
        let isNumber = numbers.contains { number in
            number.clock == nil
                && (number.value == value
                    || number.isPercent
                        && number.value == (try? value.multiplied(by: ExactNumber(100))))
        }
        return isNumber || otherDigits.contains(value.exactText)
    }

    /// The digits of the text that are no number of the story: of ordinals, ratios and dates.
    private var otherDigits: Set<String> {
        var characters = Array(text)
        for number in numbers {
            characters.replaceSubrange(
                number.range, with: Array(repeating: " ", count: number.range.count))
        }
        return Set(TextNumbers.runs(in: String(characters)))
    }

    /// What a number may have become in an expression.
    static func forms(of number: TextNumber) -> Set<ExactNumber> {
        let value = number.value
        let hundred = ExactNumber(100)
        let share = number.isPercent ? try? value.divided(by: hundred) : value
        guard let share else { return [] }
        var forms: [ExactNumber?] = [share]
        // Weeks may be written as days, hours as minutes; out of range is no form of it.
        forms += [7, 10, 12, 24, 60, 100, 1000].map { try? value.multiplied(by: ExactNumber($0)) }
        if number.isPercent || !value.isInteger {
            // Out of range: no form of it.
            let rest = try? ExactNumber.one.adding(share.negated)
            let more = try? ExactNumber.one.adding(share)
            for part in [share, rest, more].compactMap({ $0 }) where !part.isZero {
                forms += [
                    part, try? part.multiplied(by: hundred), try? ExactNumber.one.divided(by: part),
                    ExactNumber(part.numerator), ExactNumber(part.denominator),
                ]
            }
        }
        if number.style == .mixed {
            let rest = value.numerator % value.denominator
            forms += [ExactNumber(value.floor), ExactNumber(rest)]
        }
        return Set(forms.compactMap { $0 })
    }

    // MARK: What the text states

    /// Counts of what the text lists, definitions, and the days of two months.
    private func stated(used: Set<ExactNumber>) -> [ExactNumber] {
        let context = StatedNumbers(text: text, numbers: numbers)
        return numbers.filter {
            $0.clock == nil && context.stays($0, isUsed: used.contains($0.value))
        }
        .map(\.value)
    }
}
