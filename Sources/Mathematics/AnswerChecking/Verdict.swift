/// What the checker says about one answer.
public struct Verdict: Hashable, Sendable {
    /// The classes of the contract, by their names on the command line.
    public enum Class: String, Sendable, Hashable, CaseIterable {
        /// The value is right and so is its form.
        case correct
        /// The value is right, the asked form or precision is missing; does not count.
        case form
        /// The unit is missing or another one.
        case unit
        /// The value is wrong.
        case wrong
        /// The answer could not be read; does not count.
        case unparsed
        /// Nothing was typed; does not count.
        case empty
        /// The answer is too large to work on; does not count.
        case limit
    }

    /// The class of the verdict.
    public var verdictClass: Class
    /// The reason within the class, such as `simplify` or `sign`, or nil where none applies.
    public var reason: String?
    /// Whether the answer counts for or against the learner.
    public var counted: Bool
    /// How the answer was read, such as `2 h 30 min = 150 min`; empty when it was not.
    public var reading: String
    /// One kind sentence in the learner's language.
    public var message: String
    /// The code of the listed mistake that gives this value, or nil.
    public var misconception: String?

    /// Creates a verdict from its parts.
    public init(
        _ verdictClass: Class, reason: String? = nil, counted: Bool, reading: String = "",
        message: String = "", misconception: String? = nil
    ) {
        self.verdictClass = verdictClass
        self.reason = reason
        self.counted = counted
        self.reading = reading
        self.message = message
        self.misconception = misconception
    }
}
