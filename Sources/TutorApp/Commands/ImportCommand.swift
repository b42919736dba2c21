import ArgumentParser

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads a learner's record.")

    @OptionGroup var global: GlobalOptions
}
