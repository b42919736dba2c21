import ArgumentParser
import Foundation
import LearnerStore
import Mathematics

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in a record that export --format jsonl wrote.",
        discussion: """
            All of the file is taken in or nothing of it, and nothing twice: answers that are \
            there already are left as they are.
            """)

    @Argument(help: .init("A file of export --format jsonl.", valueName: "file"))
    var file: String

    @OptionGroup var global: GlobalOptions

    func run() throws {
        try InputFile.require(file)
        let store = try global.openStore(.writing)
        let now = try WallClock.ofEnvironment().milliseconds()
        let report = try Failure.ofStore { () throws(LearnerStoreError) in
            if try store.attemptCount() > 0 { try store.backUp(now: now) }
            return try store.importRecord(from: URL(filePath: file))
        }
        store.close()
        try StandardOutput.line(global.json ? json(report) : sentence(report))
    }

    private func json(_ report: ImportReport) -> String {
        """
        {"new":\(report.newAttempts),"known":\(report.knownAttempts),\
        "others":\(report.newOthers),"skipped":\(report.skipped)}
        """
    }

    private func sentence(_ report: ImportReport) -> String {
        switch global.languageInForce() {
        case .english:
            """
            Imported: new answers \(report.newAttempts), there already \(report.knownAttempts), other \
            records \(report.newOthers).
            """
        case .korean:
            """
            가져왔어요: 새 답 \(report.newAttempts)개, 이미 있던 답 \(report.knownAttempts)개, \
            다른 기록 \(report.newOthers)개예요.
            """
        }
    }
}
