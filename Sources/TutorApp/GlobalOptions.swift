public import ArgumentParser
public import Mathematics

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

extension Language: ExpressibleByArgument {}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The folder for everything that is written.")
    var home: String?

    @Option(help: "Another Data folder.")
    var data: String?

    @Option(help: "The learner's profile.")
    var profile: String?

    @Option(help: "The language, en or ko.")
    var language: Language?

    @Flag(help: "Lines instead of a screen, for pipes and screen readers.")
    var plain = false

    @Flag(help: "ASCII characters only.")
    var ascii = false

    @Option(help: "Colours: auto, always or never.")
    var color = ColorChoice.auto

    @Flag(help: "Print JSON.")
    var json = false
}
