extension ExpressionParser {
    private static let functions: Set<String> = [
        "sin", "cos", "tan", "log", "ln", "exp", "abs",
    ]

    /// Reads a number, a constant, a root, an unknown or a bracket.
    mutating func primary() throws(ReadingFault) -> Expression? {
        guard let next = scanner.next else { return nil }
        if let number = try number() { return number }
        switch next {
        case "(", "[": return try bracket(closing: next == "(" ? ")" : "]")
        case "|": return try absoluteValue()
        case "π":
            scanner.position += 1
            return .pi
        case "√", "∛":
            scanner.position += 1
            return try root(degree: next == "√" ? 2 : 3)
        case "루": return scanner.skip("루트") ? try root(degree: 2) : nil
        case "파": return scanner.skip("파이") ? .pi : nil
        default: break
        }
        if let word = scanner.latinWord(), let named = try named(word.text, end: word.end) {
            return named
        }
        guard options.allowsVariables, next.isLatinLetter || next.isGreekLetter else { return nil }
        scanner.position += 1
        return .variable(String(Character(next)))
    }

    private mutating func named(_ word: String, end: Int) throws(ReadingFault) -> Expression? {
        switch word {
        case "pi":
            scanner.position = end
            return .pi
        case "sqrt", "cbrt":
            scanner.position = end
            return try root(degree: word == "sqrt" ? 2 : 3)
        case "root", "square":
            guard options.allowsWords else { return nil }
            let start = scanner.position
            if word == "square", !scanner.skip("square root of"), !scanner.skip("square root") {
                return nil
            }
            if word == "root", !scanner.skip("root of"), !scanner.skip("root") { return nil }
            if let result = try root(degree: 2) { return result }
            scanner.position = start
            return nil
        default: break
        }
        if options.allowsVariables, Self.functions.contains(word) {
            return try function(word, end)
        }
        // "pir" and "pix": pi before an unknown.
        if options.allowsVariables, word.hasPrefix("pi") {
            scanner.position += 2
            return .pi
        }
        return nil
    }

    private mutating func function(
        _ name: String, _ end: Int
    ) throws(ReadingFault) -> Expression? {
        scanner.position = end
        scanner.skipSpaces()
        try enter()
        defer { leave() }
        guard let argument = try factor() else {
            throw .notUnderstood(.missingNumber, at: scanner.position)
        }
        return name == "abs" ? .absolute(argument) : .function(name, argument)
    }

    private mutating func root(degree: Int) throws(ReadingFault) -> Expression? {
        try countOperator()
        scanner.skipSpaces()
        try enter()
        defer { leave() }
        guard let radicand = try primary() else {
            throw .notUnderstood(.missingNumber, at: scanner.position)
        }
        return .root(degree, radicand)
    }

    private mutating func bracket(closing: Unicode.Scalar) throws(ReadingFault) -> Expression? {
        let start = scanner.position
        try enter()
        defer { leave() }
        scanner.position += 1
        guard let inner = try sum() else {
            scanner.position = start
            return nil
        }
        scanner.skipSpaces()
        guard scanner.skip(closing) else {
            throw .notUnderstood(.openBracket, at: start)
        }
        return .group(inner)
    }

    private mutating func absoluteValue() throws(ReadingFault) -> Expression? {
        let start = scanner.position
        try enter()
        defer { leave() }
        scanner.position += 1
        guard let inner = try sum() else {
            scanner.position = start
            return nil
        }
        scanner.skipSpaces()
        guard scanner.skip("|" as Unicode.Scalar) else {
            throw .notUnderstood(.openBracket, at: start)
        }
        return .absolute(inner)
    }

    /// Reads a number in digits or words, also a mixed one.
    private mutating func number() throws(ReadingFault) -> Expression? {
        let start = scanner.position
        if let literal = try scanner.numberLiteral(options.locale, groups: options.allowsGroups) {
            return try afterLiteral(literal, from: start)
        }
        guard options.allowsWords, let next = scanner.next else { return nil }
        if next.isASCIILetter { return try englishWords() }
        if next.isHangul { return try koreanWords() }
        return nil
    }

    private mutating func englishWords() throws(ReadingFault) -> Expression? {
        guard let number = scanner.englishNumber() else { return nil }
        if case .whole(let value) = number,
            let places = try scanner.placeValue(value, options.locale)
        {
            return Self.word(places)
        }
        return Self.expression(number)
    }

    private mutating func afterLiteral(
        _ literal: NumberLiteral, from start: Int
    ) throws(ReadingFault) -> Expression {
        if let power = try exponentMark() {
            return .scientific(literal, exponent: power)
        }
        guard options.allowsWords else { return try mixed(literal) ?? .literal(literal) }
        if !literal.hasPoint, let (part, places) = scanner.koreanDecimals() {
            return Self.expression(.decimal(literal.value + part, places: places))
        }
        if let value = try scanner.koreanNumber(continuing: literal.value, options.locale) {
            if let fraction = try koreanFraction(value) { return fraction }
            return Self.word(value)
        }
        if let fraction = try koreanFraction(literal.value) { return fraction }
        if let proportion = try tenths(literal.value) { return proportion }
        // "1/2 dozen" is half of twelve and "1/2 3/4" is two numbers.
        if isBelowSlash(start) { return .literal(literal) }
        if case .mixed(let whole, let top, let bottom)? = try mixed(literal) {
            guard !bottom.isZero, let scale = scanner.scaleWord() else {
                return .mixed(whole, top, bottom)
            }
            return Self.word((whole + top / bottom) * scale)
        }
        if let value = try scanner.placeValue(literal.value, options.locale) {
            return Self.word(value)
        }
        if let scale = scanner.scaleWord() { return Self.word(literal.value * scale) }
        if !literal.hasPoint, let bottom = scanner.denominatorWord(after: literal.value) {
            return .quotient(.literal(literal), Self.word(bottom), .fraction)
        }
        return .literal(literal)
    }

    /// `3/4 million` and `1/2 dozen`.
    mutating func scaled(
        _ fraction: Expression, _ operation: Unicode.Scalar
    ) throws(ReadingFault) -> Expression? {
        guard options.allowsWords, operation == "/", fraction.isSingleNumber,
            let scale = scanner.scaleWord(), let value = try fraction.value().rational
        else { return nil }
        return Self.word(value * scale)
    }

    private func isBelowSlash(_ start: Int) -> Bool {
        scanner.scalars[..<start].last { $0 != " " } == "/"
    }

    /// Reads `e-3` directly after a number.
    private mutating func exponentMark() throws(ReadingFault) -> Int? {
        guard let mark = scanner.next, mark == "e" || mark == "E" else { return nil }
        let start = scanner.position
        scanner.position += 1
        let isNegative = scanner.next == "-"
        if isNegative || scanner.next == "+" { scanner.position += 1 }
        var power = 0
        var digits = 0
        while let next = scanner.next, next.isASCIIDigit {
            power = min(100_000, power * 10 + next.digitValue)
            digits += 1
            scanner.position += 1
        }
        guard digits > 0, !(scanner.next?.isLatinLetter ?? false) else {
            scanner.position = start
            return nil
        }
        guard power <= ReadingLimits.exponent else { throw .tooLarge(.exponent) }
        return isNegative ? -power : power
    }

    /// Reads the fraction of a mixed number: ` 1/2`, ` and 1/2`, ` and a half`.
    private mutating func mixed(_ whole: NumberLiteral) throws(ReadingFault) -> Expression? {
        guard !whole.hasPoint else { return nil }
        let start = scanner.position
        if options.allowsWords, let (top, bottom) = scanner.wordFractionAfterNumber() {
            return .mixed(whole.value, top, bottom)
        }
        scanner.skipSpaces()
        let hadSpace = scanner.position > start
        let hadWord = options.allowsWords && (scanner.skip(word: "and") || scanner.skip("&"))
        scanner.skipSpaces()
        if hadSpace || hadWord,
            let top = try scanner.numberLiteral(options.locale, groups: false), !top.hasPoint
        {
            scanner.skipSpaces()
            if scanner.skip("/" as Unicode.Scalar) {
                scanner.skipSpaces()
                if let bottom = try scanner.numberLiteral(options.locale, groups: false),
                    bottom.decimals == 0, !bottom.isOpen
                {
                    return .mixed(whole.value, top.value, bottom.value)
                }
            }
        }
        scanner.position = start
        return nil
    }

    static func word(_ value: Rational) -> Expression {
        var literal = NumberLiteral(value: value)
        literal.isWords = true
        return .literal(literal)
    }

    static func expression(_ number: WordNumber) -> Expression {
        switch number {
        case .whole(let value): return word(value)
        case .decimal(let value, let places):
            var literal = NumberLiteral(value: value)
            literal.isWords = true
            literal.hasPoint = true
            literal.decimals = places
            return .literal(literal)
        case .fraction(let top, let bottom):
            return .quotient(word(top), word(bottom), .fraction)
        case .mixed(let whole, let top, let bottom): return .mixed(whole, top, bottom)
        }
    }
}
