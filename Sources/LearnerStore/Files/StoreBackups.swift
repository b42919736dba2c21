public import Foundation
internal import GRDB

/// The verified copies of the record.
public struct StoreBackups: Sendable {
    /// One copy.
    public struct Backup: Sendable, Hashable {
        /// The file.
        public let url: URL
        /// When it was made, in milliseconds since 1970.
        public let time: Int64
        /// How many answers it holds.
        public let attempts: Int64

        /// Creates the description of a copy.
        public init(url: URL, time: Int64, attempts: Int64) {
            self.url = url
            self.time = time
            self.attempts = attempts
        }
    }

    private let location: StoreLocation

    /// Creates the view of the copies of a record.
    public init(_ location: StoreLocation) {
        self.location = location
    }

    /// The copies, newest first.
    public func list() -> [Backup] {
        // A folder that is not there holds no copies.
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: location.backups.path)) ?? []
        return names.compactMap { name in
            parse(name).map {
                Backup(url: location.backups.appending(path: name), time: $0, attempts: $1)
            }
        }
        .sorted { ($0.time, $0.attempts, $0.url.path) > ($1.time, $1.attempts, $1.url.path) }
    }

    /// Copies a database that is not open for writing, before its schema changes.
    func makeBeforeMigration(now: Int64) throws {
        let queue = try Connection.openForReading(location.database.path)
        try make(from: queue, now: now)
        try queue.close()
    }

    /// Makes a copy, checks it in full and gives it its name only then.
    @discardableResult
    func make(from queue: DatabaseQueue, now: Int64) throws -> Backup {
        try DurableFile.makeDirectory(location.backups)
        let together = try FolderLock(location.backups, isShared: true)
        defer { together.release() }
        let partial = location.backups.appending(path: ".\(getpid()).partial")
        unlink(partial.path)
        defer { unlink(partial.path) }
        let descriptor = open(partial.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw DurableFile.failure(errno, partial) }
        try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial.path]) }
        let synchronized = fsync(descriptor)
        let code = errno
        close(descriptor)
        guard synchronized == 0 else { throw DurableFile.failure(code, partial) }
        let summary = try verify(partial)
        let url = location.backups.appending(path: name(time: now, attempts: summary.attempts))
        try DurableFile.move(partial, to: url)
        return Backup(url: url, time: now, attempts: summary.attempts)
    }

    /// Checks a copy as a whole: header, structure, every checksum.
    @discardableResult
    func verify(_ url: URL) throws -> StoreSummary {
        let queue = try Connection.openForReading(url.path)
        defer { try? queue.close() }  // A reader has nothing to lose when closing fails.
        let inspection = StoreInspection(file: url)
        return try queue.read { try inspection.check($0, thorough: true) }
    }

    func name(time: Int64, attempts: Int64) -> String {
        "learners-\(Timestamp(time).compact)-\(attempts).sqlite"
    }

    private func parse(_ name: String) -> (time: Int64, attempts: Int64)? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "learners", parts[2].hasSuffix(".sqlite"),
            let time = Timestamp(compact: String(parts[1])),
            let attempts = Int64(parts[2].dropLast(7))
        else { return nil }
        return (time.milliseconds, attempts)
    }
}
