import ArgumentParser

struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Opens the full-screen tutor.")

    @OptionGroup var global: GlobalOptions
}
