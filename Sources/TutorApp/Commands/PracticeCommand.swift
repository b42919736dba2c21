import ArgumentParser

struct PracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Practises problems.")

    @OptionGroup var global: GlobalOptions
}
