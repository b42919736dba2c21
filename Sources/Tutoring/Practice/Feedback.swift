public import LearnerModel
public import Mathematics
public import ProblemEncoding
import Problems

/// What is known after an attempt was stored.
public struct Feedback: Sendable, Hashable {
    /// How likely one kind of problem is, as the model reads the text.
    public struct Reading: Sendable, Hashable {
        /// The identifier of the leaf.
        public let skill: String
        /// The probability, 0...1.
        public let probability: Double

        /// Creates a reading from its parts.
        public init(skill: String, probability: Double) {
            self.skill = skill
            self.probability = probability
        }
    }

    /// How the learner model's view of one skill moved.
    public struct Change: Sendable, Hashable {
        /// The identifier of the leaf.
        public let skill: String
        /// The chance of a right answer before the attempt, 0...1.
        public let before: Double
        /// The chance after it.
        public let after: Double

        /// Creates a change from its parts.
        public init(skill: String, before: Double, after: Double) {
            self.skill = skill
            self.before = before
            self.after = after
        }
    }

    /// The attempt as it was stored.
    public var attempt: Attempt
    /// What the checker said.
    public var verdict: Verdict
    /// Whether the learner may try once more before the answer is shown.
    public var mayTryAgain: Bool
    /// Whether the right answer and the steps are shown.
    public var isAnswerShown: Bool
    /// How the skill moved; nil where the answer did not count.
    public var change: Change?
    /// How the model reads the kind of the problem, likeliest first; empty without a model.
    public var readings: [Reading]
    /// What the learner's own words about the answer look like; nil where there were none.
    public var thinking: ThinkingGrader.Thinking?
    /// Whether the learner said that the problem looks wrong.
    public var isDisputed: Bool
    /// What the learner said of the model's reading, or nil.
    public var readingIsRight: Bool?
    /// What the learner said of the grade of their own words, or nil.
    public var thoughtIsRight: Bool?

    /// Creates feedback on a stored attempt.
    public init(
        attempt: Attempt, verdict: Verdict, mayTryAgain: Bool, isAnswerShown: Bool,
        change: Change? = nil, readings: [Reading] = [], isDisputed: Bool = false,
        readingIsRight: Bool? = nil
    ) {
        self.attempt = attempt
        self.verdict = verdict
        self.mayTryAgain = mayTryAgain
        self.isAnswerShown = isAnswerShown
        self.change = change
        self.readings = readings
        self.isDisputed = isDisputed
        self.readingIsRight = readingIsRight
    }
}

extension Feedback {
    /// The same feedback with the sentence of the problem's language.
    func reworded(for problem: Problem) -> Feedback {
        guard attempt.outcome == .answered else { return self }
        // The stored verdict stands; only its sentence is taken, and only where it says the same.
        guard let again = try? problem.check(attempt.input),
            again.verdictClass == verdict.verdictClass, again.reason == verdict.reason
        else { return self }
        var reworded = self
        reworded.verdict.message = again.message
        return reworded
    }
}
