import Glibc

/// The most bytes that a checkpoint may have.
let greatestCheckpointSize = 1 << 31

/// Reads a whole regular file of bounded size.
func readFile(_ path: String) throws(CheckpointError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        throw .unreadable(path: path, errorNumber: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw .unreadable(path: path, errorNumber: EISDIR)
    }
    let size = Int(status.st_size)
    guard size <= greatestCheckpointSize else { throw .unreadable(path: path, errorNumber: EFBIG) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        while filled < size, let start = buffer.baseAddress {
            let got = read(descriptor, start + filled, size - filled)
            if got < 0 && errno == EINTR { continue }
            if got < 0 { failure = errno }
            guard got > 0 else { break }
            filled += got
        }
    }
    guard failure == 0 else { throw .unreadable(path: path, errorNumber: failure) }
    return bytes
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
