public import Mathematics
import Problems

/// One practice session as a pure state machine: the full screen and the plain lines drive the
/// same one, and `TutorSession` performs what it asks for.
public struct PracticeFlow: Sendable, Hashable {
    /// Where the session is.
    public enum Phase: Sendable, Hashable {
        /// A problem is being chosen.
        case choosing
        /// A problem is on the screen and can be answered. The feedback is that of an answer that
        /// did not count, if one was just given.
        case posing(PosedProblem, uncounted: Feedback?)
        /// An attempt is being checked and stored.
        case storing(PosedProblem)
        /// An attempt is stored and its verdict is on the screen.
        case feedback(PosedProblem, Feedback)
        /// Something could not be done; `retry` does it again.
        case failed(TutoringError)
        /// The session is over.
        case finished
    }

    /// What the session was asked to be.
    public let plan: PracticePlan
    /// The language in force.
    public internal(set) var language: Language
    /// Where the session is.
    public internal(set) var phase = Phase.choosing
    /// What the session came to so far.
    public internal(set) var summary = SessionSummary()
    /// What to do again after a failure, and where it was asked for.
    var interrupted: Interrupted?

    struct Interrupted: Sendable, Hashable {
        let effect: PracticeEffect
        let phase: Phase
    }

    /// Creates a session that waits for `begin`.
    public init(plan: PracticePlan) {
        self.plan = plan
        language = plan.language
    }

    /// The number of the problem on the screen, from 1.
    public var problemNumber: Int { endings.count + (isResultCounted ? 0 : 1) }

    /// How the problems of the round ended, those of an earlier session included.
    public var endings: [ProblemResult.Ending] { plan.earlier + summary.results.map(\.ending) }

    /// The problem on the screen, where there is one.
    public var posed: PosedProblem? {
        switch phase {
        case .posing(let posed, _), .storing(let posed), .feedback(let posed, _): posed
        case .choosing, .failed, .finished: nil
        }
    }

    /// Takes one action at a time in milliseconds since 1970 and returns what is to be done.
    ///
    /// An action that makes no sense where the session is changes nothing.
    public mutating func handle(_ action: PracticeAction, at now: Int64) -> [PracticeEffect] {
        switch (action, phase) {
        case (.begin, .choosing):
            return ask(.choose(.resumeOrNext, language, plan))
        case (.posed(let posed), .choosing):
            phase = .posing(posed, uncounted: nil)
            return []
        case (.speak(let language), _):
            return speak(language)
        case (.rendered(let problem), _):
            replaceProblem(by: problem)
            return []
        case (.failed(let error), _):
            return fail(error)
        case (.retry, .failed):
            return retry()
        case (.quit, _):
            phase = .finished
            return []
        case (_, .posing(let posed, _)):
            return handle(action, whilePosing: posed, at: now)
        case (.recorded(let feedback), .storing(let posed)):
            return show(feedback, of: posed)
        case (_, .feedback(let posed, let feedback)):
            return handle(action, on: feedback, of: posed, at: now)
        default:
            return []
        }
    }

    private var isResultCounted: Bool {
        guard case .feedback(_, let feedback) = phase else { return phase == .finished }
        return !feedback.mayTryAgain
    }

    /// Remembers where an effect was asked for, so that a failure can be made good.
    mutating func ask(_ effect: PracticeEffect) -> [PracticeEffect] {
        interrupted = Interrupted(effect: effect, phase: phase)
        return [effect]
    }

    private mutating func fail(_ error: TutoringError) -> [PracticeEffect] {
        guard phase != .finished else { return [] }
        phase = .failed(error)
        return []
    }

    private mutating func retry() -> [PracticeEffect] {
        guard let interrupted else { return [] }
        phase = interrupted.phase
        return [interrupted.effect]
    }

    private mutating func speak(_ language: Language) -> [PracticeEffect] {
        guard language != self.language else { return [] }
        self.language = language
        guard let posed else { return [] }
        return [.render(posed.problem, language)]
    }

    private mutating func replaceProblem(by problem: Problem) {
        switch phase {
        case .posing(var posed, let uncounted):
            posed.problem = problem
            phase = .posing(posed, uncounted: uncounted?.reworded(for: problem))
        case .storing(var posed):
            posed.problem = problem
            phase = .storing(posed)
        case .feedback(var posed, let feedback):
            posed.problem = problem
            phase = .feedback(posed, feedback.reworded(for: problem))
        case .choosing, .failed, .finished:
            break
        }
    }
}
