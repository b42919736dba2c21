public import Mathematics

/// A numeral found in a text, with its exact value.
public struct FoundNumber: Sendable, Hashable {
    /// The exact value.
    public let value: Rational
    /// The exact value as a string, such as `3/4`, `12.5` or `150`.
    public let text: String
    /// Whether it was written as a fraction.
    public let isFraction: Bool
    /// Whether it was written in words, such as `twelve` or `다섯`.
    public let isWord: Bool
}

/// Reads numerals written in digits: whole, grouped, decimal, fraction, mixed, negative.
struct NumeralReader {
    let scalars: [Unicode.Scalar]

    /// Reads a numeral that starts at `start`; returns it with the position after it.
    func read(at start: Int) -> (number: FoundNumber, end: Int)? {
        var position = start
        var isNegative = false
        if isMinus(position), position + 1 < scalars.count, isDigit(position + 1),
            position == 0 || !isPartOfWord(position - 1)
        {
            isNegative = true
            position += 1
        }
        if let fraction = glyphFraction(at: position) {
            return (found(fraction, isNegative, isFraction: true), position + 1)
        }
        guard isDigit(position) else { return nil }
        let (digits, afterWhole) = wholeDigits(at: position)
        var value = rational(digits)
        if afterWhole + 1 < scalars.count, scalars[afterWhole] == ".", isDigit(afterWhole + 1) {
            return decimal(digits, at: afterWhole + 1, isNegative)
        }
        if let (denominator, end) = denominator(at: afterWhole) {
            return (found(value / denominator, isNegative, isFraction: true), end)
        }
        if let (part, end) = fractionalPart(at: afterWhole) {
            return (found(value + part, isNegative, isFraction: true), end)
        }
        var end = afterWhole
        (value, end) = koreanMyriads(value, at: afterWhole)
        return (found(value, isNegative, isFraction: false), end)
    }

    private func found(
        _ value: Rational, _ isNegative: Bool, isFraction: Bool
    ) -> FoundNumber {
        let signed = isNegative ? -value : value
        return FoundNumber(
            value: signed, text: "\(signed)", isFraction: isFraction, isWord: false)
    }

    private func decimal(
        _ whole: [Int], at start: Int, _ isNegative: Bool
    ) -> (FoundNumber, Int) {
        var end = start
        var places: [Int] = []
        while end < scalars.count, isDigit(end) {
            places.append(digit(end))
            end += 1
        }
        let scale = places.reduce(Rational.one) { scale, _ in scale * 10 }
        let value = rational(whole + places) / scale
        let sign = isNegative ? "-" : ""
        let fraction = places.map(String.init).joined()
        let text = "\(sign)\(rational(whole)).\(fraction)"
        return (
            FoundNumber(
                value: isNegative ? -value : value, text: text, isFraction: false, isWord: false),
            end
        )
    }

    /// Digits with groups of three behind commas, such as `1,250`.
    private func wholeDigits(at start: Int) -> (digits: [Int], end: Int) {
        var digits: [Int] = []
        var position = start
        while position < scalars.count, isDigit(position) {
            digits.append(digit(position))
            position += 1
        }
        guard digits.count <= 3 else { return (digits, position) }
        while position + 3 < scalars.count, scalars[position] == ",",
            (1...3).allSatisfy({ isDigit(position + $0) }),
            !(position + 4 < scalars.count && isDigit(position + 4))
        {
            digits += (1...3).map { digit(position + $0) }
            position += 4
        }
        return (digits, position)
    }

    private func denominator(at slash: Int) -> (Rational, Int)? {
        guard slash + 1 < scalars.count, scalars[slash] == "/", isDigit(slash + 1) else {
            return nil
        }
        let (digits, end) = wholeDigits(at: slash + 1)
        let value = rational(digits)
        let isDate = end < scalars.count && scalars[end] == "/"
        return value.isZero || isDate ? nil : (value, end)
    }

    /// The ` 1/2` of `2 1/2`, or the `½` of `2½`.
    private func fractionalPart(at start: Int) -> (Rational, Int)? {
        if let glyph = glyphFraction(at: start) { return (glyph, start + 1) }
        guard start + 1 < scalars.count, scalars[start] == " ", isDigit(start + 1) else {
            return nil
        }
        let (digits, slash) = wholeDigits(at: start + 1)
        guard let (denominator, end) = denominator(at: slash) else { return nil }
        let part = rational(digits) / denominator
        return part < 1 ? (part, end) : nil
    }

    /// `3만 5천` and the like: digits followed by Korean powers of ten.
    private func koreanMyriads(_ first: Rational, at start: Int) -> (Rational, Int) {
        var total = Rational.zero
        var current = first
        var end = start
        var position = start
        var smallest = Rational(1_000_000_000)
        while position < scalars.count, let power = koreanPower(position), power < smallest {
            total = total + current * power
            smallest = power
            current = .zero
            position += 1
            end = position
            var next = position
            if next < scalars.count, scalars[next] == " " { next += 1 }
            guard next < scalars.count, isDigit(next) else { break }
            let (digits, after) = wholeDigits(at: next)
            let isLast = after >= scalars.count || koreanPower(after) == nil
            if isLast {
                guard next == position else { break }
                current = rational(digits)
                end = after
                break
            }
            current = rational(digits)
            position = after
        }
        return end == start ? (first, start) : (total + current, end)
    }

    private func koreanPower(_ position: Int) -> Rational? {
        switch scalars[position] {
        case "억": Rational(100_000_000)
        case "만": Rational(10_000)
        case "천": Rational(1_000)
        case "백": Rational(100)
        default: nil
        }
    }

    private func glyphFraction(at position: Int) -> Rational? {
        guard position < scalars.count else { return nil }
        return switch scalars[position] {
        case "½": Rational(1, 2)
        case "⅓": Rational(1, 3)
        case "⅔": Rational(2, 3)
        case "¼": Rational(1, 4)
        case "¾": Rational(3, 4)
        case "⅕": Rational(1, 5)
        case "⅛": Rational(1, 8)
        default: nil
        }
    }

    private func rational(_ digits: [Int]) -> Rational {
        var value = Rational.zero
        var position = 0
        while position < digits.count {
            let chunk = digits[position..<min(position + 15, digits.count)]
            let (number, scale) = chunk.reduce((0, 1)) { ($0.0 * 10 + $1, $0.1 * 10) }
            value = value * Rational(scale) + Rational(number)
            position += chunk.count
        }
        return value
    }

    private func isDigit(_ position: Int) -> Bool {
        position < scalars.count && ("0"..."9").contains(scalars[position])
    }

    private func digit(_ position: Int) -> Int { Int(scalars[position].value) - 48 }

    private func isMinus(_ position: Int) -> Bool {
        position < scalars.count && (scalars[position] == "-" || scalars[position] == "\u{2212}")
    }

    private func isPartOfWord(_ position: Int) -> Bool {
        isDigit(position) || scalars[position].properties.isAlphabetic
            || scalars[position] == ")"
    }
}
