import Foundation
internal import GRDB

/// What an erasure left undone.
public struct ErasureReport: Sendable, Hashable {
    /// How many answers were erased.
    public let attempts: Int
    /// Copies from which the learner was erased too.
    public let cleanedCopies: Int
    /// Files beside the record that could not be cleaned and may still hold answers.
    public let remaining: [String]
}

extension LearnerStore {
    /// Erases a learner and everything they did, from the record and from every copy of it.
    ///
    /// The bytes are overwritten, not only released. Copies that are damaged are deleted: nothing
    /// can be taken out of them.
    public func erase(learner id: String) throws(LearnerStoreError) -> ErasureReport {
        let known = try reading { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM learners WHERE id = ?", arguments: [id])
        }
        guard known == 1 else { throw .unknownLearner(id) }
        guard mode == .writing else { throw .viewOnly }
        // Nobody makes a copy between the cleaning of the copies and that of the record.
        let alone = try location.map { (location) throws(LearnerStoreError) in
            try FolderLock(location.backups, isShared: false)
        }
        defer { alone?.release() }
        // The copies come first: an erasure that is cut short can then be asked for again.
        let copies = location.map(Copies.init)
        let remaining = copies?.all.filter { copies?.clean($0, of: id) == false } ?? []
        try lowerCounter(byAnswersOf: id)
        let attempts = try writing { try Self.erase(id, from: $0) }
        try rewrite()
        return ErasureReport(
            attempts: attempts, cleanedCopies: copies?.all.count ?? 0,
            remaining: remaining.map(\.path))
    }

    /// Lowers the count outside the database before the answers go: a count that is too low harms
    /// nothing, one that is too high would make the record look damaged.
    private func lowerCounter(byAnswersOf id: String) throws(LearnerStoreError) {
        guard let location else { return }
        let left = try reading { database in
            try Int64.fetchOne(
                database, sql: "SELECT count(*) FROM attempts WHERE learner <> ?",
                arguments: [id])
        }
        CounterNote(location).write(left ?? 0)
    }

    /// Writes the file anew without released pages and empties the log.
    private func rewrite() throws(LearnerStoreError) {
        try maintaining { queue in
            try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        }
        try checkpoint()
    }

    fileprivate static func erase(_ id: String, from database: Database) throws -> Int {
        try database.execute(sql: "DROP TRIGGER attempts_are_kept")
        for table in ["on_screen", "settings", "labels", "caches"] {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE learner = ?", arguments: [id])
        }
        try database.execute(sql: "DELETE FROM attempts WHERE learner = ?", arguments: [id])
        let count = database.changesCount
        try database.execute(sql: "DELETE FROM learners WHERE id = ?", arguments: [id])
        try database.execute(
            sql: "UPDATE counters SET value = value - ? WHERE name = 'attempts'",
            arguments: [count])
        try database.execute(sql: Schema.keepTrigger)
        return count
    }
}

/// The copies of a record: rotating backups and files set aside by a restore or a repair.
private struct Copies {
    let all: [URL]
    private let location: StoreLocation

    init(_ location: StoreLocation) {
        self.location = location
        let rescue = location.directory.appending(path: RescueFile.name)
        all =
            StoreBackups(location).list().map(\.url) + location.setAside()
            + (FileStatus(rescue) == nil ? [] : [rescue])
    }

    /// Takes a learner out of a copy, or deletes the copy; false where neither worked.
    func clean(_ url: URL, of learner: String) -> Bool {
        // Any failure means that the copy cannot be trusted to be clean.
        if (try? rewrite(url, without: learner)) != nil { return true }
        for suffix in ["-wal", "-shm"] { unlink(url.path + suffix) }
        return overwrite(url) && unlink(url.path) == 0
    }

    private func rewrite(_ url: URL, without learner: String) throws {
        _ = try StoreInspection(file: url).headerVersion()
        let queue = try Connection.openForWriting(url)
        try queue.write { _ = try LearnerStore.erase(learner, from: $0) }
        try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
        try queue.inDatabase { database in
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        try queue.close()
        try rename(url)
    }

    /// A backup's name tells how many answers it holds.
    private func rename(_ url: URL) throws {
        let backups = StoreBackups(location)
        guard let backup = backups.list().first(where: { $0.url == url }) else { return }
        let summary = try backups.verify(url)
        let name = backups.name(time: backup.time, attempts: summary.attempts)
        try DurableFile.move(url, to: location.backups.appending(path: name))
    }

    private func overwrite(_ url: URL) -> Bool {
        guard let status = FileStatus(url), status.isRegularFile else { return true }
        let descriptor = open(url.path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let zeros = [UInt8](repeating: 0, count: 65_536)
        var rest = status.size
        while rest > 0 {
            let written = write(descriptor, zeros, Int(min(rest, Int64(zeros.count))))
            guard written > 0 else { return false }
            rest -= Int64(written)
        }
        return fsync(descriptor) == 0
    }
}
