public import Foundation

/// Where the files of one record lie: the database, what stands beside it and the backups.
public struct StoreLocation: Sendable, Hashable {
    /// The folder of the record.
    public let directory: URL

    /// Creates the location of the record in a folder.
    public init(directory: URL) {
        self.directory = directory.standardizedFileURL
    }

    /// The database.
    public var database: URL { directory.appending(path: "learner.db") }
    /// The folder of the rotating backups.
    public var backups: URL { directory.appending(path: "backups", directoryHint: .isDirectory) }

    var writeAheadLog: URL { directory.appending(path: "learner.db-wal") }
    var sharedMemory: URL { directory.appending(path: "learner.db-shm") }
    var lock: URL { directory.appending(path: "learner.lock") }
    var counter: URL { directory.appending(path: "learner.count") }
}
