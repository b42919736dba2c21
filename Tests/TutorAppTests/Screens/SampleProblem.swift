import LearnerModel
import Mathematics
import ProblemEncoding
import Problems
import TerminalUI
import Tutoring

@testable import TutorApp

/// A learner's afternoon for drawing: one problem, answers over many weeks, a training.
enum Sample {
    static let now: Int64 = 1_773_316_800_000
    static let moment = Moment(milliseconds: now, utcOffset: 540)

    static let names = [
        "two_step.addsub": SkillName(
            english: "two steps: add and subtract", korean: "두 단계: 더하기와 빼기"),
        "add_to.result": SkillName(english: "adding: how many in all", korean: "더하기: 모두 몇 개"),
        "percent.of": SkillName(english: "percent of an amount", korean: "어떤 양의 퍼센트"),
    ]

    static func problem(_ language: Language) -> Problem {
        let say = Speech(language)
        return Problem(
            id: "sample/1/3/7", skill: "two_step.addsub", strand: "B", template: "sample",
            level: 3, grade: "3", language: language, seed: 7,
            text: say(
                "A box holds 12 pencils. Mina buys 4 boxes and gives 9 pencils to Jun. "
                    + "How many pencils does she have left?",
                "연필이 한 상자에 12자루씩 들어 있습니다. 미나는 4상자를 사서 준이에게 9자루를 주었습니다. "
                    + "미나에게 남은 연필은 몇 자루입니까?"),
            givens: [],
            answer: Problem.Answer(
                value: "39", unit: say("pencils", "자루"), text: say("39 pencils", "39자루"),
                specification: "t=num;unit=opt"),
            expression: "12 * 4 - 9", steps: steps(say), hints: hints(say), wrong: [],
            distractor: false, picture: picture(say))
    }

    private static func steps(_ say: Speech) -> [Problem.Step] {
        [
            Problem.Step(
                text: say("pencils Mina bought", "미나가 산 연필"), expression: "12 * 4", value: "48"),
            Problem.Step(
                text: say("pencils left after giving", "주고 남은 연필"), expression: "48 - 9",
                value: "39"),
        ]
    }

    private static func hints(_ say: Speech) -> [String] {
        [
            say("How many pencils did Mina buy? Find that first.", "미나가 산 연필은 모두 몇 자루일까요?"),
            say("She gives some away: what happens to the number?", "몇 자루를 주면 수는 어떻게 될까요?"),
            "12 × 4 − 9 = ?",
        ]
    }

    private static func picture(_ say: Speech) -> Picture {
        let boxes = (0..<4).map { _ in Picture.Part(label: "12", length: 12) }
        let left = [
            Picture.Part(label: "?", length: 39), Picture.Part(label: "9", length: 9),
        ]
        return Picture(
            drawing: .bars([
                Picture.Bar(name: "", parts: boxes, total: "48"),
                Picture.Bar(name: "", parts: left, total: ""),
            ]),
            sentence: say("four equal parts of 12, 9 cut off", "12씩 네 부분, 9를 떼어 내요"))
    }

    static func posed(_ language: Language, hints: Int = 1) -> PosedProblem {
        PosedProblem(
            problem: problem(language), purpose: .learning,
            reasons: [
                .english: "You are learning this: 2 of 5 were right.",
                .korean: "배우는 중이에요: 5번 가운데 2번 맞혔어요.",
            ],
            hintsShown: hints, shownAt: now)
    }

    static func attempt(
        _ language: Language, _ verdict: Verdict, input: String, day: Int = 0, index: Int = 0,
        skill: String = "two_step.addsub"
    ) -> Attempt {
        Attempt(
            id: "a\(day)-\(index)", time: now - Int64(day) * 86_400_000 + Int64(index) * 60_000,
            utcOffset: 540, learner: "mina", skill: skill, template: "sample", level: 3, seed: 7,
            language: language, text: problem(language).text, expected: "39",
            specification: "t=num", input: input, outcome: .answered,
            verdict: verdict.verdictClass, reason: verdict.reason, counted: verdict.counted,
            misconception: verdict.misconception, hints: index % 3 == 2 ? 1 : 0, tryNumber: 1,
            milliseconds: 41_000 + index * 500, model: "base", purpose: .learning)
    }

    static func right(_ language: Language) -> Feedback {
        let verdict = Verdict(
            .correct, counted: true,
            message: Speech(language)("39 pencils: that is right.", "39자루, 맞았어요."))
        return Feedback(
            attempt: attempt(language, verdict, input: "39"), verdict: verdict, mayTryAgain: false,
            isAnswerShown: true,
            change: Feedback.Change(skill: "two_step.addsub", before: 0.61, after: 0.64),
            readings: [
                Feedback.Reading(skill: "two_step.addsub", probability: 0.93),
                Feedback.Reading(skill: "add_to.result", probability: 0.05),
            ])
    }

    static func wrong(_ language: Language, mayTryAgain: Bool) -> Feedback {
        let verdict = Verdict(
            .wrong, counted: true,
            message: Speech(language)("57 is not the answer yet.", "57은 아직 답이 아니에요."),
            misconception: "WRONG_OP")
        return Feedback(
            attempt: attempt(language, verdict, input: "57"), verdict: verdict,
            mayTryAgain: mayTryAgain, isAnswerShown: !mayTryAgain)
    }

    /// What the model makes of "it says more so i added them".
    static var thinking: ThinkingGrader.Thinking {
        var thinking = ThinkingGrader(nil).grade(
            "40 + 17 = 56 because it says more",
            of: ExplanationContext(
                problem: "There are 40 pencils. 17 are sold. How many are left?", expected: "39",
                answer: "57", standing: .wrong, listedCodes: ["KEYWORD_OP"]), explaining: true)
        thinking.misconception = "KEYWORD_OP"
        return thinking
    }
}
