import Glibc

/// Why an expression cannot be read.
public enum ScalarExpressionError: Error, Equatable, Sendable {
    /// The text is longer, deeper or larger than allowed.
    case tooLarge(limit: String)
    /// A character does not belong there; it is counted from 1.
    case unexpected(character: String, column: Int)
    /// The text ends too early.
    case unexpectedEnd
    /// A name is neither a variable that has a value nor a function.
    case unknownName(String, column: Int)
    /// A number has no value that a Double could hold.
    case badNumber(String, column: Int)
}

/// Reads expressions such as `x^2 * sin(x)` onto a tape.
///
/// Known are `+ - * / ^`, parentheses, `pi`, `e` and the functions in `functions`; a number may stand
/// before a name or a parenthesis to multiply it. Length, depth and size are bounded.
public struct ScalarExpression {
    /// The functions by name.
    public static let functions: [String: ScalarOperation] = [
        "sin": .sine, "cos": .cosine, "tan": .tangent, "exp": .exponential, "ln": .logarithm,
        "log": .logarithm, "sqrt": .squareRoot, "tanh": .hyperbolicTangent,
    ]
    private static let greatestLength = 500
    private static let greatestDepth = 50
    private let characters: [Character]
    private var position = 0
    private var depth = 0
    private let variables: [String: Int]
    private var tape: ScalarTape

    private init(_ text: String, _ variables: [String: Int], _ tape: ScalarTape) {
        characters = Array(text)
        self.variables = variables
        self.tape = tape
    }

    /// Writes an expression onto a tape that holds its variables and returns the place of the result.
    /// - Parameters:
    ///   - text: the expression.
    ///   - tape: the tape, unchanged on an error.
    ///   - variables: the places of the variables by name.
    /// - Returns: the place of the result.
    /// - Throws: `ScalarExpressionError` with the place of what cannot be read.
    public static func read(
        _ text: String, onto tape: inout ScalarTape, variables: [String: Int]
    ) throws(ScalarExpressionError) -> Int {
        guard text.utf8.count <= greatestLength else {
            throw .tooLarge(limit: "\(greatestLength) bytes")
        }
        var reader = ScalarExpression(text, variables, tape)
        let result = try reader.sum()
        reader.skipSpace()
        if let rest = reader.peek {
            throw .unexpected(character: String(rest), column: reader.position + 1)
        }
        tape = reader.tape
        return result
    }

    private mutating func sum() throws(ScalarExpressionError) -> Int {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.greatestDepth else {
            throw .tooLarge(limit: "\(Self.greatestDepth) levels")
        }
        var left = try product()
        while true {
            if take("+") {
                left = tape.apply(.add, left, try product())
            } else if take("-", "−") {
                left = tape.apply(.subtract, left, try product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(ScalarExpressionError) -> Int {
        var left = try signed()
        while true {
            if take("*", "×", "·") {
                left = tape.apply(.multiply, left, try signed())
            } else if take("/", "÷") {
                left = tape.apply(.divide, left, try signed())
            } else if let next = peek, next.isLetter || next == "(" {
                left = tape.apply(.multiply, left, try power())
            } else {
                return left
            }
        }
    }

    private mutating func signed() throws(ScalarExpressionError) -> Int {
        var isNegative = false
        while take("-", "−") { isNegative.toggle() }
        let value = try power()
        return isNegative ? tape.apply(.negate, value) : value
    }

    /// `a^b^c` is `a^(b^c)`, and `-a^b` is `-(a^b)`.
    private mutating func power() throws(ScalarExpressionError) -> Int {
        var parts = [try primary()]
        while take("^") {
            let isNegative = take("-", "−")
            let exponent = try primary()
            parts.append(isNegative ? tape.apply(.negate, exponent) : exponent)
        }
        var result = parts[parts.count - 1]
        for part in parts.dropLast().reversed() { result = tape.apply(.power, part, result) }
        return result
    }

    private mutating func primary() throws(ScalarExpressionError) -> Int {
        skipSpace()
        guard let first = peek else { throw .unexpectedEnd }
        if first == "(" { return try parenthesis() }
        if first.isASCII, first.isNumber || first == "." { return try number() }
        if first.isLetter { return try name() }
        throw .unexpected(character: String(first), column: position + 1)
    }

    private mutating func parenthesis() throws(ScalarExpressionError) -> Int {
        position += 1
        let value = try sum()
        guard take(")") else {
            guard let found = peek else { throw .unexpectedEnd }
            throw .unexpected(character: String(found), column: position + 1)
        }
        return value
    }

    private mutating func number() throws(ScalarExpressionError) -> Int {
        let start = position
        while let next = peek, next.isASCII, next.isNumber || next == "." { position += 1 }
        let text = String(characters[start..<position])
        guard let value = Double(text), value.isFinite else {
            throw .badNumber(text, column: start + 1)
        }
        return tape.constant(value)
    }

    private mutating func name() throws(ScalarExpressionError) -> Int {
        let start = position
        while let next = peek, next.isLetter { position += 1 }
        let text = String(characters[start..<position])
        if let place = variables[text] { return place }
        if let function = Self.functions[text] {
            skipSpace()
            guard let next = peek else { throw .unexpectedEnd }
            guard next == "(" else {
                throw .unexpected(character: String(next), column: position + 1)
            }
            return tape.apply(function, try parenthesis())
        }
        switch text {
        case "pi", "π": return tape.constant(.pi)
        case "e": return tape.constant(M_E)
        default: throw .unknownName(text, column: start + 1)
        }
    }

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    private mutating func skipSpace() {
        while let next = peek, next.isWhitespace { position += 1 }
    }

    private mutating func take(_ wanted: Character...) -> Bool {
        skipSpace()
        guard let next = peek, wanted.contains(next) else { return false }
        position += 1
        return true
    }
}
