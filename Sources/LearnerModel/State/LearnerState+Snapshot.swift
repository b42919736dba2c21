public import Foundation

/// The part of a state that the log determines; the formulas are given anew when it is read.
private struct Snapshot: Codable {
    let ability: Double
    let count: Int
    let attempts: Int
    let recent: Double
    let skills: [String: SkillState]
    let lastSkill: String?
    let lastPurpose: Attempt.Purpose?
    let latestTime: Int64
    let latestDay: Int
    let placementCount: Int
    let practiceCount: Int
    let lastProblem: ProblemKey?
    let lastWasSkipped: Bool
}

extension LearnerState {
    /// Returns the state as bytes, from which the same state can be made without the log.
    public func snapshot() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(
            Snapshot(
                ability: ability, count: count, attempts: attempts, recent: recent,
                skills: skills, lastSkill: lastSkill, lastPurpose: lastPurpose,
                latestTime: latestTime, latestDay: latestDay, placementCount: placementCount,
                practiceCount: practiceCount, lastProblem: lastProblem,
                lastWasSkipped: lastWasSkipped))
    }

    /// Makes a state from the bytes of a snapshot.
    public init(snapshot: Data, model: ChanceModel = .standard) throws {
        let kept = try JSONDecoder().decode(Snapshot.self, from: snapshot)
        self.init(model: model)
        ability = kept.ability
        count = kept.count
        attempts = kept.attempts
        recent = kept.recent
        skills = kept.skills
        lastSkill = kept.lastSkill
        lastPurpose = kept.lastPurpose
        latestTime = kept.latestTime
        latestDay = kept.latestDay
        placementCount = kept.placementCount
        practiceCount = kept.practiceCount
        lastProblem = kept.lastProblem
        lastWasSkipped = kept.lastWasSkipped
    }
}
