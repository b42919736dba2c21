import ArgumentParser

struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "Names the kind of a problem.")

    @OptionGroup var global: GlobalOptions
}
