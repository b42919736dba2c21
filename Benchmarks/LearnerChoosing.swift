import ArgumentParser
import Foundation
import LearnerModel
import Mathematics
import Problems

/// Measures how long the choice of a problem and the replay of a log take.
struct LearnerChoosing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learner-choosing",
        abstract: "Time of one choice and of rebuilding a learner's state.")

    @Option(help: "The data folder.")
    var data = "Data"

    @Option(help: "How many problems are practised.")
    var problems = 2000

    func run() throws {
        let curriculum = try curriculum()
        var state = LearnerState()
        var log: [Attempt] = []
        var times: [Double] = []
        var generator = SplitMix64(seed: 1)
        for number in 0..<problems {
            let day = Int64(20_000 + number / 20)
            let now = Moment(
                milliseconds: day * 86_400_000 + Int64(number % 20) * 60_000, utcOffset: 0)
            let start = ContinuousClock.now
            let choice = PracticePolicy().next(for: state, in: curriculum, seed: 1, now: now)
            times.append((ContinuousClock.now - start) / .milliseconds(1))
            guard let choice else { continue }
            let isRight = Double.random(in: 0..<1, using: &generator) < choice.chance
            log.append(attempt(choice, isRight: isRight, at: now))
            state.apply(log[log.count - 1], in: curriculum)
        }
        times.sort()
        let start = ContinuousClock.now
        let rebuilt = LearnerState.replaying(log, in: curriculum)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print(
            "\(curriculum.skills.count) skills, \(log.count) problems: choice "
                + String(
                    format: "median %.3f ms, 99 %% %.3f ms; ", times[times.count / 2],
                    times[times.count * 99 / 100])
                + String(format: "replay %.0f answers/s, ", Double(log.count) / seconds)
                + (rebuilt == state ? "equal" : "NOT equal"))
    }

    private func curriculum() throws -> Curriculum {
        let folder = URL(filePath: data)
        let leaves = try JSONDecoder().decode(
            [Skill].self, from: Data(contentsOf: folder.appending(path: "skills.json")))
        let templates = Dictionary(
            uniqueKeysWithValues: leaves.map { leaf in
                (leaf.id, (1...6).map { CurriculumTemplate(id: "\(leaf.id).\($0)") })
            })
        return try Curriculum(dataDirectory: folder, leaves: leaves, templates: templates)
    }

    private func attempt(_ choice: Choice, isRight: Bool, at now: Moment) -> Attempt {
        Attempt(
            id: "", time: now.milliseconds, utcOffset: 0, learner: "", skill: choice.skill,
            template: choice.template, level: choice.level, seed: choice.seed, language: .english,
            text: "\(choice.seed)", expected: "", specification: "", input: "",
            outcome: .answered, verdict: isRight ? .correct : .wrong, reason: nil, counted: true,
            misconception: nil, hints: 0, tryNumber: 1, milliseconds: 20_000, model: "",
            purpose: choice.purpose)
    }
}
