/// What is known of one learner's way with one skill.
public struct SkillState: Sendable, Hashable, Codable {
    /// How far the learner has come.
    public internal(set) var mastery = MasteryLevel.notStarted
    /// Log-odds by which the learner is better here than elsewhere.
    public internal(set) var offset = 0.0
    /// Counted first tries.
    public internal(set) var count = 0
    /// Right first tries without help.
    public internal(set) var wins = 0
    /// Other counted first tries.
    public internal(set) var fails = 0
    /// Hints shown in all.
    public internal(set) var hints = 0
    /// The running mean of right answers, 0...1, newest weighing most.
    public internal(set) var recent = 0.5
    /// Right answers in a row at the reference level or above.
    public internal(set) var run = 0
    /// Right answers in a row at any level.
    public internal(set) var rightRun = 0
    /// Wrong answers in a row.
    public internal(set) var wrongRun = 0
    /// The last counted answer: 1 right, -1 wrong, 0 none yet.
    public internal(set) var lastSign = 0
    /// The level of the last problem, 0 before the first.
    public internal(set) var lastLevel = 0
    /// The local day of the last problem.
    public internal(set) var lastDay = 0
    /// The place in the log of the last problem, counted from 1; 0 before the first.
    public internal(set) var lastSequence = 0
    /// Problems posed on `lastDay`.
    public internal(set) var problemsOnLastDay = 0
    /// Corrections of the levels' difficulty, learned from this learner.
    var levelOffsets = [0.0, 0, 0, 0, 0]
    var levelCounts = [0, 0, 0, 0, 0]

    /// The memory, nil before the first counted answer.
    public internal(set) var memory: Memory?
    /// The local day from which forgetting is counted.
    public internal(set) var memoryDay = 0
    /// The local day on which the next review falls due.
    public internal(set) var dueDay = 0
    /// Reviews made by the scheduler.
    var reviews = 0
    /// The local day of the last review of its own, not by credit.
    var reviewDay = Int.min
    /// The memory as it was before the review of `reviewDay`, for a second try.
    var memoryBefore: Memory?
    var memoryDayBefore = 0
    /// The mastery before the last counted answer, for a second try.
    var reviewedProblem: ProblemKey?
    /// Whether placement, not practice, gave the level.
    public internal(set) var isPlaced = false
    /// Whether placement found the skill too hard.
    public internal(set) var isPlacedBelow = false
    /// The templates of the last problems, newest last.
    public internal(set) var recentTemplates: [String] = []
    /// Hashes of the last texts shown, newest last.
    var recentTexts: [UInt64] = []
    /// Milliseconds of the last right answers, newest last.
    var rightTimes: [Int] = []

    /// Creates the state of a skill that was never answered.
    public init() {}

    /// The median time of the last right answers in milliseconds, for fluency.
    public var medianRightTime: Int? {
        rightTimes.isEmpty ? nil : rightTimes.sorted()[rightTimes.count / 2]
    }

    /// Returns the problems posed on `day`.
    public func problems(on day: Int) -> Int { day == lastDay ? problemsOnLastDay : 0 }

    /// Returns the chance, 0...1, that the skill is still remembered on `day`, nil if never answered.
    public func retrievability(on day: Int, _ fsrs: FSRS) -> Double? {
        memory.map { fsrs.retrievability(of: $0, afterDays: Double(max(0, day - memoryDay))) }
    }
}

/// What tells one problem from another.
struct ProblemKey: Sendable, Hashable, Codable {
    let template: String
    let seed: UInt64
    let level: Int

    init(_ attempt: Attempt) {
        (template, seed, level) = (attempt.template, attempt.seed, attempt.level)
    }
}
