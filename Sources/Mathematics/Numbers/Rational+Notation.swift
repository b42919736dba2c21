internal import BigInt

extension Rational {
    /// Reads `7`, `-7`, `12.5`, `.5` or `3/4` in ASCII digits; nil for anything else.
    ///
    /// At most 400 digits are read, so that the text of a damaged file costs nothing.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= 400, parts.count <= 2, let first = parts.first,
            let numerator = Rational(decimal: first)
        else { return nil }
        guard parts.count == 2 else {
            self = numerator
            return
        }
        guard let denominator = Rational(decimal: parts[1]), !denominator.isZero else {
            return nil
        }
        self = numerator / denominator
    }

    private init?(decimal text: some StringProtocol) {
        var digits: [UInt8] = []
        var isNegative = false
        var decimals: Int?
        for (offset, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where offset == 0: isNegative = true
            case UInt8(ascii: ".") where decimals == nil: decimals = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits.append(byte)
                decimals = decimals.map { $0 + 1 }
            default: return nil
            }
        }
        guard !digits.isEmpty else { return nil }
        let value = Rational(digits: digits, decimals: decimals ?? 0)
        self = isNegative ? -value : value
    }

    /// The number written by ASCII digits of which the last `decimals` follow the point.
    init(digits: [UInt8], decimals: Int) {
        let whole: BigInt
        if digits.count <= 18 {
            whole = BigInt(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
        } else {
            whole = digits.reduce(BigInt(0)) { $0 * 10 + BigInt(Int($1 - 48)) }
        }
        self.init(whole, over: BigInt(10).power(decimals))
    }

    /// Ten to the power of a whole number, also a negative one.
    static func powerOfTen(_ exponent: Int) -> Rational {
        let power = BigInt(10).power(exponent.magnitude < 10_000 ? Int(exponent.magnitude) : 0)
        return exponent < 0 ? Rational(reduced: 1, power) : Rational(reduced: power, 1)
    }

    /// The decimal notation, such as `12.5`, or nil where it does not end.
    public var decimalText: String? {
        guard let places = terminatingPlaces else { return nil }
        return decimalText(places: places)
    }

    /// The number of decimals that the exact decimal notation needs, or nil where it never ends.
    public var terminatingPlaces: Int? {
        var rest = denominatorValue.magnitude
        let twos = rest.trailingZeroBitCount
        rest >>= twos
        var fives = 0
        while true {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
            guard remainder.isZero else { break }
            rest = quotient
            fives += 1
        }
        return rest == 1 ? Swift.max(twos, fives) : nil
    }

    /// The number rounded half away from zero to `places` decimals, all of them written.
    public func decimalText(places: Int) -> String {
        let scaled = (self * .powerOfTen(places)).rounded
        let digits = String(scaled.numeratorValue.magnitude)
        let sign = scaled.isNegative ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: Swift.max(0, places + 1 - digits.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// The nearest whole number; a half goes away from zero.
    public var rounded: Rational {
        isNegative ? -((magnitude + Rational(1, 2)).floor) : (self + Rational(1, 2)).floor
    }

    /// The whole part, cut off towards zero.
    public var truncated: Rational { isNegative ? -(magnitude.floor) : floor }

    /// The nearest multiple of `step`; a half goes away from zero.
    public func rounded(toMultipleOf step: Rational) -> Rational {
        (self / step).rounded * step
    }

    /// The number rounded half away from zero to `places` decimals.
    public func rounded(places: Int) -> Rational {
        rounded(toMultipleOf: .powerOfTen(-places))
    }

    /// The exponent of the leading digit: 0 for 7, 2 for 350, -1 for 0.25.
    ///
    /// - Precondition: the number is not zero.
    var leadingExponent: Int {
        precondition(!isZero, "zero has no leading digit")
        var exponent =
            (numeratorValue.magnitude.bitWidth - denominatorValue.magnitude.bitWidth) * 30103
            / 100_000
        while magnitude >= .powerOfTen(exponent + 1) { exponent += 1 }
        while magnitude < .powerOfTen(exponent) { exponent -= 1 }
        return exponent
    }

    /// The number to the power of a whole number, or nil for a negative power of zero.
    func power(_ exponent: Int) -> Rational? {
        if exponent < 0 { return reciprocal?.power(-exponent) }
        return Rational(
            reduced: numeratorValue.power(exponent), denominatorValue.power(exponent))
    }

    /// The exact square root where the number is the square of a fraction.
    var exactSquareRoot: Rational? {
        guard !isNegative else { return nil }
        let top = numeratorValue.squareRoot()
        let bottom = denominatorValue.squareRoot()
        guard top * top == numeratorValue, bottom * bottom == denominatorValue else { return nil }
        return Rational(reduced: top, bottom)
    }

    /// The fraction nearest to the square root with an error below ten to the minus `places`.
    func squareRoot(places: Int) -> Rational {
        let scale = BigInt(10).power(places)
        let root = (numeratorValue * denominatorValue * scale * scale).squareRoot()
        return Rational(root, over: denominatorValue * scale)
    }

    /// Returns the nonnegative remainder and whole quotient of a division of whole numbers.
    public func quotientAndRemainder(dividingBy divisor: Rational) -> (Rational, Rational)? {
        guard isInteger, divisor.isInteger, !divisor.isZero else { return nil }
        let quotient = (self / divisor).floor
        return (quotient, self - quotient * divisor)
    }
}
