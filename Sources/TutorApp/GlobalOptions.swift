public import ArgumentParser
import Foundation
public import Mathematics

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

extension Language: ExpressibleByArgument {}

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: .init("The folder for everything that is written.", valueName: "dir"))
    var home: String?

    @Option(help: .init("Another Data folder.", valueName: "dir"))
    var data: String?

    @Option(help: .init("The learner's profile; guest keeps nothing.", valueName: "name"))
    var profile: String?

    @Option(help: .init("The language, en or ko.", valueName: "en|ko"))
    var language: Language?

    @Flag(help: "Lines instead of a screen, for pipes and screen readers.")
    var plain = false

    @Flag(help: "ASCII characters only.")
    var ascii = false

    @Option(help: .init("Colors: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    @Flag(help: "Print JSON.")
    var json = false
}

extension GlobalOptions {
    /// The folders that are written to; nothing is created yet.
    func homeDirectory(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failure) -> HomeDirectory {
        try HomeDirectory.resolve(option: home, environment: environment)
    }

    /// The folder of problems, words and models that ship with the program.
    func dataDirectory(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failure) -> URL {
        try DataDirectory.resolve(option: data, environment: environment)
    }

    /// The profile that was asked for, under one name where it is the guest.
    var guestOrProfile: String? { Guest.isMeant(by: profile) ? Guest.name : profile }

    /// The language in force: `--language`, else the profile's, else the locale's.
    func languageInForce(
        profile: Language? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Language {
        language ?? profile ?? LanguageChoice.ofLocale(environment)
    }

    /// Whether lines are wanted instead of a screen, and what asked for them.
    func plainReason(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String? {
        if plain { return "--plain" }
        return ["MATHTUTOR_PLAIN", "ACCESSIBLE"].first { name in
            !["", "0"].contains(environment[name] ?? "")
        }
    }

    /// The names of the options that take a value and of those that do not.
    static let valueOptions: Set = ["--home", "--data", "--profile", "--language", "--color"]
    static let flags: Set = ["--plain", "--ascii", "--json"]
}
