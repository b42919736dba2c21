/// A typed calculation as it was written, before anything is worked out.
indirect enum Expression: Hashable, Sendable {
    /// How a quotient was written: `1/2`, or `1 ÷ 2` with the sign of an operation.
    enum Division: Hashable, Sendable { case fraction, operation }

    case literal(NumberLiteral)
    case scientific(NumberLiteral, exponent: Int)
    case mixed(Rational, Rational, Rational)
    case pi
    case variable(String)
    case plus(Expression)
    case negated(Expression)
    case group(Expression)
    case sum(Expression, Expression)
    case difference(Expression, Expression)
    case product(Expression, Expression, isWritten: Bool)
    case quotient(Expression, Expression, Division)
    case power(Expression, Expression)
    case root(Int, Expression)
    case percent(Expression)
    case absolute(Expression)
    case function(String, Expression)

    /// The expression without the brackets around it.
    var ungrouped: Expression {
        if case .group(let inner) = self { return inner.ungrouped }
        return self
    }

    /// The expression without brackets and a written plus around it.
    var bare: Expression {
        switch self {
        case .group(let inner), .plus(let inner): inner.bare
        default: self
        }
    }

    /// The literal of a plain number in digits or words.
    var asLiteral: NumberLiteral? {
        if case .literal(let literal) = ungrouped { return literal }
        return nil
    }
}

/// What the reader of expressions may meet.
struct ExpressionOptions: Hashable, Sendable {
    var locale = NumberLocale.english
    /// Whether letters stand for unknowns.
    var allowsVariables = false
    /// Whether separators of thousands are allowed.
    var allowsGroups = true
    /// Whether numbers in words are allowed.
    var allowsWords = true
}
