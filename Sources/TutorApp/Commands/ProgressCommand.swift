import ArgumentParser
import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Problems

struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Shows what a learner knows.",
        discussion: """
            Each skill with its level (attempted, familiar, proficient, mastered), the chance of a \
            right answer now, and the days until it should be practised again.
            """)

    @Flag(help: "Print a table of comma-separated values.")
    var csv = false

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let clock = try WallClock.ofEnvironment()
        let now = Moment(milliseconds: clock.milliseconds(), utcOffset: clock.utcOffset())
        let store = try global.openStore(.viewing)
        let learner = try global.learner(in: store)
        let language = global.languageInForce(profile: try language(of: learner, in: store))
        let bank = try loadBank(global)
        let report = try ProgressReport(
            learner: learner, store: store, skills: bank.skills,
            dataDirectory: try global.dataDirectory(), language: language, now: now)
        let text = csv ? report.csv : global.json ? report.json : report.text
        try StandardOutput.text(text)
    }

    private func language(of learner: Learner?, in store: LearnerStore) throws -> Language? {
        guard let learner else { return nil }
        let kept = try Failure.ofStore { () throws(LearnerStoreError) in
            try store.setting("language", of: learner.id)
        }
        return kept.flatMap(Language.init(rawValue:))
    }
}
