extension AnswerReader {
    /// Skips brackets that say the same number again: `7 (seven)`, `150 cm (1.5 m)`.
    mutating func skipGloss(_ reading: QuantityReading) throws(ReadingFault) {
        let start = scanner.position
        guard scanner.skip("(" as Unicode.Scalar), let part = reading.parts.first,
            let end = scanner.scalars[scanner.position...].firstIndex(of: ")"),
            !scanner.scalars[scanner.position..<end].contains("(")
        else {
            scanner.position = start
            return
        }
        var inner = AnswerReader(
            scalars: Array(scanner.scalars[scanner.position..<end]), context)
        // What is no number in the brackets is read as a noun after this.
        guard let repeated = try? inner.quantity().parts, repeated.count == 1,
            let value = try? repeated[0].expression.value()
        else {
            scanner.position = start
            return
        }
        let typed = try part.expression.value()
        guard value == typed || Self.isSameAmount(part, typed, repeated[0], value) else {
            throw .notUnderstood(.twoNumbers, at: start)
        }
        scanner.position = end + 1
        scanner.skipSpaces()
    }

    private static func isSameAmount(
        _ part: QuantityReading.Part, _ typed: ExactNumber, _ other: QuantityReading.Part,
        _ value: ExactNumber
    ) -> Bool {
        guard let unit = part.unit?.candidates.first, let second = other.unit?.candidates.first,
            unit.dimension == second.dimension
        else { return false }
        return typed.multiplied(by: unit.size) == value.multiplied(by: second.size)
    }
}
