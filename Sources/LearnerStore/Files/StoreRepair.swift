public import Foundation
internal import GRDB
import LearnerModel

/// What a repair could bring together.
public struct RepairedStore: Sendable, Hashable {
    /// The record as it is now, and where the former file is.
    public let replaced: ReplacedStore
    /// Answers that were read from the damaged file itself.
    public let fromFile: Int
    /// Answers that only the newest whole copy had.
    public let fromBackup: Int
    /// Answers that only the rescue file had.
    public let fromRescue: Int
}

extension LearnerStore {
    /// Builds a whole record from every answer of the present file that can be proved right and
    /// from the newest whole copy and the rescue file; the present file stays beside it.
    public static func repair(
        at directory: URL, now: Int64
    ) throws(LearnerStoreError) -> RepairedStore {
        let location = StoreLocation(directory: directory)
        try DurableFile.makeDirectory(location.directory)
        let lock = try StoreLock(location, now: now, patience: .milliseconds(1500))
        defer { lock.release() }
        InterruptedReplacement(location)?.undo()
        try requireKnownVersion(location)
        let partial = DurableFile.temporaryName(beside: location.database)
        do {
            defer { for suffix in ["", "-wal", "-shm"] { unlink(partial.path + suffix) } }
            unlink(partial.path)
            let queue = try DatabaseQueue(path: partial.path)
            try Schema.migrate(queue)
            let salvage = StoreSalvage(into: queue)
            let fromFile = salvage.take(from: location.database)
            let fromBackup = newestWholeCopy(location).map(salvage.take) ?? 0
            let fromRescue = salvage.take(RescueFile(location).attempts())
            try queue.close()
            let replaced = try StoreReplacement(location).install(
                partial, suffix: "before-repair")
            return RepairedStore(
                replaced: replaced, fromFile: fromFile, fromBackup: fromBackup,
                fromRescue: fromRescue)
        } catch {
            throw LearnerStoreError(error, path: location.database.path)
        }
    }

    /// A record of a newer program is not damaged, only unknown.
    private static func requireKnownVersion(
        _ location: StoreLocation
    ) throws(LearnerStoreError) {
        do throws(LearnerStoreError) {
            _ = try StoreInspection(location: location).headerVersion()
        } catch {
            if case .newerVersion = error { throw error }
        }
    }

    private static func newestWholeCopy(_ location: StoreLocation) -> URL? {
        let backups = StoreBackups(location)
        // A copy that cannot be verified for any reason is passed over.
        return backups.list().first { (try? backups.verify($0.url)) != nil }?.url
    }
}

/// Reads what can still be read of a damaged database.
struct StoreSalvage {
    private let target: DatabaseQueue

    init(into target: DatabaseQueue) {
        self.target = target
    }

    /// Copies every row that is readable and right; returns the number of new answers.
    func take(from url: URL) -> Int {
        guard (try? StoreInspection(file: url).headerVersion()) != nil else {
            return 0  // A file that is not ours has nothing for us.
        }
        guard let source = try? Connection.openForReading(url.path) else { return 0 }
        for table in ["learners", "settings", "labels", "model_notes"] {
            copy(table, from: source)
        }
        var count = 0
        // From both ends, so that only the broken middle is lost.
        for order in ["ASC", "DESC"] { count += takeAttempts(from: source, order: order) }
        try? source.close()  // Nothing was written through it.
        return count
    }

    /// Adds answers that were kept outside the database; returns the number of new ones.
    func take(_ attempts: [Attempt]) -> Int {
        var count = 0
        // An answer that cannot be added leaves the others; it stays in its file.
        try? target.write { target in
            for attempt in attempts where (try? insert(attempt, into: target)) == true {
                count += 1
            }
        }
        return count
    }

    private func insert(_ attempt: Attempt, into target: Database) throws -> Bool {
        try makeLearner(of: attempt, in: target)
        return try LearnerStore.insert(attempt, into: target)
    }

    private func makeLearner(of attempt: Attempt, in target: Database) throws {
        try target.execute(
            sql: "INSERT OR IGNORE INTO learners (id, name, created) VALUES (?, ?, ?)",
            arguments: [attempt.learner, attempt.learner, attempt.time])
    }

    private func takeAttempts(from source: DatabaseQueue, order: String) -> Int {
        var count = 0
        // The first unreadable page ends the walk; the walk from the other end does the rest.
        try? target.write { target in
            try? source.read { database in
                let cursor = try Row.fetchCursor(
                    database, sql: "SELECT * FROM attempts NOT INDEXED ORDER BY sequence \(order)")
                while let row = try cursor.next() {
                    guard let known = try? AttemptRow(row) else { continue }
                    // An answer that another one contradicts stays out; the first copy wins.
                    if (try? insert(known, into: target)) == true { count += 1 }
                }
            }
        }
        return count
    }

    /// Inserts an answer at its old place in the order where that is free.
    private func insert(_ known: AttemptRow, into target: Database) throws -> Bool {
        let isKnown = try Int.fetchOne(
            target, sql: "SELECT count(*) FROM attempts WHERE id = ?",
            arguments: [known.attempt.id])
        guard isKnown == 0 else { return false }
        try makeLearner(of: known.attempt, in: target)
        let isTaken = try Int.fetchOne(
            target, sql: "SELECT count(*) FROM attempts WHERE sequence = ?",
            arguments: [known.sequence])
        guard isTaken == 0 else {
            return try LearnerStore.insert(known.attempt, into: target)
        }
        try target.cachedStatement(sql: AttemptRow.insertionAtPlace)
            .execute(arguments: AttemptRow.values(of: known.attempt) + [known.sequence])
        return true
    }

    private func copy(_ table: String, from source: DatabaseQueue) {
        // A table that cannot be read is left out; the answers matter more.
        try? source.read { database in
            let cursor = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
            while let row = try cursor.next() {
                let names = Array(row.columnNames)
                let places = names.map { _ in "?" }.joined(separator: ", ")
                try target.write { target in
                    try target.execute(
                        sql: """
                            INSERT OR IGNORE INTO \(table) (\(names.joined(separator: ", ")))
                            VALUES (\(places))
                            """,
                        arguments: StatementArguments(Array(row.databaseValues)))
                }
            }
        }
    }
}
