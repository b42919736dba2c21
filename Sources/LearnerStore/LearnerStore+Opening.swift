public import Foundation
internal import GRDB

extension LearnerStore {
    /// How long a second process waits for the first to finish.
    private static let patience = Duration.milliseconds(1500)

    /// Opens the record in a folder, making a new one only where there never was one.
    ///
    /// An existing file is checked before anything is written, and left byte for byte as it is
    /// where the checks fail.
    /// - Throws: what `LearnerStoreError` describes; `inUse` when another process writes.
    public static func open(
        at directory: URL, mode: Mode = .writing, now: Int64
    ) throws(LearnerStoreError) -> LearnerStore {
        try open(at: directory, mode: mode, now: now, synchronous: .full)
    }

    /// Opens the record with another care for the disk, for measurements.
    package static func open(
        at directory: URL, mode: Mode, now: Int64, synchronous: Synchronous
    ) throws(LearnerStoreError) -> LearnerStore {
        signal(SIGXFSZ, SIG_IGN)  // A size limit then is an error like a full disk, not the end.
        let location = StoreLocation(directory: directory)
        switch mode {
        case .viewing: return try openForViewing(location, now: now)
        case .writing:
            try DurableFile.makeDirectory(location.directory)
            let lock = try StoreLock(location, now: now, patience: patience)
            return try openForWriting(location, lock, now: now, synchronous)
        }
    }

    private static func openForWriting(
        _ location: StoreLocation, _ lock: StoreLock, now: Int64,
        _ synchronous: Synchronous
    ) throws(LearnerStoreError) -> LearnerStore {
        for folder in [location.directory, location.backups] {
            DurableFile.removeLeftovers(in: folder)
        }
        InterruptedReplacement(location)?.undo()
        if try !FileStatus.exists(location.database) {
            try requireNeverUsed(location)
            try create(location)
        }
        let version = try StoreInspection(location: location).headerVersion()
        try inspect(location)
        do {
            if version < Schema.version {
                try StoreBackups(location).makeBeforeMigration(now: now)
            }
            let queue = try Connection.openForWriting(
                location.database, synchronous: synchronous)
            try Schema.migrate(queue)
            return LearnerStore(
                location: location, mode: .writing, opened: now, queue: queue, lock: lock,
                synchronous: synchronous)
        } catch {
            throw LearnerStoreError(error, path: location.database.path)
        }
    }

    private static func openForViewing(
        _ location: StoreLocation, now: Int64
    ) throws(LearnerStoreError) -> LearnerStore {
        if try !FileStatus.exists(location.database) {
            try requireNeverUsed(location)
            return try inMemory(now: now)
        }
        undoReplacementIfIdle(location, now: now)
        _ = try StoreInspection(location: location).headerVersion()
        do {
            let inspection = StoreInspection(location: location)
            let queue = try ViewOnlyAccess(location).open()
            try queue.read { _ = try inspection.check($0, thorough: false) }
            return LearnerStore(
                location: location, mode: .viewing, opened: now, queue: queue, lock: nil)
        } catch {
            throw LearnerStoreError(error, path: location.database.path)
        }
    }

    /// Takes back a replacement that was cut short, unless another process is at work.
    private static func undoReplacementIfIdle(_ location: StoreLocation, now: Int64) {
        guard let interrupted = InterruptedReplacement(location) else { return }
        // Who may not write looks at the record as it is.
        guard let lock = try? StoreLock(location, now: now, patience: .zero) else { return }
        interrupted.undo()
        lock.release()
    }

    /// Checks the file through a connection that cannot change it.
    private static func inspect(_ location: StoreLocation) throws(LearnerStoreError) {
        do {
            let inspection = StoreInspection(location: location)
            let queue = try Connection.openForReading(location.database.path)
            try queue.read { _ = try inspection.check($0, thorough: false) }
            try queue.close()
        } catch {
            throw LearnerStoreError(error, path: location.database.path)
        }
    }

    /// Makes the database under another name, so that it is there as a whole or not at all.
    private static func create(_ location: StoreLocation) throws(LearnerStoreError) {
        let temporary = DurableFile.temporaryName(beside: location.database)
        let descriptor = Glibc.open(temporary.path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw DurableFile.failure(errno, location.database) }
        Glibc.close(descriptor)
        do {
            // The log is switched on here, so that no rollback journal ever lies beside the record:
            // a reader could not undo what a power cut left in one.
            let queue = try Connection.openForWriting(temporary)
            try Schema.migrate(queue)
            try Connection.closeWhole(queue, at: temporary)
        } catch {
            for suffix in ["", "-wal", "-shm"] { unlink(temporary.path + suffix) }
            throw LearnerStoreError(error, path: location.database.path)
        }
        try DurableFile.move(temporary, to: location.database)
        CounterNote(location).write(0)
    }

    /// Refuses to begin anew where the remains of a record lie.
    private static func requireNeverUsed(_ location: StoreLocation) throws(LearnerStoreError) {
        let log = FileStatus(location.writeAheadLog)?.size ?? 0
        let noted = CounterNote(location).read() ?? 0
        guard log == 0, noted == 0, StoreBackups(location).list().isEmpty,
            location.setAside().isEmpty
        else {
            throw .damaged(path: location.database.path, .missing)
        }
    }
}
