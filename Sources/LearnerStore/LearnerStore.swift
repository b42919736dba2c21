import Foundation
internal import GRDB
import Synchronization

/// The record of the learners on this machine, kept so that nothing can destroy it.
///
/// Every change is one transaction that is on the disk before the call returns. One process at a
/// time may write; others look on.
public final class LearnerStore: Sendable {
    /// What an opened record may be used for.
    public enum Mode: Sendable, Hashable {
        /// Reading and writing; one process at a time.
        case writing
        /// Reading only; possible while another process writes and where nothing may be written.
        case viewing
    }

    /// Whether a commit waits for the disk; less than `full` exists to measure and show its worth.
    package enum Synchronous: Int, Sendable {
        case off = 0
        case normal = 1
        case full = 2
    }

    /// Where the files lie, or nil for a record that is kept in memory only.
    public let location: StoreLocation?
    /// What the record may be used for.
    public let mode: Mode
    /// When the record was opened, in milliseconds since 1970.
    public let opened: Int64

    let connection: Mutex<Connection>
    private let lock: StoreLock?
    private let synchronous: Synchronous

    init(
        location: StoreLocation?, mode: Mode, opened: Int64, queue: DatabaseQueue,
        lock: StoreLock?, synchronous: Synchronous = .full
    ) {
        self.location = location
        self.mode = mode
        self.opened = opened
        self.lock = lock
        self.synchronous = synchronous
        let identity = location.flatMap { FileStatus($0.database) }
        connection = Mutex(Connection(queue: queue, identity: identity))
    }

    /// Creates a record that lives in memory and is gone with the process: a guest's.
    public static func inMemory(now: Int64 = 0) throws(LearnerStoreError) -> LearnerStore {
        do {
            let queue = try DatabaseQueue()
            // Large sorts of a guest's record must not use files either.
            try queue.inDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
            try Schema.migrate(queue)
            return LearnerStore(
                location: nil, mode: .writing, opened: now, queue: queue, lock: nil)
        } catch {
            throw LearnerStoreError(error, path: ":memory:")
        }
    }

    /// The path for messages.
    var path: String { location?.database.path ?? ":memory:" }

    /// Reads from the record.
    func reading<Value: Sendable>(
        _ body: (Database) throws -> Value
    ) throws(LearnerStoreError) -> Value {
        try access { (connection) throws(LearnerStoreError) in
            try run(&connection) { try $0.read(body) }
        }
    }

    /// Changes the record in one transaction; when this returns, the change is on the disk.
    func writing<Value: Sendable>(
        _ body: (Database) throws -> Value
    ) throws(LearnerStoreError) -> Value {
        guard mode == .writing else { throw .viewOnly }
        return try access { (connection) throws(LearnerStoreError) in
            try requireSameFiles(&connection)
            return try run(&connection) { try $0.write(body) }
        }
    }

    /// Runs something outside a transaction, such as a checkpoint or `VACUUM`.
    func maintaining<Value: Sendable>(
        _ body: (DatabaseQueue) throws -> Value
    ) throws(LearnerStoreError) -> Value {
        try access { (connection) throws(LearnerStoreError) in
            try run(&connection, body)
        }
    }

    /// Moves the write-ahead log into the database, so that the file alone is the whole record.
    public func checkpoint() throws(LearnerStoreError) {
        guard mode == .writing, location != nil else { return }
        let isBusy = try maintaining { queue in
            try queue.inDatabase { database in
                try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") != 0
            }
        }
        if !isBusy { noteFiles(of: location) }
    }

    /// Ends the use of the record; afterwards every call fails.
    public func close() {
        connection.withLock { connection in
            guard !connection.isClosed else { return }
            connection.isClosed = true
            let queue = connection.queue
            connection.queue = nil
            // Whatever these report, each answer is on the disk already, in the log beside the file.
            if mode == .writing, location != nil {
                try? queue?.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
            try? queue?.close()
        }
        lock?.release()
    }

    private func access<Value: Sendable>(
        _ body: (inout Connection) throws(LearnerStoreError) -> Value
    ) throws(LearnerStoreError) -> Value {
        try connection.withLock { (connection) throws(LearnerStoreError) -> Value in
            guard !connection.isClosed else { throw .database("the record is closed") }
            if connection.queue == nil { try reopen(&connection) }
            return try body(&connection)
        }
    }

    /// Runs a piece of work and gives up the connection where the disk failed.
    ///
    /// After a failed synchronisation the system may believe pages written that are not, so the
    /// same connection must not be asked again.
    private func run<Value>(
        _ connection: inout Connection, _ body: (DatabaseQueue) throws -> Value
    ) throws(LearnerStoreError) -> Value {
        guard let queue = connection.queue else { throw .database("the record is closed") }
        do {
            return try body(queue)
        } catch {
            let failure = LearnerStoreError(error, path: path)
            if case .inputOutput = failure, location != nil {
                connection.queue = nil
                // The connection is abandoned because the disk failed; closing may fail likewise.
                try? queue.close()
            }
            throw failure
        }
    }

    /// Opens the file again after an error of the disk and writes everything in the log afresh,
    /// so that an answer found there is known to be on the disk.
    func reopen(_ connection: inout Connection) throws(LearnerStoreError) {
        guard let location else { throw .database("the record is closed") }
        do {
            let queue: DatabaseQueue
            switch mode {
            case .viewing: queue = try Connection.openForReading(location.database.path)
            case .writing:
                queue = try Connection.openForWriting(
                    location.database, synchronous: synchronous)
                try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
            connection.queue = queue
        } catch {
            throw LearnerStoreError(error, path: path)
        }
    }
}
