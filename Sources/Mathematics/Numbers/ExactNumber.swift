internal import BigInt

/// An exact real number: a sum of fractions times powers of pi times square roots.
public struct ExactNumber: Hashable, Sendable {
    /// What a fraction is multiplied by: pi to a power, times the root of a square-free number.
    struct Irrationality: Hashable, Sendable, Comparable {
        var pi: Int
        var root: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.pi, left.root) < (right.pi, right.root)
        }
    }

    private(set) var rationalPart: Rational
    private(set) var irrationalParts: [Irrationality: Rational] = [:]

    /// Creates a rational number.
    public init(_ value: Rational) {
        rationalPart = value
    }

    /// Creates `coefficient` times pi to the power `pi` times the square root of `root`, or nil
    /// where the root is negative or too large to be taken apart.
    public init?(_ coefficient: Rational, pi: Int = 0, root: Rational) {
        guard let (outer, inner) = Self.squareFree(root) else { return nil }
        self.init(coefficient * outer, Irrationality(pi: pi, root: inner))
    }

    init(_ coefficient: Rational, _ irrationality: Irrationality) {
        rationalPart = 0
        add(coefficient, irrationality)
    }

    /// The ratio of a circle's circumference to its diameter.
    public static let pi = ExactNumber(1, Irrationality(pi: 1, root: 1))

    /// The number as a fraction, or nil where it has a part with pi or a root.
    public var rational: Rational? { irrationalParts.isEmpty ? rationalPart : nil }

    /// Whether the number is zero.
    public var isZero: Bool { irrationalParts.isEmpty && rationalPart.isZero }

    /// The parts in a stable order, the rational one first.
    var terms: [(coefficient: Rational, irrationality: Irrationality)] {
        var result: [(Rational, Irrationality)] = []
        if !rationalPart.isZero { result.append((rationalPart, Irrationality(pi: 0, root: 1))) }
        for key in irrationalParts.keys.sorted() {
            if let coefficient = irrationalParts[key] { result.append((coefficient, key)) }
        }
        return result
    }

    /// The binary digits of all parts together.
    var bitWidth: Int {
        irrationalParts.values.reduce(rationalPart.bitWidth) { $0 + $1.bitWidth }
    }

    private mutating func add(_ coefficient: Rational, _ irrationality: Irrationality) {
        if irrationality == Irrationality(pi: 0, root: 1) {
            rationalPart = rationalPart + coefficient
        } else {
            let sum = (irrationalParts[irrationality] ?? 0) + coefficient
            irrationalParts[irrationality] = sum.isZero ? nil : sum
        }
    }

    /// Takes the largest square out of a fraction: 8/9 gives (2/3, 2).
    private static func squareFree(_ value: Rational) -> (Rational, Int)? {
        guard !value.isNegative else { return nil }
        if value.isZero { return (0, 1) }
        // sqrt(p/q) = sqrt(p q) / q
        let product = value.numeratorValue * value.denominatorValue
        guard var rest = Int(exactly: product), rest <= 1_000_000_000_000 else {
            return value.exactSquareRoot.map { ($0, 1) }
        }
        var outer = 1
        var free = 1
        var factor = 2
        // What is left after all factors up to the cube root is a prime, a square of one or a
        // product of two, so the square can be seen at once.
        while factor <= 10_000 && factor * factor <= rest {
            while rest % (factor * factor) == 0 {
                rest /= factor * factor
                outer *= factor
            }
            if rest % factor == 0 {
                rest /= factor
                free *= factor
            }
            factor += 1
        }
        let root = Int(Double(rest).squareRoot())
        if root * root == rest { return (Rational(outer * root) / value.denominator, free) }
        return (Rational(outer) / value.denominator, free * rest)
    }
}

extension ExactNumber {
    /// Returns the sum.
    public static func + (left: Self, right: Self) -> Self {
        var result = left
        result.rationalPart = left.rationalPart + right.rationalPart
        for (key, coefficient) in right.irrationalParts { result.add(coefficient, key) }
        return result
    }

    /// Returns the number with the other sign.
    public static prefix func - (value: Self) -> Self {
        var result = Self(-value.rationalPart)
        result.irrationalParts = value.irrationalParts.mapValues { -$0 }
        return result
    }

    /// Returns the difference.
    public static func - (left: Self, right: Self) -> Self { left + -right }

    /// Returns the product, or nil where a root becomes too large.
    public func multiplied(by right: Self) -> Self? {
        if let a = rational, let b = right.rational { return Self(a * b) }
        var result = Self(0)
        for (a, first) in terms {
            for (b, second) in right.terms {
                let common = Self.greatestCommonDivisor(first.root, second.root)
                let root = (first.root / common).multipliedReportingOverflow(
                    by: second.root / common)
                guard !root.overflow, root.partialValue <= 1_000_000_000_000 else { return nil }
                result.add(
                    a * b * Rational(common),
                    Irrationality(pi: first.pi + second.pi, root: root.partialValue))
            }
        }
        return result
    }

    /// Returns the number times a fraction.
    public static func * (left: Self, right: Rational) -> Self {
        var result = Self(left.rationalPart * right)
        guard !right.isZero else { return result }
        result.irrationalParts = left.irrationalParts.mapValues { $0 * right }
        return result
    }

    /// Returns the quotient, or nil where it is not a sum of such parts or the divisor is zero.
    public func divided(by divisor: Self) -> Self? {
        if let a = rational, let b = divisor.rational {
            return b.isZero ? nil : Self(a / b)
        }
        let terms = divisor.terms
        if terms.count == 1, let inverse = Self.inverse(of: terms[0]) {
            return multiplied(by: inverse)
        }
        guard terms.count == 2 else { return nil }
        let conjugate =
            Self(terms[0].coefficient, terms[0].irrationality)
            - Self(terms[1].coefficient, terms[1].irrationality)
        guard let product = divisor.multiplied(by: conjugate)?.terms, product.count == 1,
            let inverse = Self.inverse(of: product[0])
        else { return nil }
        return multiplied(by: conjugate)?.multiplied(by: inverse)
    }

    private static func inverse(
        of term: (coefficient: Rational, irrationality: Irrationality)
    ) -> Self? {
        let denominator = term.coefficient * Rational(term.irrationality.root)
        guard let reciprocal = denominator.reciprocal else { return nil }
        return Self(
            reciprocal, Irrationality(pi: -term.irrationality.pi, root: term.irrationality.root))
    }

    private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
        var (a, b) = (first, second)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    /// A fraction within ten to the minus 40 (relative to the size of the coefficients).
    var approximation: Rational {
        terms.reduce(Rational.zero) { sum, term in
            let root =
                term.irrationality.root == 1
                ? 1 : Rational(term.irrationality.root).squareRoot(places: 45)
            let power = Self.piApproximation.power(term.irrationality.pi) ?? 1
            return sum + term.coefficient * root * power
        }
    }

    /// Pi cut off after 60 decimals.
    private static let piApproximation =
        Rational(parsing: "3.141592653589793238462643383279502884197169399375105820974944") ?? 3

    /// The sign of the number: -1, 0 or 1.
    var signum: Int {
        if isZero { return 0 }
        return approximation.isNegative ? -1 : 1
    }
}

extension ExactNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// Creates a whole number from a literal.
    public init(integerLiteral value: Int) {
        self.init(Rational(value))
    }

    /// The canonical text, such as `3/4`, `12.5`, `6pi` or `1 + 2sqrt(3)`.
    public var description: String {
        if let rational { return Self.text(rational) }
        var result = ""
        for (coefficient, irrationality) in terms {
            var factors: [String] = []
            if irrationality.pi == 1 { factors.append("pi") }
            if irrationality.pi != 0 && irrationality.pi != 1 {
                factors.append("pi^\(irrationality.pi)")
            }
            if irrationality.root != 1 { factors.append("sqrt(\(irrationality.root))") }
            let size = Self.productText(coefficient.magnitude, factors.joined(separator: "*"))
            if result.isEmpty {
                result = (coefficient.isNegative ? "-" : "") + size
            } else {
                result += (coefficient.isNegative ? " - " : " + ") + size
            }
        }
        return result
    }

    private static func productText(_ size: Rational, _ factors: String) -> String {
        if factors.isEmpty { return text(size) }
        if size == 1 { return factors }
        if size.isInteger { return text(size) + factors }
        let top = size.numerator == 1 ? factors : "\(size.numerator)\(factors)"
        return "\(top)/\(size.denominator)"
    }

    private static func text(_ value: Rational) -> String {
        value.description
    }
}
