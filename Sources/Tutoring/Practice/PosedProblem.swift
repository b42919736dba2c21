public import LearnerModel
public import Problems

/// A problem in front of the learner and how far they are with it.
public struct PosedProblem: Sendable, Hashable {
    /// The problem in the language in force.
    public var problem: Problem
    /// Why it was posed.
    public var purpose: Attempt.Purpose
    /// One sentence that says why it was chosen, in the language in force; may be empty.
    public var reason: String
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
        problem: Problem, purpose: Attempt.Purpose, reason: String = "", isResumed: Bool = false,
        hintsShown: Int = 0, tryNumber: Int = 1, shownAt: Int64
    ) {
        self.problem = problem
        self.purpose = purpose
        self.reason = reason
        self.isResumed = isResumed
        self.hintsShown = hintsShown
        self.tryNumber = tryNumber
        self.shownAt = shownAt
    }

    /// The hints that are shown, first to last.
    public var visibleHints: [String] { Array(problem.hints.prefix(hintsShown)) }
}
