/// All that the model knows of one learner; a pure function of the log of attempts.
public struct LearnerState: Sendable, Hashable {
    /// The ability in logits; 0 is a learner in the middle of grade five.
    public internal(set) var ability = 0.0
    /// Counted first tries.
    public internal(set) var count = 0
    /// Attempts in the log, counted or not.
    public internal(set) var attempts = 0
    /// The running mean of right answers over all skills, 0...1.
    public internal(set) var recent = 0.5
    /// The states of the skills that were touched, by leaf.
    public internal(set) var skills: [String: SkillState] = [:]
    /// The last problem's leaf.
    public internal(set) var lastSkill: String?
    /// The last problem's purpose.
    public internal(set) var lastPurpose: Attempt.Purpose?
    /// The latest time seen, in milliseconds since 1970.
    public internal(set) var latestTime = Int64.min
    /// The latest local day seen; a clock that was set back does not lower it.
    public internal(set) var latestDay = Int.min
    /// Counted placement problems.
    public internal(set) var placementCount = 0
    /// Counted problems outside of placement.
    public internal(set) var practiceCount = 0
    var lastProblem: ProblemKey?
    var lastWasSkipped = false
    /// The scheduler's formulas.
    let fsrs: FSRS
    /// The formulas of the chance.
    public let model: ChanceModel

    /// Creates the state of a learner who has done nothing yet.
    public init(model: ChanceModel = .standard) {
        self.model = model
        fsrs = FSRS(FSRSParameters(desiredRetention: model.retention))
    }

    /// Rebuilds the state from a learner's log, oldest attempt first.
    ///
    /// `resets` are skills that the learner wished to start afresh, at their place in the log.
    public static func replaying(
        _ attempts: [Attempt], resets: [SkillReset] = [], in curriculum: Curriculum,
        model: ChanceModel = .standard
    ) -> LearnerState {
        var state = LearnerState(model: model)
        let ordered = resets.sorted { ($0.position, $0.skill) < ($1.position, $1.skill) }
        var waiting = ordered[...]
        for (position, attempt) in attempts.enumerated() {
            while let reset = waiting.first, reset.position <= position {
                state.reset(reset.skill)
                waiting.removeFirst()
            }
            state.apply(attempt, in: curriculum)
        }
        for reset in waiting { state.reset(reset.skill) }
        return state
    }

    /// Returns the state of the leaf named `id`.
    public func skill(_ id: String) -> SkillState { skills[id] ?? SkillState() }

    /// Forgets all of one skill; its answers still count for the learner's ability.
    public mutating func reset(_ skill: String) { skills[skill] = nil }

    /// Returns the chance, 0...1, of a right answer to a problem of `skill` at `level`.
    public func chance(of skill: CurriculumSkill, level: Int = 3, at now: Moment) -> Double {
        chance(of: skill, level: level, onDay: day(of: now))
    }

    /// Returns the chance that `skill` is remembered, 0...1, or nil if it was never answered.
    public func memory(of skill: String, at now: Moment) -> Double? {
        skills[skill]?.retrievability(on: day(of: now), fsrs)
    }

    /// Returns the summary of one skill for the screens.
    public func summary(of skill: CurriculumSkill, at now: Moment) -> SkillSummary {
        let state = self.skill(skill.id)
        let today = day(of: now)
        return SkillSummary(
            skill: skill.id, mastery: state.mastery,
            chanceRight: chance(of: skill, at: now),
            memory: state.retrievability(on: today, fsrs),
            daysToReview: state.memory == nil ? nil : state.dueDay - today,
            answers: state.count, right: state.wins, hints: state.hints,
            medianRightTime: state.medianRightTime)
    }

    /// Returns whether a problem with this text was shown lately for `skill`.
    public func hasSeen(text: String, skill: String) -> Bool {
        skills[skill]?.recentTexts.contains(Self.hash(of: text)) ?? false
    }

    /// Returns the local day of `now`, never before a day already seen.
    func day(of now: Moment) -> Int { max(now.localDay, latestDay) }

    func chance(of skill: CurriculumSkill, level: Int, onDay day: Int) -> Double {
        let state = self.skill(skill.id)
        return model.chance(
            ability: ability, recentOverall: recent, skill: state, difficulty: skill.difficulty,
            level: min(max(level, 1), 5), retrievability: state.retrievability(on: day, fsrs),
            days: state.count == 0 ? 0 : Double(max(0, day - state.lastDay)))
    }

    static func hash(of text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash
    }
}

/// A learner's wish to start a skill afresh, at its place in the log.
public struct SkillReset: Sendable, Hashable, Codable {
    /// The leaf.
    public let skill: String
    /// How many attempts the log held when the wish was made.
    public let position: Int

    /// Creates a reset.
    public init(skill: String, position: Int) {
        self.skill = skill
        self.position = position
    }
}

/// What a screen shows of one skill.
public struct SkillSummary: Sendable, Hashable {
    /// The leaf.
    public let skill: String
    /// How far the learner has come.
    public let mastery: MasteryLevel
    /// The chance of a right answer at the reference level, 0...1.
    public let chanceRight: Double
    /// The chance that the skill is remembered, 0...1, nil if never answered.
    public let memory: Double?
    /// Days until the next review, negative when it is late; nil if never answered.
    public let daysToReview: Int?
    /// Counted first tries.
    public let answers: Int
    /// Right first tries without help.
    public let right: Int
    /// Hints shown in all.
    public let hints: Int
    /// The median time of the last right answers in milliseconds.
    public let medianRightTime: Int?
}
