public import Mathematics

/// Whether a new model goes into use, and why, in figures and in plain words.
public struct PromotionDecision: Sendable, Hashable {
    /// One condition of the gate.
    public struct Check: Sendable, Hashable {
        /// What the gate looks at.
        public enum Condition: String, Sendable, Hashable, CaseIterable {
            /// The mean gain on templates that neither model has seen.
            case gain = "gain on unseen templates"
            /// The lower end of the gain's interval.
            case lowerEnd = "lower end of the interval"
            /// The leaf whose accuracy fell most.
            case worstLeaf = "worst leaf"
            /// How well the probabilities tell how often the model is right.
            case calibration = "calibration"
        }

        /// What was looked at.
        public let condition: Condition
        /// Whether it holds.
        public let holds: Bool
        /// The figure that was looked at, written out: percentage points or a calibration error.
        public let figure: String

        /// What was looked at, in the learner's language.
        public func name(in language: Language) -> String {
            switch (condition, language) {
            case (.gain, .english): "better on problems it has never seen"
            case (.gain, .korean): "처음 보는 문제를 더 잘 읽는지"
            case (.lowerEnd, .english): "better for sure, not by luck"
            case (.lowerEnd, .korean): "우연이 아니라 정말 더 나은지"
            case (.worstLeaf, .english): "no kind of problem got much worse"
            case (.worstLeaf, .korean): "크게 나빠진 유형이 없는지"
            case (.calibration, .english): "says honestly how sure it is"
            case (.calibration, .korean): "얼마나 자신 있는지 바르게 말하는지"
            }
        }

        /// The figure with its unit, in the learner's language.
        public func figure(in language: Language) -> String {
            guard condition != .calibration else { return figure }
            return language == .korean ? "\(figure)점" : "\(figure) points"
        }
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
        let failed = checks.filter { !$0.holds }
            .map { "\($0.condition.rawValue): \($0.figure(in: .english))" }
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
