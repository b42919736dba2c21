import Foundation
import TestSupport
import Testing

/// What must not stand in the sources, because a full screen would break by it.
@Suite struct TerminalTrapTests {
    private func lines(of folder: String) throws -> [(path: String, line: Substring)] {
        let root = sourceRoot.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") }.flatMap { path in
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            return text.split(separator: "\n").map { ("\(folder)/\(path)", $0) }
        }
    }

    @Test func `nothing but a command and the terminal writes to standard output`() throws {
        let call = #/(^|[^.\w])(print|debugPrint|dump|putchar|puts|printf)\(/#
        for (path, line) in try lines(of: "Sources")
        where !path.contains("/Commands/") && !path.hasSuffix("FormulaPrinter.swift") {
            #expect(line.firstMatch(of: call) == nil, "\(path): \(line)")
        }
    }

    @Test func `no work waits for the thread that draws except through the mailbox`() throws {
        let wait = #/Task\s*\{\s*@MainActor|MainActor\.run\b|DispatchQueue\.main/#
        for (path, line) in try lines(of: "Sources") {
            #expect(line.firstMatch(of: wait) == nil, "\(path): \(line)")
        }
    }

    @Test func `the screen is opened without the call that ends the program by itself`() throws {
        for (path, line) in try lines(of: "Sources") {
            #expect(line.firstMatch(of: #/\binitscr\s*\(/#) == nil, "\(path): \(line)")
        }
    }

    @Test func `signal handlers write one byte and do nothing else`() throws {
        let source = try lines(of: "Sources/CTerminalSupport").map { String($0.line) }
        let start = try #require(source.firstIndex { $0.contains("static void on_signal(") })
        let body = source[start...].prefix { $0 != "}" }
        let calls = body.joined(separator: "\n").matches(of: #/\b([a-z_]+)\(/#).map { $0.1 }

        #expect(Set(calls).subtracting(["on_signal", "switch", "put"]).isEmpty)
    }
}
