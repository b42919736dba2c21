#if canImport(Glibc)
import Glibc
#endif
import Mathematics

/// How simulated learners learn; none of the worlds is the model that the tutor believes in.
public enum SimulationWorld: String, Sendable, Hashable, CaseIterable {
    /// Every problem teaches the same, however hard it is.
    case flat
    /// Problems teach most where the learner is right 83 % of the time.
    case peak85
    /// A skill is known or not; each problem may bring the sudden insight.
    case bkt
}

/// The skills of the simulation and how hard they really are.
struct SimulatedSubject {
    let curriculum: Curriculum
    /// The true difficulty of each skill in logits, by its place in the curriculum.
    let difficulties: [Double]

    static let skillCount = 40

    /// Makes five strands that lean on each other, with priors that are off by some noise.
    init(seed: UInt64) {
        var generator = SplitMix64(stream: ["subject", String(seed)])
        var skills: [CurriculumSkill] = []
        var difficulties: [Double] = []
        for number in 0..<Self.skillCount {
            var prerequisites: [Prerequisite] = []
            if number >= 5 { prerequisites.append(Prerequisite(skill: "skill\(number - 5)")) }
            if number >= 10, Bool.random(using: &generator) {
                let other = Int.random(in: 0..<(number - 5), using: &generator)
                if other != number - 5 {
                    prerequisites.append(Prerequisite(skill: "skill\(other)", weight: 0.3))
                }
            }
            let difficulty = 0.3 + 1.5 * Double(number) / Double(Self.skillCount)
            difficulties.append(difficulty + 0.4 * generator.normal())
            skills.append(
                CurriculumSkill(
                    id: "skill\(number)", strand: String(number % 5), grades: 1...9,
                    difficulty: difficulty, prerequisites: prerequisites,
                    templates: (1...3).map { CurriculumTemplate(id: "skill\(number).\($0)") }))
        }
        do {
            curriculum = try Curriculum(skills: skills)
        } catch {
            preconditionFailure("the simulated curriculum is inconsistent: \(error)")
        }
        self.difficulties = difficulties
    }
}

extension SplitMix64 {
    /// Returns a normally distributed number, by the method of Box and Muller.
    mutating func normal() -> Double {
        let radius = Double.random(in: 1e-12..<1, using: &self)
        let angle = Double.random(in: 0..<1, using: &self)
        return (-2 * log(radius)).squareRoot() * cos(2 * Double.pi * angle)
    }
}
