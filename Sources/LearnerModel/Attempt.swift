public import Mathematics

/// One answer of a learner, as it is kept for ever.
public struct Attempt: Sendable, Hashable {
    /// How the learner ended the attempt.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// An answer was typed and checked.
        case answered
        /// The learner skipped the problem.
        case skipped
        /// The learner asked to see the answer.
        case revealed
    }

    /// Why the problem was posed; the learner model needs it to replay the log.
    public enum Purpose: String, Sendable, Hashable, Codable, CaseIterable {
        /// To learn a skill that is not yet proficient.
        case learning
        /// To bring back a proficient skill whose review was due.
        case review
        /// A review before its day, because nothing else was left.
        case earlyReview = "early-review"
        /// To find out what a new learner knows already.
        case placement
        /// The learner chose the skill.
        case chosen
    }

    /// A unique identifier (UUID version 7); repeating it changes nothing.
    public var id: String
    /// Milliseconds since 1970 (UTC).
    public var time: Int64
    /// Minutes that local time was ahead of UTC.
    public var utcOffset: Int
    /// The learner's identifier.
    public var learner: String
    /// The identifier of the leaf.
    public var skill: String
    /// The identifier of the template.
    public var template: String
    /// The level, 1...5.
    public var level: Int
    /// The seed of the problem.
    public var seed: UInt64
    /// The language in which the problem was shown.
    public var language: Language
    /// The text that was shown.
    public var text: String
    /// The right answer as text.
    public var expected: String
    /// The specification of the answer.
    public var specification: String
    /// What the learner typed.
    public var input: String
    /// The learner's own explanation, where one was given.
    public var explanation: String?
    /// How the attempt ended.
    public var outcome: Outcome
    /// The class of the verdict.
    public var verdict: Verdict.Class
    /// The reason of the verdict.
    public var reason: String?
    /// Whether the answer counts for or against the learner.
    public var counted: Bool
    /// The code of the mistake, where one is known.
    public var misconception: String?
    /// How many hints were shown before the answer.
    public var hints: Int
    /// 1 for the first answer to this problem, 2 for the second try.
    public var tryNumber: Int
    /// Milliseconds from the problem on the screen to the answer.
    public var milliseconds: Int
    /// The identifier of the model in use.
    public var model: String
    /// Why the problem was posed.
    public var purpose: Purpose

    /// Creates an attempt from its parts.
    public init(
        id: String, time: Int64, utcOffset: Int, learner: String, skill: String,
        template: String, level: Int, seed: UInt64, language: Language, text: String,
        expected: String, specification: String, input: String, explanation: String? = nil,
        outcome: Outcome, verdict: Verdict.Class, reason: String?, counted: Bool,
        misconception: String?, hints: Int, tryNumber: Int, milliseconds: Int, model: String,
        purpose: Purpose = .learning
    ) {
        self.id = id
        self.time = time
        self.utcOffset = utcOffset
        self.learner = learner
        self.skill = skill
        self.template = template
        self.level = level
        self.seed = seed
        self.language = language
        self.text = text
        self.expected = expected
        self.specification = specification
        self.input = input
        self.explanation = explanation
        self.outcome = outcome
        self.verdict = verdict
        self.reason = reason
        self.counted = counted
        self.misconception = misconception
        self.hints = hints
        self.tryNumber = tryNumber
        self.milliseconds = milliseconds
        self.model = model
        self.purpose = purpose
    }
}
