import ArgumentParser
import Foundation
import Mathematics
import TerminalUI
import Tutoring

struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Opens the full-screen tutor.",
        discussion: """
            With --record the session is written to a file as JSON Lines: the size, language, seed \
            and clock it began with, every key with its time, and the screen it ended with. Over \
            the same record (a new --home, or --profile guest) the same keys lead to the same \
            screen, so that such a file shows what went wrong. It holds all that was typed.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: .init("Writes the session to a file.", valueName: "file"))
    var record: String?

    @Option(help: .init("The randomness, for a session that can be repeated.", valueName: "n"))
    var seed: UInt64?

    func run() throws {
        if let source = global.plainReason() {
            guard record == nil else {
                throw ValidationError("--record writes down the full screen, not plain lines")
            }
            var menu = try PlainMenu(global: global)
            return try menu.run(because: source)
        }
        let environment = ProcessInfo.processInfo.environment
        let clock = try WallClock.ofEnvironment(environment)
        let home = try global.homeDirectory(environment: environment)
        let code = try MainActor.assumeIsolated {
            try FullScreen(
                global: global, clock: clock, home: home,
                seed: seed ?? UInt64.random(in: 0...UInt64.max),
                recording: record.map { URL(filePath: $0) }
            ).run(environment)
        }
        if code != 0 { throw ExitCode(code) }
    }
}
