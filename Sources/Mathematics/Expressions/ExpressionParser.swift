/// Reads an expression by recursive descent, counting depth and operators as it goes.
struct ExpressionParser {
    var scanner: Scanner
    let options: ExpressionOptions
    private var depth = 0
    private var operators = 0

    init(_ scanner: Scanner, _ options: ExpressionOptions) {
        self.scanner = scanner
        self.options = options
    }

    /// Reads the longest expression that is next, or nil where none begins here.
    mutating func expression() throws(ReadingFault) -> Expression? {
        try sum()
    }

    mutating func sum() throws(ReadingFault) -> Expression? {
        guard var left = try signedTerm(isFirst: true) else { return nil }
        while true {
            let start = scanner.position
            scanner.skipSpaces()
            guard let sign = skipSumSign() else {
                scanner.position = start
                return left
            }
            try countOperator()
            if sign == "+", scanner.next == "+" {
                throw .notUnderstood(.doubledSign, at: scanner.position)
            }
            guard let right = try signedTerm(isFirst: false) else {
                throw .notUnderstood(.missingNumber, at: scanner.position)
            }
            left = sign == "+" ? .sum(left, right) : .difference(left, right)
        }
    }

    private mutating func skipSumSign() -> Unicode.Scalar? {
        if let sign = scanner.next, sign == "+" || sign == "-" {
            scanner.position += 1
            return sign
        }
        guard options.allowsWords, scanner.next?.isLetter ?? false else { return nil }
        if scanner.skip(word: "plus") || scanner.skip("더하기") { return "+" }
        return scanner.skip(word: "minus") || scanner.skip("빼기") ? "-" : nil
    }

    private mutating func signedTerm(isFirst: Bool) throws(ReadingFault) -> Expression? {
        scanner.skipSpaces()
        if options.allowsWords, skipMinusWord() {
            scanner.skipSpaces()
            return try term().map { .negated($0) }
        }
        if options.allowsWords, skipPlusWord() { scanner.skipSpaces() }
        guard let sign = scanner.next, sign == "-" || sign == "+" else { return try term() }
        let start = scanner.position
        scanner.position += 1
        scanner.skipSpaces()
        if let second = scanner.next, second == "-" || second == "+" {
            throw .notUnderstood(.doubledSign, at: scanner.position)
        }
        try countOperator()
        guard let operand = try term() else {
            scanner.position = start
            return nil
        }
        return sign == "-" ? .negated(operand) : .plus(operand)
    }

    private mutating func skipMinusWord() -> Bool {
        guard let next = scanner.next, next.isLetter else { return false }
        return scanner.skip(word: "minus") || scanner.skip(word: "negative")
            || scanner.skip(anyOf: ["마이너스", "음수", "음의"]) != nil
    }

    private mutating func skipPlusWord() -> Bool {
        guard let next = scanner.next, next.isLetter else { return false }
        return scanner.skip(word: "plus") || scanner.skip(word: "positive")
            || scanner.skip(anyOf: ["플러스", "양수"]) != nil
    }

    private mutating func term() throws(ReadingFault) -> Expression? {
        guard var left = try factor() else { return nil }
        while true {
            let start = scanner.position
            scanner.skipSpaces()
            if let operation = multiplication() {
                let isWord = scanner.peek(-1)?.isASCIILetter ?? false
                try countOperator()
                scanner.skipSpaces()
                guard let right = try signedFactor() else {
                    // "3 times" counts something; "m/s" goes on with a unit.
                    if isWord || scanner.peek(-1) != operation || scanner.next?.isLetter ?? false {
                        scanner.position = start
                        return left
                    }
                    throw .notUnderstood(.missingNumber, at: scanner.position)
                }
                left = combine(left, right, operation)
                if let scaled = try scaled(left, operation) { left = scaled }
                try refuseLostPower(left)
            } else if let right = try implicitFactor(
                after: left, hadSpace: scanner.position > start)
            {
                try countOperator()
                left = scientific(left, right) ?? .product(left, right, isWritten: false)
            } else {
                scanner.position = start
                return left
            }
        }
    }

    private func combine(
        _ left: Expression, _ right: Expression, _ operation: Unicode.Scalar
    ) -> Expression {
        switch operation {
        case "*":
            scientific(left, right) ?? scientific(right, left)
                ?? .product(left, right, isWritten: true)
        case "÷": .quotient(left, right, .operation)
        default: percentage(left, right) ?? .quotient(left, right, .fraction)
        }
    }

    /// `25/2%` is twelve and a half per cent.
    private func percentage(_ left: Expression, _ right: Expression) -> Expression? {
        guard case .literal = left, case .percent(let bottom) = right, case .literal = bottom
        else { return nil }
        return .percent(.quotient(left, bottom, .fraction))
    }

    /// `1.5 × 10^3` is one number.
    private func scientific(_ left: Expression, _ right: Expression) -> Expression? {
        guard let mantissa = left.asLiteral, !mantissa.isOpen,
            case .power(let base, let exponent) = right.ungrouped,
            case .literal(let ten) = base.ungrouped, ten.value == 10, !ten.hasPoint,
            let power = exponent.smallInteger, abs(power) <= ReadingLimits.exponent
        else { return nil }
        return .scientific(mantissa, exponent: power)
    }

    /// `1.4*10-2` has lost the raised position of its exponent: it may be 12 or 0.014.
    private func refuseLostPower(_ product: Expression) throws(ReadingFault) {
        guard case .product(let left, let right, isWritten: true) = product,
            left.asLiteral?.hasPoint == true, right.asLiteral?.value == 10,
            scanner.next == "-" || scanner.next == "+", scanner.peek(1)?.isASCIIDigit ?? false
        else { return }
        throw .notUnderstood(.lostPower, at: scanner.position)
    }

    private mutating func multiplication() -> Unicode.Scalar? {
        guard let next = scanner.next else { return nil }
        switch next {
        case "*":
            guard scanner.peek(1) != "*" else { return nil }
            scanner.position += 1
            return "*"
        case "/", "÷":
            scanner.position += 1
            return next
        case "x", "X":
            guard !options.allowsVariables, isBetweenNumbers() else { return nil }
            scanner.position += 1
            return "*"
        case "t", "d", "m", "o": return options.allowsWords ? wordOperation() : nil
        case "곱", "나": return options.allowsWords ? koreanOperation() : nil
        default: return nil
        }
    }

    private mutating func wordOperation() -> Unicode.Scalar? {
        if scanner.skip(word: "times") || scanner.skip(word: "multiplied by") { return "*" }
        if scanner.skip(word: "divided by") { return "÷" }
        if scanner.skip(word: "over") || scanner.skip(word: "out of") { return "/" }
        return nil
    }

    private mutating func koreanOperation() -> Unicode.Scalar? {
        if scanner.skip("곱하기") { return "*" }
        return scanner.skip("나누기") ? "÷" : nil
    }

    private func isBetweenNumbers() -> Bool {
        var index = 1
        while scanner.peek(index) == " " { index += 1 }
        guard let follower = scanner.peek(index) else { return false }
        // "0x1F" is a notation of computers.
        if index == 1, scanner.peek(-1) == "0", !(scanner.peek(-2)?.isASCIIDigit ?? false),
            scanner.peek(-2) != "."
        {
            return false
        }
        return follower.isASCIIDigit || "(.√πps".unicodeScalars.contains(follower)
    }

    private mutating func signedFactor() throws(ReadingFault) -> Expression? {
        if scanner.next == "-", scanner.peek(1) != "-" {
            scanner.position += 1
            guard let operand = try factor() else { return nil }
            return .negated(operand)
        }
        return try factor()
    }

    mutating func factor() throws(ReadingFault) -> Expression? {
        guard var base = try primary() else { return nil }
        while true {
            let start = scanner.position
            scanner.skipSpaces()
            if scanner.next == "^" || scanner.next == "*" && scanner.peek(1) == "*" {
                scanner.position += scanner.next == "^" ? 1 : 2
                try countOperator()
                scanner.skipSpaces()
                guard let exponent = try exponent() else {
                    throw .notUnderstood(.missingNumber, at: scanner.position)
                }
                base = .power(base, exponent)
            } else if !base.isPercent, skipPercent() {
                base = .percent(base)
            } else {
                scanner.position = start
                return base
            }
        }
    }

    private mutating func exponent() throws(ReadingFault) -> Expression? {
        try enter()
        defer { depth -= 1 }
        if scanner.next == "-" || scanner.next == "+" {
            let isNegative = scanner.next == "-"
            scanner.position += 1
            guard let operand = try factor() else { return nil }
            return isNegative ? .negated(operand) : operand
        }
        return try factor()
    }

    private mutating func skipPercent() -> Bool {
        if scanner.skip("%" as Unicode.Scalar) { return true }
        guard options.allowsWords else { return false }
        if scanner.skip(word: "percent") || scanner.skip(word: "per cent")
            || scanner.skip(word: "pct") || scanner.skip(word: "percents")
        {
            return true
        }
        if scanner.skip(anyOf: ["퍼센트", "프로", "펴센트"]) != nil { return true }
        return scanner.next == "퍼" && !(scanner.peek(1)?.isHangul ?? false)
            && scanner.skip("퍼" as Unicode.Scalar)
    }

    mutating func enter() throws(ReadingFault) {
        depth += 1
        if depth > ReadingLimits.nesting { throw .tooLarge(.nesting) }
    }

    mutating func leave() { depth -= 1 }

    mutating func countOperator() throws(ReadingFault) {
        operators += 1
        if operators > ReadingLimits.operators { throw .tooLarge(.operators) }
    }
}

extension Expression {
    fileprivate var isPercent: Bool {
        if case .percent = self { return true }
        return false
    }

    /// Whether it is one number as it stands, with nothing to work out.
    var isSingleNumber: Bool {
        switch self {
        case .literal, .mixed, .scientific: true
        case .quotient(let top, let bottom, .fraction):
            top.asLiteral != nil && bottom.asLiteral != nil
        case .negated(let inner), .percent(let inner): inner.isSingleNumber
        default: false
        }
    }

    /// The value of a whole number in digits with an optional sign, where it is small.
    var smallInteger: Int? {
        switch self {
        case .literal(let literal): literal.value.integer
        case .group(let inner), .plus(let inner): inner.smallInteger
        case .negated(let inner): inner.smallInteger.map { -$0 }
        default: nil
        }
    }
}
