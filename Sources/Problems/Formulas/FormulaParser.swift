/// Why the text of a formula could not be read, and at which offset in it.
struct FormulaSyntaxError: Error, Hashable, Sendable {
    let message: String
    let offset: Int
}

/// Reads formulas such as `(T - f) / r` or `gcd(a, b) == 1 and a < b`.
struct FormulaParser {
    private let characters: [Character]
    private let variables: [String: Int]
    private var position = 0
    private var depth = 0

    /// The formula that `text` says, its variables looked up in `variables`.
    static func formula(
        _ text: String, variables: [String: Int]
    ) throws(FormulaSyntaxError) -> Formula {
        var parser = FormulaParser(characters: Array(text), variables: variables)
        let formula = try parser.expression(above: 0)
        parser.skipSpaces()
        guard parser.position == parser.characters.count else {
            throw parser.error("unexpected “\(parser.characters[parser.position])”")
        }
        return formula
    }

    private init(characters: [Character], variables: [String: Int]) {
        self.characters = characters
        self.variables = variables
    }

    private func error(_ message: String) -> FormulaSyntaxError {
        FormulaSyntaxError(message: message, offset: position)
    }

    private mutating func skipSpaces() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    private mutating func accept(_ symbol: String) -> Bool {
        skipSpaces()
        let end = position + symbol.count
        guard end <= characters.count, String(characters[position..<end]) == symbol else {
            return false
        }
        if symbol.first?.isLetter == true, end < characters.count, isWordCharacter(characters[end])
        {
            return false
        }
        position = end
        return true
    }

    private static let operations: [Formula.Operation] = [
        .lessOrEqual, .greaterOrEqual, .equal, .notEqual, .less, .greater, .add, .subtract,
        .multiply, .divide, .power, .wholeQuotient, .remainder, .and, .or,
    ]

    private mutating func expression(above level: Int) throws(FormulaSyntaxError) -> Formula {
        depth += 1
        defer { depth -= 1 }
        guard depth < 40 else { throw error("too many brackets") }
        var left = try prefix()
        scan: while true {
            let start = position
            for operation in Self.operations where accept(operation.rawValue) {
                guard operation.precedence > level else {
                    position = start
                    return left
                }
                if operation.isComparison, case .binary(let earlier, _, _) = left,
                    earlier.isComparison
                {
                    throw error("comparisons cannot be chained, write “and” between two of them")
                }
                // A power binds to the right, everything else to the left.
                let bound = operation == .power ? operation.precedence - 1 : operation.precedence
                left = .binary(operation, left, try expression(above: bound))
                continue scan
            }
            return left
        }
    }

    private mutating func prefix() throws(FormulaSyntaxError) -> Formula {
        if accept("-") { return .negation(try expression(above: 6)) }
        if accept("not") { return .not(try expression(above: 3)) }
        if accept("(") {
            let inner = try expression(above: 0)
            guard accept(")") else { throw error("a closing bracket is missing") }
            return inner
        }
        skipSpaces()
        guard position < characters.count else { throw error("something is missing at the end") }
        if characters[position].isNumber { return try numberLiteral() }
        return try name()
    }

    private mutating func numberLiteral() throws(FormulaSyntaxError) -> Formula {
        let start = position
        while position < characters.count,
            characters[position].isNumber || characters[position] == "."
        {
            position += 1
        }
        guard let number = NumberText.number(String(characters[start..<position])) else {
            position = start
            throw error("not a number")
        }
        return .number(number)
    }

    private mutating func name() throws(FormulaSyntaxError) -> Formula {
        let start = position
        while position < characters.count, isWordCharacter(characters[position]) { position += 1 }
        let word = String(characters[start..<position])
        guard !word.isEmpty else { throw error("unexpected “\(characters[start])”") }
        if let function = FormulaFunction(rawValue: word), accept("(") {
            return .call(function, try arguments(of: function))
        }
        guard let index = variables[word] else {
            position = start
            throw error("“\(word)” is not a number of this template")
        }
        return .variable(index)
    }

    private mutating func arguments(
        of function: FormulaFunction
    ) throws(FormulaSyntaxError) -> [Formula] {
        var arguments = [try expression(above: 0)]
        while accept(",") { arguments.append(try expression(above: 0)) }
        guard accept(")") else { throw error("a closing bracket is missing") }
        guard function.arity.contains(arguments.count) else {
            throw error("\(function.rawValue) does not take \(arguments.count) numbers")
        }
        return arguments
    }
}

func isWordCharacter(_ character: Character) -> Bool {
    character == "_" || character.isASCII && (character.isLetter || character.isNumber)
}
