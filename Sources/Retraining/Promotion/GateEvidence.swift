/// Everything that the gate looks at before a new model may take the place of the one in use.
public struct GateEvidence: Sendable {
    /// One held-out row and whether each model read it right; nil where a row has no such label.
    public struct Row: Sendable, Hashable {
        /// The template that made the row; rows of one template resemble each other.
        public var template: String
        /// The leaf that is right, where it is known.
        public var leaf: String?
        /// The strand of that leaf.
        public var strand: String?
        /// The operation that is right, where it is known.
        public var operation: String?
        /// The code of the language.
        public var language: String
        /// Whether the model in use names the leaf.
        public var oldLeaf: Bool?
        /// Whether the new model does.
        public var newLeaf: Bool?
        /// Whether the model in use names the operation.
        public var oldOperation: Bool?
        /// Whether the new model does.
        public var newOperation: Bool?

        /// Creates a row of which nothing is known yet.
        public init(template: String, language: String) {
            self.template = template
            self.language = language
        }

        /// New minus old for the leaf.
        var leafChange: Double? { Self.change(newLeaf, oldLeaf) }
        /// New minus old for the operation.
        var operationChange: Double? { Self.change(newOperation, oldOperation) }

        /// The mean of both changes, or the one that there is.
        var change: Double? {
            let changes = [leafChange, operationChange].compactMap(\.self)
            return changes.isEmpty ? nil : changes.reduce(0, +) / Double(changes.count)
        }

        /// Whether the models differ in what they read right.
        var isFlipped: Bool { oldLeaf != newLeaf }

        private static func change(_ new: Bool?, _ old: Bool?) -> Double? {
            guard let new, let old else { return nil }
            return (new ? 1 : 0) - (old ? 1 : 0)
        }
    }

    /// The held-out rows.
    public var rows: [Row]
    /// Whether the file of the new model reads back the same and holds numbers only (G0).
    public var isSound = true
    /// The mean F1 over leaves of the new model and of the one that came with the program (G1).
    public var macroF1: (new: Double, factory: Double)?
    /// The share of right readings of the new model and of the best so far on these rows (G6).
    public var accuracy: (new: Double, best: Double)?
    /// The calibration errors (G7).
    public var calibrationError: (new: Double, old: Double) = (0, 0)
    /// The shares of texts without sense whose kind was told rather than asked (G8).
    public var toldNonsense: (new: Double, old: Double) = (0, 0)
    /// How the new model, the one in use and the one that came with the program grade explanations;
    /// nil where a model reads none (G1, G3, G4, G8).
    public var grades: (new: GradeAnswers?, old: GradeAnswers?, factory: GradeAnswers?) = (
        nil, nil, nil
    )
    /// The milliseconds of processor time under which 95 in 100 texts are read (G10).
    public var readingTime = 0.0
    /// The size of the file (G10).
    public var byteCount = 0

    /// Creates the evidence of rows; the rest is as good as can be until it is filled in.
    public init(rows: [Row]) {
        self.rows = rows
    }
}
