internal import GRDB
public import Mathematics

/// The problem that a learner has before them, so that the very same one comes back after the
/// terminal or the machine went away.
public struct ProblemOnScreen: Sendable, Hashable {
    /// The identifier that the attempt will have; an answer is thus never stored twice.
    public var attempt: String
    /// The identifier of the leaf.
    public var skill: String
    /// The identifier of the template.
    public var template: String
    /// The level, 1...5.
    public var level: Int
    /// The seed of the problem.
    public var seed: UInt64
    /// The language of the problem.
    public var language: Language
    /// Whether the problem was made with a number that is not needed.
    public var distractor: Bool
    /// When it appeared, in milliseconds since 1970.
    public var posed: Int64
    /// How many hints have been shown.
    public var hints: Int
    /// 1 for the first answer to this problem, 2 for the second try.
    public var tryNumber: Int
    /// Whatever else the session needs, as text of its own form.
    public var detail: String

    /// Creates the note from its parts.
    public init(
        attempt: String, skill: String, template: String, level: Int, seed: UInt64,
        language: Language, distractor: Bool = false, posed: Int64, hints: Int = 0,
        tryNumber: Int = 1, detail: String = ""
    ) {
        self.attempt = attempt
        self.skill = skill
        self.template = template
        self.level = level
        self.seed = seed
        self.language = language
        self.distractor = distractor
        self.posed = posed
        self.hints = hints
        self.tryNumber = tryNumber
        self.detail = detail
    }
}

/// What happens to the problem on the screen when an answer is stored.
public enum ScreenChange: Sendable, Hashable {
    /// It stays.
    case unchanged
    /// It is done with.
    case cleared
    /// Another one, or the same one at its second try, takes its place.
    case replaced(ProblemOnScreen)
}

extension LearnerStore {
    /// The problem that a learner had on the screen, or nil.
    public func problemOnScreen(
        of learner: String
    ) throws(LearnerStoreError) -> ProblemOnScreen? {
        try reading { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM on_screen WHERE learner = ?", arguments: [learner]
            ).flatMap(ProblemOnScreen.init)
        }
    }

    /// Notes which problem a learner has on the screen now.
    public func setScreen(
        _ change: ScreenChange, of learner: String
    ) throws(LearnerStoreError) {
        try writing { try Self.apply(change, of: learner, to: $0) }
    }

    static func apply(
        _ change: ScreenChange, of learner: String, to database: Database
    ) throws {
        switch change {
        case .unchanged: break
        case .cleared:
            try database.execute(
                sql: "DELETE FROM on_screen WHERE learner = ?", arguments: [learner])
        case .replaced(let problem):
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO on_screen (learner, attempt, skill, template, level,
                        seed, language, distractor, posed, hints, try_number, detail)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    learner, problem.attempt, problem.skill, problem.template, problem.level,
                    Int64(bitPattern: problem.seed), problem.language.rawValue,
                    problem.distractor, problem.posed, problem.hints, problem.tryNumber,
                    problem.detail,
                ])
        }
    }
}

extension ProblemOnScreen {
    /// A note that cannot be read is no loss: the learner gets another problem.
    init?(_ row: Row) {
        guard let language = Language(rawValue: row["language"]) else { return nil }
        self.init(
            attempt: row["attempt"], skill: row["skill"], template: row["template"],
            level: row["level"], seed: UInt64(bitPattern: row["seed"]), language: language,
            distractor: row["distractor"], posed: row["posed"], hints: row["hints"],
            tryNumber: row["try_number"], detail: row["detail"])
    }
}
