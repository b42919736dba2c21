import LearnerModel
import LearnerStore
import Mathematics
import Problems
import Retraining
import Tutoring

extension BackstageWorker {
    /// Computes what the screens show from the record and the learner model.
    func figures(
        _ environment: TutorEnvironment, _ session: TutorSession
    ) throws -> LearnerFigures {
        let now = clock.moment()
        let state = session.learnerState
        let attempts = try environment.store.attempts(of: environment.learner.id).map(\.attempt)
        let summaries = environment.curriculum.skills
            .filter { $0.isAvailable || state.skill($0.id).count > 0 }
            .map { state.summary(of: $0, at: now) }
        var figures = LearnerFigures(
            name: environment.learner.name, attempts: attempts, summaries: summaries,
            next: try waiting(environment, session) ?? next(environment, state, now), now: now)
        figures.model = environment.reader.model.isEmpty ? nil : environment.reader.model
        if let made = registry.flatMap({ $0.version($0.currentID)?.created }) {
            figures.answersSinceModel = attempts.count { $0.time > made }
        }
        figures.preferences = environment.preferences
        figures.endingsToday = LearnerFigures.endings(
            of: attempts, on: figures.today,
            waiting: try environment.store.problemOnScreen(of: environment.learner.id))
        figures.confusion = confusionReader.confusion(of: attempts, environment.bank)
        return figures
    }

    /// The problem that was left open, where one is: it comes before any other.
    private func waiting(
        _ environment: TutorEnvironment, _ session: TutorSession
    ) throws -> LearnerFigures.Next? {
        let note = try environment.store.problemOnScreen(of: environment.learner.id)
        guard let note,
            environment.bank.has(template: note.template), session.mayResume(note)
        else { return nil }
        return LearnerFigures.Next(
            skill: note.skill, english: "The problem you left open waits for you.",
            korean: "풀다 만 문제가 기다리고 있어요.")
    }

    private func next(
        _ environment: TutorEnvironment, _ state: LearnerState, _ now: Moment
    ) -> LearnerFigures.Next? {
        let choice = PracticePolicy().next(
            for: state, in: environment.curriculum, preferences: environment.preferences,
            seed: 0, now: now)
        guard let choice else { return nil }
        let skills = environment.bank.skills
        func sentence(_ language: Language) -> String {
            choice.reason.sentence(for: choice.skill, in: language) {
                skills.name(of: $0, in: language)
            }
        }
        return LearnerFigures.Next(
            skill: choice.skill, english: sentence(.english), korean: sentence(.korean))
    }
}
