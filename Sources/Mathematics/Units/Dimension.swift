/// What a unit measures, as powers of base dimensions.
struct Dimension: Hashable, Sendable {
    /// The base dimensions; °C and °F stand alone because they are never scaled into each other.
    enum Base: Int {
        case length, mass, time, current, temperature, amount, luminosity, angle, information
        case celsius, fahrenheit, month, money, generic
    }

    private(set) var powers = SIMD16<Int8>(repeating: 0)
    /// The currency, where there is money in it.
    private(set) var currency = ""

    static let none = Dimension()
    static let length = Dimension(.length)
    static let area = length.raised(to: 2)
    static let volume = length.raised(to: 3)
    static let mass = Dimension(.mass)
    static let time = Dimension(.time)
    static let month = Dimension(.month)
    static let angle = Dimension(.angle)
    static let speed = length.multiplied(by: time.raised(to: -1))
    static let force = mass.multiplied(by: length).multiplied(by: time.raised(to: -2))
    static let energy = force.multiplied(by: length)
    static let power = energy.multiplied(by: time.raised(to: -1))
    static let pressure = force.multiplied(by: area.raised(to: -1))
    static let current = Dimension(.current)
    static let charge = current.multiplied(by: time)
    static let voltage = power.multiplied(by: current.raised(to: -1))

    private init() {}

    init(_ base: Base) { powers[base.rawValue] = 1 }

    init(currency: String) {
        self.init(.money)
        self.currency = currency
    }

    var isMoney: Bool { self == Dimension(currency: currency) && !currency.isEmpty }

    func multiplied(by other: Dimension) -> Dimension {
        var result = self
        result.powers = powers &+ other.powers
        result.currency = currency.isEmpty ? other.currency : currency
        if result.powers[Base.money.rawValue] == 0 { result.currency = "" }
        return result
    }

    func raised(to exponent: Int) -> Dimension {
        var result = self
        result.powers = powers &* SIMD16(repeating: Int8(truncatingIfNeeded: exponent))
        if exponent == 0 { result.currency = "" }
        return result
    }
}

/// A unit or a product of units with its exact size in base units.
struct MeasurementUnit: Hashable, Sendable {
    /// How it is printed.
    var symbol: String
    var dimension: Dimension
    /// The size in base units, to be multiplied by pi to the power `pi`.
    var factor: Rational
    var pi = 0

    init(_ symbol: String, _ dimension: Dimension, _ factor: Rational, pi: Int = 0) {
        self.symbol = symbol
        self.dimension = dimension
        self.factor = factor
        self.pi = pi
    }

    /// The size in base units.
    var size: ExactNumber {
        ExactNumber(factor, ExactNumber.Irrationality(pi: pi, root: 1))
    }

    /// Whether one of two units is a whole number of the other, as the pound and the ton of
    /// 2000 pounds are.
    func isOfOneSystem(with other: MeasurementUnit) -> Bool {
        guard dimension == other.dimension, pi == other.pi else { return false }
        return (factor / other.factor).isInteger || (other.factor / factor).isInteger
    }

    func multiplied(by other: MeasurementUnit, symbol: String) -> MeasurementUnit {
        MeasurementUnit(
            symbol, dimension.multiplied(by: other.dimension), factor * other.factor,
            pi: pi + other.pi)
    }

    /// The unit to a small power, or nil where the power is not one of a unit of school.
    func raised(to exponent: Int) -> MeasurementUnit? {
        guard exponent != 0, exponent.magnitude <= 6, let power = factor.power(exponent) else {
            return nil
        }
        return MeasurementUnit(
            exponent == 1 ? symbol : "\(symbol)^\(exponent)", dimension.raised(to: exponent),
            power, pi: pi * exponent)
    }
}
