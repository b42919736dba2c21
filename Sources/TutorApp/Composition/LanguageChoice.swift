import Mathematics

/// Which language to speak before any profile is known.
enum LanguageChoice {
    /// Korean in a Korean locale, English elsewhere.
    static func ofLocale(_ environment: [String: String]) -> Language {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale == "ko" || locale.hasPrefix("ko_") || locale.hasPrefix("ko.")
            ? .korean : .english
    }

    /// The language for a message about arguments that could not be parsed.
    static func ofArguments(
        _ arguments: [String], environment: [String: String]
    ) -> Language {
        for (position, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument.hasPrefix("--language=") {
                if let named = Language(rawValue: String(argument.dropFirst(11))) { return named }
            } else if argument == "--language", position + 1 < arguments.count,
                let named = Language(rawValue: arguments[position + 1])
            {
                return named
            }
        }
        return ofLocale(environment)
    }
}
