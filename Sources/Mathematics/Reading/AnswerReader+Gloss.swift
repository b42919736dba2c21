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
        _ = inner.scanner.skip("because ")
        // What is no number in the brackets is read as a noun after this.
        guard let repeated = try? inner.quantity(),
            let value = try? repeated.parts[0].expression.value()
        else {
            scanner.position = start
            return
        }
        let typed = try part.expression.value()
        let isPlain = !reading.isCompound && !repeated.isCompound
        guard isPlain && value == typed || Self.isSameAmount(reading, repeated) else {
            throw .notUnderstood(.twoNumbers, at: start)
        }
        scanner.position = end + 1
        scanner.skipSpaces()
    }

    private static func isSameAmount(
        _ reading: QuantityReading, _ other: QuantityReading
    ) -> Bool {
        guard let unit = reading.parts.last?.unit?.candidates.first,
            let total = reading.total(in: unit)
        else { return false }
        return total == other.total(in: unit)
    }
}
