import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Problems
import TestSupport
import Testing
import Tutoring

@Suite struct TutorSessionTests {
    private static let bank = Result { try ProblemBank(dataDirectory: dataDirectory) }
    private let now = Moment(milliseconds: 1_772_442_000_000, utcOffset: 0)
    private let store: LearnerStore
    private let bank: ProblemBank
    private let curriculum: Curriculum

    init() throws {
        bank = try Self.bank.get()
        store = try LearnerStore.inMemory()
        _ = try store.learner(named: "Mina", creatingAt: 0)
        curriculum = try Curriculum(
            dataDirectory: dataDirectory, leaves: bank.skills.leaves,
            templates: Dictionary(grouping: bank.templates, by: \.skill)
                .mapValues { $0.map { CurriculumTemplate(id: $0.id) } })
    }

    private func session(
        seed: UInt64 = 1, preferences: LearnerPreferences = LearnerPreferences()
    ) throws -> TutorSession {
        try TutorSession(
            learner: "Mina", seed: seed, bank: bank, curriculum: curriculum, store: store,
            preferences: preferences)
    }

    private func plan(skill: String? = nil, level: Int? = nil) -> PracticePlan {
        PracticePlan(learner: "Mina", language: .english, skill: skill, level: level, seed: 1)
    }

    private func pose(_ session: TutorSession, _ plan: PracticePlan) throws -> PosedProblem {
        let answer = session.perform(.choose(.resumeOrNext, .english, plan), now: now)
        guard case .posed(let posed) = answer else {
            throw TutoringError.nothingToPractise
        }
        return posed
    }

    private func record(
        _ input: String, _ posed: PosedProblem, in session: TutorSession
    ) throws -> Feedback {
        let submission = PracticeEffect.Submission(
            posed: posed, outcome: .answered, input: input, time: now.milliseconds + 5_000)
        let answer = session.perform(.record(submission), now: now)
        guard case .recorded(let feedback) = answer else {
            throw TutoringError.nothingToPractise
        }
        return feedback
    }

    @Test func `an attempt is in the record when its verdict is reported`() throws {
        let session = try session()
        let posed = try pose(session, plan())

        let feedback = try record(posed.problem.answer.text, posed, in: session)

        #expect(feedback.verdict.verdictClass == .correct)
        #expect(feedback.attempt.milliseconds == 5_000)
        #expect(try store.attempts(of: "Mina").map(\.attempt) == [feedback.attempt])
        #expect(try store.problemOnScreen(of: "Mina") == nil)
    }

    @Test func `another session finds the very problem, its hints and its second try`() throws {
        let first = try session()
        var posed = try pose(first, plan())
        posed.hintsShown = 2
        _ = first.perform(.remember(posed), now: now)
        let feedback = try record("123456", posed, in: first)

        let again = try pose(try session(seed: 99), plan())

        #expect(feedback.mayTryAgain && !feedback.isAnswerShown)
        #expect(again.isResumed && again.problem == posed.problem)
        #expect(again.hintsShown == 2 && again.tryNumber == 2)
    }

    @Test func `an answer that does not count leaves the first try open`() throws {
        let session = try session()
        let posed = try pose(session, plan())

        let feedback = try record("no idea", posed, in: session)

        #expect(!feedback.attempt.counted && !feedback.mayTryAgain && feedback.change == nil)
        #expect(try store.problemOnScreen(of: "Mina")?.tryNumber == 1)
    }

    @Test func `the listed mistake of a wrong answer is named`() throws {
        let session = try session()
        let posed = try pose(session, plan(skill: "add_to.result", level: 3))
        let mistake = try #require(posed.problem.wrong.first)

        let feedback = try record(mistake.text, posed, in: session)

        #expect(feedback.attempt.misconception == mistake.code)
        #expect(Misconception(code: mistake.code) != nil)
    }

    @Test func `equal logs, seeds and clocks pose equal problems`() throws {
        let first = try pose(try session(seed: 4), plan())
        _ = try session().perform(.remember(nil), now: now)

        #expect(try pose(try session(seed: 4), plan()) == first)
    }

    @Test func `a left problem that does not fit the plan gives way`() throws {
        _ = try pose(try session(), plan(skill: "percent.of", level: 2))

        let other = try pose(try session(), plan(skill: "add_to.result"))

        #expect(!other.isResumed && other.problem.skill == "add_to.result")
    }

    @Test func `a left problem of a skill that was hidden since gives way`() throws {
        let left = try pose(try session(), plan())
        var preferences = LearnerPreferences()
        preferences.hidden = [left.problem.skill]

        let other = try pose(try session(preferences: preferences), plan())

        #expect(!other.isResumed && other.problem.skill != left.problem.skill)
    }

    @Test func `one like this has the same template and other numbers`() throws {
        let session = try session()
        let posed = try pose(session, plan())

        let answer = session.perform(.choose(.like(posed.problem), .english, plan()), now: now)

        guard case .posed(let twin) = answer else {
            Issue.record("no twin")
            return
        }
        #expect(twin.problem.template == posed.problem.template)
        #expect(twin.problem.text != posed.problem.text)
    }

    @Test func `a new skill begins with a solved problem with other numbers`() throws {
        var preferences = LearnerPreferences()
        preferences.usesPlacement = false
        let session = try session(preferences: preferences)

        let posed = try pose(session, plan())

        let example = try #require(posed.example)
        #expect(example.template == posed.problem.template && example.level == posed.problem.level)
        #expect(example.answer.text != posed.problem.answer.text && !example.steps.isEmpty)
        #expect(posed.examples[.korean]?.seed == example.seed)
    }

    @Test func `a skill that keeps going wrong shows a solved problem again`() throws {
        let session = try session()
        let wanted = plan(skill: "add_to.result", level: 2)
        for _ in 0..<2 {
            let posed = try pose(session, wanted)
            #expect(posed.example == nil)
            _ = try record("123456", posed, in: session)
            _ = session.perform(.remember(nil), now: now)
        }

        #expect(try pose(session, wanted).example != nil)
    }

    @Test func `every problem says why in both languages`() throws {
        let session = try session()
        let first = try pose(session, plan())
        let again = try pose(session, plan())
        let twin = session.perform(.choose(.like(first.problem), .english, plan()), now: now)
        guard case .posed(let twin) = twin else {
            Issue.record("no twin")
            return
        }

        for posed in [first, again, twin] {
            #expect(Set(posed.reasons.values).count == Language.allCases.count)
            #expect(!posed.reason.isEmpty)
        }
        #expect(again.isResumed)
    }

    @Test func `the language changes and the problem stays`() throws {
        let session = try session()
        let posed = try pose(session, plan())

        let answer = session.perform(.render(posed.problem, .korean), now: now)

        guard case .rendered(let korean) = answer else {
            Issue.record("not rendered")
            return
        }
        #expect(korean.language == .korean)
        #expect(korean.id == posed.problem.id && korean.text != posed.problem.text)
    }

    @Test func `what the learner says of a problem is kept as a label`() throws {
        let session = try session()
        let posed = try pose(session, plan())
        let feedback = try record("123456", posed, in: session)

        _ = session.perform(.label(feedback.attempt, .disputed(true)), now: now)
        _ = session.perform(.label(feedback.attempt, .disputed(true)), now: now)

        #expect(try store.labels(task: "dispute").map(\.label) == ["looks wrong"])
    }

    @Test func `every problem of the bank takes its own answer`() throws {
        for (position, template) in bank.templates.enumerated() {
            let language = Language.allCases[position % 2]
            let problem = try bank.problem(
                template: template.id, level: 1 + position % 5, language: language,
                seed: UInt64(position))

            #expect(
                try problem.check(problem.answer.text).verdictClass == .correct, "\(problem.id)")
        }
    }
}
