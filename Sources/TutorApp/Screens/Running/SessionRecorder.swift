import Foundation
import LearnerStore
import TerminalUI

/// Writes a session down while it goes on; the file has its name once the session is over.
final class SessionRecorder {
    private let file: URL
    private let growing: URL
    private let handle: FileHandle

    /// Begins a recording beside the file that it will be.
    init(file: URL, beginning: SessionRecording.Beginning) throws(Failure) {
        self.file = file
        growing = file.appendingPathExtension("partial")
        let path = growing.path(percentEncoded: false)
        guard
            FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw .unwritable(path, because: String(cString: strerror(errno))) }
        self.handle = handle
        write(beginning)
    }

    /// Notes what the screens are told.
    func note(_ message: AppMessage) { write(SessionRecording.Entry(message)) }

    /// Ends the recording with the last screen and gives the file its name.
    func end(_ model: AppModel, exitCode: Int32, time: Int64) throws(Failure) {
        var last = SessionRecording.Entry(time: time)
        last.exitCode = exitCode
        last.screen = view(model).drawnText
        write(last)
        do {
            try handle.synchronize()
            try handle.close()
            guard rename(growing.path, file.path) == 0 else {
                throw Failure.unwritable(file.path, because: String(cString: strerror(errno)))
            }
        } catch {
            throw Failure(reporting: error)
        }
    }

    private func write(_ line: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try handle.write(contentsOf: try encoder.encode(line) + Data("\n".utf8))
        } catch {
            // A disk that is full ends the recording, not the lesson; `end` says so.
            return
        }
    }
}
