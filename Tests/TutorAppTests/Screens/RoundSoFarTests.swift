import LearnerModel
import LearnerStore
import Mathematics
import TerminalUI
import Testing
import Tutoring

@testable import TutorApp

/// A round goes on from the record when the program is started again the same day.
@Suite struct RoundSoFarTests {
    private func attempt(
        _ index: Int, isRight: Bool, seed: UInt64, tryNumber: Int = 1, day: Int = 0
    ) -> Attempt {
        let full = Sample.attempt(
            .english, Verdict(isRight ? .correct : .wrong, counted: true), input: "1", day: day,
            index: index * 3)
        return Attempt(
            id: full.id, time: full.time, utcOffset: full.utcOffset, learner: full.learner,
            skill: full.skill, template: full.template, level: full.level, seed: seed,
            language: full.language, text: full.text, expected: full.expected,
            specification: full.specification, input: full.input, outcome: full.outcome,
            verdict: full.verdict, reason: full.reason, counted: full.counted,
            misconception: full.misconception, hints: 0, tryNumber: tryNumber,
            milliseconds: full.milliseconds, model: full.model, purpose: full.purpose)
    }

    private func endings(
        _ attempts: [Attempt], waiting: ProblemOnScreen? = nil
    ) -> [ProblemResult.Ending] {
        LearnerFigures.endings(of: attempts, on: Sample.moment.localDay, waiting: waiting)
    }

    @Test func `a problem counts once, as it ended, and only on its day`() {
        let attempts = [
            attempt(0, isRight: true, seed: 1, day: 1),
            attempt(1, isRight: true, seed: 2), attempt(2, isRight: false, seed: 3),
            attempt(3, isRight: true, seed: 3, tryNumber: 2), attempt(4, isRight: false, seed: 4),
        ]

        #expect(endings(attempts) == [.rightAtOnce, .rightWithHelp, .notYet])
    }

    @Test func `a problem that waits for its second try has not ended`() {
        let attempts = [attempt(0, isRight: true, seed: 2), attempt(1, isRight: false, seed: 3)]
        let waiting = ProblemOnScreen(
            attempt: "a", skill: attempts[1].skill, template: attempts[1].template, level: 3,
            seed: 3, language: .english, posed: 0, tryNumber: 2)

        #expect(endings(attempts, waiting: waiting) == [.rightAtOnce])
    }
}
