public import Foundation

/// Files that are complete or absent: written under a temporary name, synchronised, renamed.
public enum DurableFile {
    /// Makes a folder and those above it, readable by their owner only.
    public static func makeDirectory(_ url: URL) throws(LearnerStoreError) {
        guard mkdir(url.path, 0o700) != 0, !isDirectory(url) else { return }
        let code = errno
        guard code == ENOENT, url.pathComponents.count > 1 else {
            throw .unwritable(path: url.path, reason: systemReason(code == EEXIST ? ENOTDIR : code))
        }
        let parent = url.deletingLastPathComponent()
        guard FileStatus(parent) == nil else {
            throw .unwritable(path: url.path, reason: systemReason(code))
        }
        try makeDirectory(parent)
        guard mkdir(url.path, 0o700) == 0 || errno == EEXIST else {
            throw .unwritable(path: url.path, reason: systemReason())
        }
    }

    /// Writes a file so that after a crash it is there as a whole or not at all.
    public static func write(_ data: Data, to url: URL) throws(LearnerStoreError) {
        try write(to: url) { (append) throws(LearnerStoreError) in try append(data) }
    }

    /// Writes a file piece by piece; `produce` gets a function that appends.
    public static func write(
        to url: URL,
        produce: ((Data) throws(LearnerStoreError) -> Void) throws(LearnerStoreError) -> Void
    ) throws(LearnerStoreError) {
        let temporary = temporaryName(beside: url)
        let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw failure(errno, url) }
        do throws(LearnerStoreError) {
            try produce { (data) throws(LearnerStoreError) in
                try append(data, to: descriptor, named: url)
            }
            guard fsync(descriptor) == 0 else { throw failure(errno, url) }
        } catch {
            close(descriptor)
            unlink(temporary.path)
            throw error
        }
        close(descriptor)
        try move(temporary, to: url)
    }

    /// Writes to the place that a person named: a device or a pipe gets the bytes as they come, a
    /// link still points where it pointed, and a file is there as a whole or not at all.
    public static func writeOutput(
        to url: URL,
        produce: ((Data) throws(LearnerStoreError) -> Void) throws(LearnerStoreError) -> Void
    ) throws(LearnerStoreError) {
        var status = stat()
        guard stat(url.path, &status) == 0 else { return try write(to: url, produce: produce) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: try write(to: url.resolvingSymlinksInPath(), produce: produce)
        case S_IFDIR: throw .unwritable(path: url.path, reason: systemReason(EISDIR))
        default: try stream(to: url, produce: produce)
        }
    }

    private static func stream(
        to url: URL,
        produce: ((Data) throws(LearnerStoreError) -> Void) throws(LearnerStoreError) -> Void
    ) throws(LearnerStoreError) {
        let descriptor = open(url.path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(errno, url) }
        defer { close(descriptor) }
        try produce { (data) throws(LearnerStoreError) in
            try append(data, to: descriptor, named: url)
        }
    }

    /// Removes unfinished files that no living process will finish.
    static func removeLeftovers(in folder: URL) {
        // A folder that cannot be listed has nothing that could be removed.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where isLeftover(name) { unlink(folder.appending(path: name).path) }
    }

    /// Whether a name is that of an unfinished file, as `temporaryName` makes them, whose process
    /// has ended.
    static func isLeftover(_ name: String) -> Bool {
        guard name.hasPrefix("."), let end = name.range(of: ".partial") else { return false }
        let word = name[..<end.lowerBound].split(separator: ".").last ?? ""
        guard let process = Int32(word), process > 0, process != getpid() else { return true }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// Renames a finished file to its name and makes the name durable.
    static func move(_ temporary: URL, to url: URL) throws(LearnerStoreError) {
        guard rename(temporary.path, url.path) == 0 else {
            let code = errno
            unlink(temporary.path)
            throw failure(code, url)
        }
        synchronizeDirectory(of: url)
    }

    /// Makes the names in the folder of a file durable.
    static func synchronizeDirectory(of url: URL) {
        let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    static func temporaryName(beside url: URL) -> URL {
        url.deletingLastPathComponent().appending(
            path: ".\(url.lastPathComponent).\(getpid()).partial")
    }

    /// The error for a system call that failed on a file.
    static func failure(_ code: Int32, _ url: URL) -> LearnerStoreError {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(path: url.path)
        case EIO: .inputOutput(path: url.path, detail: systemReason(code))
        default: .unwritable(path: url.path, reason: systemReason(code))
        }
    }

    private static func append(
        _ data: Data, to descriptor: Int32, named url: URL
    ) throws(LearnerStoreError) {
        var rest = data[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure(errno, url) }
            rest = rest.dropFirst(written)
        }
    }

    /// Whether the path is a folder or leads to one.
    private static func isDirectory(_ url: URL) -> Bool {
        let code = errno
        defer { errno = code }
        var status = stat()
        return stat(url.path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
