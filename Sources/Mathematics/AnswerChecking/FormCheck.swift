/// Whether a number that has the right value was written in the form that is asked for.
struct FormCheck {
    let specification: AnswerSpecification
    let target: QuantityTarget

    /// The form that is missing, or nil where the answer is right.
    func finding(_ expression: Expression, _ value: ExactNumber) -> Finding.Form? {
        let form = AnswerForm(expression)
        let forms = specification.forms
        if forms.isEmpty {
            if form.shape == .operations, specification.requiresEvaluation ?? true {
                return .unevaluated
            }
            if form.shape == .fraction, isUnsimplified(expression) { return .simplify }
            return specification.requiresSimplest && !form.isReduced ? .simplify : nil
        }
        guard forms.contains(where: { isWritten($0, expression, form, value) }) else {
            return missing(form, value)
        }
        return specification.requiresSimplest && !form.isReduced ? .simplify : nil
    }

    /// `1.5/2`: a fraction whose parts are no whole numbers.
    private func isUnsimplified(_ expression: Expression) -> Bool {
        guard case .quotient(let top, let bottom, .fraction) = expression.bare else { return false }
        guard let above = top.signedLiteral, let below = bottom.signedLiteral else { return false }
        return !above.value.isInteger || !below.value.isInteger
    }

    private func isWritten(
        _ wanted: AnswerSpecification.Form, _ expression: Expression, _ form: AnswerForm,
        _ value: ExactNumber
    ) -> Bool {
        let isWhole = value.rational?.isInteger ?? false
        switch wanted {
        case .integer: return form.shape == .integer || form.shape == .decimal && isWhole
        case .decimal: return form.shape == .decimal || form.shape == .integer && isWhole
        case .proper: return form.shape == .fraction && form.isProper && !isUnsimplified(expression)
        case .improper:
            return form.shape == .fraction && !form.isProper && !isUnsimplified(expression)
                || form.shape == .integer && isWhole && specification.requiresSimplest
        case .mixed:
            return form.shape == .mixed && !isTopHeavy(expression)
                || form.shape == .integer && isWhole
                || form.shape == .fraction && form.isProper
        case .percent: return form.shape == .percent
        case .scientific:
            return form.shape == .scientific && form.isNormalized || isPowerOfTen(expression)
        case .pi: return form.shape == .piMultiple
        case .same: return expression.isSameForm(as: target.expression)
        case .expanded:
            return !expression.hasGroup
                && (expression.hasUnknown
                    || form.shape == .operations && expression.isSumOfPlaceValues)
        case .primeFactors: return form.isPrimeFactorization
        }
    }

    /// Whether the fraction of a mixed number is one or more, as in `1 5/4`.
    private func isTopHeavy(_ expression: Expression) -> Bool {
        guard case .mixed(_, let top, let bottom) = expression.bare else { return false }
        return !(top - bottom).isNegative
    }

    private func isPowerOfTen(_ expression: Expression) -> Bool {
        guard case .power(let base, _) = expression.bare else { return false }
        return base.asLiteral?.value == 10
    }

    private func missing(_ form: AnswerForm, _ value: ExactNumber) -> Finding.Form {
        let forms = specification.forms
        if forms.contains(.same) { return missingSameForm(form) }
        if forms.contains(.primeFactors) || forms.contains(.expanded) { return .expr }
        if form.shape == .operations, !forms.contains(.scientific) { return .unevaluated }
        let names: [(AnswerSpecification.Form, Finding.Form)] = [
            (.proper, .proper), (.improper, .improper), (.mixed, .mixed), (.decimal, .decimal),
            (.integer, .integer), (.percent, .percent), (.scientific, .sci), (.pi, .pi),
        ]
        if forms.count == 1, let name = names.first(where: { forms.contains($0.0) }) {
            return name.1
        }
        let fractions = forms.intersection([.proper, .improper, .mixed])
        let isFraction = form.shape == .fraction || form.shape == .mixed
        if !fractions.isEmpty, !isFraction {
            if fractions.count > 1 { return .fraction }
            return names.first { fractions.contains($0.0) }?.1 ?? .fraction
        }
        if isFraction, !fractions.isEmpty {
            if fractions.contains(.mixed) { return .mixed }
            return fractions.contains(.improper) ? .improper : .proper
        }
        return names.first { forms.contains($0.0) }?.1 ?? .expr
    }

    private func missingSameForm(_ form: AnswerForm) -> Finding.Form {
        if form.shape == target.form.shape, !form.isReduced { return .simplify }
        switch target.form.shape {
        case .integer: return form.shape == .operations ? .unevaluated : .integer
        case .decimal: return .decimal
        case .fraction: return .fraction
        case .mixed: return .mixed
        case .percent: return .percent
        case .scientific: return .sci
        case .piMultiple: return .pi
        case .surd, .operations: return .expr
        }
    }
}

extension Expression {
    /// Whether it is a sum of digits by their places: `300 + 40 + 5`; a product is none of sums.
    fileprivate var isSumOfPlaceValues: Bool {
        switch self {
        case .sum(let left, let right):
            return left.isSumOfPlaceValues && right.isSumOfPlaceValues
        case .group(let inner), .plus(let inner): return inner.isSumOfPlaceValues
        case .negated, .difference: return true
        default:
            // What has no value is judged where it is worked out.
            guard let value = (try? value())?.rational, !value.isZero else { return false }
            return (value / .powerOfTen(value.leadingExponent)).isInteger
        }
    }

    /// Whether two expressions are equal up to the order of sums and products and brackets.
    func isSameForm(as other: Expression) -> Bool { sorted == other.sorted }

    /// A text that is equal for expressions that differ only in order and brackets.
    private var sorted: String {
        switch self {
        case .literal(let literal): return "\(literal.value):\(literal.decimals)"
        case .scientific(let mantissa, let exponent): return "\(mantissa.value)e\(exponent)"
        case .mixed(let whole, let top, let bottom): return "\(whole)_\(top)/\(bottom)"
        case .pi: return "pi"
        case .variable(let name): return name
        case .plus(let inner), .group(let inner): return inner.sorted
        case .negated(let inner):
            return "-(" + inner.sorted + ")"
        case .quotient(let top, let bottom, .operation):
            return "(\(top.sorted) ÷ \(bottom.sorted))"
        case .sum, .difference:
            return "(" + addends(isNegative: false).sorted().joined(separator: "+") + ")"
        case .product, .quotient:
            var isNegative = false
            let parts = factors(isNegative: &isNegative).sorted().joined(separator: "*")
            return isNegative ? "-((" + parts + "))" : "(" + parts + ")"
        case .power(let base, let exponent): return "(\(base.sorted))^(\(exponent.sorted))"
        case .root(let degree, let inner): return "root\(degree)(\(inner.sorted))"
        case .percent(let inner): return inner.sorted + "%"
        case .absolute(let inner): return "|\(inner.sorted)|"
        case .function(let name, let inner): return "\(name)(\(inner.sorted))"
        }
    }

    private func addends(isNegative: Bool) -> [String] {
        switch self {
        case .sum(let left, let right):
            return left.addends(isNegative: isNegative) + right.addends(isNegative: isNegative)
        case .difference(let left, let right):
            return left.addends(isNegative: isNegative) + right.addends(isNegative: !isNegative)
        case .negated(let inner): return inner.addends(isNegative: !isNegative)
        default: return [isNegative ? "-(" + sorted + ")" : sorted]
        }
    }

    /// The factors above and, as inverses, below; a single minus sign is taken out in front.
    private func factors(isNegative: inout Bool) -> [String] {
        switch self {
        case .product(let left, let right, _):
            return left.factors(isNegative: &isNegative) + right.factors(isNegative: &isNegative)
        case .quotient(let top, let bottom, _):
            return top.factors(isNegative: &isNegative) + ["1/(" + bottom.sorted + ")"]
        case .group(let inner), .plus(let inner):
            return inner.factors(isNegative: &isNegative)
        case .negated(let inner) where !isNegative:
            isNegative = true
            return inner.factors(isNegative: &isNegative)
        default: return [sorted]
        }
    }

    /// Whether there are brackets around a sum in it.
    var hasGroup: Bool {
        switch self {
        case .literal, .scientific, .mixed, .pi, .variable: false
        case .group(let inner):
            switch inner {
            case .sum, .difference: true
            default: inner.hasGroup
            }
        case .plus(let inner), .negated(let inner), .root(_, let inner), .percent(let inner),
            .absolute(let inner), .function(_, let inner):
            inner.hasGroup
        case .sum(let a, let b), .difference(let a, let b), .product(let a, let b, _),
            .quotient(let a, let b, _), .power(let a, let b):
            a.hasGroup || b.hasGroup
        }
    }
}
