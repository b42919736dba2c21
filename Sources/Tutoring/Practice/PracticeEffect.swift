public import LearnerModel
public import Mathematics
public import Problems

/// What a practice session asks the world to do; `TutorSession` performs it.
public enum PracticeEffect: Sendable, Hashable {
    /// How the next problem is to be found.
    public enum Choice: Sendable, Hashable {
        /// The problem that was on the screen when the last session ended, else the next one.
        case resumeOrNext
        /// The next one by the learner model, or by the plan's skill and level.
        case next
        /// The same template and level with other numbers.
        case like(Problem)
        /// Another template of the same leaf, at the same level.
        case otherStory(Problem)
    }

    /// One attempt to be checked and stored.
    public struct Submission: Sendable, Hashable {
        /// The problem as it stands on the screen.
        public var posed: PosedProblem
        /// How the attempt ended.
        public var outcome: Attempt.Outcome
        /// What was typed.
        public var input: String
        /// The learner's own words, where asked for.
        public var explanation: String?
        /// When it ended, in milliseconds since 1970.
        public var time: Int64

        /// Creates a submission from its parts.
        public init(
            posed: PosedProblem, outcome: Attempt.Outcome, input: String,
            explanation: String? = nil, time: Int64
        ) {
            self.posed = posed
            self.outcome = outcome
            self.input = input
            self.explanation = explanation
            self.time = time
        }
    }

    /// What the learner says about the tutor, kept for the next training.
    public enum Label: Sendable, Hashable {
        /// The problem or its verdict looks wrong, or no longer does.
        case disputed(Bool)
        /// The model read the kind right, or not.
        case readingIsRight(Bool)
        /// The learner's words were understood right, or not.
        case thoughtIsRight(Bool)
    }

    /// Choose a problem, remember that it is on the screen, and report `posed`.
    case choose(Choice, Language, PracticePlan)
    /// Remember how far the learner is with the problem on the screen, or that there is none.
    case remember(PosedProblem?)
    /// Check the answer, store the attempt durably, and only then report `recorded`.
    case record(Submission)
    /// Grade the learner's words about a stored attempt, keep them with it, and report `understood`.
    case think(Attempt, Problem, String)
    /// Make the same problem in another language and report `rendered`.
    case render(Problem, Language)
    /// Keep a label on a stored attempt.
    case label(Attempt, Label)
}
