public import Foundation

/// Where the files of one record lie: the database, what stands beside it and the backups.
public struct StoreLocation: Sendable, Hashable {
    /// The folder of the record.
    public let directory: URL

    /// The name of the database in its folder.
    static let databaseName = "learners.sqlite"

    /// Creates the location of the record in a folder.
    public init(directory: URL) {
        self.directory = directory.standardizedFileURL
    }

    /// The database.
    public var database: URL { directory.appending(path: Self.databaseName) }
    /// The folder of the rotating backups.
    public var backups: URL { directory.appending(path: "backups", directoryHint: .isDirectory) }

    /// The former databases that a restore or a repair put aside.
    func setAside() -> [URL] {
        // A folder that cannot be listed has none that could be reached.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter { name in
            name.hasPrefix(Self.databaseName + ".before-")
                && !["-wal", "-shm"].contains { name.hasSuffix($0) }
        }
        .map { directory.appending(path: $0) }
    }

    var writeAheadLog: URL { directory.appending(path: "learners.sqlite-wal") }
    var sharedMemory: URL { directory.appending(path: "learners.sqlite-shm") }
    var lock: URL { directory.appending(path: "learners.lock") }
    var counter: URL { directory.appending(path: "learners.count") }
}
