/// What kind of answer a question asks for and which forms of it are right: the keys of the
/// specification grammar, such as `t=frac;form=proper;simp=req`.
public struct AnswerSpecification: Hashable, Sendable {
    /// What kind of answer the question asks for.
    public enum AnswerType: String, Sendable, Hashable, CaseIterable {
        /// A number, with or without a noun.
        case number = "num"
        /// A fraction.
        case fraction = "frac"
        /// A percentage.
        case percent = "pct"
        /// An amount of money.
        case money
        /// A number with a unit.
        case quantity = "qty"
        /// A length of time.
        case duration = "dur"
        /// A time of day.
        case clock
        /// A ratio.
        case ratio
        /// A quotient and a remainder.
        case remainder = "rem"
        /// A multiple of pi.
        case pi
        /// A number with roots.
        case surd
        /// Numbers in any order.
        case set
        /// Numbers in order.
        case list
        /// An expression with unknowns.
        case expression = "expr"
        /// An equation.
        case equation = "eqn"
        /// An inequality.
        case inequality = "ineq"
    }

    /// A form that a question may ask for.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// A whole number.
        case integer
        /// A decimal.
        case decimal
        /// A fraction below one.
        case proper
        /// A fraction, also above one.
        case improper
        /// A whole number and a proper fraction.
        case mixed
        /// A percentage.
        case percent
        /// A power of ten with a mantissa of one digit before the point.
        case scientific = "sci"
        /// A multiple of pi.
        case pi
        /// The form of the expected answer.
        case same
        /// Without brackets.
        case expanded
        /// A product of primes.
        case primeFactors = "primefactors"
    }

    /// How near an answer must be.
    public enum Tolerance: Hashable, Sendable {
        /// The exact value.
        case exact
        /// At most so far away.
        case absolute(Rational)
        /// At most so far away, relative to the expected value.
        case relative(Rational)
        /// Rounded to so many decimals.
        case decimalPlaces(Int)
        /// Rounded to so many significant figures.
        case significantFigures(Int)
        /// Rounded to a multiple.
        case nearest(Rational)
    }

    /// The kind of answer; nil takes the kind of the expected answer.
    public var type: AnswerType?
    /// The forms that are right; empty accepts every equal form.
    public var forms: Set<Form> = []
    /// Whether fractions, ratios and roots must be in simplest form.
    public var requiresSimplest = false
    /// Whether the unit must be written.
    public var requiresUnit = false
    /// Whether another unit of the same kind is right.
    public var allowsConversion = true
    /// How near the answer must be.
    public var tolerance = Tolerance.exact
    /// Whether exactly the asked number of digits must be written.
    public var strictDigits = false
    /// Whether a calculation that is still to be done is not enough; nil depends on the type.
    public var requiresEvaluation: Bool?
    var locale: NumberLocale?
    /// The name of the unknown.
    public var variable: String?
    /// Whether order matters; nil depends on the type.
    public var isOrdered: Bool?
    /// Whether a time before one o'clock in the afternoon needs am or pm.
    public var requiresHalfOfDay = true
    /// The divisor of a division with remainder.
    public var divisor: Rational?
    /// The currency code, such as `USD`.
    public var currency: String?
    /// Whether an equation must be solved for its unknown.
    public var requiresSolved = true

    /// Creates the specification that takes every default.
    public init() {}

    /// The language whose separators are used, where the specification names one of ours.
    public var language: Language? {
        locale.flatMap { Language(rawValue: $0.rawValue) }
    }
}

/// What is wrong with the text of a specification.
public enum AnswerSpecificationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such key.
    case unknownKey(String)
    /// The key does not take this value.
    case unknownValue(key: String, value: String)
    /// A part has no `=`.
    case malformed(String)

    /// One sentence for the author.
    public var description: String {
        switch self {
        case .unknownKey(let key): "unknown specification key \"\(key)\""
        case .unknownValue(let key, let value):
            "specification key \"\(key)\" does not take \"\(value)\""
        case .malformed(let part): "specification part \"\(part)\" is not key=value"
        }
    }
}
