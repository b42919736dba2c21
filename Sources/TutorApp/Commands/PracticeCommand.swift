import ArgumentParser
import Glibc
import LearnerStore
import Mathematics
import Problems
import Tutoring

struct PracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Practises problems.",
        discussion: """
            In plain mode it prints a problem and reads lines: an answer, or one of the words hint, \
            skip, explain, back, quit (in Korean 힌트, 건너뛰기, 설명, 뒤로, 끝내기). After a result, \
            1, 2 or 3 chooses what comes next. Every line that begins with "Result:" stands for \
            one stored attempt.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: .init("A skill or one of its leaves, such as percent.of.", valueName: "id"))
    var skill: String?

    @Option(help: .init("The level.", valueName: "1-5"))
    var level: Int?

    @Option(help: .init("How many problems; without it, until the input ends.", valueName: "n"))
    var count: Int?

    @Option(help: .init("The randomness, for a session that can be repeated.", valueName: "n"))
    var seed: UInt64?

    func validate() throws {
        if let level, !(1...5).contains(level) {
            throw ValidationError("The value '\(level)' is invalid for '--level <1-5>'")
        }
        if let count, count < 1 {
            throw ValidationError("The value '\(count)' is invalid for '--count <n>'")
        }
    }

    func run() throws {
        let source = global.plainReason()
        guard source != nil else {
            guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
                throw Failure.needsTerminal
            }
            return try practise(because: nil)
        }
        try practise(because: source)
    }

    private func practise(because source: String?) throws {
        let environment = try TutorEnvironment.open(global)
        try requireProblems(environment)
        let seed = seed ?? UInt64.random(in: 0...UInt64.max)
        let plan = PracticePlan(
            learner: environment.learner.id, language: environment.language, skill: skill,
            level: level, count: count, seed: seed)
        try StandardOutput.line(
            PlainPhrases(language: environment.language).opening(because: source))
        var input = LineReader()
        var practice = PlainPractice(
            plan: plan, session: try environment.session(seed: seed), clock: environment.clock)
        _ = try practice.run(&input)
        if let fault = environment.store.endSession(now: environment.clock.milliseconds()) {
            throw fault
        }
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
