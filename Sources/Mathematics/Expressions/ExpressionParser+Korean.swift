extension ExpressionParser {
    mutating func koreanWords() throws(ReadingFault) -> Expression? {
        let start = scanner.position
        // The constants are longer than the numbers that they begin with.
        if scanner.skip("절반") || scanner.next == "반" && isHalfAlone() {
            if scanner.next == "반" { scanner.position += 1 }
            return .quotient(Self.word(1), Self.word(2), .fraction)
        }
        guard let number = try scanner.koreanNumber(options.locale) else { return nil }
        if case .whole(let value) = number {
            if let fraction = try koreanFraction(value) { return fraction }
            if let proportion = try tenths(value) { return proportion }
        }
        guard scanner.position > start else { return nil }
        return Self.expression(number)
    }

    /// Whether `반` stands alone or before hours.
    private func isHalfAlone() -> Bool {
        guard let next = scanner.peek(1), next.isHangul else { return true }
        if next == "시" && scanner.peek(2) == "간" || next == "년" { return true }
        var copy = scanner
        copy.position += 1
        return copy.skip(anyOf: ["이에요", "이예요", "입니다", "이요", "이다", "이야", "요"]) != nil
            && !(copy.next?.isHangul ?? false)
    }

    /// Reads `할 5푼 3리` after a number of tenths, which is a percentage in Korean.
    mutating func tenths(_ first: Rational) throws(ReadingFault) -> Expression? {
        let marks: [(Unicode.Scalar, Rational)] = [("할", 10), ("푼", 1), ("리", Rational(1, 10))]
        guard scanner.next == "할" || scanner.next == "푼" else { return nil }
        var (total, pending) = (Rational.zero, first)
        for (mark, size) in marks where scanner.skip(mark) {
            total = total + pending * size
            let start = scanner.position
            scanner.skipSpaces()
            guard let next = try koreanWhole()?.asLiteral, next.value < 10,
                scanner.next == "푼" || scanner.next == "리"
            else {
                scanner.position = start
                break
            }
            pending = next.value
        }
        return .percent(Self.word(total))
    }

    /// Reads `분의 1` after a denominator, or `와 2분의 1` after a whole number.
    mutating func koreanFraction(_ value: Rational) throws(ReadingFault) -> Expression? {
        let start = scanner.position
        scanner.skipSpaces()
        if scanner.skip("분의") {
            scanner.skipSpaces()
            guard let top = try koreanWhole() else {
                throw .notUnderstood(.missingNumber, at: scanner.position)
            }
            return .quotient(top, Self.word(value), .fraction)
        }
        // "삼분에 이" is heard for "삼분의 이"; "3분에 2km" is not.
        if scanner.skip("분에") {
            scanner.skipSpaces()
            if let top = try koreanWhole(), scanner.isAtEnd || scanner.next == "." {
                return .quotient(top, Self.word(value), .fraction)
            }
            scanner.position = start
            return nil
        }
        if scanner.skip("와") || scanner.skip("과"), value.isInteger {
            scanner.skipSpaces()
            if let bottom = try koreanWhole(), case .literal(let literal) = bottom {
                scanner.skipSpaces()
                if scanner.skip("분의") {
                    scanner.skipSpaces()
                    if case .literal(let top)? = try koreanWhole() {
                        return .mixed(value, top.value, literal.value)
                    }
                } else if scanner.skip("/"), let below = try koreanWhole()?.asLiteral {
                    return .mixed(value, literal.value, below.value)
                }
            }
        }
        scanner.position = start
        return nil
    }

    private mutating func koreanWhole() throws(ReadingFault) -> Expression? {
        if let literal = try scanner.numberLiteral(options.locale, groups: false) {
            return .literal(literal)
        }
        if case .whole(let value)? = try scanner.koreanNumber(options.locale) {
            return Self.word(value)
        }
        return nil
    }
}
