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
        if store.location == nil { sayThatThereIsNone(at: try global.homeDirectory(), language) }
        let report = try ProgressReport(
            learner: learner, store: store, skills: bank.skills,
            dataDirectory: try global.dataDirectory(), language: language, now: now)
        let text = csv ? report.csv : global.json ? report.json : report.text
        try StandardOutput.text(text)
    }

    /// An absent record is read as an empty one; that it is absent is said beside the report.
    private func sayThatThereIsNone(at home: HomeDirectory, _ language: Language) {
        let path = home.data.path
        let isKorean = language == .korean
        let note =
            if let reason = HomeProbe.obstacle(at: home.data) {
                isKorean
                    ? "\(path)에는 기록이 없고, 만들 수도 없어요: \(SystemReason.korean(reason))."
                    : "there is no record in \(path), and none can be made there: \(reason)."
            } else {
                isKorean
                    ? "\(path)에는 아직 기록이 없어요." : "there is no record in \(path) yet."
            }
        let failure = Failure(.failed, english: note, korean: note)
        StandardOutput.complain("mathtutor: \(failure.message(in: language))")
    }

    private func language(of learner: Learner?, in store: LearnerStore) throws -> Language? {
        guard let learner else { return nil }
        let kept = try Failure.ofStore { () throws(LearnerStoreError) in
            try store.setting("language", of: learner.id)
        }
        return kept.flatMap(Language.init(rawValue:))
    }
}
