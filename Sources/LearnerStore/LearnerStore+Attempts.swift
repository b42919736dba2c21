public import LearnerModel
internal import GRDB
import Synchronization

/// An attempt and its place in the order in which the answers were stored.
public struct StoredAttempt: Sendable, Hashable {
    /// The place; later answers have higher numbers, whatever the clock said.
    public let sequence: Int64
    /// The attempt.
    public let attempt: Attempt
}

extension LearnerStore {
    /// How many answers pass between two checkpoints.
    private static let checkpointInterval = 50

    /// Stores an answer; when this returns, it is on the disk.
    ///
    /// The change of the problem on the screen is part of the same transaction. Storing an attempt
    /// that is there already changes nothing.
    /// - Returns: Whether the attempt is new.
    /// - Throws: `diskFull` or `inputOutput` when nothing was acknowledged by the disk (call again
    ///   to retry), `movedAway` when the file is gone and the answer lies in the rescue file.
    @discardableResult
    public func record(
        _ attempt: Attempt, screen: ScreenChange = .unchanged
    ) throws(LearnerStoreError) -> Bool {
        let attempt = attempt.storable()
        try attempt.requireBounds()
        do throws(LearnerStoreError) {
            let (isNew, count) = try writing { database in
                let isNew = try Self.insert(attempt, into: database)
                try Self.apply(screen, of: attempt.learner, to: database)
                return (isNew, try Self.attemptCount(database))
            }
            afterCommit(count: count, of: attempt)
            return isNew
        } catch {
            return try settle(attempt, error)
        }
    }

    /// Stores many answers in one transaction; when this returns, all are on the disk.
    public func record(all attempts: [Attempt]) throws(LearnerStoreError) {
        let kept = attempts.map { $0.storable() }
        for attempt in kept { try attempt.requireBounds() }
        let count = try writing { database in
            for attempt in kept { _ = try Self.insert(attempt, into: database) }
            return try Self.attemptCount(database)
        }
        afterCommit(count: count)
    }

    /// The attempts of a learner, oldest first.
    public func attempts(
        of learner: String, after sequence: Int64 = 0
    ) throws(LearnerStoreError) -> [StoredAttempt] {
        try reading { database in
            var found: [StoredAttempt] = []
            try Self.visit(database, learner: learner, after: sequence) { found.append($0) }
            return found
        }
    }

    /// The newest attempts of a learner, newest first.
    public func newestAttempts(
        of learner: String, limit: Int
    ) throws(LearnerStoreError) -> [StoredAttempt] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM attempts WHERE learner = ? ORDER BY sequence DESC LIMIT ?",
                arguments: [learner, limit]
            ).map { try StoredAttempt($0, path: self.path) }
        }
    }

    /// Whether an attempt is stored.
    public func hasAttempt(id: String) throws(LearnerStoreError) -> Bool {
        try reading { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM attempts WHERE id = ?", arguments: [id]) == 1
        }
    }

    /// How many attempts are stored, of all learners.
    public func attemptCount() throws(LearnerStoreError) -> Int {
        try reading { Int(try Self.attemptCount($0)) }
    }

    /// The place of the newest attempt of a learner, 0 where there is none.
    public func lastSequence(of learner: String) throws(LearnerStoreError) -> Int64 {
        try reading { database in
            try Int64.fetchOne(
                database, sql: "SELECT max(sequence) FROM attempts WHERE learner = ?",
                arguments: [learner]) ?? 0
        }
    }

    /// Inserts an attempt unless the same one is there.
    static func insert(_ attempt: Attempt, into database: Database) throws -> Bool {
        let known = try Int64.fetchOne(
            database, sql: "SELECT checksum FROM attempts WHERE id = ?", arguments: [attempt.id])
        if let known {
            guard known == AttemptRow.checksum(of: attempt) else {
                throw LearnerStoreError.identifierTaken(attempt.id)
            }
            return false
        }
        let hasLearner = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM learners WHERE id = ?",
            arguments: [attempt.learner])
        guard hasLearner == 1 else { throw LearnerStoreError.unknownLearner(attempt.learner) }
        let statement = try database.cachedStatement(sql: AttemptRow.insertion)
        try statement.execute(arguments: AttemptRow.values(of: attempt))
        try database.execute(
            sql: "UPDATE counters SET value = value + 1 WHERE name = 'attempts'")
        return true
    }

    /// Visits attempts in their order without holding all of them.
    static func visit(
        _ database: Database, learner: String?, after sequence: Int64 = 0,
        _ body: (StoredAttempt) throws -> Void
    ) throws {
        let filter = learner == nil ? "" : " AND learner = :learner"
        let cursor = try Row.fetchCursor(
            database,
            sql: "SELECT * FROM attempts WHERE sequence > :after\(filter) ORDER BY sequence",
            arguments: learner.map { ["after": sequence, "learner": $0] } ?? ["after": sequence])
        while let row = try cursor.next() {
            try body(try StoredAttempt(row, path: StoreLocation.databaseName))
        }
    }

    static func attemptCount(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT value FROM counters WHERE name = 'attempts'")
            ?? 0
    }

    /// Notes the count and, every few answers, empties the log; neither can undo the commit.
    private func afterCommit(count: Int64, of attempt: Attempt? = nil) {
        guard let location else { return }
        CounterNote(location).write(count)
        let isDue = connection.withLock { connection in
            connection.log = FileStatus(location.writeAheadLog)
            if let attempt { connection.recent.append(attempt) }
            connection.answersSinceCheckpoint += 1
            guard connection.answersSinceCheckpoint >= Self.checkpointInterval else { return false }
            connection.answersSinceCheckpoint = 0
            return true
        }
        // The answer is stored; a checkpoint that fails now is made up for by a later one.
        if isDue { try? checkpoint() }
    }
}

extension StoredAttempt {
    init(_ row: Row, path: String) throws {
        do {
            let known = try AttemptRow(row)
            self.init(sequence: known.sequence, attempt: known.attempt)
        } catch {
            throw LearnerStoreError.damaged(path: path, .rows([row["sequence"]]))
        }
    }
}
