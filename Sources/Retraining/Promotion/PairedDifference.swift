extension PromotionDecision {
    /// A difference of two models on the same rows, with its interval.
    public struct Difference: Sendable, Hashable {
        /// The number of rows.
        public let count: Int
        /// The number of templates that the rows come from.
        public let templates: Int
        /// New minus old.
        public let mean: Double
        /// The standard error of the mean.
        public let standardError: Double

        /// The lower end of the two-sided 90 per cent interval, which is the one-sided 95 per cent
        /// bound.
        public var lower: Double { mean - 1.645 * standardError }
        /// The upper end.
        public var upper: Double { mean + 1.645 * standardError }

        /// Creates a difference from rows of templates.
        ///
        /// Rows of one template resemble each other, so the error is the larger of the one over rows
        /// and the one over templates (the linearised error of a ratio of cluster totals).
        ///
        /// - Parameter changes: for each row its template and new minus old.
        public init(_ changes: [(template: String, change: Double)]) {
            count = changes.count
            let sum = changes.reduce(0) { $0 + $1.change }
            let mean = count > 0 ? sum / Double(count) : 0
            self.mean = mean
            let squares = changes.reduce(0) { $0 + ($1.change - mean) * ($1.change - mean) }
            let overRows = count > 1 ? squares / Double(count - 1) / Double(count) : 0
            var totals: [String: Double] = [:]
            for (template, change) in changes { totals[template, default: 0] += change - mean }
            templates = totals.count
            let number = Double(templates)
            let spread = totals.values.sorted().reduce(0) { $0 + $1 * $1 }
            let overTemplates =
                templates > 1
                ? number / (number - 1) * spread / Double(count * count) : 0
            standardError = max(overRows, overTemplates).squareRoot()
        }
    }

    /// How the two models did on a part of the rows.
    public struct Part: Sendable, Hashable {
        /// What the rows of a part have in common.
        public enum Kind: Sendable, Hashable {
            case language, strand, leaf, operation
        }

        /// What can be said of the difference.
        public enum Standing: Sendable, Hashable {
            /// Better than chance would make it.
            case better
            /// Worse than chance would make it.
            case worse
            /// About the same.
            case same
            /// There are too few rows to tell.
            case unknown
        }

        /// What its rows have in common.
        public let kind: Kind
        /// The language, strand, leaf or operation.
        public let name: String
        /// New minus old.
        public let difference: Difference
        /// The share of right answers of the model in use.
        public let oldAccuracy: Double

        /// The share of right answers of the new model.
        public var newAccuracy: Double { oldAccuracy + difference.mean }

        /// Whether its rows are many, and not all of one making.
        public var isTelling: Bool { difference.count >= 30 && difference.templates >= 3 }

        /// What can be said of the difference.
        public var standing: Standing {
            guard isTelling else { return .unknown }
            if difference.lower > 0 { return .better }
            return difference.upper < 0 ? .worse : .same
        }
    }
}
