/// An exact fraction of two machine integers in lowest terms; going out of range is an error.
///
/// Templates draw thousands of numbers a second, all of school size, so this is the fast sibling
/// of `Mathematics.Rational`, which takes over where an answer is checked.
struct ExactNumber: Hashable, Sendable {
    let numerator: Int
    let denominator: Int

    static let zero = ExactNumber(0)
    static let one = ExactNumber(1)

    init(_ value: Int) {
        numerator = value
        denominator = 1
    }

    init(_ numerator: Int, over denominator: Int) throws(FormulaError) {
        guard denominator != 0 else { throw .divisionByZero }
        if denominator == 1 {
            self.init(numerator)
            return
        }
        guard numerator != .min, denominator != .min else { throw .tooLarge }
        let divisor = greatestCommonDivisor(numerator, denominator)
        let sign = denominator < 0 ? -1 : 1
        self.init(
            reduced: sign * numerator / divisor, sign * denominator / divisor)
    }

    private init(reduced numerator: Int, _ denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    var isInteger: Bool { denominator == 1 }
    var isZero: Bool { numerator == 0 }
    var isNegative: Bool { numerator < 0 }
    var isTrue: Bool { numerator != 0 }
    var integer: Int? { isInteger ? numerator : nil }
    var magnitude: ExactNumber { isNegative ? negated : self }
    var negated: ExactNumber { ExactNumber(reduced: 0 &- numerator, denominator) }
    var approximation: Double { Double(numerator) / Double(denominator) }

    /// The largest whole number that is not above this one.
    var floor: Int {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The exact value as `n` or `n/d`, or as a decimal where it ends after at most four places.
    var exactText: String {
        guard !isInteger else { return String(numerator) }
        return NumberText.decimal(self, places: 4) ?? "\(numerator)/\(denominator)"
    }

    func adding(_ other: ExactNumber) throws(FormulaError) -> ExactNumber {
        if isInteger && other.isInteger {
            return ExactNumber(try checked(numerator.addingReportingOverflow(other.numerator)))
        }
        let left = try product(numerator, other.denominator)
        let right = try product(other.numerator, denominator)
        return try ExactNumber(
            checked(left.addingReportingOverflow(right)),
            over: product(denominator, other.denominator))
    }

    func multiplied(by other: ExactNumber) throws(FormulaError) -> ExactNumber {
        if isInteger && other.isInteger {
            return ExactNumber(try product(numerator, other.numerator))
        }
        return try ExactNumber(
            product(numerator, other.numerator), over: product(denominator, other.denominator))
    }

    func divided(by other: ExactNumber) throws(FormulaError) -> ExactNumber {
        try ExactNumber(
            product(numerator, other.denominator), over: product(denominator, other.numerator))
    }

    func raised(to exponent: Int) throws(FormulaError) -> ExactNumber {
        guard exponent.magnitude <= 64 else { throw .tooLarge }
        var result = ExactNumber.one
        for _ in 0..<exponent.magnitude { result = try result.multiplied(by: self) }
        return exponent < 0 ? try ExactNumber.one.divided(by: result) : result
    }

    func isBelow(_ other: ExactNumber) throws(FormulaError) -> Bool {
        if denominator == other.denominator { return numerator < other.numerator }
        return try product(numerator, other.denominator) < product(other.numerator, denominator)
    }
}

/// Why a formula has no value for some numbers.
enum FormulaError: Error, Hashable, Sendable {
    case divisionByZero
    case tooLarge
    case notWhole(String)
}

func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (larger, smaller) = (left.magnitude, right.magnitude)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return max(1, Int(larger))
}

func checked(
    _ result: (partialValue: Int, overflow: Bool)
) throws(FormulaError) -> Int {
    guard !result.overflow else { throw .tooLarge }
    return result.partialValue
}

func product(_ left: Int, _ right: Int) throws(FormulaError) -> Int {
    try checked(left.multipliedReportingOverflow(by: right))
}
