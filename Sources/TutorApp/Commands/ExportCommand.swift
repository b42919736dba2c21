public import ArgumentParser
import Foundation
public import LearnerStore
import Retraining

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
        let learned = format == .jsonl ? try LearnedLines.all(of: global, learner: learner) : []
        guard let output, !["-", "/dev/stdout"].contains(output) else {
            try print(store, learner: learner)
            for line in learned { try StandardOutput.text(line) }
            return
        }
        try Failure.ofStore { () throws(LearnerStoreError) in
            try DurableFile.writeOutput(to: URL(filePath: output)) {
                (append) throws(LearnerStoreError) in
                try store.export(format, learner: learner, append: append)
                for line in learned { try append(Data(line.utf8)) }
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

/// What each model learned from people, as lines of the record.
private enum LearnedLines {
    static func all(of global: GlobalOptions, learner: String?) throws -> [String] {
        let registry = try ModelFolders(global).registry()
        return registry.versions().flatMap { version in
            registry.learnedLabels(of: version.id)
                .filter { learner == nil || $0.learner == learner }
                .map { line(of: $0, model: version.id) }
        }
    }

    private static func line(of label: LearnedLabel, model: String) -> String {
        let pairs = [
            ("kind", JSONLine.quoted("learned")), ("model", JSONLine.quoted(model)),
            ("label", JSONLine.quoted(label.label)),
            ("time", JSONLine.quoted(Timestamp(label.time).iso8601)),
            ("learner", JSONLine.quoted(label.learner)),
            ("source", JSONLine.quoted(label.source)), ("text", JSONLine.quoted(label.text)),
            ("skill", JSONLine.quoted(label.kind)), ("keptAside", "\(label.isKeptAside)"),
        ]
        return "{" + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}\n"
    }
}
