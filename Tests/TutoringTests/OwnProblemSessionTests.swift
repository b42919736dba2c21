import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Problems
import TestSupport
import Testing
import Tutoring

@Suite struct OwnProblemSessionTests {
    private static let bank = Result { try ProblemBank(dataDirectory: dataDirectory) }
    private static let text = "There are 24 tulips in 6 vases. How many are in one vase?"
    private let now = Moment(milliseconds: 1_772_442_000_000, utcOffset: 0)
    private let own: OwnTemplate
    private let bank: ProblemBank

    init() throws {
        own = try OwnTemplate(skill: "equal_groups.size", text: Self.text, expression: "24 / 6")
        bank = try Self.bank.get().adding(own: [own])
    }

    private func session(seed: UInt64 = 1) throws -> TutorSession {
        let store = try LearnerStore.inMemory()
        _ = try store.learner(named: "Mina", creatingAt: 0)
        let ids = bank.templates.map { ($0.skill, $0.id) } + [(own.skill, own.id)]
        let curriculum = try Curriculum(
            dataDirectory: dataDirectory, leaves: bank.skills.leaves,
            templates: Dictionary(grouping: ids, by: \.0)
                .mapValues { $0.map { CurriculumTemplate(id: $0.1) } })
        return try TutorSession(
            learner: "Mina", seed: seed, bank: bank, curriculum: curriculum, store: store)
    }

    /// The templates of the first problems of a kind in a language.
    private func templates(
        _ session: TutorSession, _ language: Language, count: Int = 14
    ) throws -> [String] {
        let plan = PracticePlan(
            learner: "Mina", language: language, skill: own.skill, seed: 1)
        var templates: [String] = []
        for number in 0..<count {
            let answer = session.perform(.choose(.next, language, plan), now: now)
            guard case .posed(let posed) = answer else { throw TutoringError.nothingToPractise }
            #expect(posed.problem.language == language)
            let submission = PracticeEffect.Submission(
                posed: posed, outcome: .answered, input: posed.problem.answer.text,
                time: now.milliseconds + Int64(number) * 1_000)
            _ = session.perform(.record(submission), now: now)
            templates.append(posed.problem.template)
        }
        return templates
    }

    @Test func `a kept problem comes up among those of its kind`() throws {
        #expect(try templates(try session(), .english).contains(own.id))
    }

    @Test func `a kept problem is not posed in a language that it does not have`() throws {
        #expect(try !templates(try session(), .korean).contains(own.id))
    }

    @Test func `a kept problem can be practised alone, with new numbers each time`() throws {
        let session = try session()
        let plan = PracticePlan(
            learner: "Mina", language: .korean, skill: own.skill, template: own.id, seed: 1)
        var texts: Set<String> = []
        for number in 0..<6 {
            let answer = session.perform(.choose(.next, .korean, plan), now: now)
            guard case .posed(let posed) = answer else { throw TutoringError.nothingToPractise }
            #expect(posed.problem.template == own.id)
            texts.insert(posed.problem.text)
            let submission = PracticeEffect.Submission(
                posed: posed, outcome: .answered, input: "1",
                time: now.milliseconds + Int64(number) * 1_000)
            _ = session.perform(.record(submission), now: now)
        }
        #expect(texts.count == 6)
    }

    @Test func `another story is of another template and the same leaf`() throws {
        let session = try session()
        let plan = PracticePlan(learner: "Mina", language: .english, seed: 1)
        for seed in UInt64(0)..<6 {
            let problem = try bank.problem(
                skill: "percent.of", level: 2, language: .english, seed: seed)
            let answer = session.perform(
                .choose(.otherStory(problem), .english, plan), now: now)
            guard case .posed(let posed) = answer else {
                Issue.record("nothing was posed")
                return
            }
            #expect(posed.problem.skill == problem.skill)
            #expect(posed.problem.template != problem.template)
            #expect(posed.problem.level == problem.level)
        }
    }
}
