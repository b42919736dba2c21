import ArgumentParser

struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Shows what a learner knows.")

    @OptionGroup var global: GlobalOptions
}
