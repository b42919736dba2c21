import Foundation
import LearnerModel
import Mathematics
import Problems

/// The whole curriculum of the data folder, three templates to a leaf.
let wholeCurriculum: Curriculum = {
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data")
    do {
        let leaves = try JSONDecoder().decode(
            [Skill].self, from: Data(contentsOf: data.appending(path: "skills.json")))
        let templates = Dictionary(
            uniqueKeysWithValues: leaves.map { leaf in
                (leaf.id, (1...3).map { CurriculumTemplate(id: "\(leaf.id).\($0)") })
            })
        return try Curriculum(dataDirectory: data, leaves: leaves, templates: templates)
    } catch {
        fatalError("the data folder is damaged: \(error)")
    }
}()

/// A learner who answers what the policy poses, right with a given chance, on a moving clock.
struct SampleLearner {
    let curriculum: Curriculum
    var preferences = LearnerPreferences()
    var state = LearnerState()
    var log: [Attempt] = []
    var choices: [Choice] = []
    var milliseconds: Int64 = 1_767_603_600_000
    var generator: SplitMix64
    let seed: UInt64

    init(seed: UInt64, curriculum: Curriculum = wholeCurriculum) {
        self.seed = seed
        self.curriculum = curriculum
        generator = SplitMix64(seed: seed)
    }

    var now: Moment { Moment(milliseconds: milliseconds, utcOffset: 540) }

    func nextChoice() -> Choice? {
        PracticePolicy().next(
            for: state, in: curriculum, preferences: preferences, seed: seed, now: now)
    }

    mutating func take(_ attempt: Attempt) {
        state.apply(attempt, in: curriculum)
        log.append(attempt)
    }

    /// Poses `count` problems, `perDay` a day, and answers each through `answer`.
    mutating func practise(
        _ count: Int, perDay: Int = 20,
        answer: (Choice, inout SplitMix64) -> Bool = { _, generator in
            Double.random(in: 0..<1, using: &generator) < 0.75
        }
    ) {
        for number in 0..<count {
            if number % perDay == 0 { milliseconds += 86_400_000 }
            guard let choice = nextChoice() else { return }
            milliseconds += 60_000
            choices.append(choice)
            take(attempt(for: choice, isRight: answer(choice, &generator)))
        }
    }

    func attempt(for choice: Choice, isRight: Bool) -> Attempt {
        var attempt = Attempt.sample(skill: choice.skill, isRight: isRight)
        attempt.id = "\(seed)-\(log.count)"
        attempt.time = milliseconds
        attempt.template = choice.template
        attempt.level = choice.level
        attempt.seed = choice.seed
        attempt.text = "\(choice.seed)"
        attempt.purpose = choice.purpose
        return attempt
    }
}

extension Attempt {
    /// A counted first try of a reference-level problem, an hour after midnight UTC.
    static func sample(skill: String, isRight: Bool, day: Int = 20_458, seed: UInt64 = 1) -> Attempt
    {
        Attempt(
            id: "\(day)-\(seed)", time: Int64(day) * 86_400_000 + 36_000_000, utcOffset: 0,
            learner: "ada", skill: skill, template: "\(skill).1", level: 3, seed: seed,
            language: .english, text: "text \(seed)", expected: "4", specification: "integer",
            input: isRight ? "4" : "5", outcome: .answered,
            verdict: isRight ? .correct : .wrong, reason: nil, counted: true, misconception: nil,
            hints: 0, tryNumber: 1, milliseconds: 20_000, model: "none")
    }
}
