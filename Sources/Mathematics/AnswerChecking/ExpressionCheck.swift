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

    private var addendCount: Int {
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
            return left.hasLikeTerms || right.hasLikeTerms
        case .group(let inner), .plus(let inner), .negated(let inner): return inner.hasLikeTerms
        case .power(let base, _): return base.isPlainNumber
        default: return false
        }
    }

    private var isPlainNumber: Bool { asLiteral != nil }
}

/// Compares equations and inequalities by what they mean.
struct RelationCheck {
    let key: AnswerKey
    let target: RelationTarget

    func finding(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> Finding {
        var context = context
        if context.variable == nil, target.variables.count == 1 {
            context.variable = target.variables.first
        }
        guard let value = try relations(text, context) else {
            return try numbers(text, context)
        }
        guard value.meaning == target.meaning,
            value.variables == target.variables || target.variables.isEmpty
        else { return try different(value) }
        if key.specification.requiresSolved, target.isSolved, !value.isSolved {
            return .form(.unevaluated)
        }
        return .correct
    }

    private func relations(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> RelationTarget? {
        if target.variables.count <= 1,
            let words = KoreanRelation.notation(of: text, unknown: target.variables.first)
        {
            var reader = AnswerReader(scalars: words, context)
            return try RelationTarget(try reader.relations())
        }
        let isRelation = text.scalars.contains { "=<>≤≥≠∞".unicodeScalars.contains($0) }
        let string = text.string.lowercased()
        let hasWords = ["than", "at least", "at most", "equals"].contains(where: string.contains)
        let isInterval =
            !target.isEquation && ["(", "["].contains(text.scalars.first)
            && text.scalars.contains(where: { $0 == "," || $0 == ";" })
        guard isRelation || hasWords || isInterval else { return nil }
        var scalars = text.scalars
        if target.variables.count == 1, let name = target.variables.first?.unicodeScalars.first {
            // "X = 5" is about the same unknown.
            scalars = scalars.map { $0 != name && $0.lowercasedASCII == name ? name : $0 }
        }
        var reader = AnswerReader(scalars: scalars, context)
        return try RelationTarget(try reader.relations())
    }

    /// `5` is taken where `x = 5` is asked for; a number is no answer to an inequality.
    private func numbers(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> Finding {
        var reader = AnswerReader(text, context)
        let items = try reader.list()
        if let label = items.compactMap(\.label).first, !target.variables.contains(label) {
            throw .notUnderstood(.otherUnknown, at: 0)
        }
        var values: [ExactNumber] = []
        for item in items { values.append(try item.parts[0].expression.value()) }
        guard case .solutions(let solutions) = target.meaning, let points = solutions.points else {
            return .wrong(nil)
        }
        if SolutionSet(points: values) == solutions { return .correct }
        return compare(values, points)
    }

    private func different(_ value: RelationTarget) throws(ReadingFault) -> Finding {
        guard case .solutions(let typed) = value.meaning,
            case .solutions(let expected) = target.meaning, value.variables == target.variables,
            let values = typed.points, let points = expected.points
        else { return .wrong(nil) }
        return compare(values, points)
    }

    private func compare(_ values: [ExactNumber], _ points: [ExactNumber]) -> Finding {
        if !values.isEmpty, values.count < points.count, values.allSatisfy(points.contains) {
            return .wrong(.partial)
        }
        if SolutionSet(points: values.map { -$0 }) == SolutionSet(points: points) {
            return .wrong(.sign)
        }
        return .wrong(nil)
    }
}
