/// Compares an expression with unknowns with the expected one.
struct ExpressionCheck {
    let key: AnswerKey
    let target: RationalFunction
    let expected: Expression

    func finding(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> (finding: Finding, reading: String) {
        let (expression, hadName) = try read(text, context)
        let value = try expression.rationalFunction()
        let reading = expression.readingText
        if try value.isEqual(to: target) {
            return (right(expression, hadName), reading)
        }
        let negative = RationalFunction(-target.numerator, target.denominator)
        if try value.isEqual(to: negative) { return (.wrong(.sign), reading) }
        let inverse = RationalFunction(target.denominator, target.numerator)
        if !target.numerator.isZero, target.constant == nil, try value.isEqual(to: inverse) {
            return (.wrong(.reciprocal), reading)
        }
        guard !text.hasWord(foreignTo: target.variables) else {
            throw .notUnderstood(.general, at: nil)
        }
        return (.wrong(nil), reading)
    }

    /// `y = 2x + 1` is taken where `2x + 1` is asked for and `y` is a new name.
    private func read(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> (Expression, hadName: Bool) {
        var body = text
        var hadName = false
        if let index = text.scalars.firstIndex(of: "="), index > 0 {
            let name = text[0..<index].scalars
            let isName = name.allSatisfy { $0.isLetter || $0 == "(" || $0 == ")" }
            let variables = target.variables
            guard isName, name.count <= 6,
                !variables.contains(String(Character(name.first ?? "_"))) || name.count > 1
            else { throw .notUnderstood(.general, at: index) }
            body = text[(index + 1)..<text.scalars.count]
            hadName = true
        }
        var reader = AnswerReader(body, context)
        return (try reader.symbolicExpression(), hadName)
    }

    private func right(_ expression: Expression, _ hadName: Bool) -> Finding {
        let specification = key.specification
        let forms = specification.forms
        if forms.contains(.same), !expression.isSameForm(as: expected) { return .form(.expr) }
        if forms.contains(.expanded), expression.hasGroup { return .form(.expr) }
        if specification.requiresEvaluation == true, expression.isOpenCalculation {
            return .form(.unevaluated)
        }
        if specification.requiresSimplest, !expression.isCollected { return .form(.simplify) }
        return .correct
    }
}

extension Expression {
    /// Whether like terms are collected and numbers worked out: no fewer terms would do.
    var isCollected: Bool {
        guard let function = try? rationalFunction() else { return false }
        if hasGroup || function.denominator.constant == nil { return !hasLikeTerms }
        return addendCount <= max(1, function.numerator.terms.count) && !hasLikeTerms
    }

    var addendCount: Int {
        switch self {
        case .sum(let left, let right), .difference(let left, let right):
            left.addendCount + right.addendCount
        case .group(let inner), .plus(let inner), .negated(let inner): inner.addendCount
        default: 1
        }
    }

    private var hasLikeTerms: Bool {
        switch self {
        case .sum(let left, let right), .difference(let left, let right):
            return isOpenCalculation || left.hasLikeTerms || right.hasLikeTerms
        case .product(let left, let right, _):
            return left.isPlainNumber && right.isPlainNumber || left.hasLikeTerms
                || right.hasLikeTerms
        case .quotient(let left, let right, _):
            if let top = left.signedLiteral, let bottom = right.signedLiteral {
                return !AnswerForm(.quotient(.literal(top), .literal(bottom), .fraction)).isReduced
            }
            if let factor = left.leadingLiteral, let bottom = right.signedLiteral,
                !AnswerForm(.quotient(.literal(factor), .literal(bottom), .fraction)).isReduced
            {
                return true
            }
            return left.hasLikeTerms || right.hasLikeTerms
        case .group(let inner), .plus(let inner), .negated(let inner): return inner.hasLikeTerms
        case .power(let base, _): return base.isPlainNumber
        default: return false
        }
    }

    /// The number at the front of `4x`.
    private var leadingLiteral: NumberLiteral? {
        guard case .product(let left, _, _) = ungrouped else { return nil }
        return left.signedLiteral ?? left.leadingLiteral
    }

    private var isPlainNumber: Bool { asLiteral != nil }
}

extension AnswerText {
    /// Whether it has a word of three letters or more that is no product of `variables`.
    func hasWord(foreignTo variables: Set<String>) -> Bool {
        Self.hasWord(in: scalars, foreignTo: variables)
    }

    static func hasWord(in scalars: [Unicode.Scalar], foreignTo variables: Set<String>) -> Bool {
        let known = ["sin", "cos", "tan", "log", "exp", "abs", "sqrt", "cbrt", "inf", "infinity"]
        var scanner = Scanner(scalars: scalars)
        while !scanner.isAtEnd {
            guard let word = scanner.latinWord() else {
                scanner.position += 1
                continue
            }
            let own = word.text.filter { variables.contains(String($0)) }.count
            let isKnown =
                known.contains { word.text.hasPrefix($0) } || word.text.hasPrefix("pi")
                || word.text == "and"
            if word.text.count >= 3, own * 2 < word.text.count, !isKnown { return true }
            scanner.position = word.end
        }
        return false
    }
}
