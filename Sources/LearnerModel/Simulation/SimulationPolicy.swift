import Mathematics

/// A way of choosing problems that the simulation compares.
public enum SimulationPolicy: String, Sendable, Hashable, CaseIterable {
    /// The tutor's own policy.
    case adaptive
    /// The policy that the tutor's began as: the same targets for all, no placement.
    case recommended
    /// Any skill at any level.
    case random
    /// Any skill whose prerequisites are familiar, at the middle level.
    case randomUnlocked = "random-unlocked"
    /// One skill after the other, equally many problems each.
    case fixed
    /// One skill after the other, each until three right answers in a row.
    case fixedThree = "fixed-three"
    /// Sees the truth and takes what brings most.
    case oracle
}

/// What a policy poses next.
struct SimulatedProblem {
    let skill: Int
    let level: Int
    let purpose: Attempt.Purpose
    let template: String
    let seed: UInt64
}

/// A policy at work for one simulated learner.
struct SimulatedTeacher {
    let policy: SimulationPolicy
    let practice: PracticePolicy
    let curriculum: Curriculum
    let problems: Int
    let seed: UInt64
    var generator: SplitMix64
    private var place = 0
    private var run = 0

    init(
        _ policy: SimulationPolicy, practice: PracticePolicy?, curriculum: Curriculum,
        problems: Int, seed: UInt64, number: Int
    ) {
        self.policy = policy
        self.practice = practice ?? (policy == .recommended ? .recommended : PracticePolicy())
        self.curriculum = curriculum
        self.problems = problems
        self.seed = seed &* 1_000_003 &+ UInt64(number)
        generator = SplitMix64(stream: ["teacher", String(seed), String(number)])
    }

    mutating func next(
        _ step: Int, _ state: LearnerState, _ learner: SimulatedLearner, now: Moment
    ) -> SimulatedProblem {
        switch policy {
        case .adaptive, .recommended:
            var preferences = LearnerPreferences()
            preferences.usesPlacement = false
            let choice = practice.next(
                for: state, in: curriculum, preferences: preferences, seed: seed, now: now)
            guard let choice, let skill = curriculum.position(of: choice.skill) else {
                preconditionFailure("the simulated curriculum ran out of problems")
            }
            return SimulatedProblem(
                skill: skill, level: choice.level, purpose: choice.purpose,
                template: choice.template, seed: choice.seed)
        case .random:
            return problem(
                Int.random(in: curriculum.skills.indices, using: &generator),
                level: Int.random(in: 1...5, using: &generator))
        case .randomUnlocked:
            let ready = curriculum.skills.indices.filter { position in
                curriculum.skills[position].prerequisites.allSatisfy {
                    state.skill($0.skill).mastery >= .familiar
                }
            }
            return problem(ready.randomElement(using: &generator) ?? 0, level: 3)
        case .fixed:
            return problem(
                min(curriculum.skills.count - 1, step * curriculum.skills.count / problems))
        case .fixedThree:
            if run >= 3 { (place, run) = ((place + 1) % curriculum.skills.count, 0) }
            return problem(place)
        case .oracle:
            return oracleProblem(learner, day: now.localDay)
        }
    }

    mutating func note(isRight: Bool) { run = isRight ? run + 1 : 0 }

    private mutating func problem(_ skill: Int, level: Int = 3) -> SimulatedProblem {
        SimulatedProblem(
            skill: skill, level: level, purpose: .learning,
            template: curriculum.skills[skill].templates[0].id, seed: generator.next())
    }

    /// Restores first what slips below mastery, else takes the skill that needs fewest problems.
    private mutating func oracleProblem(_ learner: SimulatedLearner, day: Int) -> SimulatedProblem {
        var best = (skill: 0, level: 3, value: -1.0)
        for skill in curriculum.skills.indices {
            let chance = learner.chance(of: skill, level: 3, on: day)
            if chance >= 0.86 { continue }
            for level in 1...5 {
                let gain = learner.gain(of: skill, level: level, on: day)
                let distance = max(0.1, logit(0.86) - logit(min(max(chance, 0.02), 0.98)))
                let value = gain / distance
                if value > best.value { best = (skill, level, value) }
            }
        }
        if best.value < 0 {
            let weakest = curriculum.skills.indices.min {
                learner.chance(of: $0, level: 3, on: day)
                    < learner.chance(of: $1, level: 3, on: day)
            }
            best.skill = weakest ?? 0
        }
        return problem(best.skill, level: best.level)
    }
}
