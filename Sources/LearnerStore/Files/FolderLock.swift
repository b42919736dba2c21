import Foundation

/// A hold on a folder: many may add files at once, and nobody does while one goes through them.
struct FolderLock {
    private static let patience = Duration.seconds(10)
    private let descriptor: Int32

    /// Waits for those whose hold is in the way; where there is no folder, nothing is held.
    init(_ folder: URL, isShared: Bool) throws(LearnerStoreError) {
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw DurableFile.failure(errno, folder) }
            return
        }
        let deadline = ContinuousClock.now + Self.patience
        // A file system without locks refuses at once; the work is done there all the same.
        while flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0,
            errno == EWOULDBLOCK || errno == EINTR
        {
            guard ContinuousClock.now < deadline else {
                close(descriptor)
                throw .inUse(process: 0, since: 0)
            }
            usleep(20_000)
        }
    }

    /// Ends the hold; the end of the process does it too.
    func release() {
        if descriptor >= 0 { close(descriptor) }
    }
}
