import Foundation
internal import GRDB
import LearnerModel
import Synchronization

/// What is done when someone takes away, replaces or cuts the files of an open record.
extension LearnerStore {
    /// Notes how the files are now that the log has been moved into the database.
    func noteFiles(of location: StoreLocation?) {
        guard let location else { return }
        let present = FileStatus(location.database)
        connection.withLock { connection in
            guard connection.identity?.isSameFile(as: present) == true else { return }
            connection.identity = present
            connection.log = FileStatus(location.writeAheadLog)
            connection.recent = []
        }
    }

    /// Refuses to write where the path names another file by now, or the file or its log became
    /// shorter; a log that was deleted is made up for.
    func requireSameFiles(_ connection: inout Connection) throws(LearnerStoreError) {
        guard let location, let identity = connection.identity else { return }
        let present = FileStatus(location.database)
        guard let present, identity.isSameFile(as: present), present.size >= identity.size else {
            throw .movedAway(path: path, rescue: nil)
        }
        guard let log = connection.log else { return }
        let presentLog = FileStatus(location.writeAheadLog)
        guard log.isSameFile(as: presentLog) else { return try replaceLog(&connection) }
        guard let presentLog, presentLog.size >= log.size else {
            throw .movedAway(path: path, rescue: nil)
        }
    }

    /// Brings what a deleted log holds into the database while it can still be read, and begins a
    /// new log.
    private func replaceLog(_ connection: inout Connection) throws(LearnerStoreError) {
        guard let queue = connection.queue else { return }
        do {
            try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        } catch {
            throw LearnerStoreError(error, path: path)
        }
        connection.queue = nil
        connection.log = nil
        connection.recent = []
        try? queue.close()  // Nothing is left that closing could lose.
        try reopen(&connection)
    }

    /// Finds out what became of an answer whose commit failed.
    ///
    /// A failed synchronisation leaves it open whether the log holds the answer. The connection is
    /// opened anew, which writes everything in the log to the disk again; an answer that is there
    /// then is stored, one that is not may be given again under any identifier.
    func settle(
        _ attempt: Attempt, _ error: LearnerStoreError
    ) throws(LearnerStoreError) -> Bool {
        switch error {
        case .movedAway(let path, _):
            guard let location else { throw error }
            throw .movedAway(path: path, rescue: rescue(attempt, at: location))
        case .inputOutput:
            // Where even that fails, the first error is the one to tell.
            if (try? hasAttempt(id: attempt.id)) == true { return true }
            throw error
        default: throw error
        }
    }

    /// Writes the answer and those that only the log held to the rescue file, and once a copy of
    /// the whole record as the open connection still sees it; returns the path of the rescue file.
    private func rescue(_ attempt: Attempt, at location: StoreLocation) -> String? {
        let path = connection.withLock { connection in
            let path = RescueFile(location).add(connection.recent + [attempt])
            if path != nil { connection.recent = [] }
            return path
        }
        let isFirst = connection.withLock { connection in
            defer { connection.hasRescuedCopy = true }
            return !connection.hasRescuedCopy
        }
        // Where the folder is gone too, nobody wants a new one; where the copy cannot be made, the
        // answers of the rescue file are what there is.
        if isFirst, FileStatus(location.directory)?.isDirectory == true {
            _ = try? maintaining { try StoreBackups(location).make(from: $0, now: attempt.time) }
        }
        return path
    }
}
