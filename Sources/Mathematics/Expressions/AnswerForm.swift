/// How a number was written: what a question that asks for a form looks at.
struct AnswerForm: Hashable, Sendable {
    /// The shapes a number comes in.
    enum Shape: Hashable, Sendable {
        case integer, decimal, fraction, mixed, percent, scientific, piMultiple, surd, operations
    }

    var shape: Shape
    /// Whether no factor can be cancelled and no part is larger than it should be.
    var isReduced = true
    /// Whether the top of a fraction is smaller than its bottom.
    var isProper = true
    /// The digits after the point.
    var decimals = 0
    /// The least and the most digits that may be significant.
    var significant = 1...60
    /// Whether the mantissa of a power of ten is at least one and below ten.
    var isNormalized = true
    /// Whether it repeats without end, and so is exact.
    var isRepeating = false
    /// Whether it ends in "..." and says no exact value.
    var isOpen = false
    /// The powers and products of a number taken apart into primes, where it is written so.
    var isPrimeFactorization = false

    /// Describes the notation of `expression`.
    init(_ expression: Expression) {
        self.init(shape: .operations)
        describe(expression)
        isPrimeFactorization = expression.isPrimeProduct
    }

    private init(shape: Shape) { self.shape = shape }

    private mutating func describe(_ expression: Expression) {
        switch expression {
        case .literal(let literal): describe(literal)
        case .scientific(let mantissa, _):
            shape = .scientific
            isNormalized = mantissa.value.magnitude >= 1 && mantissa.value.magnitude < 10
            significant = mantissa.significant
            decimals = mantissa.decimals
        case .mixed(_, let top, let bottom):
            shape = .mixed
            isProper = false
            isReduced = top < bottom && (top / Self.safe(bottom)).denominator == bottom
        case .plus(let inner), .group(let inner): describe(inner)
        case .negated(let inner):
            if case .negated = inner.ungrouped { shape = .operations } else { describe(inner) }
            // "-(-1/4)" has two signs too many.
            if case .quotient(let top, _, .fraction) = inner.ungrouped,
                top.signedLiteral?.value.isNegative ?? false
            {
                isReduced = false
            }
        case .quotient(let top, let bottom, .fraction): describeFraction(top, bottom)
        case .percent(let inner):
            describe(inner)
            shape = shape == .operations ? .operations : .percent
        default: describeIrrational(expression)
        }
    }

    private mutating func describe(_ literal: NumberLiteral) {
        decimals = literal.decimals
        significant = literal.significant
        isRepeating = literal.isRepeating
        isOpen = literal.isOpen
        shape = literal.hasPoint && literal.decimals > 0 ? .decimal : .integer
        if literal.isWords && !literal.value.isInteger { shape = .decimal }
        if literal.isRepeating || literal.isOpen { shape = .decimal }
    }

    private mutating func describeFraction(_ top: Expression, _ bottom: Expression) {
        guard let above = top.signedLiteral, let below = bottom.signedLiteral else {
            return describeIrrational(.quotient(top, bottom, .fraction))
        }
        shape = .fraction
        let (numerator, denominator) = (above.value, below.value)
        isProper = numerator.magnitude < denominator.magnitude
        isReduced =
            numerator.isInteger && denominator.isInteger && !denominator.isNegative
            && denominator != 1 && !denominator.isZero
            && (numerator / Self.safe(denominator)).denominator == denominator
    }

    private static func safe(_ value: Rational) -> Rational { value.isZero ? 1 : value }

    private mutating func describeIrrational(_ expression: Expression) {
        guard let factors = expression.simpleFactors else { return }
        shape = factors.hasPi ? .piMultiple : factors.hasRoot ? .surd : .operations
        // "√3 + √3" still has a sum to do.
        if expression.addendCount > 1, let value = try? expression.value(),
            expression.addendCount > value.terms.count
        {
            shape = .operations
        }
        isReduced = factors.isReduced
        if case .quotient(_, let bottom, .fraction) = expression.ungrouped,
            let below = bottom.asLiteral?.value, let value = try? expression.value()
        {
            // What has no value is judged where it is worked out.
            isReduced = isReduced && below != 1 && value.commonDenominator == below
        }
    }
}

extension Expression {
    /// A literal with an optional sign.
    var signedLiteral: NumberLiteral? {
        switch self {
        case .literal(let literal): return literal
        case .group(let inner), .plus(let inner): return inner.signedLiteral
        case .negated(let inner):
            guard var literal = inner.asLiteral else { return nil }
            literal.value = -literal.value
            return literal
        default: return nil
        }
    }

    /// What a product of one coefficient, powers of pi and one root is made of.
    struct SimpleFactors {
        var coefficients = 0
        var hasPi = false
        var hasRoot = false
        var isReduced = true
    }

    /// The factors of `6π`, `3√2/2` or `1 + √5`; nil for a calculation that is still to be done.
    var simpleFactors: SimpleFactors? {
        var factors = SimpleFactors()
        guard collect(&factors, isBelow: false), factors.coefficients <= 1 else {
            return sumOfIrrationals
        }
        return factors
    }

    /// A sum with at most one rational part whose other parts are irrational.
    private var sumOfIrrationals: SimpleFactors? {
        switch ungrouped {
        case .sum(let left, let right), .difference(let left, let right):
            guard let first = left.termFactors, let second = right.termFactors,
                first.hasPi || first.hasRoot || second.hasPi || second.hasRoot
            else { return nil }
            return SimpleFactors(
                coefficients: 1, hasPi: first.hasPi || second.hasPi,
                hasRoot: first.hasRoot || second.hasRoot,
                isReduced: first.isReduced && second.isReduced)
        case .quotient(let top, let bottom, .fraction) where bottom.asLiteral != nil:
            return top.sumOfIrrationals
        case .negated(let inner), .plus(let inner): return inner.sumOfIrrationals
        default: return nil
        }
    }

    private var termFactors: SimpleFactors? {
        let form = AnswerForm(self)
        switch form.shape {
        case .integer, .decimal, .fraction:
            return SimpleFactors(coefficients: 1, isReduced: form.isReduced)
        case .piMultiple, .surd:
            // Its form has already taken the sum apart; a second time at each level would double
            // the work with every term.
            return SimpleFactors(
                coefficients: 1, hasPi: form.shape == .piMultiple, hasRoot: form.shape == .surd,
                isReduced: form.isReduced)
        default:
            var factors = SimpleFactors()
            return collect(&factors, isBelow: false) && factors.coefficients <= 1 ? factors : nil
        }
    }

    private func collect(_ factors: inout SimpleFactors, isBelow: Bool) -> Bool {
        switch self {
        case .group(let inner), .plus(let inner), .negated(let inner):
            return inner.collect(&factors, isBelow: isBelow)
        case .literal:
            if !isBelow { factors.coefficients += 1 }
            return true
        case .mixed:
            factors.coefficients += 1
            return true
        case .pi:
            factors.hasPi = true
            return true
        case .power(let base, let exponent):
            if case .pi = base.ungrouped, exponent.smallInteger != nil {
                factors.hasPi = true
                return true
            }
            return collectRoot(of: base, exponent, &factors)
        case .root(let degree, let radicand):
            guard let literal = radicand.asLiteral ?? radicand.fractionLiteral else { return false }
            factors.isReduced =
                factors.isReduced && !isBelow && !factors.hasRoot
                && ExactNumber.isSquareFree(literal.value)
            let whole = degree == 2 ? literal.value.exactSquareRoot : literal.value.exactCubeRoot
            guard whole == nil else { return false }
            factors.hasRoot = true
            return true
        case .product(let left, let right, _):
            return left.collect(&factors, isBelow: isBelow)
                && right.collect(&factors, isBelow: isBelow)
        case .quotient(let top, let bottom, .fraction):
            if let above = top.asLiteral, let below = bottom.asLiteral, !below.value.isZero,
                (above.value / below.value).denominator != below.value
            {
                factors.isReduced = false
            }
            return top.collect(&factors, isBelow: isBelow)
                && bottom.collect(&factors, isBelow: true)
        default: return false
        }
    }

    /// `12^(1/2)` is another notation of a root.
    private func collectRoot(
        of base: Expression, _ exponent: Expression, _ factors: inout SimpleFactors
    ) -> Bool {
        guard let literal = base.asLiteral, literal.value.exactSquareRoot == nil,
            (exponent.asLiteral ?? exponent.fractionLiteral)?.value == Rational(1, 2)
        else { return false }
        factors.hasRoot = true
        factors.isReduced = false
        return true
    }

    private var fractionLiteral: NumberLiteral? {
        guard case .quotient(let top, let bottom, _) = ungrouped, let above = top.asLiteral,
            let below = bottom.asLiteral, !below.value.isZero
        else { return nil }
        return NumberLiteral(value: above.value / below.value)
    }

    /// Whether the expression is a product of primes and powers of primes.
    var isPrimeProduct: Bool {
        switch self {
        case .group(let inner): return inner.isPrimeProduct
        case .literal(let literal): return literal.value.integer.map(Self.isPrime) ?? false
        case .power(let base, let exponent):
            guard let count = exponent.smallInteger, count > 0 else { return false }
            return base.asLiteral?.value.integer.map(Self.isPrime) ?? false
        case .product(let left, let right, _): return left.isPrimeProduct && right.isPrimeProduct
        default: return false
        }
    }

    private static func isPrime(_ value: Int) -> Bool {
        guard value >= 2, value <= 1_000_000 else { return false }
        var divisor = 2
        while divisor * divisor <= value {
            if value % divisor == 0 { return false }
            divisor += 1
        }
        return true
    }
}

extension ExactNumber {
    /// The least number that makes every coefficient whole.
    fileprivate var commonDenominator: Rational {
        terms.reduce(1) { common, term in
            common * (common / term.coefficient.denominator).denominator
        }
    }

    /// Whether no square can be taken out of the root of `value`.
    static func isSquareFree(_ value: Rational) -> Bool {
        guard value.isInteger, let number = ExactNumber(1, root: value) else { return false }
        return number.terms.first.map { $0.coefficient == 1 } ?? false
    }
}
