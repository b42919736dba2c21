import ArgumentParser
import Foundation
import LearnerStore
import Mathematics

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Makes a verified copy of the record now.",
        discussion: """
            Copies are made at the end of sessions too. All of the last two days are kept, then \
            12 daily, 10 weekly and 9 monthly ones. It works while the tutor is open.
            """)

    @Flag(help: "Only list the copies there are.")
    var list = false

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let home = try global.homeDirectory()
        let backups = StoreBackups(StoreLocation(directory: home.data))
        guard !list else {
            for backup in backups.list() { try StandardOutput.line(line(backup)) }
            return
        }
        let store = try global.openStore(.viewing)
        guard store.location != nil else { throw Self.nothingYet }
        let now = try WallClock.ofEnvironment().milliseconds()
        let made = try Failure.ofStore { () throws(LearnerStoreError) in
            try store.backUp(now: now)
        }
        store.close()
        try StandardOutput.line(global.json ? line(made) : sentence(made))
    }

    private static let nothingYet = Failure(
        .failed,
        english: "there is nothing to copy yet.\nTry:  mathtutor practice",
        korean: "아직 백업할 기록이 없어요.\n이렇게 해 보세요:  mathtutor practice")

    private func line(_ backup: StoreBackups.Backup) -> String {
        let moment = Timestamp(backup.time).iso8601
        guard global.json else { return "\(moment)  \(backup.attempts)  \(backup.url.path)" }
        return """
            {"file":\(JSONLine.quoted(backup.url.path)),"time":"\(moment)",\
            "answers":\(backup.attempts)}
            """
    }

    private func sentence(_ backup: StoreBackups.Backup) -> String {
        switch global.languageInForce() {
        case .english:
            "Saved and checked: \(EnglishCount.answers(backup.attempts)) in \(backup.url.path)"
        case .korean: "저장하고 확인했어요: 답 \(backup.attempts)개, \(backup.url.path)"
        }
    }
}
