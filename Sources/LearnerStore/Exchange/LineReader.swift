import Foundation

/// Reads a file line by line without ever holding more than one line and a buffer.
final class LineReader {
    /// A line without its end, or nil bytes where it is longer than may be.
    struct Line {
        let number: Int
        let bytes: Data?
    }

    private static let longestLine = 1 << 20
    private let descriptor: Int32
    private let url: URL
    private var buffer = Data()
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    init(_ url: URL) throws(LearnerStoreError) {
        self.url = url
        descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .invalid("\(url.path) cannot be read: \(systemReason())")
        }
    }

    deinit {
        close(descriptor)
    }

    /// The next line that is not empty, or nil at the end.
    func next() throws -> Line? {
        while let line = try nextLine() {
            if line.bytes?.isEmpty != true { return line }
        }
        return nil
    }

    private func nextLine() throws -> Line? {
        var line = Data()
        var isTooLong = false
        while true {
            if position >= buffer.count, try !fill() {
                guard !line.isEmpty || isTooLong else { return nil }
                return finish(line, isTooLong)
            }
            let rest = buffer[position...]
            let end = Self.newline(in: rest)
            let piece = rest[..<(end ?? rest.endIndex)]
            position = (end ?? rest.endIndex) + (end == nil ? 0 : 1)
            isTooLong = isTooLong || line.count + piece.count > Self.longestLine
            if !isTooLong { line += piece }
            if end != nil { return finish(line, isTooLong) }
        }
    }

    private static func newline(in rest: Data) -> Data.Index? {
        rest.withUnsafeBytes { bytes -> Data.Index? in
            guard let start = bytes.baseAddress,
                let found = memchr(start, 0x0A, bytes.count)
            else { return nil }
            return rest.startIndex + (UnsafeRawPointer(found) - start)
        }
    }

    private func finish(_ line: Data, _ isTooLong: Bool) -> Line {
        number += 1
        var bytes = line
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.last == 0x0D { bytes = bytes.dropLast() }
        return Line(number: number, bytes: isTooLong ? nil : Data(bytes))
    }

    private func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        var count = read(descriptor, &bytes, bytes.count)
        while count < 0 && errno == EINTR { count = read(descriptor, &bytes, bytes.count) }
        guard count >= 0 else {
            throw LearnerStoreError.invalid("\(url.path) cannot be read: \(systemReason())")
        }
        isAtEnd = count == 0
        buffer = Data(bytes.prefix(count))
        position = 0
        return count > 0
    }
}
