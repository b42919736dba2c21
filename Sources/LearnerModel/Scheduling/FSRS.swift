#if canImport(Glibc)
import Glibc
#endif

/// The forgetting curve and memory updates of FSRS-6.
///
/// Source: open-spaced-repetition, py-fsrs 6.3 `scheduler.py` and fsrs-rs 6.6 `inference.rs`.
public struct FSRS: Sendable, Hashable {
    /// The settings in use.
    public let parameters: FSRSParameters

    private let decay: Double
    private let factor: Double

    /// Creates the formulas for `parameters`.
    public init(_ parameters: FSRSParameters) {
        self.parameters = parameters
        decay = -parameters.weights[20]
        factor = pow(0.9, 1 / decay) - 1
    }

    /// Returns the chance, 0...1, of recalling `memory` after `days`.
    public func retrievability(of memory: Memory, afterDays days: Double) -> Double {
        pow(1 + factor * max(0, days) / memory.stability, decay)
    }

    /// Returns the whole days until recall falls to the desired retention.
    public func interval(of memory: Memory) -> Int {
        let days =
            memory.stability / factor * (pow(parameters.desiredRetention, 1 / decay) - 1)
        let longest = Double(parameters.maximumInterval)
        // Compared before the conversion: a huge stability must not trap.
        guard days < longest else { return parameters.maximumInterval }
        return max(1, Int(days.rounded(.toNearestOrEven)))
    }

    /// Returns the interval moved by chance, so that skills learned together fall due apart.
    public func fuzzedInterval(
        of memory: Memory, using generator: inout some RandomNumberGenerator
    ) -> Int {
        let interval = interval(of: memory)
        guard Double(interval) >= 2.5 else { return interval }
        let days = Double(interval)
        let spread =
            1 + 0.15 * (min(days, 7) - 2.5) + 0.10 * max(0, min(days, 20) - 7)
            + 0.05 * max(0, days - 20)
        let shortest = max(2, Int((days - spread).rounded(.toNearestOrEven)))
        let longest = min(
            parameters.maximumInterval, Int((days + spread).rounded(.toNearestOrEven)))
        return Int.random(in: min(shortest, longest)...longest, using: &generator)
    }

    /// Returns the memory after a review graded `grade`, `days` after the last one.
    ///
    /// Whole days, as py-fsrs counts them; less than one day uses the same-day formula.
    public func updated(_ memory: Memory?, grade: ReviewGrade, afterDays days: Double) -> Memory {
        guard let memory else {
            let difficulty = initialDifficulty(grade)
            return Memory(
                stability: max(parameters.weights[grade.rawValue - 1], Self.leastStability),
                difficulty: min(max(difficulty, 1), 10))
        }
        let stability =
            if days < 1 {
                sameDayStability(memory, grade)
            } else if grade == .again {
                stabilityAfterLapse(memory, days)
            } else {
                stabilityAfterRecall(memory, grade, days)
            }
        return Memory(
            stability: max(stability, Self.leastStability),
            difficulty: nextDifficulty(memory.difficulty, grade))
    }

    private static let leastStability = 0.001

    private func initialDifficulty(_ grade: ReviewGrade) -> Double {
        let w = parameters.weights
        return w[4] - exp(w[5] * Double(grade.rawValue - 1)) + 1
    }

    private func nextDifficulty(_ difficulty: Double, _ grade: ReviewGrade) -> Double {
        let w = parameters.weights
        let change = -(w[6] * Double(grade.rawValue - 3))
        let damped = difficulty + (10 - difficulty) * change / 9
        return min(max(w[7] * initialDifficulty(.easy) + (1 - w[7]) * damped, 1), 10)
    }

    private func sameDayStability(_ memory: Memory, _ grade: ReviewGrade) -> Double {
        let w = parameters.weights
        let increase =
            exp(w[17] * (Double(grade.rawValue - 3) + w[18])) * pow(memory.stability, -w[19])
        // Only a lapse may lower stability within a day.
        let bounded = grade == .again ? increase : max(increase, 1)
        return memory.stability * bounded
    }

    private func stabilityAfterRecall(
        _ memory: Memory, _ grade: ReviewGrade, _ days: Double
    ) -> Double {
        let w = parameters.weights
        let recall = retrievability(of: memory, afterDays: days)
        let penalty = grade == .hard ? w[15] : 1
        let bonus = grade == .easy ? w[16] : 1
        let gain =
            exp(w[8]) * (11 - memory.difficulty) * pow(memory.stability, -w[9])
            * (exp((1 - recall) * w[10]) - 1) * penalty * bonus
        return memory.stability * (1 + gain)
    }

    private func stabilityAfterLapse(_ memory: Memory, _ days: Double) -> Double {
        let w = parameters.weights
        let recall = retrievability(of: memory, afterDays: days)
        let lapsed =
            w[11] * pow(memory.difficulty, -w[12]) * (pow(memory.stability + 1, w[13]) - 1)
            * exp((1 - recall) * w[14])
        return min(lapsed, memory.stability / exp(w[17] * w[18]))
    }
}
