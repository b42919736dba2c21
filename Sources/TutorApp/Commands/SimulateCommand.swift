import ArgumentParser

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Simulates learners under a policy.")

    @OptionGroup var global: GlobalOptions
}
