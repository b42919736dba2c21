import ArgumentParser

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Explains the state of everything.")

    @OptionGroup var global: GlobalOptions
}
