import Foundation
internal import GRDB

extension LearnerStore {
    private static let halfHour: Int64 = 1_800_000
    private static let day: Int64 = 86_400_000
    /// Copying a record above this size takes seconds, so it is done once a day at most.
    private static let large: Int64 = 64 << 20

    /// Makes a verified copy now and lets superseded ones go.
    @discardableResult
    public func backUp(now: Int64) throws(LearnerStoreError) -> StoreBackups.Backup {
        guard let location else { throw .viewOnly }
        let backups = StoreBackups(location)
        let made = try maintaining { try backups.make(from: $0, now: now) }
        // Only after the new copy has proved whole may older ones go.
        for old in BackupRotation.superseded(backups.list(), now: now) where old != made {
            unlink(old.url.path)
        }
        return made
    }

    /// Ends a session: copies the record where that is due, empties the log and closes.
    ///
    /// - Returns: Why a copy that was due could not be made; the record itself is safe.
    @discardableResult
    public func endSession(now: Int64) -> LearnerStoreError? {
        defer { close() }
        guard mode == .writing, location != nil else { return nil }
        do throws(LearnerStoreError) {
            if try isBackupDue(now: now) { try backUp(now: now) }
            return nil
        } catch {
            return error
        }
    }

    /// Whether there are answers that no copy has, and the last copy is a while ago.
    private func isBackupDue(now: Int64) throws(LearnerStoreError) -> Bool {
        guard let location else { return false }
        let count = try attemptCount()
        guard let newest = StoreBackups(location).list().first else { return count > 0 }
        guard newest.attempts != Int64(count) else { return false }
        let size = FileStatus(location.database)?.size ?? 0
        let pause = size > Self.large ? Self.day : Self.halfHour
        return now - newest.time >= pause || now < newest.time
    }
}
