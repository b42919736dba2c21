import Foundation
import Synchronization

/// The right to write the record, held by one process at a time and given back by the system
/// when that process ends, however it ends.
final class StoreLock: Sendable {
    private let descriptor: Int32
    private let isReleased = Mutex(false)

    /// Takes the lock, waiting a little for a process that is about to finish.
    ///
    /// - Throws: `inUse` with the process that holds it, or `unwritable`.
    init(_ location: StoreLocation, now: Int64, patience: Duration) throws(LearnerStoreError) {
        let path = location.lock.path
        descriptor = open(
            path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else {
            throw DurableFile.failure(errno, location.lock)
        }
        guard FileStatus(descriptor: descriptor)?.isRegularFile == true else {
            close(descriptor)
            throw .unwritable(path: path, reason: systemReason(EINVAL))
        }
        let deadline = ContinuousClock.now + patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard ContinuousClock.now < deadline else {
                let holder = Self.holder(of: descriptor)
                close(descriptor)
                throw .inUse(process: holder.process, since: holder.since)
            }
            usleep(40_000)
        }
        writeHolder(now: now)
    }

    deinit {
        release()
    }

    /// Gives the lock back.
    func release() {
        isReleased.withLock { released in
            guard !released else { return }
            released = true
            ftruncate(descriptor, 0)
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
    }

    /// The process that has the record, or nil where it is free.
    static func holder(_ location: StoreLocation) -> (process: Int32, since: Int64)? {
        let descriptor = open(
            location.lock.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
            flock(descriptor, LOCK_UN)
            return nil
        }
        return holder(of: descriptor)
    }

    /// The note is only for the message of a second process, so a failed write does not matter.
    private func writeHolder(now: Int64) {
        let text = Array("\(getpid()) \(now)\n".utf8)
        ftruncate(descriptor, 0)
        pwrite(descriptor, text, text.count, 0)
    }

    private static func holder(of descriptor: Int32) -> (process: Int32, since: Int64) {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        guard words.count >= 2, let process = Int32(words[0]), let since = Int64(words[1]) else {
            return (0, 0)
        }
        return (process, since)
    }
}
