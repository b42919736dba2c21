import ArgumentParser
import Foundation
import Mathematics
import TerminalUI
import Tutoring

struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Opens the full-screen tutor.")

    @OptionGroup var global: GlobalOptions

    func run() throws {
        if let source = global.plainReason() {
            var menu = PlainMenu(global: global)
            return try menu.run(because: source)
        }
        let environment = ProcessInfo.processInfo.environment
        let clock = try WallClock.ofEnvironment(environment)
        let home = try global.homeDirectory(environment: environment)
        let code = try MainActor.assumeIsolated {
            try FullScreen(global: global, clock: clock, home: home).run(environment)
        }
        if code != 0 { throw ExitCode(code) }
    }
}
