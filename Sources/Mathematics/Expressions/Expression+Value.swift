internal import BigInt

extension Expression {
    /// Works the calculation out exactly; every bound is checked before the step it bounds.
    func value() throws(ReadingFault) -> ExactNumber {
        switch self {
        case .literal(let literal): return ExactNumber(literal.value)
        case .scientific(let mantissa, let exponent):
            return ExactNumber(mantissa.value * .powerOfTen(exponent))
        case .mixed(let whole, let top, let bottom):
            guard !bottom.isZero else { throw .divisionByZero }
            return ExactNumber(whole + top / bottom)
        case .pi: return .pi
        case .variable, .function: throw .notUnderstood(.general, at: nil)
        case .plus(let inner), .group(let inner): return try inner.value()
        case .negated(let inner): return -(try inner.value())
        case .sum(let left, let right): return try bounded(left.value() + right.value())
        case .difference(let left, let right): return try bounded(left.value() - right.value())
        case .product(let left, let right, _):
            return try Self.product(left.value(), right.value())
        case .quotient(let left, let right, _):
            return try Self.quotient(left.value(), right.value())
        case .power(let base, let exponent):
            return try Self.power(base.value(), exponent.value())
        case .root(let degree, let radicand):
            return try Self.root(degree, radicand.value())
        case .percent(let inner): return try inner.value() * Rational(1, 100)
        case .absolute(let inner):
            let value = try inner.value()
            return value.signum < 0 ? -value : value
        }
    }

    private func bounded(_ value: ExactNumber) throws(ReadingFault) -> ExactNumber {
        try Self.check(value)
    }

    static func check(_ value: ExactNumber) throws(ReadingFault) -> ExactNumber {
        guard value.bitWidth <= ReadingLimits.valueBits else { throw .tooLarge(.size) }
        return value
    }

    static func product(
        _ left: ExactNumber, _ right: ExactNumber
    ) throws(ReadingFault) -> ExactNumber {
        guard left.terms.count * right.terms.count <= 64 else { throw .tooLarge(.size) }
        guard let product = left.multiplied(by: right) else { throw .tooLarge(.root) }
        return try check(product)
    }

    static func quotient(
        _ left: ExactNumber, _ right: ExactNumber
    ) throws(ReadingFault) -> ExactNumber {
        guard !right.isZero else { throw .divisionByZero }
        guard let quotient = left.divided(by: right) else {
            throw .notUnderstood(.general, at: nil)
        }
        return try check(quotient)
    }

    static func power(
        _ base: ExactNumber, _ exponent: ExactNumber
    ) throws(ReadingFault) -> ExactNumber {
        guard let exponent = exponent.rational else { throw .notUnderstood(.general, at: nil) }
        if exponent.denominator == 2 || exponent.denominator == 3 {
            let degree = exponent.denominator == 2 ? 2 : 3
            return try power(root(degree, base), ExactNumber(exponent.numerator))
        }
        guard exponent.isInteger else { throw .notUnderstood(.general, at: nil) }
        guard let count = exponent.integer, count.magnitude <= ReadingLimits.powerBits else {
            // Only 0, 1 and -1 have such powers of a size that can be written down.
            throw .tooLarge(.power)
        }
        guard base.bitWidth * Int(count.magnitude) <= ReadingLimits.powerBits * 2 else {
            throw .tooLarge(.power)
        }
        if base.isZero && count < 0 { throw .divisionByZero }
        if let rational = base.rational, let power = rational.power(count) {
            return ExactNumber(power)
        }
        guard count.magnitude <= 12 else { throw .tooLarge(.power) }
        var result: ExactNumber = 1
        for _ in 0..<count.magnitude { result = try product(result, base) }
        return count < 0 ? try quotient(1, result) : result
    }

    static func root(_ degree: Int, _ radicand: ExactNumber) throws(ReadingFault) -> ExactNumber {
        guard let rational = radicand.rational else {
            if degree == 2, let root = try nestedRoot(radicand) { return root }
            throw .notUnderstood(.general, at: nil)
        }
        if degree == 2 {
            guard !rational.isNegative else { throw .notUnderstood(.general, at: nil) }
            guard let value = ExactNumber(1, root: rational) else { throw .tooLarge(.root) }
            return value
        }
        guard let value = rational.exactCubeRoot else { throw .notUnderstood(.general, at: nil) }
        return ExactNumber(value)
    }

    /// The root of `p + q√n` where it is a sum of two roots of fractions.
    private static func nestedRoot(
        _ radicand: ExactNumber
    ) throws(ReadingFault) -> ExactNumber? {
        let terms = radicand.terms
        guard terms.count <= 2, radicand.irrationalParts.count == 1,
            let (coefficient, irrationality) = terms.first(where: { $0.irrationality.root != 1 }),
            irrationality.pi == 0, !radicand.rationalPart.isNegative
        else { return nil }
        let whole = radicand.rationalPart
        let inside = coefficient * coefficient * Rational(irrationality.root)
        let square = whole * whole - inside
        guard !square.isNegative, let difference = ExactNumber(1, root: square)?.rational,
            let large = ExactNumber(1, root: (whole + difference) * Rational(1, 2)),
            let small = ExactNumber(1, root: (whole - difference) * Rational(1, 2))
        else { return nil }
        return try check(coefficient.isNegative ? large - small : large + small)
    }
}

extension Rational {
    /// The cube root where it is a fraction.
    var exactCubeRoot: Rational? {
        func root(_ value: BigInt) -> BigInt? {
            var low: BigInt = 0
            var high = BigInt(1) << (value.magnitude.bitWidth / 3 + 1)
            while low < high {
                let middle = (low + high + 1) / 2
                if middle * middle * middle <= value { low = middle } else { high = middle - 1 }
            }
            return low * low * low == value ? low : nil
        }
        guard bitWidth <= ReadingLimits.valueBits,
            let top = root(BigInt(numeratorValue.magnitude)), let bottom = root(denominatorValue)
        else { return nil }
        let size = Rational(top, over: bottom)
        return isNegative ? -size : size
    }
}
