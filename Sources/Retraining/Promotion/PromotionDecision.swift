/// Whether a new model goes into use, and why, in figures.
public struct PromotionDecision: Sendable {
    /// One condition of the gate.
    public struct Check: Sendable, Hashable {
        /// What the gate looks at.
        public enum Condition: String, Sendable, Hashable, CaseIterable {
            /// The file reads back the same, and every weight is a number.
            case sound
            /// There are enough rows to say anything.
            case enough
            /// The mean gain on templates that neither model has seen.
            case gain
            /// The lower end of the gain's interval.
            case luck
            /// Neither the kinds nor the operations pay for the gain of the other.
            case heads
            /// The language, strand, leaf or operation that fell most.
            case parts
            /// The model that came with the program.
            case factory
            /// The best model so far.
            case best
            /// How well the probabilities tell how often the model is right.
            case calibration
            /// Texts without sense.
            case nonsense
            /// How often an explanation that is called correct is.
            case praise
            /// The grade of an explanation that is recognised less often than before.
            case grades
            /// Texts that only look like a reason.
            case attacks
            /// How much is read differently.
            case churn
            /// Time and size.
            case size
        }

        /// What was looked at.
        public let condition: Condition
        /// Whether it holds; nil where there is too little to tell.
        public let holds: Bool?
        /// The figure that was looked at: a share, a difference of shares or a count.
        public let figure: Double
        /// The part of the rows that the figure is about, for `parts`.
        public var part: Part?

        init(_ condition: Condition, _ holds: Bool?, _ figure: some BinaryInteger) {
            self.init(condition, holds, Double(figure))
        }

        init(_ condition: Condition, _ holds: Bool?, _ figure: Double = 0) {
            self.condition = condition
            self.holds = holds
            self.figure = figure
        }
    }

    /// Whether the new model may go into use.
    public let isPromoted: Bool
    /// The conditions, in the order in which they were looked at.
    public let checks: [Check]
    /// The paired difference of leaf and operation together on held-out templates.
    public let both: Difference
    /// The paired difference of the leaf's accuracy.
    public let leaf: Difference
    /// The paired difference of the operation's accuracy.
    public let operation: Difference
    /// The share of right readings of the model in use, leaf and operation together.
    public let oldAccuracy: Double
    /// The same rows by language, strand, leaf and operation.
    public let parts: [Part]

    /// Whether something has become worse, not only nothing better.
    public var isWorse: Bool {
        both.mean < 0
            || checks.contains {
                $0.holds == false && ![.gain, .enough, .luck, .size].contains($0.condition)
            }
    }

    /// The share of right readings of the new model.
    public var newAccuracy: Double { oldAccuracy + both.mean }

    /// Whether too little was held out to say anything.
    public var isUnknown: Bool { checks.contains { $0.condition == .enough && $0.holds == nil } }

    /// A share as percentage points with a sign and one decimal.
    static func points(_ share: Double) -> String {
        let tenths = (share * 1_000).rounded()
        let sign = tenths < 0 ? "-" : "+"
        let size = Int(abs(tenths))
        return "\(sign)\(size / 10).\(size % 10)"
    }
}
