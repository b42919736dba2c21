import LearnerModel
import Mathematics
import ProblemEncoding
import TerminalUI

@testable import TutorApp

extension Sample {
    /// Answers over nine weeks, more of them right as time goes on.
    static let attempts: [Attempt] = {
        var generator = SplitMix64(seed: 11)
        var attempts: [Attempt] = []
        let skills = names.keys.sorted()
        for day in stride(from: 62, through: 0, by: -1) where generator.next() % 4 > 0 {
            for index in 0..<Int(4 + generator.next() % 9) {
                let isRight = generator.next() % 100 < UInt64(85 - day / 2)
                let codes = ["WRONG_OP", "NO_CARRY", "ONE_STEP"]
                let code = generator.next() % 4 == 0 ? nil : codes[index % 3]
                let verdict = Verdict(
                    isRight ? .correct : .wrong, counted: true, misconception: isRight ? nil : code)
                attempts.append(
                    attempt(
                        .english, verdict, input: isRight ? "39" : "57", day: day, index: index,
                        skill: skills[index % skills.count]))
            }
        }
        return attempts
    }()

    /// The skills of the sample as the learner model sees them after the attempts.
    static func summaries(of attempts: [Attempt]) -> [SkillSummary] {
        let skills = names.keys.sorted().map { id in
            CurriculumSkill(
                id: id, strand: "A", grades: 1...3, difficulty: 0, prerequisites: [],
                templates: [CurriculumTemplate(id: id)])
        }
        // Three skills that build on nothing cannot contradict one another.
        guard let curriculum = try? Curriculum(skills: skills) else { return [] }
        let state = LearnerState.replaying(attempts, in: curriculum)
        return skills.map { state.summary(of: $0, at: moment) }
    }

    static let figures: LearnerFigures = {
        var figures = LearnerFigures(
            name: "Mina", attempts: attempts, summaries: summaries(of: attempts),
            next: LearnerFigures.Next(
                skill: "two_step.addsub", english: "You are learning this.", korean: "배우는 중이에요."),
            now: moment)
        figures.model = "base"
        figures.answersSinceModel = 38
        for _ in 0..<41 { figures.confusion.add(asked: .subtraction, done: .subtraction) }
        for _ in 0..<9 { figures.confusion.add(asked: .subtraction, done: .addition) }
        for _ in 0..<58 { figures.confusion.add(asked: .addition, done: .addition) }
        figures.confusion.add(asked: .multiplication, done: .division)
        return figures
    }()

    static var training: TrainingFigures {
        var training = TrainingFigures(began: now - 102_000, epochs: 20)
        training.stage = .training
        training.reported = now
        training.epoch = 7
        training.fraction = 0.35
        training.trainingLosses = (0...70).map {
            PlotPoint(x: Double($0) / 10, y: 2.4 / (1 + Double($0) / 20))
        }
        training.heldOutAccuracies = (1...7).map {
            PlotPoint(x: Double($0), y: 0.5 + Double($0) / 20)
        }
        training.championAccuracy = 0.914
        training.secondsLeft = 190
        return training
    }

    static let learned = LearnedFigures(
        model: "1", rows: 39_452,
        labels: [
            LearnedFigures.Label(
                text: "Mina has 12 shells and finds 4 more. How many now?",
                skill: "two_step.addsub", learner: "mina", name: "Mina", isKeptAside: false,
                isTakenBack: false),
            LearnedFigures.Label(
                text: "구슬 12개를 3명이 똑같이 나누면?", skill: "add_to.result", learner: "jun", name: "준",
                isKeptAside: true, isTakenBack: true),
        ])

    static var result: TrainingFigures {
        var training = training
        training.fraction = 1
        training.stage = .finished(
            TrainingResult(
                model: "13", previous: "12", isPromoted: true,
                english: "The new model reads better. Of 100 problems that neither has seen, the "
                    + "new one reads 93 right and the one you had 91.",
                korean: "새 모델이 더 잘 읽어요. 처음 보는 문제 100개에서 새 모델은 93개, 쓰던 모델은 91개를 맞게 읽어요.",
                accuracy: 0.927, championAccuracy: 0.914,
                checks: [
                    TrainingResult.Check(
                        english: "forgot nothing: Add to, result unknown, 1 in 100 fewer",
                        korean: "잊은 것이 없어요: 더해서 얼마, 100개에 1개 덜 맞혀요", holds: true),
                    TrainingResult.Check(
                        english: "as good as the best so far", korean: "지금까지 가장 좋은 모델만큼 잘해요",
                        holds: nil),
                ],
                languages: [
                    TrainingResult.Part(
                        english: "English", korean: "영어", old: 0.902, new: 0.921),
                    TrainingResult.Part(
                        english: "Korean", korean: "한국어", old: 0.926, new: 0.933),
                ],
                better: [
                    TrainingResult.Part(
                        english: "Add to, result unknown", korean: "더해서 얼마", old: 0.8, new: 0.9)
                ], worse: [], untold: 41, labels: 12, labelsAside: 3))
        return training
    }
}
