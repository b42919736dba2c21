import ArgumentParser
import Foundation
import Glibc
import TerminalUI

/// Measures the full screen through a terminal of its own, as a learner's fingers and eyes do.
struct ScreenBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "First frame, key to screen (idle and while training), idle processor time.")

    @Option(help: "The built program.")
    var program = ".build/release/mathtutor"

    @Option(help: "How often the first frame is measured.")
    var starts = 20

    @Option(help: "How many keys are typed in each measurement.")
    var keys = 300

    func run() throws {
        let home = FileManager.default.temporaryDirectory.appending(
            path: "screen-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
        defer {
            // What stays in the temporary folder does no harm.
            try? FileManager.default.removeItem(at: home)
        }
        let frames = try (0..<starts).map { _ in try firstFrame(home) }
        report("first frame after exec", frames)
        for size in [(24, 80), (40, 120), (60, 200)] {
            let terminal = try practice(home, rows: size.0, columns: size.1, isTraining: false)
            report("key to screen, idle, \(size.1)x\(size.0)", echoes(terminal))
        }
        try measureIdle(home)
        let terminal = try practice(home, rows: 24, columns: 80, isTraining: true)
        report("key to screen, training, 80x24", echoes(terminal))
    }

    private func start(_ home: URL, rows: Int, columns: Int) throws -> PseudoTerminal {
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm-256color"
        environment["LANG"] = "C.UTF-8"
        guard
            let terminal = PseudoTerminal(
                path: program, arguments: ["--home", home.path, "--language", "en"],
                environment: environment, size: Size(rows: rows, columns: columns))
        else { throw ValidationError("\(program) cannot be started") }
        return terminal
    }

    private func firstFrame(_ home: URL) throws -> Double {
        let began = ContinuousClock.now
        let terminal = try start(home, rows: 24, columns: 80)
        guard terminal.waits(for: "Practice") else { throw ValidationError("no first frame") }
        let time = milliseconds(since: began)
        terminal.send(signal: SIGTERM)
        _ = terminal.exitCode()
        return time
    }

    private func practice(
        _ home: URL, rows: Int, columns: Int, isTraining: Bool
    ) throws -> PseudoTerminal {
        let terminal = try start(home, rows: rows, columns: columns)
        guard terminal.waits(for: "Next:") else { throw ValidationError("nothing was loaded") }
        if isTraining {
            terminal.type("4\r")
            guard terminal.waits(for: "epoch", within: .seconds(120)) else {
                throw ValidationError("the training did not begin")
            }
            terminal.type("\u{1B}")
            terminal.listen(for: .milliseconds(300))
        }
        terminal.type("1")
        guard terminal.waits(for: "Your answer") else { throw ValidationError("no problem") }
        terminal.listen(for: .milliseconds(500))
        return terminal
    }

    /// Types letters one at a time and waits for each to come back.
    private func echoes(_ terminal: PseudoTerminal) -> [Double] {
        let letters = Array("bcdfghijklmoprtuvwxyz")
        var times: [Double] = []
        for index in 0..<keys {
            if index % 20 == 0 {
                terminal.type("\u{15}")
                terminal.listen(for: .milliseconds(30))
            }
            let letter = String(letters[index % letters.count])
            let before = terminal.output.count
            let began = ContinuousClock.now
            terminal.type(letter)
            guard terminal.waits(for: letter, since: before) else { continue }
            times.append(milliseconds(since: began))
            terminal.listen(for: .milliseconds(5))
        }
        return times
    }

    private func measureIdle(_ home: URL) throws {
        let terminal = try practice(home, rows: 24, columns: 80, isTraining: false)
        let before = terminal.processorSeconds ?? 0
        let bytes = terminal.listen(for: .seconds(3))
        let used = (terminal.processorSeconds ?? 0) - before
        print("idle for 3 s: \(bytes) bytes written, \(Int(used * 1000)) ms of processor time")
    }

    private func milliseconds(since began: ContinuousClock.Instant) -> Double {
        let parts = (ContinuousClock.now - began).components
        return Double(parts.seconds) * 1e3 + Double(parts.attoseconds) / 1e15
    }

    private func report(_ name: String, _ times: [Double]) {
        guard !times.isEmpty else { return print("\(name): nothing measured") }
        let sorted = times.sorted()
        func at(_ share: Double) -> String {
            let index = min(sorted.count - 1, Int(share * Double(sorted.count)))
            return String(format: "%.2f", sorted[index])
        }
        print(
            "\(name): min \(at(0)) median \(at(0.5)) p95 \(at(0.95)) p99 \(at(0.99)) ms"
                + " (\(sorted.count))")
    }
}
