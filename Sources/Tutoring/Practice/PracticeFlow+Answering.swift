import LearnerModel
import Mathematics
import Problems

extension PracticeFlow {
    /// What can be done while a problem waits for its answer.
    mutating func handle(
        _ action: PracticeAction, whilePosing posed: PosedProblem, at now: Int64
    ) -> [PracticeEffect] {
        switch action {
        case .submit(let input, let explanation):
            return record(posed, .answered, input: input, explanation: explanation, at: now)
        case .skip, .next:
            return record(posed, .skipped, at: now)
        case .explain:
            return record(posed, .revealed, at: now)
        case .hint:
            guard posed.hintsShown < posed.problem.hints.count else { return [] }
            var next = posed
            next.hintsShown += 1
            if case .posing(_, let uncounted) = phase {
                phase = .posing(next, uncounted: uncounted)
            }
            return ask(.remember(next))
        case .oneLikeThis:
            return proceed(.like(posed.problem))
        case .anotherStory:
            return proceed(.otherStory(posed.problem))
        case .readExample:
            return startAfterExample(posed, at: now)
        case .dispute, .undoDispute:
            return disputeUncounted(posed, isDisputed: action == .dispute)
        default:
            return []
        }
    }

    /// The time of an answer begins when the example is put away.
    private mutating func startAfterExample(
        _ posed: PosedProblem, at now: Int64
    ) -> [PracticeEffect] {
        guard posed.example != nil else { return [] }
        var next = posed
        next.isExampleRead = true
        next.shownAt = now
        phase = .posing(next, uncounted: nil)
        return ask(.remember(next))
    }

    /// An answer that does not count can look wrongly judged as well.
    private mutating func disputeUncounted(
        _ posed: PosedProblem, isDisputed: Bool
    ) -> [PracticeEffect] {
        guard case .posing(_, var uncounted?) = phase, uncounted.isDisputed != isDisputed else {
            return []
        }
        uncounted.isDisputed = isDisputed
        phase = .posing(posed, uncounted: uncounted)
        return ask(.label(uncounted.attempt, .disputed(isDisputed)))
    }

    private mutating func record(
        _ posed: PosedProblem, _ outcome: Attempt.Outcome, input: String = "",
        explanation: String? = nil, at now: Int64
    ) -> [PracticeEffect] {
        phase = .storing(posed)
        return ask(
            .record(
                PracticeEffect.Submission(
                    posed: posed, outcome: outcome, input: input, explanation: explanation,
                    time: now)))
    }

    /// Shows the verdict of a stored attempt and counts the problem if it is over.
    mutating func show(_ feedback: Feedback, of posed: PosedProblem) -> [PracticeEffect] {
        if let change = feedback.change { summary.add(change) }
        if feedback.attempt.outcome == .answered && !feedback.verdict.counted {
            phase = .posing(posed, uncounted: feedback)
            return []
        }
        if !feedback.mayTryAgain { summary.add(result(of: posed, feedback)) }
        phase = .feedback(posed, feedback)
        return feedback.attempt.outcome == .skipped ? proceed(.next) : []
    }

    private func result(of posed: PosedProblem, _ feedback: Feedback) -> ProblemResult {
        let ending: ProblemResult.Ending =
            switch feedback.attempt.outcome {
            case .skipped: .skipped
            case .revealed: .notYet
            case .answered:
                if feedback.verdict.verdictClass != .correct {
                    .notYet
                } else if posed.hintsShown == 0 && posed.tryNumber == 1 {
                    .rightAtOnce
                } else {
                    .rightWithHelp
                }
            }
        return ProblemResult(
            problem: posed.problem, ending: ending, hints: posed.hintsShown,
            input: feedback.attempt.input)
    }

    /// What can be done while a verdict is on the screen.
    mutating func handle(
        _ action: PracticeAction, on feedback: Feedback, of posed: PosedProblem, at now: Int64
    ) -> [PracticeEffect] {
        switch action {
        case .tryAgain where feedback.mayTryAgain:
            return poseAgain(posed, at: now)
        case .explain:
            close(feedback, of: posed, isAnswerShown: true)
            // A problem whose answer was seen is not posed again by a later session.
            return feedback.mayTryAgain ? ask(.remember(nil)) : []
        case .next, .skip:
            close(feedback, of: posed, isAnswerShown: feedback.isAnswerShown)
            return proceed(.next)
        case .oneLikeThis where !feedback.mayTryAgain:
            return proceed(.like(posed.problem))
        case .anotherStory where !feedback.mayTryAgain:
            return proceed(.otherStory(posed.problem))
        case .reason(let words) where feedback.attempt.outcome == .answered:
            guard words.contains(where: { !$0.isWhitespace }) else { return [] }
            return ask(.think(feedback.attempt, posed.problem, words))
        case .understood(let thinking):
            var understood = feedback
            understood.thinking = thinking
            understood.thoughtIsRight = nil
            phase = .feedback(posed, understood)
            return []
        case .dispute where !feedback.isDisputed:
            return mark(feedback, of: posed, .disputed(true)) { $0.isDisputed = true }
        case .undoDispute where feedback.isDisputed:
            return mark(feedback, of: posed, .disputed(false)) { $0.isDisputed = false }
        case .rateReading(let isRight) where !feedback.readings.isEmpty:
            return mark(feedback, of: posed, .readingIsRight(isRight)) {
                $0.readingIsRight = isRight
            }
        case .rateThought(let isRight) where feedback.thinking != nil:
            return mark(feedback, of: posed, .thoughtIsRight(isRight)) {
                $0.thoughtIsRight = isRight
            }
        default:
            return []
        }
    }

    private mutating func poseAgain(_ posed: PosedProblem, at now: Int64) -> [PracticeEffect] {
        var again = posed
        again.tryNumber += 1
        again.shownAt = now
        phase = .posing(again, uncounted: nil)
        return ask(.remember(again))
    }

    /// Gives up the second try, where one was left, so that the problem counts as over.
    private mutating func close(
        _ feedback: Feedback, of posed: PosedProblem, isAnswerShown: Bool
    ) {
        var closed = feedback
        closed.isAnswerShown = isAnswerShown
        if feedback.mayTryAgain {
            closed.mayTryAgain = false
            summary.add(result(of: posed, closed))
        }
        phase = .feedback(posed, closed)
    }

    private mutating func proceed(_ choice: PracticeEffect.Choice) -> [PracticeEffect] {
        if let count = plan.count, endings.count >= count {
            phase = .finished
            // A second try that was left unused is not posed again by a later session.
            return [.remember(nil)]
        }
        phase = .choosing
        return ask(.choose(choice, language, plan))
    }

    private mutating func mark(
        _ feedback: Feedback, of posed: PosedProblem, _ label: PracticeEffect.Label,
        _ change: (inout Feedback) -> Void
    ) -> [PracticeEffect] {
        var marked = feedback
        change(&marked)
        phase = .feedback(posed, marked)
        return ask(.label(feedback.attempt, label))
    }
}
