public import Mathematics

/// One problem with its numbers drawn: the text, its key, its solution and the known mistakes.
///
/// Values are exact strings (`"3/4"`, `"12.5"`, `"150"`), as on the command line.
public struct Problem: Sendable, Hashable {
    /// The right answer.
    public struct Answer: Sendable, Hashable {
        /// The exact value.
        public let value: String
        /// The unit or counted noun, where the answer has one.
        public let unit: String?
        /// The answer as one would write it, value and unit.
        public let text: String
        /// The specification that `Mathematics` checks answers by, such as `t=num;unit=opt`.
        public let specification: String

        /// Creates an answer from its parts.
        public init(value: String, unit: String?, text: String, specification: String) {
            self.value = value
            self.unit = unit
            self.text = text
            self.specification = specification
        }
    }

    /// One step of the worked solution.
    public struct Step: Sendable, Hashable {
        /// The sentence that says what is found.
        public let text: String
        /// The calculation with its numbers, such as `12 * 4`.
        public let expression: String
        /// The exact value of the calculation.
        public let value: String
        /// The calculation with its result as one reads it in a school book, such as
        /// `12 * 4 = 48`, `0.3 > 0.23` or `7:30 + 0:40 = 8:10`.
        public let written: String

        /// Creates a step from its parts; without `written` the result follows the expression.
        public init(text: String, expression: String, value: String, written: String? = nil) {
            self.text = text
            self.expression = expression
            self.value = value
            self.written = written ?? "\(expression) = \(value)"
        }
    }

    /// A wrong answer that a known mistake leads to.
    public struct WrongAnswer: Sendable, Hashable {
        /// The code of the mistake, such as `WRONG_OP`.
        public let code: String
        /// The exact value that the mistake gives.
        public let value: String
        /// What a learner would type.
        public let text: String
        /// The unit of the value, where it is another than that of the answer.
        public let unit: String?

        /// Creates a wrong answer from its parts.
        public init(code: String, value: String, text: String, unit: String? = nil) {
            self.code = code
            self.value = value
            self.text = text
            self.unit = unit
        }
    }

    /// A number of the problem by its name in the template.
    public struct Given: Sendable, Hashable {
        /// The name, such as `a`.
        public let name: String
        /// The exact value.
        public let value: String

        /// Creates a given from its parts.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Template, version, level and seed in one string; equal for equal problems.
    public var id: String
    /// The identifier of the leaf that the problem exercises.
    public var skill: String
    /// The strand of the leaf.
    public var strand: String
    /// The identifier of the template.
    public var template: String
    /// The level, 1...5.
    public var level: Int
    /// The school grades, such as `3` or `1-2`.
    public var grade: String
    /// The language of every text of the problem.
    public var language: Language
    /// The seed that the numbers, names and wordings were drawn from.
    public var seed: UInt64
    /// The story and its question.
    public var text: String
    /// The numbers, in the order of the template.
    public var givens: [Given]
    /// The right answer.
    public var answer: Answer
    /// The calculation of the answer with its numbers.
    public var expression: String
    /// The worked solution; the last step has the value of the answer.
    public var steps: [Step]
    /// Three hints, from what is asked to the set-up with a blank.
    public var hints: [String]
    /// The wrong answers of known mistakes, all different and none right.
    public var wrong: [WrongAnswer]
    /// Whether the text has a number that is not needed.
    public var distractor: Bool
    /// The picture, where the template declares one.
    public var picture: Picture?
    /// The names of other things that the text counts, which would be a wrong unit of the answer.
    public var otherNouns: [String]

    /// Creates a problem from its parts.
    public init(
        id: String, skill: String, strand: String, template: String, level: Int, grade: String,
        language: Language, seed: UInt64, text: String, givens: [Given], answer: Answer,
        expression: String, steps: [Step], hints: [String], wrong: [WrongAnswer],
        distractor: Bool, picture: Picture? = nil, otherNouns: [String] = []
    ) {
        self.id = id
        self.skill = skill
        self.strand = strand
        self.template = template
        self.level = level
        self.grade = grade
        self.language = language
        self.seed = seed
        self.text = text
        self.givens = givens
        self.answer = answer
        self.expression = expression
        self.steps = steps
        self.hints = hints
        self.wrong = wrong
        self.distractor = distractor
        self.picture = picture
        self.otherNouns = otherNouns
    }
}
