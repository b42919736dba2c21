/// A product of unknowns with their powers.
struct Monomial: Hashable, Sendable, Comparable {
    var powers: [String: Int] = [:]

    var degree: Int { powers.values.reduce(0, +) }

    func multiplied(by other: Monomial) -> Monomial {
        Monomial(powers: powers.merging(other.powers, uniquingKeysWith: +))
    }

    private var key: [String] {
        powers.keys.sorted().flatMap { Array(repeating: $0, count: min(powers[$0] ?? 0, 64)) }
    }

    /// Higher degrees first, then alphabetically.
    static func < (left: Monomial, right: Monomial) -> Bool {
        if left.degree != right.degree { return left.degree > right.degree }
        return left.key.lexicographicallyPrecedes(right.key)
    }
}

/// A sum of monomials with exact coefficients.
struct Polynomial: Hashable, Sendable {
    private(set) var terms: [Monomial: ExactNumber] = [:]

    init(_ constant: ExactNumber) {
        if !constant.isZero { terms[Monomial()] = constant }
    }

    init(variable name: String) { terms[Monomial(powers: [name: 1])] = 1 }

    var isZero: Bool { terms.isEmpty }
    var degree: Int { terms.keys.map(\.degree).max() ?? 0 }
    var variables: Set<String> { Set(terms.keys.flatMap(\.powers.keys)) }

    /// The number, where there is no unknown in it.
    var constant: ExactNumber? {
        if terms.isEmpty { return 0 }
        return terms.count == 1 ? terms[Monomial()] : nil
    }

    func coefficient(of name: String, power: Int) -> ExactNumber {
        terms[power == 0 ? Monomial() : Monomial(powers: [name: power])] ?? 0
    }

    private mutating func add(_ coefficient: ExactNumber, _ monomial: Monomial) {
        let sum = (terms[monomial] ?? 0) + coefficient
        terms[monomial] = sum.isZero ? nil : sum
    }

    static func + (left: Self, right: Self) -> Self {
        var result = left
        for (monomial, coefficient) in right.terms { result.add(coefficient, monomial) }
        return result
    }

    static prefix func - (value: Self) -> Self {
        var result = value
        result.terms = value.terms.mapValues { -$0 }
        return result
    }

    static func - (left: Self, right: Self) -> Self { left + -right }

    func multiplied(by other: Self) throws(ReadingFault) -> Self {
        guard terms.count * other.terms.count <= 400, degree + other.degree <= 64 else {
            throw .tooLarge(.size)
        }
        var result = Self(0)
        for (left, a) in terms {
            for (right, b) in other.terms {
                let product = try Expression.product(a, b)
                result.add(product, left.multiplied(by: right))
            }
        }
        guard result.terms.count <= ReadingLimits.terms else { throw .tooLarge(.size) }
        return result
    }

    /// The polynomial divided by its leading coefficient, where that is possible.
    var monic: Self? {
        guard let leading = terms.keys.min(), let coefficient = terms[leading] else { return self }
        var result = Self(0)
        for (monomial, value) in terms {
            guard let quotient = value.divided(by: coefficient) else { return nil }
            result.add(quotient, monomial)
        }
        return result
    }

    /// The polynomial with a number in the place of an unknown.
    func replacing(_ name: String, by number: ExactNumber) throws(ReadingFault) -> Self {
        var result = Self(0)
        for (monomial, coefficient) in terms {
            var rest = monomial
            var value = coefficient
            for _ in 0..<(rest.powers.removeValue(forKey: name) ?? 0) {
                value = try Expression.product(value, number)
            }
            result.add(value, rest)
        }
        return result
    }

    /// The sign of the leading coefficient.
    var leadingSign: Int {
        terms.keys.min().flatMap { terms[$0]?.signum } ?? 0
    }

    /// A text that is the same for equal polynomials.
    var canonicalText: String {
        terms.keys.sorted().map { monomial in
            let powers = monomial.powers.keys.sorted().map { "\($0)^\(monomial.powers[$0] ?? 0)" }
            return "\(terms[monomial] ?? 0)*" + powers.joined(separator: "*")
        }.joined(separator: "+")
    }
}

/// A quotient of two polynomials.
struct RationalFunction: Hashable, Sendable {
    var numerator: Polynomial
    var denominator: Polynomial

    init(_ numerator: Polynomial, _ denominator: Polynomial = Polynomial(1)) {
        self.numerator = numerator
        self.denominator = denominator
    }

    var variables: Set<String> { numerator.variables.union(denominator.variables) }

    /// The number, where there is no unknown in it.
    var constant: ExactNumber? {
        guard let top = numerator.constant, let bottom = denominator.constant else { return nil }
        return top.divided(by: bottom)
    }

    /// Whether both have the same value wherever they have one.
    func isEqual(to other: RationalFunction) throws(ReadingFault) -> Bool {
        if denominator == other.denominator { return numerator == other.numerator }
        return try numerator.multiplied(by: other.denominator)
            == other.numerator.multiplied(by: denominator)
    }
}

extension Expression {
    /// The expression as a quotient of polynomials; roots and functions of unknowns are taken as
    /// unknowns of their own.
    func rationalFunction() throws(ReadingFault) -> RationalFunction {
        switch self {
        case .variable(let name): return RationalFunction(Polynomial(variable: name))
        case .group(let inner), .plus(let inner): return try inner.rationalFunction()
        case .negated(let inner):
            let value = try inner.rationalFunction()
            return RationalFunction(-value.numerator, value.denominator)
        case .sum(let left, let right), .difference(let left, let right):
            let (a, b) = (try left.rationalFunction(), try right.rationalFunction())
            let isSum = if case .sum = self { true } else { false }
            if a.denominator == b.denominator {
                return RationalFunction(
                    isSum ? a.numerator + b.numerator : a.numerator - b.numerator, a.denominator)
            }
            let first = try a.numerator.multiplied(by: b.denominator)
            let second = try b.numerator.multiplied(by: a.denominator)
            return RationalFunction(
                isSum ? first + second : first - second,
                try a.denominator.multiplied(by: b.denominator))
        case .product(let left, let right, _):
            let (a, b) = (try left.rationalFunction(), try right.rationalFunction())
            return RationalFunction(
                try a.numerator.multiplied(by: b.numerator),
                try a.denominator.multiplied(by: b.denominator))
        case .quotient(let left, let right, _):
            let (a, b) = (try left.rationalFunction(), try right.rationalFunction())
            guard !b.numerator.isZero else { throw .divisionByZero }
            return RationalFunction(
                try a.numerator.multiplied(by: b.denominator),
                try a.denominator.multiplied(by: b.numerator))
        case .power(let base, let exponent): return try Self.power(base, exponent)
        case .percent(let inner):
            let value = try inner.rationalFunction()
            return RationalFunction(
                value.numerator, try value.denominator.multiplied(by: Polynomial(100)))
        case .root(let degree, let inner):
            if degree == 2, case .power(let base, let exponent) = inner.ungrouped,
                exponent.smallInteger == 2
            {
                return try Expression.absolute(base).rationalFunction()
            }
            let value = try inner.rationalFunction()
            if let constant = value.constant {
                return RationalFunction(Polynomial(try Self.root(degree, constant)))
            }
            return try Self.atom("root\(degree)", value)
        case .absolute(let inner):
            let value = try inner.rationalFunction()
            if let constant = value.constant {
                return RationalFunction(Polynomial(constant.signum < 0 ? -constant : constant))
            }
            return try Self.atom("abs", value)
        case .function(let name, let inner): return try Self.atom(name, inner.rationalFunction())
        case .literal, .scientific, .mixed, .pi:
            return RationalFunction(Polynomial(try value()))
        }
    }

    private static func power(
        _ base: Expression, _ exponent: Expression
    ) throws(ReadingFault) -> RationalFunction {
        let value = try base.rationalFunction()
        let power = try exponent.rationalFunction()
        guard let constant = power.constant else {
            return try atom("pow:" + value.numerator.canonicalText, power)
        }
        if let number = value.constant {
            return RationalFunction(Polynomial(try Self.power(number, constant)))
        }
        if constant.rational == Rational(1, 2) { return try atom("root2", value) }
        guard let count = constant.rational?.integer, count.magnitude <= 20 else {
            throw .tooLarge(.power)
        }
        var result = RationalFunction(Polynomial(1))
        for _ in 0..<count.magnitude {
            result = RationalFunction(
                try result.numerator.multiplied(by: value.numerator),
                try result.denominator.multiplied(by: value.denominator))
        }
        guard count < 0 else { return result }
        guard !result.numerator.isZero else { throw .divisionByZero }
        return RationalFunction(result.denominator, result.numerator)
    }

    private static func atom(
        _ name: String, _ argument: RationalFunction
    ) throws(ReadingFault) -> RationalFunction {
        let text =
            name + "(" + argument.numerator.canonicalText + "/"
            + argument.denominator.canonicalText + ")"
        guard text.utf8.count <= 2_000 else { throw .tooLarge(.size) }
        return RationalFunction(Polynomial(variable: text))
    }
}
