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
        usage: "mathtutor [<options>] [<subcommand>]",
        discussion: """
            Without a command it opens the full-screen tutor. Every command works without a \
            terminal.

            Every command takes these, before or after its name:
              --home DIR             the folder for everything that is written
              --data DIR             another Data folder
              --profile NAME         the learner; guest keeps nothing
              --language en|ko       the language
              --plain                lines instead of a screen
              --ascii                ASCII characters only
              --color WHEN           auto, always or never
              --json                 JSON instead of sentences

            The full screen takes --record FILE (writes the session down) and --seed N too.

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
            if let help = HelpRequest(arguments) {
                try printHelp(help.text, topic: help.topic)
                return 0
            }
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
            return printMessage(fullMessage(for: error), language: language)
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

    /// Prints help, with examples below it.
    private static func printHelp(_ text: String, topic: String) throws(Failure) {
        let examples = text.contains("EXAMPLES:") ? "" : "\n" + CommandExamples.text(topic)
        try StandardOutput.line(text.trimmingSuffix(while: \.isNewline) + examples)
    }

    /// Prints a version or completions as they are.
    private static func printMessage(_ text: String, language: Language) -> Int32 {
        do {
            try StandardOutput.line(String(text.trimmingSuffix(while: \.isNewline)))
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
        let meant = SimilarWord.nearest(to: word, among: commandNames)
        let advice = meant.map { "mathtutor \($0)" } ?? "mathtutor --help"
        return Failure(
            .usage,
            english: """
                there is no command "\(word)".\(meant.map { " Did you mean \($0)?" } ?? "")
                Try:  \(advice)
                """,
            korean: """
                "\(word)" 명령은 없어요.\(meant.map { " 혹시 \($0) 아닌가요?" } ?? "")
                이렇게 해 보세요:  \(advice)
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
