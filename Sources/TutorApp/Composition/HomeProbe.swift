import Foundation
import Glibc

/// Whether a home that is not there could be made, found out without making it.
enum HomeProbe {
    /// Why nothing can be kept in the folder, as the system says it; nil where it can.
    static func obstacle(at folder: URL) -> String? {
        var place = folder.standardizedFileURL
        while access(path(place), F_OK) != 0, errno == ENOENT, place.pathComponents.count > 1 {
            place.deleteLastPathComponent()
        }
        return fault(path(place)).map { String(cString: strerror($0)) }
    }

    private static func fault(_ path: String) -> Int32? {
        var status = stat()
        guard stat(path, &status) == 0 else { return errno }
        guard status.st_mode & S_IFMT == S_IFDIR else { return ENOTDIR }
        guard access(path, W_OK | X_OK) == 0 else { return errno }
        // Root may write everywhere, but not in what the kernel makes up, such as /proc: it has no
        // blocks, and nobody is given the right to write to its folders.
        var system = statvfs()
        guard statvfs(path, &system) == 0 else { return errno }
        return system.f_blocks == 0 && status.st_mode & 0o222 == 0 ? EACCES : nil
    }

    private static func path(_ url: URL) -> String { url.path(percentEncoded: false) }
}
