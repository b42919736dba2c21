internal import Mathematics

/// A family of problems: one story with numbers, people, things and wordings to draw.
public struct ProblemTemplate: Sendable {
    /// The identifier, such as `add_to.result.gift`.
    public let id: String
    /// The version; it grows when old seeds must give other problems.
    public let version: Int
    /// The identifier of the leaf that the template exercises.
    public let skill: String
    /// The file of the template inside the data folder, with its line.
    public let origin: String
    /// Whether the template can add a sentence with a number that is not needed.
    public var hasDistractors: Bool { !distractors.isEmpty }
    /// Whether the template has a picture.
    public var hasPicture: Bool { picture != nil }

    let place: Place
    let variableNames: [String]
    let givens: [Given]
    let derived: [Derived]
    let requirements: [Requirement]
    let people: [PersonSlot]
    let things: [ThingSlot]
    let choices: [[Choice]]
    let answer: AnswerRule
    /// An equation in the unknown, whose index is `unknown`.
    let check: Formula
    let unknown: Int
    let steps: [Step]
    let hints: [Localized]
    let wrong: [WrongRule]
    let distractors: [Distractor]
    let picture: PictureRule?
    let forms: [Language: [StoryForm]]
    let shown: [Int]
    let counted: [Counted]
    /// The shown numbers that are times of day or fractions.
    let styles: [Int: TextPattern.NumberStyle]
    let allowances: Set<Allowance>
    let streams: StreamSeeds

    /// Where a template begins.
    struct Place: Sendable, Hashable {
        let file: String
        let line: Int
        let column: Int
    }

    /// A text in both languages.
    struct Localized: Sendable, Hashable {
        let english: TextPattern
        let korean: TextPattern

        subscript(language: Language) -> TextPattern {
            language == .english ? english : korean
        }
    }

    /// A number to draw.
    struct Given: Sendable {
        let index: Int
        /// One range for each level 1...5.
        let ranges: [NumberRange]
        /// The thing whose price is drawn in place of a range.
        let priceOf: Int?
        /// Whether it is an amount of money in dollars, a thousand won each.
        let isMoney: Bool
    }

    /// A number that follows from others.
    struct Derived: Sendable {
        let index: Int
        let formula: Formula
    }

    /// A number of things that the story speaks of.
    struct Counted: Sendable, Hashable {
        let formula: Formula
        let noun: TextPattern.NounReference
    }

    /// A condition on the numbers.
    struct Requirement: Sendable {
        let formula: Formula
        let text: String
        let reason: String
        let place: Place
    }

    /// Who may play a part.
    enum PersonSlot: String, Sendable {
        case anyone = "any"
        case girl, boy
    }

    /// What a thing may be: one of these, and another than the thing in `differentFrom`.
    struct ThingSlot: Sendable {
        let nouns: [Noun]
        let differentFrom: [Int]
    }

    /// One possibility of a choice: its forms by language and form name.
    struct Choice: Sendable {
        let forms: [Language: [String: [TextPattern.Piece]]]
    }

    /// A step of the worked solution.
    struct Step: Sendable {
        let formula: Formula
        let text: Localized
    }

    /// A mistake and what it gives.
    struct WrongRule: Sendable {
        let code: String
        let formula: Formula
        /// Whether the value is a plain number where the answer is none.
        let isPlain: Bool
        /// The unit of the value, where it is another than that of the answer.
        let unit: TextPattern?
    }

    /// A sentence that is not needed, with its own numbers.
    struct Distractor: Sendable {
        let givens: [Given]
        let text: Localized
        /// After which sentence of the story it stands; nil for before the question.
        let after: Int?
        let wrong: [WrongRule]
        let shown: [Int]
    }

    /// One way to tell the story.
    struct StoryForm: Sendable {
        let items: [Item]
        let questions: [TextPattern]

        /// A sentence, or sentences that may be told in any order.
        enum Item: Sendable {
            case sentence(TextPattern)
            case anyOrder([TextPattern])

            var patterns: [TextPattern] {
                switch self {
                case .sentence(let pattern): [pattern]
                case .anyOrder(let patterns): patterns
                }
            }
        }

        var patterns: [TextPattern] { items.flatMap(\.patterns) + questions }
    }

    /// A usual rule that a template may set aside.
    enum Allowance: String, Sendable, CaseIterable {
        case negative, zero, fraction
        case givenAsAnswer = "given_as_answer"
        case equalGivens = "equal_givens"
        case smallGivens = "small_givens"
        case fewNumbers = "few_numbers"
    }
}

/// The first words of the random streams of a template, one for each purpose.
struct StreamSeeds: Sendable {
    let numbers: UInt64
    let story: UInt64
    let wording: UInt64
    let order: UInt64
    let distractor: UInt64

    init(template: String, version: Int) {
        func seed(_ purpose: String) -> UInt64 {
            var generator = SplitMix64(stream: [template, String(version), purpose])
            return generator.next()
        }
        numbers = seed("numbers")
        story = seed("story")
        wording = seed("wording")
        order = seed("order")
        distractor = seed("distractor")
    }

    /// The stream of one purpose for a level and seed; hashing keeps neighbouring seeds apart.
    static func stream(_ purpose: UInt64, level: Int, seed: UInt64, salt: UInt64 = 0) -> SplitMix64
    {
        var mixer = SplitMix64(seed: seed ^ (UInt64(level) &* 0xd6e8_feb8_6659_fd93) ^ salt)
        return SplitMix64(seed: mixer.next() ^ purpose)
    }
}

extension SplitMix64 {
    /// A number from 0 up to but not including `count`, by the high word of a product.
    mutating func below(_ count: Int) -> Int {
        precondition(count > 0, "a draw from \(count) possibilities")
        return Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
