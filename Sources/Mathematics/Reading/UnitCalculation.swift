/// A calculation with units that is still to be done: `7 km + 5 km`, `4 cm × 6 cm`, `$5 + $7`.
struct UnitCalculation {
    private var reader: AnswerReader

    private struct Term {
        var expression: Expression
        var units: [MeasurementUnit]
        var text: String
    }

    init(_ reader: AnswerReader) { self.reader = reader }

    /// Reads the whole text, or returns nil where it is no such calculation.
    mutating func reading() throws(ReadingFault) -> QuantityReading? {
        guard reader.scanner.scalars.contains(where: { "+-*x÷".unicodeScalars.contains($0) }),
            var result = try term()
        else { return nil }
        var operations: Set<Unicode.Scalar> = []
        var hasUnit = !result.units.isEmpty
        while let operation = skipOperation() {
            guard let next = try term(), operations.count < ReadingLimits.items,
                let combined = Self.combine(result, next, operation)
            else { return nil }
            hasUnit = hasUnit || !next.units.isEmpty
            operations.insert(operation)
            result = combined
        }
        while let next = reader.scanner.next, next == " " || next == "." {
            reader.scanner.position += 1
        }
        let isMixed = operations.contains("+") && operations.contains("*")
        guard reader.scanner.isAtEnd, hasUnit, !operations.isEmpty, !isMixed else { return nil }
        let unit = UnitReading(candidates: result.units, text: result.text)
        return QuantityReading(
            parts: [.init(expression: result.expression, unit: result.units.isEmpty ? nil : unit)])
    }

    /// Sums have "+" for their kind, products "*".
    private mutating func skipOperation() -> Unicode.Scalar? {
        reader.scanner.skipSpaces()
        guard let next = reader.scanner.next, "+-*x÷".unicodeScalars.contains(next),
            next != "x" || reader.scanner.peek(-1) == " "
        else { return nil }
        reader.scanner.position += 1
        return next == "x" ? "*" : next
    }

    private mutating func term() throws(ReadingFault) -> Term? {
        reader.scanner.skipSpaces()
        let prefix = reader.moneyPrefix()
        var parser = ExpressionParser(
            reader.scanner, ExpressionOptions(locale: reader.context.locale))
        guard let number = try parser.fraction() else { return nil }
        reader.scanner = parser.scanner
        if let prefix {
            guard !prefix.isNegative else { return nil }
            return Term(
                expression: number, units: prefix.unit.candidates, text: prefix.unit.text)
        }
        reader.scanner.skipSpaces()
        let unit = reader.scanner.unit()
        return Term(expression: number, units: unit?.candidates ?? [], text: unit?.text ?? "")
    }

    private static func combine(
        _ first: Term, _ second: Term, _ operation: Unicode.Scalar
    ) -> Term? {
        if operation == "+" || operation == "-" { return added(first, second, operation == "-") }
        let isDivision = operation == "÷"
        let expression: Expression =
            isDivision
            ? .quotient(first.expression, second.expression, .operation)
            : .product(first.expression, second.expression, isWritten: true)
        guard !second.units.isEmpty else {
            return Term(expression: expression, units: first.units, text: first.text)
        }
        if first.units.isEmpty {
            guard !isDivision else { return nil }
            return Term(expression: expression, units: second.units, text: second.text)
        }
        let sign = isDivision ? "/" : "*"
        let units = Scanner.combine(first.units, second.units, divided: isDivision)
        return Term(
            expression: expression, units: units, text: first.text + sign + second.text)
    }

    /// The sum in the unit of the first number, where both are amounts of one kind.
    private static func added(_ first: Term, _ second: Term, _ isDifference: Bool) -> Term? {
        for unit in first.units {
            for other in second.units
            where other.dimension == unit.dimension && other.pi == unit.pi {
                let ratio = other.factor / unit.factor
                let amount: Expression =
                    ratio == 1
                    ? second.expression
                    : .product(
                        second.expression, ExpressionParser.word(ratio), isWritten: true)
                return Term(
                    expression: isDifference
                        ? .difference(first.expression, amount) : .sum(first.expression, amount),
                    units: [unit], text: first.text)
            }
        }
        return nil
    }
}

extension ExpressionParser {
    /// Reads a number or a fraction of two, and no calculation.
    mutating func fraction() throws(ReadingFault) -> Expression? {
        guard let top = try factor() else { return nil }
        guard scanner.next == "/", scanner.peek(1)?.isASCIIDigit ?? false else { return top }
        scanner.position += 1
        return try factor().map { .quotient(top, $0, .fraction) }
    }
}
