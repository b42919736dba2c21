internal import BigInt

/// An exact fraction of two whole numbers of any size, always in lowest terms with a positive
/// denominator.
public struct Rational: Hashable, Sendable {
    let numeratorValue: BigInt
    let denominatorValue: BigInt

    init(reduced numerator: BigInt, _ denominator: BigInt) {
        numeratorValue = numerator
        denominatorValue = denominator
    }

    /// Reduces `numerator / denominator`; the denominator must not be zero.
    init(_ numerator: BigInt, over denominator: BigInt) {
        precondition(!denominator.isZero, "a denominator of zero under \(numerator)")
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        numeratorValue = sign * numerator / divisor
        denominatorValue = sign * denominator / divisor
    }

    /// Creates a whole number.
    public init(_ value: Int) {
        self.init(reduced: BigInt(value), 1)
    }

    /// Creates `numerator / denominator` in lowest terms.
    ///
    /// - Precondition: `denominator` is not zero.
    public init(_ numerator: Int, _ denominator: Int) {
        self.init(BigInt(numerator), over: BigInt(denominator))
    }

    /// Zero.
    public static let zero = Rational(0)
    /// One.
    public static let one = Rational(1)

    /// Whether the number has no fractional part.
    public var isInteger: Bool { denominatorValue == 1 }
    /// Whether the number is zero.
    public var isZero: Bool { numeratorValue.isZero }
    /// Whether the number is below zero.
    public var isNegative: Bool { numeratorValue.sign == .minus && !numeratorValue.isZero }
    /// The distance from zero.
    public var magnitude: Rational { isNegative ? -self : self }
    /// The number as an `Int`, or nil where it has a fractional part or does not fit.
    public var integer: Int? { isInteger ? Int(exactly: numeratorValue) : nil }
    /// The numerator of the reduced fraction as a whole number.
    public var numerator: Rational { Rational(reduced: numeratorValue, 1) }
    /// The denominator of the reduced fraction, at least one.
    public var denominator: Rational { Rational(reduced: denominatorValue, 1) }
    /// The number of binary digits in numerator and denominator together.
    public var bitWidth: Int {
        numeratorValue.magnitude.bitWidth + denominatorValue.magnitude.bitWidth
    }

    /// The largest whole number that is not above this one.
    public var floor: Rational {
        let (quotient, remainder) = numeratorValue.quotientAndRemainder(
            dividingBy: denominatorValue)
        let adjusted = remainder.sign == .minus && !remainder.isZero ? quotient - 1 : quotient
        return Rational(reduced: adjusted, 1)
    }

    /// The nearest `Double`, for statistics and drawings, never for judging an answer.
    public var approximation: Double {
        let shift =
            Swift.max(
                numeratorValue.magnitude.bitWidth, denominatorValue.magnitude.bitWidth) - 900
        guard shift > 0 else { return Double(numeratorValue) / Double(denominatorValue) }
        return Double(numeratorValue >> shift) / Double(denominatorValue >> shift)
    }

    /// The reciprocal, or nil for zero.
    public var reciprocal: Rational? {
        isZero ? nil : Rational(denominatorValue, over: numeratorValue)
    }
}

extension Rational {
    /// Returns the sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numeratorValue * right.denominatorValue
                + right.numeratorValue * left.denominatorValue,
            over: left.denominatorValue * right.denominatorValue)
    }

    /// Returns the difference.
    public static func - (left: Rational, right: Rational) -> Rational {
        left + -right
    }

    /// Returns the number with the other sign.
    public static prefix func - (value: Rational) -> Rational {
        Rational(reduced: -value.numeratorValue, value.denominatorValue)
    }

    /// Returns the product.
    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numeratorValue * right.numeratorValue,
            over: left.denominatorValue * right.denominatorValue)
    }

    /// Returns the quotient.
    ///
    /// - Precondition: `right` is not zero.
    public static func / (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numeratorValue * right.denominatorValue,
            over: left.denominatorValue * right.numeratorValue)
    }
}

extension Rational: Comparable {
    /// Returns whether `left` is below `right`.
    public static func < (left: Rational, right: Rational) -> Bool {
        left.numeratorValue * right.denominatorValue
            < right.numeratorValue * left.denominatorValue
    }
}

extension Rational: ExpressibleByIntegerLiteral, CustomStringConvertible {
    /// Creates a whole number from a literal.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// The exact value as `n` or `n/d` in ASCII digits.
    public var description: String {
        isInteger ? "\(numeratorValue)" : "\(numeratorValue)/\(denominatorValue)"
    }
}
