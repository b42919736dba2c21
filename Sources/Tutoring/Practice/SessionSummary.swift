public import Problems

/// One finished problem of a session.
public struct ProblemResult: Sendable, Hashable {
    /// How the problem ended.
    public enum Ending: Sendable, Hashable {
        /// Right at the first try without a hint.
        case rightAtOnce
        /// Right after a hint or at the second try.
        case rightWithHelp
        /// Not right yet, or the answer was shown.
        case notYet
        /// Put aside.
        case skipped
    }

    /// The problem.
    public var problem: Problem
    /// How it ended.
    public var ending: Ending
    /// How many hints were shown.
    public var hints: Int
    /// The last answer that was typed; empty where none was.
    public var input: String

    /// Creates a result from its parts.
    public init(problem: Problem, ending: Ending, hints: Int, input: String) {
        self.problem = problem
        self.ending = ending
        self.hints = hints
        self.input = input
    }
}

/// What a session came to.
public struct SessionSummary: Sendable, Hashable {
    /// The finished problems in order.
    public var results: [ProblemResult] = []
    /// How each skill moved from its first attempt of the session to its last.
    public var changes: [Feedback.Change] = []
    /// How many problems in a row were right at once, up to now.
    public var streak = 0

    /// Creates an empty summary.
    public init() {}

    /// The number of problems that ended in one way.
    public func count(of ending: ProblemResult.Ending) -> Int {
        results.count { $0.ending == ending }
    }

    /// The problems to look at again.
    public var missed: [ProblemResult] {
        results.filter { $0.ending == .notYet || $0.ending == .skipped }
    }

    mutating func add(_ result: ProblemResult) {
        results.append(result)
        streak = result.ending == .rightAtOnce ? streak + 1 : 0
    }

    mutating func add(_ change: Feedback.Change) {
        guard let position = changes.firstIndex(where: { $0.skill == change.skill }) else {
            changes.append(change)
            return
        }
        changes[position] = Feedback.Change(
            skill: change.skill, before: changes[position].before, after: change.after)
    }
}
