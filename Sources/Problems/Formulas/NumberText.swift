/// Numbers as text and back: whole numbers with grouped thousands, decimals, mixed numbers.
enum NumberText {
    /// The number that plain digits with an optional point say, or nil.
    static func number(_ text: String) -> ExactNumber? {
        let negative = text.hasPrefix("-")
        let parts = text.dropFirst(negative ? 1 : 0)
            .split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }),
            let digits = Int(parts.joined()), digits < 1 << 50
        else { return nil }
        let places = parts.count == 2 ? parts[1].count : 0
        guard places <= 6 else { return nil }
        let scale = (0..<places).reduce(1) { value, _ in value * 10 }
        do {
            return try ExactNumber(negative ? -digits : digits, over: scale)
        } catch {
            return nil
        }
    }

    /// The number as a decimal of at most `places` places, or nil where it does not end there.
    static func decimal(_ number: ExactNumber, places: Int) -> String? {
        var (denominator, scale, used) = (number.denominator, 1, 0)
        while denominator != 1 {
            guard used < places else { return nil }
            used += 1
            scale *= 10
            denominator = number.denominator / greatestCommonDivisor(number.denominator, scale)
        }
        guard used > 0 else { return String(number.numerator) }
        let (digits, overflow) = number.numerator.magnitude.multipliedReportingOverflow(
            by: UInt(scale / number.denominator))
        guard !overflow else { return nil }
        let fraction = String(digits % UInt(scale))
        let padding = String(repeating: "0", count: used - fraction.count)
        return (number.isNegative ? "-" : "") + "\(digits / UInt(scale)).\(padding)\(fraction)"
    }

    /// The number as the text of a problem shows it: `1,250`, `3.5` or, where no short decimal
    /// exists, `3/4`.
    static func shown(_ number: ExactNumber) -> String {
        guard let text = decimal(number, places: 3) else {
            return "\(number.numerator)/\(number.denominator)"
        }
        return grouped(text)
    }

    /// The number with a comma before every three whole digits.
    static func grouped(_ text: String) -> String {
        let whole = text.prefix { $0 != "." }
        let digits = whole.drop { $0 == "-" }
        guard digits.count > 3 else { return text }
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return (whole.hasPrefix("-") ? "-" : "") + result + text.dropFirst(whole.count)
    }

    /// The number as a fraction in lowest terms, such as `3/4`, or as a whole number.
    static func fraction(_ number: ExactNumber) -> String {
        number.isInteger
            ? grouped(String(number.numerator)) : "\(number.numerator)/\(number.denominator)"
    }

    /// The number as a whole and a proper fraction, such as `7 5/6`.
    static func mixed(_ number: ExactNumber) -> String {
        let (whole, rest) = number.numerator.magnitude.quotientAndRemainder(
            dividingBy: number.denominator.magnitude)
        guard rest > 0 else { return grouped(String(number.numerator)) }
        let sign = number.isNegative ? "-" : ""
        return whole == 0
            ? "\(sign)\(rest)/\(number.denominator)"
            : "\(sign)\(whole) \(rest)/\(number.denominator)"
    }
}
