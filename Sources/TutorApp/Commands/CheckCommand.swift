import ArgumentParser

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks answers exactly.")

    @OptionGroup var global: GlobalOptions
}
