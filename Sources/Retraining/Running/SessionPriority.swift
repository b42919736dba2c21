public import Foundation

/// How much of the machine the whole terminal session gets beside other sessions.
///
/// Where the kernel groups processes by session, niceness counts only within one, so a training in a
/// session of its own must lower that too.
public struct SessionPriority: Sendable {
    /// Where the kernel tells and takes it.
    public static let file = URL(filePath: "/proc/self/autogroup")

    private let file: URL
    private let before: Int

    /// Lowers it to 19.
    ///
    /// - Parameter file: a file such as `/proc/self/autogroup`.
    /// - Returns: what is needed to put it back, or nil where there is no such grouping or it may not
    ///   be changed.
    public static func lowered(file: URL = file) -> SessionPriority? {
        // No such file means no grouping.
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let before = text.split(whereSeparator: \.isWhitespace).last.flatMap({ Int($0) }),
            write(19, to: file)
        else { return nil }
        return SessionPriority(file: file, before: before)
    }

    /// Puts it back.
    public func restore() {
        _ = Self.write(before, to: file)
    }

    /// In place: such a file is the kernel's and cannot be replaced.
    private static func write(_ nice: Int, to file: URL) -> Bool {
        guard let handle = try? FileHandle(forWritingTo: file) else {
            // It may not be changed.
            return false
        }
        do {
            try handle.write(contentsOf: Data("\(nice)".utf8))
            try handle.close()
            return true
        } catch {
            return false
        }
    }
}
