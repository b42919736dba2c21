import LearnerModel
import LearnerStore
import Mathematics
import Tutoring

extension LearnerFigures {
    /// How the problems of one day ended, oldest first; one that still waits for its second try has
    /// not ended.
    static func endings(
        of attempts: [Attempt], on day: Int, waiting: ProblemOnScreen?
    ) -> [ProblemResult.Ending] {
        var endings: [ProblemResult.Ending] = []
        var last: Attempt?
        let today = attempts.filter { $0.moment.localDay == day }
        for attempt in today where attempt.counted || attempt.outcome != .answered {
            if let last, last.isSameProblem(as: attempt) { endings.removeLast() }
            endings.append(attempt.ending)
            last = attempt
        }
        if let last, let waiting, waiting.tryNumber > 1, waiting.template == last.template,
            waiting.seed == last.seed
        {
            endings.removeLast()
        }
        return endings
    }
}

extension Attempt {
    fileprivate func isSameProblem(as other: Attempt) -> Bool {
        template == other.template && seed == other.seed && level == other.level
    }

    fileprivate var ending: ProblemResult.Ending {
        switch outcome {
        case .skipped: .skipped
        case .revealed: .notYet
        case .answered: !isRight ? .notYet : isRightAtOnce ? .rightAtOnce : .rightWithHelp
        }
    }
}
