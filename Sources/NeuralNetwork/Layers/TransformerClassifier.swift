public import Autograd

/// From token numbers to scores of classes: token and position tables, an encoder, the mean over each
/// sequence, a linear layer.
public struct TransformerClassifier: Module {
    /// A row for every token.
    public let tokens: Embedding
    /// A row for every place in a sequence, `[longest, width]`.
    public let positions: Tensor
    /// The encoder.
    public let encoder: TransformerEncoder
    /// From the mean row to scores.
    public let head: Linear

    /// Creates a classifier with random weights.
    public init(
        vocabulary: Int, longest: Int, classes: Int, _ configuration: TransformerConfiguration,
        using generator: inout some RandomNumberGenerator
    ) {
        tokens = Embedding(count: vocabulary, width: configuration.width, using: &generator)
        positions = Initialization.normal(deviation: 0.02)
            .weight([longest, configuration.width], using: &generator)
        encoder = TransformerEncoder(configuration, using: &generator)
        head = Linear(inputs: configuration.width, outputs: classes, using: &generator)
    }

    /// What this classifier owns.
    public var members: [Member] {
        [
            .module("tokens", tokens), .parameter("positions", positions),
            .module("encoder", encoder), .module("head", head),
        ]
    }

    /// Returns the scores of every sequence, `[sequences, classes]`.
    /// - Precondition: tokens and lengths are within the tables.
    public func callAsFunction(
        _ sequences: [[Int]], _ pass: ForwardPass = .inference
    ) -> Tensor {
        let lengths = SequenceLengths(sequences.map { $0.count })
        let rows = tokens.weight
            .rows(at: Array(sequences.joined()), plus: positions, at: lengths.places)
        return head(encoder(rows, lengths: lengths, pass).meanOfSequences(lengths))
    }
}
