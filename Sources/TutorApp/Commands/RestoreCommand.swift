import ArgumentParser
import Foundation
import Glibc
import LearnerStore
import Mathematics

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Brings a copy of the record back.",
        discussion: """
            The copy is checked before anything is touched, and the present file is kept beside \
            it. mathtutor backup --list names the copies.
            """)

    @Argument(help: .init("A file that backup made.", valueName: "file"))
    var file: String

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let home = try global.homeDirectory()
        guard access(file, F_OK) == 0 else {
            throw Failure(
                .failed,
                english: """
                    there is no file \(file).
                    Try:  mathtutor backup --list        (names the copies there are)
                    """,
                korean: """
                    \(file) 파일이 없어요.
                    이렇게 해 보세요:  mathtutor backup --list        (백업 목록을 보여 줘요)
                    """)
        }
        let now = try WallClock.ofEnvironment().milliseconds()
        let replaced = try Failure.ofStore { () throws(LearnerStoreError) in
            try LearnerStore.restore(URL(filePath: file), at: home.data, now: now)
        }
        try StandardOutput.line(global.json ? json(replaced) : sentence(replaced))
    }

    private func json(_ replaced: ReplacedStore) -> String {
        let kept = replaced.kept.map { JSONLine.quoted($0.path) } ?? "null"
        return "{\"answers\":\(replaced.attempts),\"kept\":\(kept)}"
    }

    private func sentence(_ replaced: ReplacedStore) -> String {
        let kept = replaced.kept?.path
        switch global.languageInForce() {
        case .english:
            return "Restored: \(replaced.attempts) answers."
                + (kept.map { " The former file is \($0)" } ?? "")
        case .korean:
            return "되살렸어요: 답 \(replaced.attempts)개예요."
                + (kept.map { " 전의 파일은 \($0)에 있어요." } ?? "")
        }
    }
}
