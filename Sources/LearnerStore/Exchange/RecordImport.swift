public import Foundation
internal import GRDB
import LearnerModel

/// What an import changed.
public struct ImportReport: Sendable, Hashable {
    /// Answers that were not there before.
    public var newAttempts = 0
    /// Answers that were there already.
    public var knownAttempts = 0
    /// New learners, settings, labels and notes.
    public var newOthers = 0
    /// Lines of a kind that is computed anew or not known.
    public var skipped = 0
}

extension LearnerStore {
    /// How many problems are reported before the rest is left unread.
    private static let reportedProblems = 20

    /// Takes in a file of `export --format jsonl`: all of it or nothing, and nothing twice.
    public func importRecord(from file: URL) throws(LearnerStoreError) -> ImportReport {
        let lines = try LineReader(file)
        return try writing { database in
            var intake = RecordIntake(database)
            var problems: [ImportProblem] = []
            while problems.count < Self.reportedProblems, let line = try lines.next() {
                do {
                    guard let bytes = line.bytes else {
                        throw ImportedLine.Refusal(reason: "the line is longer than a mebibyte")
                    }
                    try intake.take(try ImportedLine(bytes))
                } catch let refusal as ImportedLine.Refusal {
                    problems.append(ImportProblem(line: line.number, reason: refusal.reason))
                }
            }
            guard problems.isEmpty else { throw LearnerStoreError.importRefused(problems) }
            return intake.report
        }
    }
}

/// Adds what lines say to a database, in one transaction that someone else holds.
private struct RecordIntake {
    private let database: Database
    private(set) var report = ImportReport()
    private var made: Set<String> = []

    init(_ database: Database) {
        self.database = database
    }

    mutating func take(_ line: ImportedLine) throws {
        switch line {
        case .attempt(let attempt): try take(attempt)
        case .learner(let learner): try take(learner)
        case .setting(let learner, let key, let value):
            try database.execute(
                sql: "INSERT OR IGNORE INTO settings (learner, key, value) VALUES (?, ?, ?)",
                arguments: [learner, key, value])
            report.newOthers += database.changesCount
        case .label(let label):
            report.newOthers += try LearnerStore.insert(label, into: database) ? 1 : 0
        case .modelNote(let note):
            report.newOthers += try LearnerStore.insert(note, into: database) ? 1 : 0
        case .other: report.skipped += 1
        }
    }

    private mutating func take(_ attempt: Attempt) throws {
        try make(Learner(id: attempt.learner, name: attempt.learner, created: attempt.time))
        do {
            if try LearnerStore.insert(attempt, into: database) {
                report.newAttempts += 1
            } else {
                report.knownAttempts += 1
            }
        } catch LearnerStoreError.identifierTaken {
            throw ImportedLine.Refusal(
                reason: "another answer is stored under the identifier \(attempt.id)")
        }
    }

    private mutating func take(_ learner: Learner) throws {
        do throws(LearnerStoreError) {
            try LearnerStore.requireName(learner.name)
            try LearnerStore.requireName(learner.id)
        } catch {
            throw ImportedLine.Refusal(reason: "the learner's name cannot be used")
        }
        try make(learner)
        guard made.contains(learner.id) else { return }
        try database.execute(
            sql: "UPDATE learners SET name = ?, created = ? WHERE id = ?",
            arguments: [try free(learner.name, for: learner.id), learner.created, learner.id])
    }

    private mutating func make(_ learner: Learner) throws {
        guard !made.contains(learner.id) else { return }
        let known = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM learners WHERE id = ?", arguments: [learner.id])
        guard known == 0 else { return }
        try database.execute(
            sql: "INSERT INTO learners (id, name, created) VALUES (?, ?, ?)",
            arguments: [
                learner.id, try free(learner.name, for: learner.id), learner.created,
            ])
        made.insert(learner.id)
        report.newOthers += 1
    }

    /// The name, or the name with a number where another learner has it.
    private func free(_ name: String, for id: String) throws -> String {
        var candidate = name
        var number = 1
        while try Int.fetchOne(
            database, sql: "SELECT count(*) FROM learners WHERE name = ? AND id <> ?",
            arguments: [candidate, id]) != 0
        {
            number += 1
            candidate = "\(name) (\(number))"
        }
        return candidate
    }
}
