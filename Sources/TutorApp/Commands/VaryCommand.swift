import ArgumentParser

struct VaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vary", abstract: "Prints a problem with other numbers.")

    @OptionGroup var global: GlobalOptions
}
