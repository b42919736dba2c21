import ArgumentParser

/// Which command's help the arguments ask for.
struct HelpRequest {
    /// The commands from `mathtutor` down to the one that was named.
    let path: [any ParsableCommand.Type]

    /// Finds the command; nil where no help is asked for.
    init?(_ arguments: [String]) {
        let options = arguments.prefix { $0 != "--" }
        let isWord = options.first == "help"
        guard isWord || options.contains("--help") || options.contains("-h") else { return nil }
        var path: [any ParsableCommand.Type] = [MathTutor.self]
        for word in Self.words(options.dropFirst(isWord ? 1 : 0)) {
            let next = path.last?.configuration.subcommands.first { $0._commandName == word }
            guard let next else { break }
            path.append(next)
        }
        self.path = path
    }

    /// The help, as wide as the terminal.
    var text: String { MathTutor.helpMessage(for: path.last ?? MathTutor.self) }

    /// What `CommandExamples` calls the command.
    var topic: String { path.dropFirst().first?._commandName ?? "" }

    /// What stands alone: neither an option nor the value of one that every command takes.
    private static func words(_ arguments: ArraySlice<String>) -> [String] {
        var previous = ""
        return arguments.filter { argument in
            defer { previous = argument }
            return !argument.hasPrefix("-") && !GlobalOptions.valueOptions.contains(previous)
        }
    }
}
