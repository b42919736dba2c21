internal import NeuralNetwork

/// The weights of a Transformer by name.
public struct TransformerWeights: Sendable {
    let checkpoint: Checkpoint

    init(_ checkpoint: Checkpoint) {
        self.checkpoint = checkpoint
    }

    init(_ network: TextNetwork) {
        checkpoint = Checkpoint(network)
    }

    /// Whether every weight is a number.
    public var isFinite: Bool {
        checkpoint.entries.allSatisfy { $0.values.allSatisfy(\.isFinite) }
    }
}
