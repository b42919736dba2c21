import ArgumentParser

struct AutogradCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autograd", abstract: "Differentiates an expression step by step.")

    @OptionGroup var global: GlobalOptions
}
