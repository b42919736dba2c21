import Foundation

/// What `lstat` says about a path, without following a link at its end.
struct FileStatus: Equatable {
    let device: UInt64
    let inode: UInt64
    let links: UInt64
    let size: Int64
    let mode: UInt32

    /// The status of a path, or nil where nothing is.
    init?(_ url: URL) {
        var status = stat()
        guard lstat(url.path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether something is at a path; a path that may not be looked at is no empty one.
    static func exists(_ url: URL) throws(LearnerStoreError) -> Bool {
        if FileStatus(url) != nil { return true }
        guard errno == ENOENT else {
            throw .unwritable(path: url.path, reason: systemReason())
        }
        return false
    }

    /// The status of an open file.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        links = UInt64(status.st_nlink)
        size = Int64(status.st_size)
        mode = status.st_mode
    }

    var isRegularFile: Bool { mode & S_IFMT == S_IFREG }
    var isDirectory: Bool { mode & S_IFMT == S_IFDIR }

    /// Whether the path still names the file that was opened.
    func isSameFile(as other: FileStatus?) -> Bool {
        guard let other else { return false }
        return device == other.device && inode == other.inode && other.links > 0
    }
}

/// The sentence of the system for the last failed call.
func systemReason(_ code: Int32 = errno) -> String {
    String(cString: strerror(code))
}
