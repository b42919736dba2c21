import Foundation
import Glibc
import TerminalUI
import TestSupport
import Testing

/// The built program in a real terminal: what only a terminal can show.
@Suite(.serialized) struct FullScreenTests {
    private let home = FileManager.default.temporaryDirectory
        .appending(path: "mathtutor-screen-\(UUID().uuidString)")

    private func start(
        _ extra: [String] = [], term: String = "xterm-256color",
        locale: [String: String] = ["LANG": "C.UTF-8"]
    ) throws -> PseudoTerminal {
        var environment = locale
        environment["TERM"] = term
        environment["HOME"] = home.path
        environment["MATHTUTOR_DATA"] = dataDirectory.path
        return try #require(
            PseudoTerminal(
                path: BuiltBinary.executable.path,
                arguments: ["--home", home.path, "--language", "en"] + extra,
                environment: environment, size: Size(rows: 24, columns: 80)))
    }

    @Test(
        arguments: [
            (SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGSEGV, 139), (SIGABRT, 134),
        ] as [(Int32, Int32)])
    func `a signal puts the terminal back and ends with its code`(
        signal: Int32, code: Int32
    ) throws {
        let terminal = try start()
        #expect(terminal.waits(for: "Practice"))

        terminal.send(signal: signal)

        #expect(terminal.exitCode() == code)
        let end = String(decoding: terminal.output.suffix(400), as: UTF8.self)
        #expect(end.contains("\u{1B}[?1049l"))
        #expect(end.contains("\u{1B}[?2004l"))
        #expect(end.contains("stopped unexpectedly") == (signal == SIGSEGV || signal == SIGABRT))
    }

    @Test func `flow control keys freeze nothing and Ctrl-C quits`() throws {
        let terminal = try start()
        #expect(terminal.waits(for: "Enter"))

        let before = terminal.output.count
        terminal.type("\u{13}\u{11}\u{14}")

        #expect(terminal.waits(for: "연습하기", since: before))
        terminal.type("\u{3}")
        #expect(terminal.exitCode() == 130)
    }

    @Test func `a storm of sizes ends with the whole screen and without a loop`() throws {
        let terminal = try start()
        #expect(terminal.waits(for: "Practice"))

        for index in 0..<200 {
            terminal.resize(to: Size(rows: 1 + index % 60, columns: 1 + index * 7 % 150))
        }
        let before = terminal.output.count
        terminal.resize(to: Size(rows: 30, columns: 100))

        #expect(terminal.waits(for: "Last seven days", since: before))
        #expect((0..<30).contains { _ in terminal.listen(for: .milliseconds(300)) == 0 })
        terminal.type("q")
        #expect(terminal.exitCode() == 0)
    }

    @Test func `nothing is written and no time is used while nothing happens`() throws {
        let terminal = try start()
        #expect(terminal.waits(for: "you should start"))

        // Loading ends sooner or later; after that a whole second passes without any work.
        let comesToRest = (0..<30).contains { _ in
            let used = terminal.processorSeconds
            return terminal.listen(for: .seconds(1)) == 0 && used != nil
                && terminal.processorSeconds == used
        }
        #expect(comesToRest)
    }

    @Test func `escape takes effect at once`() throws {
        let terminal = try start()
        #expect(terminal.waits(for: "you should start"))
        terminal.type("6")
        #expect(terminal.waits(for: "Preview"))
        let before = terminal.output.count

        terminal.type("\u{1B}")

        #expect(terminal.waits(for: "Today", since: before, within: .milliseconds(700)))
    }

    @Test func `a pasted answer arrives as text and not as keys`() throws {
        let terminal = try start()
        #expect(terminal.waits(for: "you should start"))
        terminal.type("1")
        #expect(terminal.waits(for: "Your answer"))

        terminal.type("\u{1B}[200~12한글\n\u{1B}[201~")

        #expect(terminal.waits(for: "12한글"))
    }

    @Test(arguments: ["dumb", "nosuchterminal", ""])
    func `a terminal without a screen is answered with a sentence`(term: String) throws {
        let terminal = try start(term: term)

        #expect(terminal.exitCode() == 2)
        let text = String(decoding: terminal.output, as: UTF8.self)
        #expect(text.contains("mathtutor --plain"))
        #expect(!text.contains("\u{1B}[?1049h"))
    }

    @Test(arguments: ["vt100", "linux", "screen-256color", "ansi", "xterm-mono"])
    func `every terminal that can move its cursor shows the start screen`(term: String) throws {
        let isKnown = ["/lib/terminfo", "/usr/share/terminfo"].contains {
            FileManager.default.fileExists(atPath: "\($0)/\(term.prefix(1))/\(term)")
        }
        guard isKnown else { return }
        let terminal = try start(term: term)

        #expect(terminal.waits(for: "Practice"))
        terminal.type("q")
        #expect(terminal.exitCode() == 0)
    }

    @Test(arguments: [["LANG": "C"], [:], ["LANG": "ko_KR.UTF-8"]] as [[String: String]])
    func `Hangul is shown where the locale says nothing`(locale: [String: String]) throws {
        let terminal = try start(["--language", "ko"], locale: locale)

        #expect(terminal.waits(for: "연습하기"))
    }
}
