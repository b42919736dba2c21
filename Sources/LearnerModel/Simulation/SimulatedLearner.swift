#if canImport(Glibc)
import Glibc
#endif
import Mathematics

/// The truth about one simulated learner, hidden from every policy but the oracle.
struct SimulatedLearner {
    private struct TrueSkill {
        /// Log-odds of a right answer at the reference level, before forgetting.
        var knowledge: Double
        /// Whether the skill is known, in the all-or-none world.
        var isKnown: Bool
        /// Days that the memory lasts.
        var strength = 4.0
        var lastDay = 0
        let gain: Double
        let levels: [Double]
    }

    private let world: SimulationWorld
    private let prerequisites: [[Int]]
    private var skills: [TrueSkill] = []
    private let speed: Double
    private var generator: SplitMix64

    /// The chance from which a skill counts as truly mastered.
    static let mastery = 0.80

    init(world: SimulationWorld, subject: SimulatedSubject, seed: UInt64, number: Int) {
        self.world = world
        generator = SplitMix64(stream: ["learner", String(seed), String(number)])
        let curriculum = subject.curriculum
        prerequisites = curriculum.skills.map { skill in
            skill.prerequisites.compactMap { curriculum.position(of: $0.skill) }
        }
        let ability = 0.8 * generator.normal()
        speed = exp(0.3 * generator.normal())
        for difficulty in subject.difficulties {
            let start = ability + 0.5 * generator.normal() - difficulty
            skills.append(
                TrueSkill(
                    knowledge: start, isKnown: start > 1.2,
                    gain: exp(0.35 * generator.normal()),
                    levels: [-1.5, -0.75, 0, 0.75, 1.5].map { $0 + 0.15 * generator.normal() }))
        }
    }

    /// Returns the true chance, 0...1, of a right answer.
    func chance(of skill: Int, level: Int, on day: Int) -> Double {
        let known = skills[skill]
        guard world == .bkt else {
            let logit = known.knowledge - loss(known, on: day) - known.levels[level - 1]
            return 0.02 + 0.95 * sigmoid(logit)
        }
        let pause = known.lastDay == 0 ? 0 : days(known, day)
        let kept = known.isKnown ? exp(-pause / (30 * known.strength)) : 0
        let right = [0.98, 0.96, 0.92, 0.85, 0.75][level - 1]
        let guessed = [0.45, 0.30, 0.18, 0.10, 0.05][level - 1]
        return kept * right + (1 - kept) * guessed
    }

    func isMastered(_ skill: Int, on day: Int) -> Bool {
        chance(of: skill, level: 3, on: day) >= Self.mastery
    }

    func masteredShare(on day: Int) -> Double {
        Double(skills.indices.count { isMastered($0, on: day) }) / Double(skills.count)
    }

    /// Returns what the learner would gain, for the oracle: log-odds, or the chance of insight.
    func gain(of skill: Int, level: Int, on day: Int) -> Double {
        let isReady = prerequisites[skill].allSatisfy { chance(of: $0, level: 3, on: day) >= 0.6 }
        let base = speed * skills[skill].gain * (isReady ? 1 : 0.35)
        // Nobody gets better without end.
        let room = 1 - sigmoid(skills[skill].knowledge - 2.5)
        switch world {
        case .flat: return 0.35 * base * room
        case .peak85:
            let distance = (chance(of: skill, level: level, on: day) - 0.83) / 0.20
            // Even what is much too hard teaches a little; else weak learners could not begin.
            return 0.50 * base * room * (0.1 + 0.9 * exp(-distance * distance / 2))
        case .bkt: return min(0.9, 0.15 * base)
        }
    }

    /// Poses a problem; the learner answers, learns, and remembers longer.
    mutating func answers(_ skill: Int, level: Int, on day: Int) -> Bool {
        let pause = days(skills[skill], day)
        if world == .bkt { forget(skill, on: day) }
        let chance = chance(of: skill, level: level, on: day)
        let gain = gain(of: skill, level: level, on: day)
        let isRight = Double.random(in: 0..<1, using: &generator) < chance
        let insight = Double.random(in: 0..<1, using: &generator)
        var known = skills[skill]
        if world == .bkt {
            known.isKnown = known.isKnown || insight < gain
        } else {
            // Half of what was forgotten comes back at once.
            known.knowledge += gain - loss(known, on: day) / 2
        }
        if pause > 0, known.lastDay > 0 {
            known.strength *= isRight ? 1 + 0.8 * min(1, pause / known.strength) : 1.1
        }
        known.lastDay = day
        skills[skill] = known
        return isRight
    }

    /// Decides whether what was known is still known; from here on it is kept for the day.
    private mutating func forget(_ skill: Int, on day: Int) {
        let known = skills[skill]
        let pause = days(known, day)
        guard known.isKnown, known.lastDay > 0, pause > 0 else { return }
        let kept = exp(-pause / (30 * known.strength))
        skills[skill].isKnown = Double.random(in: 0..<1, using: &generator) < kept
        skills[skill].lastDay = day
    }

    private func days(_ known: TrueSkill, _ day: Int) -> Double {
        Double(max(0, day - known.lastDay))
    }

    private func loss(_ known: TrueSkill, on day: Int) -> Double {
        known.lastDay == 0 ? 0 : 0.50 * log(1 + days(known, day) / known.strength)
    }
}
