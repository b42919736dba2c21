import ArgumentParser

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Prints problems as JSON Lines.")

    @OptionGroup var global: GlobalOptions
}
