import ArgumentParser

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Backs the record up.")

    @OptionGroup var global: GlobalOptions
}
