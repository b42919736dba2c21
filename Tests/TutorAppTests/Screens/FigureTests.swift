import LearnerModel
import Mathematics
import ProblemEncoding
import Problems
import TerminalUI
import Testing

@testable import TutorApp

/// Every figure comes from the record: another record, another figure.
@Suite struct FigureTests {
    private func figures(_ attempts: [Attempt]) -> LearnerFigures {
        LearnerFigures(
            name: "Mina", attempts: attempts, summaries: [], next: nil, now: Sample.moment)
    }

    private func answers(_ days: [Int], perDay: Int = 5, isRight: Bool = true) -> [Attempt] {
        let verdict = Verdict(
            isRight ? .correct : .wrong, counted: true, misconception: isRight ? nil : "WRONG_OP")
        return days.sorted(by: >).flatMap { day in
            (0..<perDay).map { index in
                Sample.attempt(.english, verdict, input: "1", day: day, index: index * 3)
            }
        }
    }

    @Test func `a streak counts active days in a row until today or yesterday`() {
        #expect(figures(answers([0, 1, 2])).streak == 3)
        #expect(figures(answers([1, 2])).streak == 2)
        #expect(figures(answers([2, 3])).streak == 0)
        #expect(figures(answers([0, 1], perDay: 4)).streak == 0)
        #expect(figures(answers([0, 5, 6, 7, 8])).bestStreak == 4)
    }

    @Test func `only first tries without a hint are right at once`() {
        let verdict = Verdict(.correct, counted: true)
        let plain = Sample.attempt(.english, verdict, input: "1", index: 0)
        let hinted = Sample.attempt(.english, verdict, input: "1", index: 2)
        var second = Sample.attempt(.english, verdict, input: "1", index: 3)
        second.tryNumber = 2

        let figures = figures([plain, hinted, second])

        #expect(figures.answered == 2)
        #expect(figures.right == 1)
    }

    @Test(
        arguments: [
            ("17", RootOperation.addition), ("7 pencils", nil), ("60", .multiplication),
            ("2.4", .division), ("nothing", nil), ("99", nil),
        ] as [(String, RootOperation?)])
    func `a wrong answer tells which calculation it came from`(
        answer: String, operation: RootOperation?
    ) {
        let problem = Problem(
            id: "a", skill: "a", strand: "A", template: "a", level: 1, grade: "1",
            language: .english, seed: 1, text: "",
            givens: [.init(name: "a", value: "12"), .init(name: "b", value: "5")],
            answer: .init(value: "7", unit: nil, text: "7", specification: "t=num"),
            expression: "12 - 5", steps: [], hints: [], wrong: [], distractor: false)

        #expect(problem.calculation(behind: answer) == operation)
    }

    @Test(
        arguments: [
            ("48", [.had, nil]), ("57", [.had, .did("48 + 9")]), ("432", [.had, .did("48 * 9")]),
            ("1", [nil, nil]), ("", [nil, nil]),
        ] as [(String, [StepRemark?])])
    func `a wrong answer shows the step that went wrong`(answer: String, remarks: [StepRemark?]) {
        #expect(Sample.problem(.english).remarks(on: answer) == remarks)
    }

    @Test func `mixed-up calculations are counted and the most frequent comes first`() {
        var confusion = Confusion()
        confusion.add(asked: .addition, done: .addition)
        confusion.add(asked: .division, done: .multiplication)
        for _ in 0..<2 { confusion.add(asked: .subtraction, done: .addition) }

        #expect(confusion.total == 4)
        #expect(
            confusion.mixups == [
                .init(asked: .subtraction, done: .addition, count: 2),
                .init(asked: .division, done: .multiplication, count: 1),
            ])
    }

    @Test func `the seconds of a day are the middle of its right answers`() {
        #expect(figures(answers([0])).days.last?.seconds == 44)
        #expect(figures(answers([0], isRight: false)).days.last?.seconds == nil)
    }

    @Test func `an answer that does not count changes nothing`() {
        let uncounted = Sample.attempt(
            .english, Verdict(.unparsed, counted: false), input: "?", index: 0)

        #expect(figures([uncounted]).answered == 0)
    }

    @Test func `mistakes are counted by code and week`() throws {
        let figures = figures(answers([0, 1, 20], perDay: 2, isRight: false))

        let mistake = try #require(figures.mistakes.first)
        #expect(mistake.count == 6)
        #expect(mistake.weeks == [0, 0, 0, 0, 0, 2, 0, 4])
        #expect(figures.wrong == 6)
        #expect(figures.unexplained == 0)
    }

    @Test(
        arguments: [
            ("home", "5 of 12 problems"), ("home", "5 answered, 5 right at once"),
            ("progress", "(100 %)"), ("progress", "1 day (best 1)"),
            ("history", "1-5 of 5"), ("mistakes", "No wrong answers yet."),
        ])
    func `a screen shows what the record holds`(screen: String, text: String) throws {
        let sample = try #require(SampleScreen.all.first { $0.name == screen })
        var model = sample.model()
        #expect(!view(model).drawnText.contains(text))

        let body = AppMessage.Body.figures(figures(answers([0])))
        _ = update(&model, AppMessage(body: body, time: Sample.now))

        #expect(view(model).drawnText.contains(text))
    }

    @Test func `the curve of a training is drawn from its losses`() throws {
        let sample = try #require(SampleScreen.all.first { $0.name == "retrain-live" })
        var model = sample.model()
        let before = view(model).drawnText
        var training = Sample.training
        training.trainingLosses = [PlotPoint(x: 0, y: 3), PlotPoint(x: 1, y: 0.125)]
        training.championAccuracy = 0.5

        _ = update(&model, AppMessage(body: .training(training), time: Sample.now))

        let after = view(model).drawnText
        #expect(after != before)
        #expect(after.contains("0.125"))
        #expect(after.contains("50.0 %"))
    }
}
