public import Autograd

/// The sizes of a Transformer encoder.
public struct TransformerConfiguration: Sendable, Hashable {
    /// The numbers per row.
    public var width: Int
    /// The heads of attention.
    public var heads: Int
    /// The blocks.
    public var layers: Int
    /// The width between the two linear layers of a block.
    public var hiddenWidth: Int
    /// The share of elements dropped after attention and after the linear layers.
    public var dropout: Float
    /// The form of GELU.
    public var gelu: GELUForm

    /// Creates a configuration.
    public init(
        width: Int, heads: Int, layers: Int, hiddenWidth: Int? = nil, dropout: Float = 0,
        gelu: GELUForm = .tanh
    ) {
        self.width = width
        self.heads = heads
        self.layers = layers
        self.hiddenWidth = hiddenWidth ?? 4 * width
        self.dropout = dropout
        self.gelu = gelu
    }
}

/// One block, normalising before each half: attention, then two linear layers, each added to its input.
///
/// The weights are those of PyTorch's `nn.TransformerEncoderLayer(norm_first=True)`. Source of the order:
/// Xiong et al., "On layer normalization in the Transformer architecture" (2020).
public struct TransformerBlock: Module {
    /// Attention between the rows of a sequence.
    public let attention: MultiHeadAttention
    /// From the width to the hidden width.
    public let expand: Linear
    /// From the hidden width back.
    public let contract: Linear
    /// Before attention.
    public let firstNorm: LayerNormalization
    /// Before the linear layers.
    public let secondNorm: LayerNormalization
    private let configuration: TransformerConfiguration

    /// Creates a block with random weights.
    public init(
        _ configuration: TransformerConfiguration, using generator: inout some RandomNumberGenerator
    ) {
        self.configuration = configuration
        let (width, hidden) = (configuration.width, configuration.hiddenWidth)
        attention = MultiHeadAttention(
            width: width, heads: configuration.heads, using: &generator)
        expand = Linear(
            inputs: width, outputs: hidden, initialization: .glorotUniform, using: &generator)
        contract = Linear(
            inputs: hidden, outputs: width, initialization: .glorotUniform, using: &generator)
        firstNorm = LayerNormalization(width: width)
        secondNorm = LayerNormalization(width: width)
    }

    /// What this block owns.
    public var members: [Member] {
        [
            .module("self_attn", attention), .module("linear1", expand),
            .module("linear2", contract), .module("norm1", firstNorm),
            .module("norm2", secondNorm),
        ]
    }

    /// Returns rows of the same shape.
    public func callAsFunction(
        _ x: Tensor, lengths: SequenceLengths, _ pass: ForwardPass
    ) -> Tensor {
        let isDropping = pass.isTraining && configuration.dropout > 0
        guard isDropping else {
            let middle = attention(firstNorm(x), lengths: lengths, addedTo: x)
            return contract(
                expand.gelu(secondNorm(middle), form: configuration.gelu), addedTo: middle)
        }
        let rate = configuration.dropout
        let middle =
            x + pass.part(0).dropout(attention(firstNorm(x), lengths: lengths), rate: rate)
        let hidden = pass.part(1)
            .dropout(expand.gelu(secondNorm(middle), form: configuration.gelu), rate: rate)
        return middle + pass.part(2).dropout(contract(hidden), rate: rate)
    }
}

/// A stack of blocks and a last normalisation, with the weights of PyTorch's `nn.TransformerEncoder`.
///
/// Sequences of different lengths lie one after another without padding.
public struct TransformerEncoder: Module {
    /// The blocks, first to last.
    public let blocks: [TransformerBlock]
    /// After the last block.
    public let norm: LayerNormalization

    /// Creates an encoder with random weights.
    public init(
        _ configuration: TransformerConfiguration, using generator: inout some RandomNumberGenerator
    ) {
        var blocks: [TransformerBlock] = []
        for _ in 0..<configuration.layers {
            blocks.append(TransformerBlock(configuration, using: &generator))
        }
        self.blocks = blocks
        norm = LayerNormalization(width: configuration.width)
    }

    /// What this encoder owns.
    public var members: [Member] { [.list("layers", blocks), .module("norm", norm)] }

    /// Returns rows of the same shape, each having seen its whole sequence.
    public func callAsFunction(
        _ x: Tensor, lengths: SequenceLengths, _ pass: ForwardPass = .inference
    ) -> Tensor {
        var rows = x
        for index in blocks.indices {
            rows = blocks[index](rows, lengths: lengths, pass.part(index))
        }
        return norm(rows)
    }
}
