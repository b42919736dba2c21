public import ArgumentParser
import Foundation
public import LearnerStore

extension ExportFormat: ExpressibleByArgument {}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the learner's record.",
        discussion: """
            csv is a table of the answers; jsonl is everything, without loss, and can be imported \
            again; xapi is an array of xAPI 1.0.3 statements; anki is a text file of the mistakes \
            for Anki's import. Without --profile it is the record of all learners.
            """)

    @Option(help: .init("csv, jsonl, xapi or anki.", valueName: "format"))
    var format = ExportFormat.jsonl

    @Option(name: [.short, .long], help: .init("Write to a file.", valueName: "file"))
    var output: String?

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let store = try global.openStore(.viewing)
        let learner = global.profile == nil ? nil : try global.learner(in: store)?.id
        guard let output else {
            return try print(store, learner: learner)
        }
        try Failure.ofStore { () throws(LearnerStoreError) in
            try DurableFile.write(to: URL(filePath: output)) { append throws(LearnerStoreError) in
                try store.export(format, learner: learner, append: append)
            }
        }
    }

    /// Standard output may close at any time; that is not a fault of the record.
    private func print(_ store: LearnerStore, learner: String?) throws {
        var failure: Failure?
        do {
            try store.export(format, learner: learner) { piece in
                do throws(Failure) {
                    try StandardOutput.text(String(decoding: piece, as: UTF8.self))
                } catch {
                    failure = error
                    throw error
                }
            }
        } catch {
            throw failure ?? Failure(error)
        }
    }
}
