public import Mathematics

/// The next problem to pose, and why.
public struct Choice: Sendable, Hashable {
    /// The leaf.
    public let skill: String
    /// The template, the least recently used one of the leaf.
    public let template: String
    /// The level, 1...5.
    public let level: Int
    /// The seed of the problem.
    public let seed: UInt64
    /// Why the problem is posed; to be kept with the attempt.
    public let purpose: Attempt.Purpose
    /// Why this skill, as facts.
    public let reason: ChoiceReason
    /// The chance of a right answer, 0...1.
    public let chance: Double
    /// Whether a worked example of the same kind should be shown first.
    public let startsWithExample: Bool
    /// Whether the problem is the first one after those that found out where to begin.
    public let endsPlacement: Bool

    /// What the learner is told when placement is over.
    public static func placementEnd(in language: Language) -> String {
        switch language {
        case .english: "That was enough to see where you start."
        case .korean: "어디서 시작하면 좋을지 알았어요."
        }
    }

    /// Returns another seed for the same choice, for when the problem was seen lately.
    public func seed(redraw: Int) -> UInt64 {
        var generator = SplitMix64(seed: seed)
        var next = seed
        for _ in 0..<max(0, redraw) { next = generator.next() }
        return next
    }
}
