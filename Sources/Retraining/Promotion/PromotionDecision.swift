public import Mathematics

/// Whether a new model goes into use, and why, in figures and in plain words.
public struct PromotionDecision: Sendable, Hashable {
    /// One condition of the gate.
    public struct Check: Sendable, Hashable {
        /// The name, such as `paired improvement`.
        public let name: String
        /// Whether it holds.
        public let holds: Bool
        /// The figure that was looked at, written out.
        public let figure: String
    }

    /// A difference of accuracies on the same rows, with its interval.
    public struct Difference: Sendable, Hashable {
        /// The number of rows.
        public let count: Int
        /// New minus old.
        public let mean: Double
        /// The lower end of the two-sided 90 per cent interval, which is the one-sided 95 per cent
        /// bound.
        public let lower: Double
        /// The upper end.
        public let upper: Double
    }

    /// Whether the new model goes into use.
    public let isPromoted: Bool
    /// The conditions, in the order in which they were looked at.
    public let checks: [Check]
    /// The paired difference of the leaf's accuracy on held-out templates.
    public let leaf: Difference
    /// The paired difference of the operation's accuracy on held-out templates.
    public let operation: Difference

    /// Returns one or two sentences that say what was decided and why.
    public func sentence(in language: Language) -> String {
        let points = Self.points(leaf.mean)
        let range = "\(Self.points(leaf.lower)) to \(Self.points(leaf.upper))"
        let failed = checks.filter { !$0.holds }.map { "\($0.name): \($0.figure)" }
            .joined(separator: "; ")
        switch (language, isPromoted) {
        case (.english, true):
            return """
                The new model is better on problems it has never seen (\(points) points, \
                \(range), \(leaf.count) problems). It is now in use.
                """
        case (.english, false):
            return """
                The model you had stays: the new one is not clearly better on problems it has \
                never seen (\(points) points, \(range), \(leaf.count) problems). \(failed)
                """
        case (.korean, true):
            return """
                새 모델이 처음 보는 문제를 더 잘 읽어요(\(points)점, \
                \(Self.points(leaf.lower))~\(Self.points(leaf.upper)), 문제 \(leaf.count)개). \
                이제 새 모델을 써요.
                """
        case (.korean, false):
            return """
                쓰던 모델을 그대로 써요. 새 모델이 처음 보는 문제에서 분명히 더 낫지는 않아요\
                (\(points)점, \(Self.points(leaf.lower))~\(Self.points(leaf.upper)), \
                문제 \(leaf.count)개).
                """
        }
    }

    /// A share as percentage points with a sign and one decimal.
    static func points(_ share: Double) -> String {
        let tenths = (share * 1_000).rounded()
        let sign = tenths < 0 ? "-" : "+"
        let size = Int(abs(tenths))
        return "\(sign)\(size / 10).\(size % 10)"
    }
}
