import ArgumentParser

struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Replays a practice log.")

    @OptionGroup var global: GlobalOptions
}
