/// Chooses the next problem; a pure function of the learner's log, the seed and the clock.
public struct PracticePolicy: Sendable {
    /// The chance of success to aim at while learning.
    var learningTarget = 0.78
    /// The chance of success to aim at in the first problem of a session.
    var openingTarget = 0.80
    /// The chance of success to aim at in reviews.
    var reviewTarget = 0.85
    /// The share of reviews when one skill is due, its growth with each more, and the most.
    var reviewShare = (least: 0.15, perDue: 0.03, most: 0.30)
    /// How many skills are learned side by side.
    var workingSetSize = 3
    /// How many problems a new skill begins with in a row.
    var blockLength = 3
    /// How many problems of one unfinished skill a day may hold.
    var dailyLimit = 12
    /// A proficient skill whose chance falls below this is reviewed before its day.
    var slippingChance = 0.65
    /// After how many right answers in a row the next problem is harder, up to the reference level.
    var climbAfter = 3
    /// Whether early reviews take the weakest memory first instead of taking turns.
    var reviewsWeakestEarly = false
    /// How many problems placement may take.
    public static let placementLimit = 25

    /// Creates the policy of the tutor.
    public init() {}

    /// Returns the next problem for the learner, nil where nothing may be posed.
    ///
    /// Equal arguments give equal choices; `seed` is the seed of the practice.
    public func next(
        for state: LearnerState, in curriculum: Curriculum,
        preferences: LearnerPreferences = LearnerPreferences(), seed: UInt64, now: Moment
    ) -> Choice? {
        var turn = Turn(self, state, curriculum, preferences, seed: seed, now: now)
        return turn.choice()
    }

    /// Returns the next problem of a skill that the learner asked for, nil where it has no template.
    public func next(
        of skill: String, level: Int? = nil, for state: LearnerState, in curriculum: Curriculum,
        seed: UInt64, now: Moment
    ) -> Choice? {
        guard let known = curriculum[skill], known.isAvailable else { return nil }
        var turn = Turn(self, state, curriculum, LearnerPreferences(), seed: seed, now: now)
        return turn.choice(of: known, for: .chosen, because: .chosen, level: level)
    }
}
