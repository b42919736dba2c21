public import LearnerModel
public import Mathematics
public import Problems

/// A problem in front of the learner and how far they are with it.
public struct PosedProblem: Sendable, Hashable {
    /// The problem in the language in force.
    public var problem: Problem
    /// Why it was posed.
    public var purpose: Attempt.Purpose
    /// One sentence that says why it was chosen, in each language.
    public var reasons: [Language: String]
    /// A problem of the same kind with other numbers, in each language, to be read solved before
    /// the learner solves this one; empty where none is needed.
    public var examples: [Language: Problem]
    /// Whether the worked example has been read.
    public var isExampleRead = false
    /// Whether it was already on the screen when an earlier session ended.
    public var isResumed: Bool
    /// How many of the problem's hints are shown.
    public var hintsShown: Int
    /// 1 for the first answer, 2 for the second try.
    public var tryNumber: Int
    /// When it came on the screen, in milliseconds since 1970.
    public var shownAt: Int64

    /// Creates a posed problem; by default it is new.
    public init(
        problem: Problem, purpose: Attempt.Purpose, reasons: [Language: String] = [:],
        examples: [Language: Problem] = [:], isResumed: Bool = false, hintsShown: Int = 0,
        tryNumber: Int = 1, shownAt: Int64
    ) {
        self.problem = problem
        self.purpose = purpose
        self.reasons = reasons
        self.examples = examples
        self.isResumed = isResumed
        self.hintsShown = hintsShown
        self.tryNumber = tryNumber
        self.shownAt = shownAt
    }

    /// The hints that are shown, first to last.
    public var visibleHints: [String] { Array(problem.hints.prefix(hintsShown)) }

    /// Why it was chosen, in the language of the problem; may be empty.
    public var reason: String { reasons[problem.language] ?? "" }

    /// The worked example that is still to be read, in the language of the problem.
    public var example: Problem? { isExampleRead ? nil : examples[problem.language] }
}
