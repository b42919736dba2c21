import ArgumentParser

struct ModelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "Lists and chooses models.")

    @OptionGroup var global: GlobalOptions
}
