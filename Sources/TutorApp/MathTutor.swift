import ArgumentParser
import Foundation
import Glibc
import LearnerStore
import Mathematics

/// The `mathtutor` command.
@main
struct MathTutor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mathtutor",
        abstract: "A tutor for school mathematics that lives in the terminal.",
        discussion: """
            Without a command it opens the full-screen tutor. Every command works without a \
            terminal.

            Every command takes these, before or after its name: --home DIR (the folder for \
            everything that is written), --data DIR (another Data folder), --profile NAME, \
            --language en|ko, --plain (lines instead of a screen), --ascii, \
            --color auto|always|never, --json.

            Exit codes: 0 done; 1 the work failed; 2 wrong usage, or no terminal; 3 damaged store \
            or model; 4 cannot write; 129, 130, 143 ended by a signal.
            """,
        version: "0.1.0",
        subcommands: [
            LearnCommand.self, PracticeCommand.self, GenerateCommand.self, CheckCommand.self,
            ClassifyCommand.self, GradeCommand.self, VaryCommand.self, TrainCommand.self,
            EvaluateCommand.self, ModelsCommand.self, ProgressCommand.self, ExportCommand.self,
            ImportCommand.self, SimulateCommand.self, TraceCommand.self, BankCommand.self,
            AutogradCommand.self, BackupCommand.self, RestoreCommand.self, ProfilesCommand.self,
            DoctorCommand.self,
        ],
        defaultSubcommand: LearnCommand.self)

    /// Runs the program; never returns.
    static func main() {
        umask(0o077)
        ProcessSignals.install()
        requireMemory()
        let arguments = ArgumentOrder.normalized(
            NegativeAnswers.separated(Array(CommandLine.arguments.dropFirst())))
        Glibc.exit(run(arguments))
    }

    /// Ends at once where too little memory is allowed: the usual end would wait for threads.
    private static func requireMemory() {
        do {
            try MemoryLimit.prepare()
        } catch {
            let language = LanguageChoice.ofArguments(
                Array(CommandLine.arguments.dropFirst()),
                environment: ProcessInfo.processInfo.environment)
            StandardOutput.complain("mathtutor: \(error.message(in: language))")
            _exit(error.kind.rawValue)
        }
    }

    /// Runs one command and returns its exit code.
    static func run(_ arguments: [String]) -> Int32 {
        let language = LanguageChoice.ofArguments(
            arguments, environment: ProcessInfo.processInfo.environment)
        do {
            if let failure = unknownCommand(in: arguments) { throw failure }
            var command = try parseAsRoot(arguments)
            try command.run()
            return 0
        } catch {
            return report(error, arguments: arguments, language: language)
        }
    }

    /// The names of the commands.
    static var commandNames: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName }
    }

    private static func report(
        _ error: any Error, arguments: [String], language: Language
    ) -> Int32 {
        let failure = error as? Failure ?? (error as? LearnerStoreError).map(Failure.init)
        if let failure {
            StandardOutput.complain("mathtutor: \(failure.message(in: language))")
            return failure.kind.rawValue
        }
        let command = arguments.first { !$0.hasPrefix("-") }.flatMap { word in
            commandNames.contains(word) ? word : nil
        }
        switch exitCode(for: error) {
        case .success:
            return printHelp(fullMessage(for: error), arguments: arguments, language: language)
        case .validationFailure:
            StandardOutput.complain(
                UsageMessage.text(for: error, command: command, in: language))
            return Failure.Kind.usage.rawValue
        case let code where error is ExitCode:
            return code.rawValue
        default:
            StandardOutput.complain("mathtutor: \(message(for: error))")
            return Failure.Kind.failed.rawValue
        }
    }

    /// Prints help, with examples below it; completions and versions are printed as they are.
    private static func printHelp(
        _ text: String, arguments: [String], language: Language
    ) -> Int32 {
        let topic = arguments.first { commandNames.contains($0) } ?? ""
        let examples =
            text.hasPrefix("OVERVIEW") && !text.contains("EXAMPLES:")
            ? "\n" + CommandExamples.text(topic) : ""
        do {
            try StandardOutput.line(text.trimmingSuffix(while: \.isNewline) + examples)
            return 0
        } catch {
            StandardOutput.complain("mathtutor: \(error.message(in: language))")
            return error.kind.rawValue
        }
    }

    private static func unknownCommand(in arguments: [String]) -> Failure? {
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !word.hasPrefix("-"), word != "help",
            !commandNames.contains(word)
        else { return nil }
        let names = commandNames.joined(separator: " ")
        return Failure(
            .usage,
            english: """
                there is no command "\(word)".
                Try:  mathtutor --help, or one of: \(names)
                """,
            korean: """
                "\(word)"라는 명령은 없어요.
                이렇게 해 보세요:  mathtutor --help, 또는 \(names)
                """)
    }
}

extension String {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, condition(last) { text.removeLast() }
        return text
    }
}
