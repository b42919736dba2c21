import ArgumentParser
import Glibc
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems
import Retraining
import TextClassification
import Tutoring

struct PracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Practices problems.",
        discussion: """
            In plain mode it prints a problem and reads lines: an answer, or one of the words hint, \
            skip, explain, back, quit (in Korean 힌트, 건너뛰기, 설명, 뒤로, 끝내기). After a result, \
            1, 2 or 3 chooses what comes next. Every line that begins with "Result:" stands for \
            one stored attempt. With --json the same session speaks in JSON Lines: the events are \
            problem, hint, result, answer, message and done.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: .init("A skill or one of its leaves, such as percent.of.", valueName: "id"))
    var skill: String?

    @Option(parsing: .unconditional, help: .init("The level.", valueName: "1-5"))
    var level: Int?

    @Option(
        parsing: .unconditional,
        help: .init("How many problems; without it, until the input ends.", valueName: "n"))
    var count: Int?

    @Option(help: .init("The randomness, for a session that can be repeated.", valueName: "n"))
    var seed: UInt64?

    func validate() throws {
        if let level, !(1...5).contains(level) {
            throw ValidationError("--level is a number from 1 to 5.")
        }
        if let count, !(1...1_000_000).contains(count) {
            throw ValidationError("--count is a number from 1 to 1000000.")
        }
    }

    func run() throws {
        let source = global.plainReason()
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        guard source != nil || isTerminal || global.json else { throw Failure.needsTerminal }
        if source == nil, !global.json, skill == nil, level == nil, count == nil, seed == nil {
            var screen = try LearnCommand.parse([])
            screen.global = global
            return try screen.run()
        }
        var input = LineReader()
        try practise(&input) { language in
            guard !global.json else { return }
            let phrases = PlainPhrases(language: language)
            try StandardOutput.line(phrases.opening(because: source))
            if Guest.isMeant(by: global.profile) { try StandardOutput.line(phrases.guest) }
        }
    }

    /// Practises by lines; `greeting` comes first, in the language in force.
    private func practise(
        _ input: inout LineReader, greeting: (Language) throws -> Void
    ) throws {
        let environment = try TutorEnvironment.open(global)
        try requireProblems(environment)
        try greeting(environment.language)
        _ = try practise(&input, in: environment)
        if let fault = environment.store.endSession(now: environment.clock.milliseconds()) {
            throw fault
        }
    }

    /// Practises by lines over a record that stays open.
    func practise(
        _ input: inout LineReader, in opened: TutorEnvironment, template: String? = nil
    ) throws -> PlainPractice.Ending {
        var environment = opened
        // Lines show no reading of the model: it is loaded only when the learner explains something.
        let registry = try ModelFolders(global).registry()
        environment.reader = ProblemReader(
            model: registry.currentID,
            think: { words, context in
                // A model that cannot be loaded leaves the exact rules.
                let loaded = try? registry.loadCurrent()
                return ThinkingGrader(loaded.map { ServedClassifier($0.model) })
                    .grade(words, of: context)
            },
            read: { _ in [] })
        let seed = seed ?? UInt64.random(in: 0...UInt64.max)
        let plan = PracticePlan(
            learner: environment.learner.id, language: environment.language, skill: skill,
            template: template, level: level, count: count, seed: seed)
        var practice = PlainPractice(
            plan: plan, session: try environment.session(seed: seed), clock: environment.clock,
            isJSON: global.json,
            // Without the file what is said about the thinking stays general.
            thoughts: GradeFeedback(
                catalogue: try? MisconceptionCatalogue(dataDirectory: environment.dataDirectory)))
        return try practice.run(&input)
    }

    private func requireProblems(_ environment: TutorEnvironment) throws {
        guard let skill else { return }
        let leaves = environment.bank.skills.leaves(of: skill)
        guard !leaves.isEmpty else { throw Failure.unknownIdentifier(skill, option: "skill") }
        guard leaves.contains(where: { !environment.bank.templates(of: $0.id).isEmpty }) else {
            throw Failure(
                .failed,
                english: """
                    the skill \(skill) has no problems yet.
                    Try:  mathtutor bank stats        (lists the skills with problems)
                    """,
                korean: """
                    \(skill)에는 아직 문제가 없어요.
                    이렇게 해 보세요:  mathtutor bank stats        (문제가 있는 유형을 보여 줘요)
                    """)
        }
    }
}
