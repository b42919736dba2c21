import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Problems
import TestSupport
import Testing

@Suite struct StateTests {
    private func curriculum() throws -> Curriculum {
        let bank = try ProblemBank(dataDirectory: dataDirectory)
        return try Curriculum(
            dataDirectory: dataDirectory, leaves: bank.skills.leaves, templates: [:])
    }

    /// A log over several skills, days and outcomes.
    private func log(_ count: Int, _ curriculum: Curriculum) -> [Attempt] {
        var generator = SplitMix64(seed: 9)
        var time = noon
        return (0..<count).map { number in
            time += Int64.random(in: 1000...40_000_000, using: &generator)
            var made = attempt(number)
            made.skill = curriculum.skills[Int.random(in: 0..<12, using: &generator)].id
            made.time = time
            made.verdict = Double.random(in: 0...1, using: &generator) < 0.7 ? .correct : .wrong
            made.purpose = Attempt.Purpose.allCases.randomElement(using: &generator) ?? .learning
            return made
        }
    }

    @Test func `a kept state brought up to date equals the replayed log`() throws {
        let folder = try TemporaryFolder()
        let curriculum = try curriculum()
        let log = log(230, curriculum)
        let resets = [
            SkillReset(skill: curriculum.skills[1].id, position: 60),
            SkillReset(skill: curriculum.skills[2].id, position: 130),
        ]
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)

        for part in [log[..<120], log[120..<140], log[140...]] {
            try store.record(all: Array(part))
            let state = try store.learnerState(of: "maya", resets: resets, in: curriculum)
            let replayed = LearnerState.replaying(
                try store.attempts(of: "maya").map(\.attempt), resets: resets, in: curriculum)

            let isEqual = state == replayed
            #expect(isEqual)
        }
    }

    @Test func `a snapshot gives the same state back`() throws {
        let curriculum = try curriculum()
        let state = LearnerState.replaying(log(150, curriculum), in: curriculum)

        let isEqual = try LearnerState(snapshot: state.snapshot()) == state
        #expect(isEqual)
    }
}
