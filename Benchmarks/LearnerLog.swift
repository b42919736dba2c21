import Foundation
import Mathematics

/// Makes practice logs shaped like those of school tutors, from learners who are no copy of the model.
struct SyntheticLog {
    var learners = 4000
    var skills = 110
    var items = 17_000
    var abilityDeviation = 1.25
    var offsetDeviation = 1.3
    var skillDeviation = 0.85
    var itemDeviation = 1.2
    var moodDeviation = 0.4
    var guess = 0.06
    var slip = 0.04
    var seed: UInt64 = 1

    /// Returns lines of `learner skill item correct seconds`, learner after learner.
    func lines() -> (warm: String, test: String) {
        var world = World(self)
        var warm: [String] = []
        var test: [String] = []
        for learner in 0..<learners {
            let lines = world.answers(of: learner)
            // Four fifths of the learners warm up, the others are the test.
            if learner % 5 == 0 { test += lines } else { warm += lines }
        }
        return (warm.joined(separator: "\n") + "\n", test.joined(separator: "\n") + "\n")
    }

    private struct World {
        let shape: SyntheticLog
        var generator: SplitMix64
        var difficulty: [Double] = []
        var gain: [Double] = []
        var itemsOfSkill: [[(name: Int, difficulty: Double, slope: Double)]] = []
        var lessons: [[Int]] = []

        init(_ shape: SyntheticLog) {
            self.shape = shape
            generator = SplitMix64(seed: shape.seed)
            var name = 0
            for _ in 0..<shape.skills {
                difficulty.append(shape.skillDeviation * normal() - 0.8)
                gain.append(exp(-2.4 + 0.7 * normal()))
                let share = exp(0.9 * normal() - 0.4)
                let count = max(4, Int(Double(shape.items / shape.skills) * share))
                var items: [(name: Int, difficulty: Double, slope: Double)] = []
                for _ in 0..<count {
                    items.append((name, shape.itemDeviation * normal(), exp(0.2 * normal())))
                    name += 1
                }
                itemsOfSkill.append(items)
            }
            for _ in 0..<60 {
                lessons.append(Array(0..<shape.skills).shuffled(using: &generator))
            }
        }

        mutating func normal() -> Double {
            let radius = Double.random(in: 1e-12..<1, using: &generator)
            let angle = Double.random(in: 0..<1, using: &generator)
            return (-2 * log(radius)).squareRoot() * cos(2 * .pi * angle)
        }

        mutating func answers(of learner: Int) -> [String] {
            let ability = shape.abilityDeviation * normal()
            let lessons = self.lessons[Int.random(in: 0..<60, using: &generator)]
            var offsets: [Int: Double] = [:]
            var mood = 0.0
            var lines: [String] = []
            let length = max(10, Int(exp(3.5 + 1.1 * normal())))
            var lesson = Int.random(in: 0..<20, using: &generator)
            while lines.count < length {
                let isMixed = Double.random(in: 0..<1, using: &generator) < 0.35
                if isMixed {
                    // A test over what was taught: one item each.
                    for _ in 0..<Int.random(in: 3...10, using: &generator) {
                        let skill = lessons[Int.random(in: 0...lesson, using: &generator)]
                        _ = answer(learner, skill, ability, &offsets, &mood, &lines)
                    }
                } else {
                    lesson = min(lesson + 1, lessons.count - 1)
                    var run = 0
                    for _ in 0..<Int.random(in: 4...14, using: &generator) where run < 3 {
                        let isRight = answer(
                            learner, lessons[lesson], ability, &offsets, &mood, &lines)
                        run = isRight ? run + 1 : 0
                    }
                }
            }
            return lines
        }

        mutating func answer(
            _ learner: Int, _ skill: Int, _ ability: Double, _ offsets: inout [Int: Double],
            _ mood: inout Double, _ lines: inout [String]
        ) -> Bool {
            let offset = offsets[skill] ?? shape.offsetDeviation * normal()
            let items = itemsOfSkill[skill]
            // The first items of a list are given more often.
            let place = Double.random(in: 0..<1, using: &generator)
            let item = items[min(items.count - 1, Int(Double(items.count) * place * place))]
            mood = 0.93 * mood + shape.moodDeviation * 0.37 * normal()
            let z = item.slope * (ability + offset + mood - difficulty[skill] - item.difficulty)
            let chance =
                shape.guess + (1 - shape.guess - shape.slip) / (1 + exp(-z))
            let isRight = Double.random(in: 0..<1, using: &generator) < chance
            offsets[skill] = offset + gain[skill] * (isRight ? 1 : 0.7)
            let seconds = exp(3.3 - 0.25 * z + 0.7 * normal())
            let second = item.name % 9 == 0 ? "~s\((skill + 7) % shape.skills)" : ""
            lines.append(
                "u\(learner)\ts\(skill)\(second)\ti\(item.name)\t\(isRight ? 1 : 0)\t"
                    + String(format: "%.1f", seconds))
            return isRight
        }
    }
}
