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
        let copy = URL(filePath: file)
        let replaced: ReplacedStore
        do throws(LearnerStoreError) {
            replaced = try LearnerStore.restore(copy, at: home.data, now: now)
        } catch {
            if case .damaged(copy.path, let damage) = error { throw Self.noBackup(file, damage) }
            throw Failure(error)
        }
        try StandardOutput.line(global.json ? json(replaced) : sentence(replaced))
    }

    /// The file that was named is not one to restore from.
    private static func noBackup(_ file: String, _ damage: StoreDamage) -> Failure {
        let isOther = damage == .foreign || damage == .notAFile || damage == .empty
        return Failure(
            .damaged,
            english: """
                the file \(file) is \(isOther ? "no backup of mathtutor" : "a damaged backup"); \
                nothing was changed.
                Try:  mathtutor backup --list        (names the copies there are)
                """,
            korean: """
                \(file) 파일은 \(isOther ? "mathtutor의 백업이 아니에요" : "망가진 백업이에요"). \
                아무것도 바꾸지 않았어요.
                이렇게 해 보세요:  mathtutor backup --list        (백업 목록을 보여 줘요)
                """)
    }

    private func json(_ replaced: ReplacedStore) -> String {
        let kept = replaced.kept.map { JSONLine.quoted($0.path) } ?? "null"
        return "{\"answers\":\(replaced.attempts),\"kept\":\(kept)}"
    }

    private func sentence(_ replaced: ReplacedStore) -> String {
        let kept = replaced.kept?.path
        switch global.languageInForce() {
        case .english:
            return "Restored: \(EnglishCount.answers(replaced.attempts))."
                + (kept.map { " The former file is \($0)" } ?? "")
        case .korean:
            return "되살렸어요: 답 \(replaced.attempts)개예요."
                + (kept.map { " 전의 파일은 \($0)에 있어요." } ?? "")
        }
    }
}
