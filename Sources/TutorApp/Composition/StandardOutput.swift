import Glibc

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
        do { try write(text + "\n", to: STDERR_FILENO) } catch { return }
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
