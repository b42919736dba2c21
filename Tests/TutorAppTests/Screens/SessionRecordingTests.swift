import Foundation
import TerminalUI
import TestSupport
import Testing

@testable import TutorApp

/// A session that was recorded can be led through again.
@Suite(.serialized) struct SessionRecordingTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "mathtutor-record-\(UUID().uuidString)")

    private func record(_ arguments: [String], _ steps: (PseudoTerminal) -> Void) throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "session.jsonl")
        let terminal = try #require(
            PseudoTerminal(
                path: BuiltBinary.executable.path,
                arguments: ["--home", folder.appending(path: "first").path, "--record", file.path]
                    + arguments,
                environment: [
                    "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path,
                    "MATHTUTOR_DATA": dataDirectory.path, "TZ": "UTC",
                ], size: Size(rows: 24, columns: 80)))
        steps(terminal)
        terminal.type("\u{3}")
        #expect(terminal.exitCode() == 130)
        return file
    }

    @Test func `the keys of a recorded session lead to the same screen again`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try record(["--language", "en", "--seed", "5"]) { terminal in
            #expect(terminal.waits(for: "you should start"))
            terminal.type("1")
            #expect(terminal.waits(for: "Your answer"))
            terminal.type("99999\r")
            #expect(terminal.waits(for: "Not yet"))
            terminal.resize(to: Size(rows: 30, columns: 100))
            terminal.type("\u{14}")
            #expect(terminal.waits(for: "답"))
        }

        let recording = try #require(SessionRecording(contentsOf: file))
        let replay = SessionReplay(recording: recording)
        let screen = try replay.finalScreen(
            home: folder.appending(path: "second"), data: dataDirectory)

        #expect(recording.beginning.seed == 5)
        #expect(recording.entries.last?.exitCode == 130)
        let recorded = try #require(recording.entries.last?.screen)
        #expect(screen == recorded)
        #expect(recorded.contains("답"))
        #expect(
            recording.entries.compactMap(\.event).contains(.resize(Size(rows: 30, columns: 100))))
    }

    @Test(
        arguments: [
            .character("="), .character("한"), .control("t"), .function(10), .enter, .backTab,
            .pageDown,
        ] as [Key])
    func `a key is read back as it was recorded`(key: Key) {
        #expect(Key(recorded: key.recorded) == key)
    }

    @Test func `a file that is no recording is not taken for one`() throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "mathtutor-none-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("{\"kind\": \"something\"}\n".utf8).write(to: file)

        #expect(SessionRecording(contentsOf: file) == nil)
    }
}
