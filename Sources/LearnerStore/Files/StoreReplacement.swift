public import Foundation
internal import GRDB

/// What was put in place of the record.
public struct ReplacedStore: Sendable, Hashable {
    /// Where the former file is now, or nil where there was none.
    public let kept: URL?
    /// How many answers the record has now.
    public let attempts: Int
}

extension LearnerStore {
    /// Puts a copy in place of the record and keeps the present file beside it.
    ///
    /// The copy is checked in full before anything is touched.
    public static func restore(
        _ file: URL, at directory: URL, now: Int64
    ) throws(LearnerStoreError) -> ReplacedStore {
        let location = StoreLocation(directory: directory)
        try DurableFile.makeDirectory(location.directory)
        let lock = try StoreLock(location, now: now, patience: .milliseconds(1500))
        defer { lock.release() }
        InterruptedReplacement(location)?.undo()
        let partial = DurableFile.temporaryName(beside: location.database)
        do {
            // The partial copy is gone already where it became the record.
            defer { for suffix in ["", "-wal", "-shm"] { unlink(partial.path + suffix) } }
            _ = try StoreInspection(file: file).headerVersion()
            try copyWithLog(file, to: partial)
            try StoreBackups(location).verify(partial)
            return try StoreReplacement(location).install(partial, suffix: "before-restore")
        } catch {
            throw LearnerStoreError(error, path: file.path)
        }
    }

    private static func copyWithLog(_ file: URL, to partial: URL) throws {
        for suffix in ["", "-wal"] where suffix.isEmpty || isFile(file.path + suffix) {
            unlink(partial.path + suffix)
            try FileManager.default.copyItem(
                atPath: file.path + suffix, toPath: partial.path + suffix)
            chmod(partial.path + suffix, 0o600)
        }
    }

    private static func isFile(_ path: String) -> Bool {
        FileStatus(URL(filePath: path))?.isRegularFile == true
    }
}

/// The exchange of the record's file for another one, in steps that a crash cannot make worse.
struct StoreReplacement {
    private let location: StoreLocation

    init(_ location: StoreLocation) {
        self.location = location
    }

    /// Brings a finished database to the newest form and gives it the name of the record.
    func install(_ partial: URL, suffix: String) throws -> ReplacedStore {
        let queue = try Connection.openForWriting(partial)
        try Schema.migrate(queue)
        let attempts = try queue.write { database in
            let count = try Int64.fetchOne(database, sql: "SELECT count(*) FROM attempts") ?? 0
            try database.execute(
                sql: "UPDATE counters SET value = ? WHERE name = 'attempts'", arguments: [count])
            return count
        }
        try Connection.closeWhole(queue, at: partial)
        let descriptor = open(partial.path, O_RDONLY | O_CLOEXEC)
        let isSynchronized = descriptor >= 0 && fsync(descriptor) == 0
        let code = errno
        close(descriptor)
        guard isSynchronized else { throw DurableFile.failure(code, partial) }
        let kept = try setAside(suffix)
        unlink(location.counter.path)
        try DurableFile.move(partial, to: location.database)
        CounterNote(location).write(attempts)
        return ReplacedStore(kept: kept, attempts: Int(attempts))
    }

    /// Gives the present file and its log another name each, so that the pair stays a pair.
    private func setAside(_ suffix: String) throws(LearnerStoreError) -> URL? {
        unlink(location.sharedMemory.path)
        if FileStatus(location.writeAheadLog)?.size == 0 { unlink(location.writeAheadLog.path) }
        guard let present = FileStatus(location.database) else {
            try move(location.writeAheadLog, to: free(suffix).path + "-wal")
            return nil
        }
        let kept = free(suffix)
        // A second name first: at no moment is the former record without one, and a replacement
        // that ends here can be known and taken back.
        let isLinked = present.isRegularFile && link(location.database.path, kept.path) == 0
        try move(location.writeAheadLog, to: kept.path + "-wal")
        if !isLinked { try move(location.database, to: kept.path) }
        return kept
    }

    private func move(_ url: URL, to path: String) throws(LearnerStoreError) {
        guard FileStatus(url) != nil else { return }
        guard rename(url.path, path) == 0 else { throw DurableFile.failure(errno, url) }
    }

    private func free(_ suffix: String) -> URL {
        let candidates = (1...).lazy.map { number in
            URL(filePath: "\(location.database.path).\(suffix)-\(number)")
        }
        let isFree: (URL) -> Bool = {
            FileStatus($0) == nil && FileStatus(URL(filePath: $0.path + "-wal")) == nil
        }
        return candidates.first(where: isFree) ?? location.database
    }
}
