import Glibc

/// The most bytes that a checkpoint may have.
let greatestCheckpointSize = 1 << 31

/// A regular file of bounded size, open for reading.
///
/// Parts are read straight to where they stay: a copy of the whole file in between would cost fresh
/// memory as large as the file. The file is not mapped, since one that shrinks meanwhile would end the
/// process.
struct OpenFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    /// The bytes of the file when it was opened.
    let size: Int

    init(_ path: String) throws(CheckpointError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, errorNumber: errno) }
        var status = stat()
        var failure = fstat(descriptor, &status) == 0 ? 0 : errno
        if failure == 0, status.st_mode & S_IFMT != S_IFREG { failure = EISDIR }
        if failure == 0, status.st_size > greatestCheckpointSize { failure = EFBIG }
        guard failure == 0 else {
            close(descriptor)
            throw .unreadable(path: path, errorNumber: failure)
        }
        (self.path, self.descriptor, size) = (path, descriptor, Int(status.st_size))
    }

    deinit { close(descriptor) }

    /// Fills `target` with the bytes from `offset` on.
    func read(
        _ target: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(CheckpointError) {
        var filled = 0
        while filled < target.count, let start = target.baseAddress {
            let got = pread(descriptor, start + filled, target.count - filled, offset + filled)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(path: path, errorNumber: errno) }
            guard got > 0 else {
                throw .truncated(expectedBytes: size, foundBytes: offset + filled)
            }
            filled += got
        }
    }
}

/// Writes a file beside its place, brings it to the disk, then moves it there.
func writeFileAtomically(_ bytes: [UInt8], to path: String) throws(CheckpointError) {
    let temporary = "\(path).\(getpid()).partial"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, errorNumber: errno) }
    var failure = writeAll(bytes, to: descriptor)
    if failure == 0 && fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0 && failure == 0 { failure = errno }
    if failure == 0 && rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
        unlink(temporary)
        throw .unwritable(path: path, errorNumber: failure)
    }
    syncFolder(of: path)
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count, let start = buffer.baseAddress {
            let got = write(descriptor, start + written, buffer.count - written)
            if got < 0 && errno == EINTR { continue }
            if got < 0 { return errno }
            written += got
        }
        return 0
    }
}

/// Brings the new name to the disk; some file systems cannot, and the file is whole either way.
private func syncFolder(of path: String) {
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let folder = open(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
}
