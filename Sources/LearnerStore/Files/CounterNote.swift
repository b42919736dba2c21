import Foundation

/// The number of answers that were once on disk, kept outside the database.
///
/// It is written after each commit, so it never runs ahead of the database: a note that is higher
/// than the count of rows shows that committed answers have gone, as happens when someone deletes
/// the write-ahead log.
struct CounterNote {
    private static let length = 40
    private let url: URL

    init(_ location: StoreLocation) {
        url = location.counter
    }

    /// The count in the note, or nil where there is none that can be trusted.
    func read() -> Int64? {
        let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Self.length)
        guard pread(descriptor, &bytes, bytes.count, 0) == Self.length else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let count = Int64(text.prefix(19).drop { $0 == "0" }.description) ?? zero(text),
            Self.line(count) == text
        else { return nil }
        return count
    }

    /// Replaces the count; the answer itself is stored already, so a failure only costs the note.
    func write(_ count: Int64) {
        let descriptor = open(
            url.path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(Self.line(count).utf8)
        pwrite(descriptor, bytes, bytes.count, 0)
        close(descriptor)
    }

    private func zero(_ text: String) -> Int64? {
        text.hasPrefix(String(repeating: "0", count: 19)) ? 0 : nil
    }

    private static func line(_ count: Int64) -> String {
        let number = pad(String(count), to: 19, with: "0")
        var checksum = RowChecksum()
        checksum.add(number)
        return number + " " + pad(String(checksum.value, radix: 16), to: 19, with: " ") + "\n"
    }

    private static func pad(_ text: String, to width: Int, with character: Character) -> String {
        String(repeating: character, count: max(0, width - text.utf8.count)) + text
    }
}
