import ArgumentParser

struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank", abstract: "Checks and shows the problem bank.")

    @OptionGroup var global: GlobalOptions
}
