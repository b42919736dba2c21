import Foundation
import LearnerModel

/// Where answers go when the database was taken away under the running program.
struct RescueFile {
    static let name = "rescued-answers.jsonl"
    private let location: StoreLocation

    init(_ location: StoreLocation) {
        self.location = location
    }

    /// Appends answers in the form that `import` reads; returns the path, or nil where no place
    /// could be written.
    func add(_ attempts: [Attempt]) -> String? {
        let lines = attempts.map { AttemptLine.text(of: $0) + "\n" }.joined()
        let beside = location.directory.appending(path: Self.name)
        let elsewhere = FileManager.default.temporaryDirectory
            .appending(path: "mathtutor-rescued-answers-\(getuid()).jsonl")
        return [beside, elsewhere].first { append(lines, to: $0) }?.path
    }

    /// The answers in the rescue file beside the record; lines that cannot be read are passed over.
    func attempts() -> [Attempt] {
        let url = location.directory.appending(path: Self.name)
        guard FileStatus(url)?.isRegularFile == true, let lines = try? LineReader(url) else {
            return []
        }
        var attempts: [Attempt] = []
        while let line = try? lines.next() {
            guard let bytes = line.bytes, case .attempt(let attempt)? = try? ImportedLine(bytes)
            else { continue }
            attempts.append(attempt)
        }
        return attempts
    }

    private func append(_ line: String, to url: URL) -> Bool {
        let descriptor = open(
            url.path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard FileStatus(descriptor: descriptor)?.isRegularFile == true else { return false }
        let bytes = Array(line.utf8)
        return write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    }
}
