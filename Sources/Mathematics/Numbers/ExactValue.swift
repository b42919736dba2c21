/// An exact answer in the canonical text of the project: `3/4`, `12.5`, `3:4`, `17:30`, `3 r 2`,
/// `2, 5` or `6pi`.
public enum ExactValue: Hashable, Sendable {
    /// A number.
    case number(ExactNumber)
    /// The parts of a ratio, in order.
    case ratio([Rational])
    /// A time of day in seconds after midnight.
    case clock(seconds: Int)
    /// A quotient and what is left over.
    case remainder(quotient: Rational, remainder: Rational)
    /// Several numbers.
    case list([ExactNumber])

    /// Reads the canonical text; nil where it is none.
    public init?(parsing text: String) {
        if let rational = Rational(parsing: text) {
            self = .number(ExactNumber(rational))
        } else if let value = Self.remainder(text) ?? Self.clock(text) ?? Self.ratio(text) {
            self = value
        } else if text.contains(",") {
            let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { Self.number(String($0)) }
            guard numbers.count == parts.count, numbers.count <= ReadingLimits.items else {
                return nil
            }
            self = .list(numbers)
        } else if let number = Self.number(text) {
            self = .number(number)
        } else {
            return nil
        }
    }

    /// The number, where the value is one without pi and roots.
    public var rational: Rational? {
        if case .number(let number) = self { return number.rational }
        return nil
    }

    private static func number(_ text: String) -> ExactNumber? {
        // A text that cannot be read is no exact value; the reason is of no use here.
        guard let normalized = try? AnswerText(text) else { return nil }
        var parser = ExpressionParser(
            Scanner(normalized), ExpressionOptions(allowsGroups: false, allowsWords: false))
        guard let expression = try? parser.expression(), parser.scanner.isAtEnd else { return nil }
        return try? expression.value()
    }

    private static func remainder(_ text: String) -> ExactValue? {
        let parts = text.split(separator: "r", omittingEmptySubsequences: false)
        guard parts.count == 2, let quotient = Rational(parsing: trimmed(parts[0])),
            let remainder = Rational(parsing: trimmed(parts[1]))
        else { return nil }
        return .remainder(quotient: quotient, remainder: remainder)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return rest
    }

    private static func clock(_ text: String) -> ExactValue? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.count == 2 }),
            parts[0].count <= 2
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (0...24).contains(numbers[0]),
            numbers.dropFirst().allSatisfy({ (0...59).contains($0) })
        else { return nil }
        let seconds = numbers.count == 3 ? numbers[2] : 0
        return .clock(seconds: (numbers[0] * 3600 + numbers[1] * 60 + seconds) % 86_400)
    }

    private static func ratio(_ text: String) -> ExactValue? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Rational(parsing: trimmed($0)) }
        guard parts.count >= 2, parts.count <= ReadingLimits.items, numbers.count == parts.count
        else { return nil }
        return .ratio(numbers)
    }
}

extension ExactValue: CustomStringConvertible {
    /// The canonical text, which `init(parsing:)` reads back.
    public var description: String {
        switch self {
        case .number(let number): return number.description
        case .ratio(let parts): return parts.map(\.description).joined(separator: ":")
        case .clock(let seconds): return Self.clockText(seconds)
        case .remainder(let quotient, let remainder): return "\(quotient) r \(remainder)"
        case .list(let numbers): return numbers.map(\.description).joined(separator: ", ")
        }
    }

    private static func clockText(_ seconds: Int) -> String {
        let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
