public import Mathematics
public import ProblemEncoding
public import Problems

/// What happens to a practice session: what the learner does, and what effects report back.
public enum PracticeAction: Sendable, Hashable {
    /// The session starts.
    case begin
    /// An answer was typed; the explanation is the learner's own words, where asked for.
    case submit(String, explanation: String? = nil)
    /// The next hint is wanted.
    case hint
    /// The problem is put aside.
    case skip
    /// The answer and the steps are wanted.
    case explain
    /// The worked example before the problem was read.
    case readExample
    /// A second try is wanted.
    case tryAgain
    /// The next problem is wanted.
    case next
    /// A problem of the same template and level with other numbers is wanted.
    case oneLikeThis
    /// A problem of the same leaf and level with another story is wanted.
    case anotherStory
    /// The learner says in a line or two how the answer came about.
    case reason(String)
    /// The problem or its verdict looks wrong to the learner.
    case dispute
    /// The learner takes the dispute back.
    case undoDispute
    /// The learner says whether the model read the kind of the problem right.
    case rateReading(isRight: Bool)
    /// The learner says whether their own words were understood right.
    case rateThought(isRight: Bool)
    /// The language changed while the session goes on.
    case speak(Language)
    /// What failed is tried again.
    case retry
    /// The session ends.
    case quit

    /// An effect reports the problem that was chosen.
    case posed(PosedProblem)
    /// An effect reports the problem on the screen in another language.
    case rendered(Problem)
    /// An effect reports that an attempt is stored, and what it showed.
    case recorded(Feedback)
    /// An effect reports what the learner's words look like.
    case understood(ThinkingGrader.Thinking)
    /// An effect reports that it could not be done; nothing was stored.
    case failed(TutoringError)
}
