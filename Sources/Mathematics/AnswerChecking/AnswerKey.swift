/// The right answer of a question, ready to be compared with what learners type.
public struct AnswerKey: Sendable {
    /// A wrong answer that a known mistake leads to.
    public struct ListedMistake: Hashable, Sendable {
        /// The code of the mistake.
        public var code: String
        /// The exact value, in the unit of the answer unless it names another; where the answer is
        /// a ratio, a ratio or a plain number.
        public var value: String

        /// Creates a listed mistake.
        public init(code: String, value: String) {
            self.code = code
            self.value = value
        }
    }

    /// A value on the way to the answer.
    public struct IntermediateValue: Hashable, Sendable {
        /// The exact value.
        public var value: String
        /// What it is, such as "the total".
        public var meaning: String

        /// Creates an intermediate value.
        public init(value: String, meaning: String) {
            self.value = value
            self.meaning = meaning
        }
    }

    /// The specification that answers are checked by.
    public let specification: AnswerSpecification
    /// The kind of the answer, where the specification names none taken from the answer.
    public let type: AnswerSpecification.AnswerType
    let target: AnswerTarget
    let mistakes: [(code: String, target: AnswerTarget)]
    let intermediates: [(meaning: String, target: AnswerTarget)]
    let otherNouns: [String]

    /// Reads the expected answer, its text or its value.
    ///
    /// - Throws: An error that says what of the key cannot be read.
    public init(
        expected: String, unit: String? = nil,
        specification: AnswerSpecification = AnswerSpecification(),
        listedMistakes: [ListedMistake] = [], intermediateValues: [IntermediateValue] = [],
        otherNouns: [String] = []
    ) throws(AnswerKeyError) {
        let text = Self.text(expected, unit: unit)
        var reader = KeyReader(specification, unit: unit)
        let read = try reader.read(text)
        self.specification = specification
        type = read.type
        target = read.target
        self.otherNouns = otherNouns
        var mistakes: [(String, AnswerTarget)] = []
        for mistake in listedMistakes {
            mistakes.append((mistake.code, try reader.mistake(mistake.value, as: read)))
        }
        self.mistakes = mistakes
        var intermediates: [(String, AnswerTarget)] = []
        for step in intermediateValues {
            // A step may be of another kind than the answer, and is then never equal to it.
            if let value = try? reader.value(step.value, as: read) {
                intermediates.append((step.meaning, value))
            }
        }
        self.intermediates = intermediates
    }

    /// The code of a mistake that gives a plain number where the answer is none.
    func mistake(equalTo number: ExactNumber) -> String? {
        mistakes.first { mistake in
            guard case .quantity(let other) = mistake.target else { return false }
            return other.number == number
        }?.code
    }

    /// Joins value and unit as one would write them.
    static func text(_ expected: String, unit: String?) -> String {
        guard let unit, !unit.isEmpty, !expected.contains(unit) else { return expected }
        if ["$", "€", "£", "₩", "¥", "₹"].contains(unit) { return unit + expected }
        if unit == "%" { return expected + unit }
        return expected + " " + unit
    }
}

/// Why a key cannot be used.
public enum AnswerKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The expected answer cannot be read as the type that the specification names.
    case unreadable(String)

    /// One sentence for the author.
    public var description: String {
        switch self {
        case .unreadable(let text): "the expected answer \"\(text)\" cannot be read"
        }
    }
}

/// An expected answer with its values worked out.
enum AnswerTarget: Hashable, Sendable {
    case quantity(QuantityTarget)
    case clock(ClockReading)
    case ratio([ExactNumber])
    case remainder(quotient: ExactNumber, remainder: ExactNumber)
    case list([QuantityTarget])
    case expression(RationalFunction, Expression)
    case relations(RelationTarget)
}

/// A number with its unit and what its notation says.
struct QuantityTarget: Hashable, Sendable {
    /// The number in `unit`, or in base units where it is a compound quantity.
    var number: ExactNumber
    var unit: MeasurementUnit?
    /// Further units of the same name and kind: the ton of 1000 kg and the one of 2000 lb.
    var otherUnits: [MeasurementUnit] = []
    var noun = ""
    var form: AnswerForm
    var expression: Expression
    /// Whether it was written with a percent sign.
    var isPercent = false
    var isCompound = false
    var partValues: [ExactNumber] = []

    /// The value in base units.
    var value: ExactNumber {
        guard let unit else { return number }
        return number.multiplied(by: unit.size) ?? number
    }
}
