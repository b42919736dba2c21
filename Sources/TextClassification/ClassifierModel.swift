/// Everything that a trained classifier consists of, as one value.
public struct ClassifierModel: Sendable {
    /// Who speaks about a text.
    public enum Voice: String, Sendable, Hashable, CaseIterable {
        /// All of them, as the tutor uses them.
        case fusion
        /// The Transformer alone.
        case transformer
        /// The hashed linear classifier alone.
        case linear
        /// The keyword rules alone; they know operations only.
        case rules
    }

    /// A distribution for each head.
    public struct Opinion: Sendable, Hashable {
        /// The probabilities of the leaves, in the order of the labels.
        public var leaf: [Float]
        /// The probabilities of the operations, in the order of the labels.
        public var operation: [Float]
    }

    /// What is said about an explanation.
    public struct Reading: Sendable, Hashable {
        /// The probabilities of the grades, in the order of `LabelSet.grades`.
        public var grade: [Float]
        /// The probabilities of the misconceptions, in the order of the labels.
        public var code: [Float]
    }

    /// The classes.
    public var labels: LabelSet
    /// The sizes.
    public var configuration: ClassifierConfiguration
    /// The words that have a number of their own.
    public var vocabulary: Vocabulary
    /// The Transformer's weights by name, or nil where only the linear classifier is trained.
    public var transformer: TransformerWeights?
    /// The linear classifier of leaves.
    public var leafLinear: LinearClassifier
    /// The linear classifier of operations.
    public var operationLinear: LinearClassifier
    /// The linear classifier of grades, or nil where the model reads no explanations.
    public var gradeLinear: LinearClassifier?
    /// The linear classifier of misconceptions, or nil where the model reads no explanations.
    public var codeLinear: LinearClassifier?
    /// How the opinions are put together.
    public var fusion: Fusion

    /// Creates a model from its parts.
    public init(
        labels: LabelSet, configuration: ClassifierConfiguration, vocabulary: Vocabulary,
        transformer: TransformerWeights?, leafLinear: LinearClassifier,
        operationLinear: LinearClassifier, fusion: Fusion
    ) {
        self.labels = labels
        self.configuration = configuration
        self.vocabulary = vocabulary
        self.transformer = transformer
        self.leafLinear = leafLinear
        self.operationLinear = operationLinear
        self.fusion = fusion
    }

    /// Whether the model has learned from explanations.
    public var readsExplanations: Bool { gradeLinear != nil && codeLinear != nil }

    /// Returns the logits of the linear classifiers of explanations, empty where there are none.
    func linearReading(_ input: ClassifierInput) -> ReadingLogits {
        guard let gradeLinear, let codeLinear else { return ReadingLogits(grade: [], code: []) }
        return ReadingLogits(
            grade: gradeLinear.logits(
                .ofExplanation(input, bucketCount: gradeLinear.bucketCount)),
            code: codeLinear.logits(
                .ofExplanation(input, bucketCount: codeLinear.bucketCount)))
    }

    /// Returns the logits of the linear classifiers.
    func linearLogits(_ input: ClassifierInput) -> HeadLogits {
        let wording = HashedFeatures.ofWording(input, bucketCount: leafLinear.bucketCount)
        let all = HashedFeatures.ofOperation(input, bucketCount: operationLinear.bucketCount)
        return HeadLogits(
            leaf: leafLinear.logits(wording), operation: operationLinear.logits(all))
    }

    /// Returns the distribution of a rule that is right most of the time, or an even one.
    func ruleOpinion(_ input: ClassifierInput) -> [Float] {
        let count = labels.operations.count
        guard let named = labels.position(ofOperation: input.ruleOperation) else {
            return [Float](repeating: 1 / Float(count), count: count)
        }
        return (0..<count).map { $0 == named ? 0.7 : 0.3 / Float(count - 1) }
    }
}

/// The raw scores of the heads that read explanations.
struct ReadingLogits: Sendable {
    let grade: [Float]
    let code: [Float]
}

/// The raw scores of both heads.
struct HeadLogits: Sendable {
    let leaf: [Float]
    let operation: [Float]
}
