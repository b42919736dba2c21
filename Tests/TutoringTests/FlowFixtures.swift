import LearnerModel
import Mathematics
import ProblemEncoding
import Problems
import Tutoring

/// A problem that needs no bank.
func sampleProblem(seed: UInt64 = 1, language: Language = .english) -> Problem {
    Problem(
        id: "sample-\(seed)", skill: "add_to.result", strand: "A", template: "sample", level: 2,
        grade: "1-2", language: language, seed: seed,
        text: language == .korean ? "사과가 3개 있고 4개를 더 샀어요. 모두 몇 개일까요?" : "3 and 4 more?",
        givens: [.init(name: "a", value: "3"), .init(name: "b", value: "4")],
        answer: .init(value: "7", unit: nil, text: "7", specification: "t=num"),
        expression: "3 + 4", steps: [.init(text: "All of them.", expression: "3 + 4", value: "7")],
        hints: ["What is asked?", "Put together.", "3 + 4 = ?"],
        wrong: [.init(code: "WRONG_OP", value: "1", text: "1")], distractor: false)
}

func sampleAttempt(
    _ posed: PosedProblem, outcome: Attempt.Outcome = .answered, input: String = "7",
    verdict: Verdict
) -> Attempt {
    Attempt(
        id: "id", time: 1, utcOffset: 0, learner: "Mina", skill: posed.problem.skill,
        template: posed.problem.template, level: 2, seed: posed.problem.seed,
        language: .english, text: posed.problem.text, expected: "7", specification: "t=num",
        input: input, outcome: outcome, verdict: verdict.verdictClass, reason: verdict.reason,
        counted: verdict.counted, misconception: verdict.misconception, hints: posed.hintsShown,
        tryNumber: posed.tryNumber, milliseconds: 0, model: "", purpose: .learning)
}

/// Plays the part of `TutorSession`: an answer of 7 is right, a word is unreadable.
struct FlowPlayer {
    var flow: PracticeFlow
    var effects: [PracticeEffect] = []
    /// Whether problems come with a worked example.
    private let hasExamples: Bool
    private var nextSeed: UInt64 = 1

    init(count: Int? = nil, hasExamples: Bool = false) {
        self.hasExamples = hasExamples
        flow = PracticeFlow(
            plan: PracticePlan(learner: "Mina", language: .english, count: count, seed: 1))
        act(.begin)
    }

    private static let examples = Dictionary(
        uniqueKeysWithValues: Language.allCases.map {
            ($0, sampleProblem(seed: 99, language: $0))
        })

    mutating func act(_ action: PracticeAction) {
        for effect in flow.handle(action, at: 1_000) {
            effects.append(effect)
            if let answer = perform(effect) { act(answer) }
        }
    }

    private mutating func perform(_ effect: PracticeEffect) -> PracticeAction? {
        switch effect {
        case .choose(_, let language, _):
            defer { nextSeed += 1 }
            return .posed(
                PosedProblem(
                    problem: sampleProblem(seed: nextSeed, language: language),
                    purpose: .learning, reasons: [.english: "New.", .korean: "새로워요."],
                    examples: hasExamples ? Self.examples : [:], shownAt: 0))
        case .record(let submission):
            return .recorded(feedback(on: submission))
        case .render(let problem, let language):
            return .rendered(sampleProblem(seed: problem.seed, language: language))
        case .think(let attempt, let problem, let words):
            return .understood(
                ProblemReader.none.think(
                    words,
                    ExplanationContext(
                        problem: problem.text, expected: problem.answer.text,
                        answer: attempt.input,
                        verdict: Verdict(attempt.verdict, counted: attempt.counted))))
        case .remember, .label:
            return nil
        }
    }

    private func feedback(on submission: PracticeEffect.Submission) -> Feedback {
        let verdict =
            switch (submission.outcome, submission.input) {
            case (.answered, "7"): Verdict(.correct, counted: true)
            case (.answered, let text) where Int(text) != nil: Verdict(.wrong, counted: true)
            case (.answered, _): Verdict(.unparsed, counted: false)
            default: Verdict(.empty, counted: false)
            }
        let mayTryAgain =
            verdict.verdictClass == .wrong && submission.posed.tryNumber == 1
        return Feedback(
            attempt: sampleAttempt(
                submission.posed, outcome: submission.outcome, input: submission.input,
                verdict: verdict),
            verdict: verdict, mayTryAgain: mayTryAgain, isAnswerShown: !mayTryAgain)
    }
}
