extension AnswerSpecification {
    /// Reads `key=value` pairs joined by semicolons.
    ///
    /// - Throws: An error that names the key or value that is not known.
    public init(parsing text: String) throws(AnswerSpecificationError) {
        self.init()
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = Self.trimmed(pair[0])
            if key.isEmpty && pair.count == 1 { continue }
            guard pair.count == 2 else { throw .malformed(String(key.prefix(60))) }
            try set(key, Self.trimmed(pair[1]))
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop { $0.isWhitespace }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return String(rest)
    }

    private mutating func set(
        _ key: String, _ value: String
    ) throws(AnswerSpecificationError) {
        let bad = AnswerSpecificationError.unknownValue(key: key, value: String(value.prefix(60)))
        switch key {
        case "t":
            guard let type = AnswerType(rawValue: value) else { throw bad }
            self.type = type
        case "form":
            for name in value.split(separator: "|") {
                guard let form = Form(rawValue: String(name)) else { throw bad }
                forms.insert(form)
            }
        case "simp": requiresSimplest = try Self.isRequired(value, bad)
        case "unit": requiresUnit = try Self.isRequired(value, bad)
        case "conv": allowsConversion = try Self.flag(value, bad)
        case "tol": tolerance = try Self.tolerance(value, bad)
        case "strictdigits": strictDigits = try Self.flag(value, bad)
        case "round":
            guard value == "halfup" else { throw bad }
        case "eval": requiresEvaluation = try Self.isRequired(value, bad)
        case "ampm": requiresHalfOfDay = try Self.isRequired(value, bad)
        case "solved": requiresSolved = try Self.isRequired(value, bad)
        default: try setName(key, value, bad)
        }
    }

    private mutating func setName(
        _ key: String, _ value: String, _ bad: AnswerSpecificationError
    ) throws(AnswerSpecificationError) {
        switch key {
        case "loc":
            guard let locale = NumberLocale(rawValue: value) else { throw bad }
            self.locale = locale
        case "var":
            guard !value.isEmpty, value.count <= 12 else { throw bad }
            variable = value
        case "order":
            guard value == "fixed" || value == "any" else { throw bad }
            isOrdered = value == "fixed"
        case "divisor":
            guard let number = Rational(parsing: value), !number.isZero else { throw bad }
            divisor = number
        case "cur":
            guard value.count == 3, value.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
                throw bad
            }
            currency = value
        default: throw .unknownKey(String(key.prefix(60)))
        }
    }

    private static func isRequired(
        _ value: String, _ bad: AnswerSpecificationError
    ) throws(AnswerSpecificationError) -> Bool {
        guard value == "req" || value == "opt" else { throw bad }
        return value == "req"
    }

    private static func flag(
        _ value: String, _ bad: AnswerSpecificationError
    ) throws(AnswerSpecificationError) -> Bool {
        switch value {
        case "yes", "1", "true": return true
        case "no", "0", "false": return false
        default: throw bad
        }
    }

    private static func tolerance(
        _ value: String, _ bad: AnswerSpecificationError
    ) throws(AnswerSpecificationError) -> Tolerance {
        if value == "exact" { return .exact }
        let parts = value.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let number = tolerated(String(parts[1])), !number.isNegative else {
            throw bad
        }
        switch parts[0] {
        case "abs": return .absolute(number)
        case "rel": return .relative(number)
        case "nearest":
            guard !number.isZero else { throw bad }
            return .nearest(number)
        case "dp", "sf":
            guard let digits = number.integer, digits <= 30 else { throw bad }
            if parts[0] == "dp" { return .decimalPlaces(digits) }
            guard digits > 0 else { throw bad }
            return .significantFigures(digits)
        default: throw bad
        }
    }

    /// A size such as `0.05`, `1/2`, `5%` or `1e-6`.
    private static func tolerated(_ text: String) -> Rational? {
        if text.hasSuffix("%") {
            return Rational(parsing: text.dropLast()).map { $0 * Rational(1, 100) }
        }
        let parts = text.split(separator: "e", maxSplits: 1)
        guard parts.count == 2, let mantissa = Rational(parsing: parts[0]),
            let exponent = Int(parts[1]), abs(exponent) <= 60
        else { return Rational(parsing: text) }
        return mantissa * .powerOfTen(exponent)
    }
}
