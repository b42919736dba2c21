public import Foundation
internal import GRDB
import LearnerModel

/// The forms in which a record can leave the program.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    /// A table with a heading, one answer a row (RFC 4180).
    case csv
    /// Everything, one JSON object a line, without loss.
    case jsonl
    /// xAPI 1.0.3 statements as one JSON array.
    case xapi
    /// The mistakes as cards for Anki's text import.
    case anki
}

extension LearnerStore {
    /// Writes the record piece by piece; `learner` limits it to one of them.
    public func export(
        _ format: ExportFormat, learner: String? = nil,
        append: (Data) throws -> Void
    ) throws(LearnerStoreError) {
        try reading { database in
            var writer = ExportWriter(format)
            try append(Data(writer.beginning.utf8))
            var pending = ""
            try Self.visit(database, learner: learner) { stored in
                pending += writer.text(of: stored.attempt)
                if pending.utf8.count > 65_536 {
                    try append(Data(pending.utf8))
                    pending = ""
                }
            }
            if format == .jsonl { pending += try Self.otherLines(database, learner: learner) }
            try append(Data((pending + writer.end).utf8))
        }
    }

    /// The lines of everything that is not an answer.
    private static func otherLines(_ database: Database, learner: String?) throws -> String {
        var lines: [String] = []
        for row in try Row.fetchAll(
            database, sql: "SELECT * FROM learners WHERE ?1 IS NULL OR id = ?1 ORDER BY id",
            arguments: [learner])
        {
            lines.append(OtherLine.text(of: Learner(row)))
        }
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM settings WHERE ?1 IS NULL OR learner = ?1 ORDER BY learner, key
                """, arguments: [learner])
        {
            lines.append(
                OtherLine.setting(learner: row["learner"], key: row["key"], value: row["value"]))
        }
        for row in try Row.fetchAll(
            database,
            sql: "SELECT * FROM labels WHERE ?1 IS NULL OR learner = ?1 ORDER BY time, id",
            arguments: [learner])
        {
            lines.append(OtherLine.text(of: Label(row)))
        }
        if learner == nil {
            for row in try Row.fetchAll(
                database, sql: "SELECT * FROM model_notes ORDER BY time, id")
            {
                lines.append(OtherLine.text(of: ModelNote(row)))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// One format's beginning, its text of each answer, and its end.
private struct ExportWriter {
    private let format: ExportFormat
    private var count = 0
    private var seenProblems: Set<String> = []

    init(_ format: ExportFormat) {
        self.format = format
    }

    var beginning: String {
        switch format {
        case .csv: CSVRow.heading
        case .jsonl: ""
        case .xapi: "["
        case .anki: AnkiCard.heading
        }
    }

    var end: String { format == .xapi ? (count == 0 ? "]\n" : "\n]\n") : "" }

    mutating func text(of attempt: Attempt) -> String {
        count += 1
        switch format {
        case .csv: return CSVRow.text(of: attempt)
        case .jsonl: return AttemptLine.text(of: attempt) + "\n"
        case .xapi: return (count == 1 ? "\n" : ",\n") + XAPIStatement.text(of: attempt)
        case .anki:
            let problem = "\(attempt.template) \(attempt.level) \(attempt.seed) \(attempt.language)"
            guard AnkiCard.isMistake(attempt), seenProblems.insert(problem).inserted else {
                return ""
            }
            return AnkiCard.text(of: attempt)
        }
    }
}
