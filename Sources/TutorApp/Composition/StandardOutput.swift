import Glibc
import TerminalUI

/// Writes to standard output at once and says so when it cannot.
enum StandardOutput {
    /// Writes one line and its newline, unbuffered.
    static func line(_ text: String) throws(Failure) {
        try write(text + "\n", to: STDOUT_FILENO)
    }

    /// Writes text as it is, unbuffered.
    static func text(_ text: String) throws(Failure) {
        try write(text, to: STDOUT_FILENO)
    }

    /// Writes one line to standard error; there is nowhere to say that it failed.
    static func complain(_ text: String) {
        let lines = columns(of: STDERR_FILENO).map { fitted(text, to: $0) } ?? text
        do { try write(lines + "\n", to: STDERR_FILENO) } catch { return }
    }

    /// Breaks lines that are too long at spaces; what follows is indented like the advice.
    static func fitted(_ text: String, to columns: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.flatMap { line in
            guard line.displayWidth > columns else { return [String(line)] }
            let leading = line.prefix { $0 == " " }.count
            let first = String(repeating: " ", count: min(leading, columns / 2))
            let next = String(repeating: " ", count: min(6, columns / 2))
            let words = String(line.dropFirst(leading))
            let parts = words.wrapped(to: columns - max(first.count, next.count))
            return parts.enumerated().map { ($0 == 0 ? first : next) + $1 }
        }.joined(separator: "\n")
    }

    /// How wide a terminal is; nil where there is none.
    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else {
            return nil
        }
        return size.ws_col >= 2 ? Int(size.ws_col) : nil
    }

    private static func write(_ text: String, to descriptor: Int32) throws(Failure) {
        // What `print` has buffered comes first.
        fflush(nil)
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno != EINTR && errno != EAGAIN {
                throw .unwritable("standard output", because: String(cString: strerror(errno)))
            }
        }
    }
}
