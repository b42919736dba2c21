/// How the opinions about one text become one distribution for each head.
///
/// Weights and temperatures are fitted on held-out templates and stored with the model.
public struct Fusion: Sendable, Hashable, Codable {
    /// The temperatures and weights of one head.
    public struct Head: Sendable, Hashable, Codable {
        /// The temperature of the Transformer's logits.
        public var transformerTemperature: Float = 1
        /// The temperature of the linear classifier's logits.
        public var linearTemperature: Float = 1
        /// The weight of the linear classifier, 0...1; the Transformer has the rest.
        public var linearWeight: Float = 0.5
        /// The weight of the keyword rules, 0...1, taken from both.
        public var ruleWeight: Float = 0

        /// Creates a head that averages both learned opinions.
        public init() {}
    }

    /// The head that names the leaf.
    public var leaf = Head()
    /// The head that names the operation.
    public var operation = Head()
    /// The head that grades an explanation.
    public var grade: Head?
    /// The head that names a misconception.
    public var code: Head?
    /// The probability under which the tutor asks rather than tells.
    public var abstentionProbability: Float = 0.6
    /// The distance between the two best leaves under which the tutor asks.
    public var abstentionMargin: Float = 0.1

    /// Creates a fusion of equal weights.
    public init() {}
}
