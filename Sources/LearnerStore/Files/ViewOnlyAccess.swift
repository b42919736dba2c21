import Foundation
internal import GRDB

/// Ways to read the database where this process may not write.
struct ViewOnlyAccess {
    private let location: StoreLocation

    init(_ location: StoreLocation) {
        self.location = location
    }

    /// Opens the database itself where SQLite can keep its notes beside it, else a private copy.
    func open() throws -> DatabaseQueue {
        if access(location.directory.path, W_OK) == 0 {
            return try Connection.openForReading(location.database.path)
        }
        return try openCopy()
    }

    /// Copies the file and its log, which SQLite could not read in a folder that is read-only.
    private func openCopy() throws -> DatabaseQueue {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "mathtutor-view-\(getpid())-\(UInt32.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        // The open descriptors keep the copy alive; its names need not outlive this call.
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = StoreLocation(directory: folder)
        try FileManager.default.copyItem(at: location.database, to: copy.database)
        if FileStatus(location.writeAheadLog)?.isRegularFile == true {
            try FileManager.default.copyItem(at: location.writeAheadLog, to: copy.writeAheadLog)
        }
        for file in [copy.database, copy.writeAheadLog] { chmod(file.path, 0o600) }
        let queue = try Connection.openForReading(copy.database.path)
        _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM learners") }
        return queue
    }
}
