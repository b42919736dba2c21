import ArgumentParser

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the learner's record.")

    @OptionGroup var global: GlobalOptions
}
