import Foundation
internal import GRDB
import LearnerModel

/// The one connection of an open record and what must be known between two changes.
struct Connection: Sendable {
    /// Nil after an input or output error, until it is opened again.
    var queue: DatabaseQueue?
    /// The file that was opened, to notice when the path names another one.
    var identity: FileStatus?
    /// The log as it was after the last commit, to notice when it is deleted or cut.
    var log: FileStatus?
    /// The answers that only the log holds, for the rescue file should it be taken away.
    var recent: [Attempt] = []
    var hasRescuedCopy = false
    var answersSinceCheckpoint = 0
    var isClosed = false

    /// Opens the database for writing, with every commit on disk before it returns.
    static func openForWriting(
        _ url: URL, synchronous: LearnerStore.Synchronous = .full
    ) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: url.path, configuration: configuration(readOnly: false))
        try queue.inDatabase { database in
            let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = \(synchronous.rawValue)")
            let level = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            guard mode == "wal", level == synchronous.rawValue else {
                throw DatabaseError(message: "the write-ahead log could not be made safe")
            }
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 2000")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return queue
    }

    /// Closes a finished database that is to get another name, and only where its file alone is
    /// the whole of it: what were left in the log would be lost with the old name.
    static func closeWhole(_ queue: DatabaseQueue, at url: URL) throws {
        let isBusy = try queue.inDatabase { database in
            try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") != 0
        }
        try queue.close()
        let log = FileStatus(URL(filePath: url.path + "-wal"))?.size ?? 0
        guard !isBusy, log == 0 else {
            throw LearnerStoreError.inputOutput(
                path: url.path, detail: "the log could not be moved into the file")
        }
    }

    /// Opens the database without the ability to change it.
    static func openForReading(_ path: String) throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
    }

    private static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(2)
        configuration.label = "learner"
        return configuration
    }
}

extension LearnerStoreError {
    /// The error for what SQLite reported on a file.
    init(_ error: any Error, path: String) {
        if let known = error as? LearnerStoreError {
            self = known
            return
        }
        guard let failure = error as? DatabaseError else {
            self = .database(String(describing: error))
            return
        }
        let detail = failure.message ?? String(describing: failure.resultCode)
        switch failure.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
        case .SQLITE_CORRUPT: self = .damaged(path: path, .structure(detail))
        case .SQLITE_NOTADB: self = .damaged(path: path, .foreign)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unwritable(path: path, reason: detail)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(process: 0, since: 0)
        default: self = .database(detail)
        }
    }
}
