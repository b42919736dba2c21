internal import Mathematics

/// Writes calculations with their results as school books do.
struct SchoolNotation {
    let values: [ExactNumber]
    let forms: NumberForms
    let language: Language

    /// `12 * 4 = 48`, `0.3 > 0.23`, `47 / 6 = 7 R 5`, `9:30 + 40 minutes = 10:10`.
    func text(_ formula: Formula, result: String) throws(FormulaError) -> String {
        if let clock = try clock(formula) { return clock }
        if case .call(let function, let arguments) = formula {
            var numbers: [ExactNumber] = []
            for argument in arguments { numbers.append(try argument.value(values)) }
            if let text = comparison(function, numbers, result) { return text }
        }
        if case .binary(.wholeQuotient, let left, let right) = formula {
            return try division(left, right)
        }
        if case .binary(.remainder, let left, let right) = formula {
            return try division(left, right)
        }
        var parts = try divisions(in: formula)
        var printer = FormulaPrinter(values: values, forms: forms)
        printer.special = special
        parts.append("\(printer.print(formula).text) = \(result)")
        return parts.joined(separator: ", ")
    }

    // MARK: Numbers beside each other

    private func comparison(
        _ function: FormulaFunction, _ numbers: [ExactNumber], _ result: String
    ) -> String? {
        let texts = numbers.map { forms.text($0) }
        switch function {
        case .max: return chain(numbers.sorted { $0.approximation > $1.approximation }, " > ")
        case .min: return chain(numbers.sorted { $0.approximation < $1.approximation }, " < ")
        case .median: return median(numbers.sorted { $0.approximation < $1.approximation }, result)
        case .gcd: return factors(numbers) { "\($0) = \(result) * \($1)" }
        case .lcm: return factors(numbers) { "\($0) * \($1) = \(result)" }
        case .round: return "\(texts[0]) ≈ \(result)"
        default: return nil
        }

        func factors(
            _ numbers: [ExactNumber], _ line: (String, String) -> String
        ) -> String? {
            guard let end = NumberText.number(result)?.integer, end != 0 else { return nil }
            return numbers.map { number in
                let whole = max(1, number.numerator.magnitude)
                let factor = function == .gcd ? whole / end.magnitude : end.magnitude / whole
                return line(String(whole), String(factor))
            }.joined(separator: ", ")
        }
    }

    private func chain(_ sorted: [ExactNumber], _ sign: String) -> String {
        sorted.indices.dropFirst().reduce(forms.text(sorted[0])) { text, place in
            let isEqual = sorted[place] == sorted[place - 1]
            return text + (isEqual ? " = " : sign) + forms.text(sorted[place])
        }
    }

    /// `3 < 5 < [8] < 9 < 12`; of an even number of values the middle two and their mean.
    private func median(_ sorted: [ExactNumber], _ result: String) -> String {
        let half = sorted.count / 2
        let texts = sorted.map { forms.text($0) }
        let isOdd = !sorted.count.isMultiple(of: 2)
        let middle = isOdd ? half...half : half - 1...half
        let text = sorted.indices.reduce("") { text, place in
            let sign =
                place == 0 ? "" : sorted[place] == sorted[place - 1] ? " = " : " < "
            return text + sign + (place == middle.lowerBound ? "[" : "") + texts[place]
                + (place == middle.upperBound ? "]" : "")
        }
        return isOdd ? text : "\(text), (\(texts[half - 1]) + \(texts[half])) / 2 = \(result)"
    }

    // MARK: Division with a remainder

    private func division(_ left: Formula, _ right: Formula) throws(FormulaError) -> String {
        var printer = FormulaPrinter(values: values, forms: forms)
        printer.special = special
        let quotient = try Formula.binary(.wholeQuotient, left, right).value(values)
        let rest = try Formula.binary(.remainder, left, right).value(values)
        let sign = language == .english ? " R " : " … "
        return printer.print(.binary(.divide, left, right)).text + " = " + forms.text(quotient)
            + (rest.isZero ? "" : sign + forms.text(rest))
    }

    /// The divisions with a remainder that stand inside a calculation.
    private func divisions(in formula: Formula) throws(FormulaError) -> [String] {
        switch formula {
        case .binary(.wholeQuotient, let left, let right): return [try division(left, right)]
        case .binary(_, let left, let right):
            return try divisions(in: left) + divisions(in: right)
        case .negation(let inner): return try divisions(in: inner)
        default: return []
        }
    }

    // MARK: Signs of school books

    /// Roots and squares with their signs, `P(6, 2)` as `6 * 5`, the rest by its value.
    private func special(
        _ formula: Formula, _ printer: FormulaPrinter
    ) -> (text: String, precedence: Int)? {
        // What has no value keeps the notation of programs.
        guard let value = try? formula.value(values) else { return nil }
        switch formula {
        case .binary(.power, let base, .number(let exponent))
        where ["2", "3"].contains(exponent.exactText):
            return (printer.enclosed(base, in: 8) + (exponent.integer == 2 ? "²" : "³"), 8)
        case .binary(.wholeQuotient, _, _), .binary(.remainder, _, _):
            return printer.literal(value, nil)
        case .call(.squareRoot, let arguments):
            guard (try? arguments[0].value(values)) == (try? value.raised(to: 2)) else {
                return nil
            }
            return ("√(\(printer.print(arguments[0]).text))", 9)
        case .call(.permutations, let arguments):
            guard let count = (try? arguments[1].value(values))?.integer, count > 1,
                let first = (try? arguments[0].value(values))?.integer
            else { return printer.literal(value, nil) }
            let factors = (0..<count).map { String(first - $0) }
            return (factors.joined(separator: " * "), 5)
        case .call: return printer.literal(value, nil)
        default: return nil
        }
    }
}

/// Times of day.
extension SchoolNotation {
    /// How many times of day a sum adds up to, nil where it has none: one is a time, none a duration.
    private func times(_ formula: Formula) -> Int? {
        switch formula {
        case .variable(let index): forms.isClock(index) ? 1 : nil
        case .binary(.add, let left, let right): sum(times(left), times(right))
        case .binary(.subtract, let left, let right): sum(times(left), times(right).map { -$0 })
        default: nil
        }
    }

    private func sum(_ left: Int?, _ right: Int?) -> Int? {
        left == nil && right == nil ? nil : (left ?? 0) + (right ?? 0)
    }

    /// A sum or difference of times of day and durations, in the words of the texts.
    private func clock(_ formula: Formula) throws(FormulaError) -> String? {
        guard let count = times(formula), (0...1).contains(count),
            case .binary = formula
        else { return nil }
        let value = try formula.value(values)
        let result =
            count == 1
            ? NumberText.clock(value, language) : NumberText.duration(value, language)
        return try leaves(formula) + " = " + result
    }

    private func leaves(_ formula: Formula) throws(FormulaError) -> String {
        switch formula {
        case .variable(let index) where forms.isClock(index):
            return NumberText.clock(values[index], language)
        case .binary(.add, let left, let right):
            return try leaves(left) + " + " + leaves(right)
        case .binary(.subtract, let left, let right):
            let isSum = if case .binary(.add, _, _) = right { true } else { false }
            let second = try leaves(right)
            return try leaves(left) + " - " + (isSum ? "(\(second))" : second)
        default:
            return NumberText.duration(try formula.value(values), language)
        }
    }

    /// A sum of times of day as data, `9:30 + 0:40`; nil where it is none.
    func clockData(_ formula: Formula) throws(FormulaError) -> (text: String, value: String)? {
        guard let count = times(formula), (0...1).contains(count) else { return nil }
        func data(_ formula: Formula) throws(FormulaError) -> String {
            switch formula {
            case .binary(.add, let left, let right): return try data(left) + " + " + data(right)
            case .binary(.subtract, let left, .variable(let right)):
                return try data(left) + " - " + data(.variable(right))
            default: return NumberText.clock24(try formula.value(values))
            }
        }
        let value = try formula.value(values)
        return (try data(formula), count == 1 ? NumberText.clock24(value) : value.exactText)
    }
}
