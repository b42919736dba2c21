import Foundation
import Mathematics

/// Makes practice logs shaped like those of school tutors, from learners who are no copy of the model.
///
/// Skills hold families of items of like difficulty with heavy tails; some items can be guessed,
/// some are missed by those who know; some skills come in twos; after some mistakes scaffolding
/// follows. Skill builders go on until three right answers in a row or until patience ends.
struct SyntheticLog {
    /// How learners come to their answers.
    enum World: String, CaseIterable {
        /// Every learner has lessons of their own; what is learned grows steadily.
        case lessons
        /// Classes go through the same assignments from easy to hard.
        case classes
        /// A skill is known or not.
        case insight
    }

    struct Item {
        var skill: Int
        var difficulty: Double
        var slope = 1.0
        var guess = 0.08
        var slip = 0.05
        /// The items that follow a mistake.
        var scaffolds: [Int] = []
    }

    private struct Assignment {
        let isBuilder: Bool
        let items: [Int]
    }

    private struct Learner {
        let ability: Double
        let domains: [Double]
        let slope: Double
        let speed: Double
        /// The chance of giving up a skill builder after a mistake.
        let impatience: Double
        var offsets: [Int: Double] = [:]
        var known: [Int: Bool] = [:]
        var mood = 0.0
        var lines: [String] = []
    }

    private static let skillCount = 110
    private let world: World
    private let learnerCount: Int
    private var generator: SplitMix64
    private var difficulty: [Double] = []
    /// How much harder two skills are together than their mean.
    private var combination: [Double] = []
    private var domain: [Int] = []
    private var items: [Item] = []
    private var pools: [[Int]] = []

    init(_ world: World, learners: Int, seed: UInt64) {
        self.world = world
        learnerCount = learners
        generator = SplitMix64(stream: ["log", world.rawValue, String(seed)])
        for skill in 0..<Self.skillCount { addSkill(skill) }
        for place in items.indices where chance(0.12) { addScaffolds(to: place) }
    }

    /// Returns lines of `learner skill item correct seconds`, learner after learner.
    mutating func lines() -> (warm: String, test: String) {
        var warm: [String] = []
        var test: [String] = []
        var number = 0
        while number < learnerCount {
            let mean = 0.5 * normal() + 0.1
            let assignments = makeAssignments()
            for _ in 0..<Int.random(in: 18...30, using: &generator) where number < learnerCount {
                let lines = practise(number, around: mean, assignments)
                // Four fifths of the learners warm up, the others are the test.
                if number % 5 == 0 { test += lines } else { warm += lines }
                number += 1
            }
        }
        return (warm.joined(separator: "\n") + "\n", test.joined(separator: "\n") + "\n")
    }

    // MARK: Chance

    private mutating func uniform() -> Double { Double.random(in: 0..<1, using: &generator) }

    private mutating func chance(_ share: Double) -> Bool { uniform() < share }

    private mutating func normal() -> Double {
        let radius = Double.random(in: 1e-12..<1, using: &generator)
        return (-2 * log(radius)).squareRoot() * cos(2 * .pi * uniform())
    }

    /// Student's t with four degrees of freedom.
    private mutating func heavyTailed() -> Double {
        var square = 0.0
        for _ in 0..<4 {
            let number = normal()
            square += number * number
        }
        return normal() / (square / 4).squareRoot()
    }

    // MARK: What is asked

    private mutating func addSkill(_ skill: Int) {
        difficulty.append(0.8 * normal() - 0.9)
        combination.append(0.6 * normal() - 0.3)
        domain.append(Int.random(in: 0..<5, using: &generator))
        var pool: [Int] = []
        for _ in 0..<max(2, Int(exp(2.3 + 0.8 * normal()))) {
            let family = heavyTailed()
            for _ in 0..<Int.random(in: 2...26, using: &generator) {
                pool.append(items.count)
                items.append(
                    Item(
                        skill: skill, difficulty: family + 0.45 * normal(),
                        slope: exp(0.2 * normal()), guess: chance(0.25) ? 0.22 : 0.04,
                        slip: 0.02 + 0.06 * abs(normal())))
            }
        }
        pools.append(pool)
    }

    private mutating func addScaffolds(to place: Int) {
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let other = Int.random(in: 0..<Self.skillCount, using: &generator)
            items[place].scaffolds.append(items.count)
            items.append(
                Item(
                    skill: chance(0.5) ? items[place].skill : other,
                    difficulty: 0.7 * normal() - 0.1))
        }
    }

    private mutating func makeAssignments() -> [Assignment] {
        var order = Array(0..<Self.skillCount).shuffled(using: &generator)
        if world == .classes { order.sort { difficulty[$0] < difficulty[$1] } }
        return order.indices.map { place in
            let pool = pools[order[place]]
            if chance(0.55) {
                let first = Int.random(in: 0..<pool.count, using: &generator)
                return Assignment(isBuilder: true, items: Array(pool[first...].prefix(60)))
            }
            // A test over what was taught.
            let tested = (0..<Int.random(in: 4...12, using: &generator)).map { _ in
                let earlier = Int.random(in: 0...place, using: &generator)
                let from = pools[chance(0.6) ? order[place] : order[earlier]]
                // The first items of a list are given more often.
                return from[Int(Double(from.count) * uniform() * uniform())]
            }
            return Assignment(isBuilder: false, items: tested)
        }
    }

    // MARK: Who answers

    private mutating func practise(
        _ number: Int, around mean: Double, _ assignments: [Assignment]
    ) -> [String] {
        var learner = Learner(
            ability: mean + 1.25 * normal(), domains: (0..<5).map { _ in 0.6 * normal() },
            slope: exp(0.2 * normal()), speed: exp(0.5 * normal()),
            impatience: 0.02 + 0.08 * uniform())
        let latest = world == .classes ? 1 : assignments.count / 3
        let start = Int.random(in: 0..<latest, using: &generator)
        // Many leave early, a few stay for long.
        let length = max(8, Int(exp(3.5 + 1.2 * normal())))
        for assignment in assignments[start...] where learner.lines.count < length {
            if chance(0.15) { continue }
            if assignment.isBuilder {
                build(assignment.items, number, &learner)
            } else {
                for item in assignment.items { _ = answer(item, number, &learner) }
            }
        }
        return learner.lines.count < 8 ? [] : learner.lines
    }

    private mutating func build(_ pool: [Int], _ number: Int, _ learner: inout Learner) {
        var run = 0
        for count in 0..<40 where run < 3 {
            let item = pool[Int(Double(pool.count) * uniform())]
            let isRight = answer(item, number, &learner)
            run = isRight ? run + 1 : 0
            if count >= 10 && chance(0.3) || !isRight && chance(learner.impatience) { return }
        }
    }

    private mutating func answer(_ place: Int, _ number: Int, _ learner: inout Learner) -> Bool {
        let item = items[place]
        learner.mood = 0.85 * learner.mood + 0.40 * normal()
        let second = place % 6 == 0 ? (item.skill + 7) % Self.skillCount : nil
        let z =
            world == .insight ? insight(item, &learner) : steady(item, second: second, &learner)
        let isRight = chance(item.guess + (1 - item.guess - item.slip) / (1 + exp(-z)))
        let name = "s\(item.skill)" + (second.map { "~s\($0)" } ?? "")
        let seconds = String(format: "%.1f", exp(3.3 - 0.25 * z + 0.7 * normal()))
        learner.lines.append("u\(number)\t\(name)\ti\(place)\t\(isRight ? 1 : 0)\t\(seconds)")
        if !isRight {
            for scaffold in item.scaffolds { _ = answer(scaffold, number, &learner) }
        }
        return isRight
    }

    private mutating func steady(
        _ item: Item, second: Int?, _ learner: inout Learner
    ) -> Double {
        let skill = item.skill
        let isNew = learner.offsets[skill] == nil
        let offset = learner.offsets[skill] ?? normal() - 0.45
        // The first problem of a skill teaches most.
        learner.offsets[skill] = offset + 0.10 * learner.speed + (isNew ? 0.5 : 0)
        var known = offset - difficulty[skill]
        if let second {
            let other = learner.offsets[second] ?? 0.8 * normal() - 0.3
            known = 0.6 * (known + other - difficulty[second]) + combination[skill]
        }
        let ability = learner.ability + learner.domains[domain[skill]] + learner.mood
        return learner.slope * item.slope * (ability + known - item.difficulty)
    }

    private mutating func insight(_ item: Item, _ learner: inout Learner) -> Double {
        let skill = item.skill
        let start =
            1.1 * learner.ability + 0.5 * learner.domains[domain[skill]]
            - 1.3 * difficulty[skill] - 0.7
        let isKnown = learner.known[skill] ?? chance(1 / (1 + exp(-start)))
        learner.known[skill] = isKnown || chance(0.10 * learner.speed)
        return (isKnown ? 1.75 : -1.2) + 0.55 * learner.ability + learner.mood
            - 0.9 * item.difficulty
    }
}
