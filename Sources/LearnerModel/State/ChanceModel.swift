#if canImport(Glibc)
import Glibc
#endif

/// The numbers behind the chance of a right answer and its updates.
///
/// An Elo rating of learner, skill and level passes through a small logistic layer that also sees
/// memory, counts and recent answers. Sources: Pelánek, "Applications of the Elo rating system in
/// adaptive educational systems" (2016), for the ratings; coefficients fitted on ASSISTments 2009.
public struct ChanceModel: Sendable, Hashable {
    /// The weights of the logistic layer.
    public struct Layer: Sendable, Hashable {
        var intercept = 0.08
        var elo = 1.0
        var memory = 0.2
        var wins = -0.29
        var fails = 0.23
        var recent = 0.30
        var last = 0.16
        var recentOverall = 0.42
        var firstTime = -0.15

        /// The weights fitted on school logs.
        public static let fitted = Layer()
        /// The Elo rating alone, which forgets with ln(1 + days).
        public static let eloOnly = Layer(
            intercept: 0, elo: 1, memory: 0, wins: 0, fails: 0, recent: 0, last: 0,
            recentOverall: 0, firstTime: 0)
    }

    /// How far one answer moves a rating: `first / (1 + decay * n)`, but never less than `least`.
    public struct Step: Sendable, Hashable {
        var first: Double
        var decay: Double
        var least: Double

        /// Returns the step after `count` answers.
        func size(after count: Int) -> Double { max(least, first / (1 + decay * Double(count))) }
    }

    /// The weights of the logistic layer.
    public var layer = Layer.fitted
    /// Log-odds lost per ln(1 + days) since the skill was last answered.
    public var forgetting = 0.0
    /// The chance of guessing a typed answer.
    public var guess = 0.02
    /// The step of the learner's ability at first and at least.
    public var abilityStep = Step(first: 0.40, decay: 0.05, least: 0.02)
    /// The step of a skill's offset at first and at least.
    public var offsetStep = Step(first: 1.0, decay: 0.10, least: 0.45)
    /// The factor of the offset's step after a right answer.
    public var rightFactor = 1.3
    /// The factor of the offset's step after a wrong answer.
    public var wrongFactor = 0.9
    /// How difficult each level, 1...5, is against the reference level.
    public var levelDifficulty = [-1.5, -0.75, 0, 0.75, 1.5]

    /// The chance of recall at which a review falls due.
    public var retention = 0.90

    /// The formulas of the tutor.
    public static let standard = ChanceModel()
    /// The plain Elo rating with forgetting, against which the tutor's formulas are measured.
    static let plain: ChanceModel = {
        var model = ChanceModel()
        model.layer = .eloOnly
        model.forgetting = 0.10
        model.offsetStep.least = 0.60
        model.retention = 0.80
        return model
    }()

    /// Creates the formulas of the tutor.
    public init() {}

    /// Returns the Elo log-odds of a right answer.
    func elo(ability: Double, skill: SkillState, difficulty: Double, level: Int) -> Double {
        ability + skill.offset - difficulty - levelDifficulty[level - 1]
            - skill.levelOffsets[level - 1]
    }

    /// Returns the chance of a right answer, 0...1.
    func chance(
        ability: Double, recentOverall: Double, skill: SkillState, difficulty: Double, level: Int,
        retrievability: Double?, days: Double
    ) -> Double {
        var z =
            layer.intercept
            + layer.elo
            * elo(ability: ability, skill: skill, difficulty: difficulty, level: level)
            - forgetting * log(1 + days)
        z += layer.wins * log(1 + Double(skill.wins)) + layer.fails * log(1 + Double(skill.fails))
        z += layer.recent * (skill.recent - 0.5) + layer.last * Double(skill.lastSign)
        z += layer.recentOverall * (recentOverall - 0.5)
        if skill.count == 0 { z += layer.firstTime }
        if let retrievability {
            // Nothing is lost on the day itself, so that memory only ever takes away.
            z += layer.memory * (logit(min(max(retrievability, 0.02), 0.98)) - logit(0.98))
        }
        return guess + (1 - guess) * sigmoid(z)
    }
}
