import Glibc

/// Reads lines from a file descriptor, whatever bytes they hold and however long they are.
struct LineReader {
    /// Bytes of a line beyond these are read and dropped.
    private let longestLine: Int
    private let descriptor: Int32
    private let isTerminal: Bool
    private var buffer: [UInt8] = []
    private var hasEnded = false

    /// Creates a reader; a terminal's half-typed last line is not a line.
    init(descriptor: Int32 = STDIN_FILENO, longestLine: Int = 4096) {
        self.longestLine = longestLine
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Returns the next line without its end, nil at the end of input.
    ///
    /// Bytes that are not UTF-8 become replacement characters.
    mutating func next() -> String? {
        var line: [UInt8] = []
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                append(buffer[..<end], to: &line)
                buffer.removeSubrange(...end)
                return text(line)
            }
            append(buffer[...], to: &line)
            buffer.removeAll(keepingCapacity: true)
            guard !hasEnded, fill() else { break }
        }
        return line.isEmpty || isTerminal ? nil : text(line)
    }

    /// Waits at most so long and returns whether `next` would return at once.
    mutating func isReady(within milliseconds: Int32) -> Bool {
        if hasEnded || buffer.contains(UInt8(ascii: "\n")) { return true }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    private func append(_ bytes: ArraySlice<UInt8>, to line: inout [UInt8]) {
        line += bytes.prefix(longestLine - line.count)
    }

    private func text(_ line: [UInt8]) -> String {
        let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func fill() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                hasEnded = true
                return false
            }
            buffer = Array(chunk[..<count])
            return true
        }
    }
}
