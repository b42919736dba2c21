import Foundation

/// A restore or a repair that ended after it had given the present record a second name and before
/// the new one was in its place.
///
/// The log may have its new name already, so that the record alone would lack its newest answers.
struct InterruptedReplacement {
    private let location: StoreLocation
    private let kept: URL

    /// Finds the traces of such an end, or gives nil where there are none.
    init?(_ location: StoreLocation) {
        guard let present = FileStatus(location.database), present.isRegularFile,
            present.links > 1,
            let kept = location.setAside().first(where: {
                present.isSameFile(as: FileStatus($0))
            })
        else { return nil }
        self.location = location
        self.kept = kept
    }

    /// Puts the record and its log back together under their own names; needs the lock.
    func undo() {
        let log = URL(filePath: kept.path + "-wal")
        if FileStatus(log) != nil {
            // A log that has begun since belongs to the record; then both stay as they are.
            guard FileStatus(location.writeAheadLog)?.size ?? 0 == 0 else { return }
            unlink(location.sharedMemory.path)
            guard rename(log.path, location.writeAheadLog.path) == 0 else { return }
        }
        unlink(kept.path)
        DurableFile.synchronizeDirectory(of: kept)
    }
}
