internal import Autograd
internal import NeuralNetwork

/// The Transformer with its heads: two for problems, two for explanations.
///
/// The leaf is read from the words alone. The operation is read from the words and from the relations
/// between the numbers, which enter behind the encoder, so that they cannot reach the leaf.
struct TextNetwork: Module {
    private let words: Embedding
    private let pairs: Embedding
    private let pieces: Embedding
    private let asked: Embedding
    private let positions: Tensor
    private let encoder: TransformerEncoder
    private let leafHead: Linear
    private let relations: Embedding
    private let operationHidden: Linear
    private let operationHead: Linear
    private let explanations: ExplanationHeads?

    /// The scores of both heads, one row for each input.
    struct Scores {
        /// `[inputs, leaves]`.
        let leaf: Tensor
        /// `[inputs, operations]`.
        let operation: Tensor
        /// `[inputs, grades]`, or nil where the network reads no explanations.
        let grade: Tensor?
        /// `[inputs, misconceptions]`, or nil where the network reads no explanations.
        let code: Tensor?
    }

    init(
        _ configuration: ClassifierConfiguration, vocabulary: Int, leaves: Int, operations: Int,
        codes: Int = 0, isLoading: Bool = false,
        using generator: inout some RandomNumberGenerator
    ) {
        let width = configuration.width
        // Tables that will be loaded need no random numbers, which would cost the start its speed.
        let start: Initialization = isLoading ? .constant(0) : .normal(deviation: 0.05)
        func table(_ count: Int, _ generator: inout some RandomNumberGenerator) -> Embedding {
            Embedding(count: count, width: width, initialization: start, using: &generator)
        }
        words = table(vocabulary, &generator)
        pairs = table(configuration.pairBuckets, &generator)
        pieces = table(configuration.pieceBuckets, &generator)
        asked = table(2, &generator)
        positions = start.weight([configuration.longestInput, width], using: &generator)
        encoder = TransformerEncoder(
            TransformerConfiguration(
                width: width, heads: configuration.heads, layers: configuration.layers,
                hiddenWidth: configuration.feedForward, dropout: configuration.dropout),
            using: &generator)
        leafHead = Linear(inputs: 2 * width, outputs: leaves, using: &generator)
        relations = table(configuration.relationBuckets, &generator)
        operationHidden = Linear(inputs: 3 * width, outputs: width, using: &generator)
        operationHead = Linear(inputs: width, outputs: operations, using: &generator)
        explanations =
            codes == 0 ? nil : ExplanationHeads(width: width, codes: codes, using: &generator)
    }

    var members: [Member] {
        [
            .module("words", words), .module("pairs", pairs), .module("pieces", pieces),
            .module("asked", asked), .parameter("positions", positions),
            .module("encoder", encoder), .module("leaf_head", leafHead),
            .module("relations", relations), .module("operation_hidden", operationHidden),
            .module("operation_head", operationHead),
        ] + (explanations.map { [.module("explanations", $0)] } ?? [])
    }

    /// The tables of which one step touches few rows.
    var sparseTables: [Tensor] {
        [words.weight, pairs.weight, pieces.weight, relations.weight]
    }

    /// Returns the scores of inputs, which may have different lengths.
    func callAsFunction(_ inputs: [IndexedInput], _ pass: ForwardPass) -> Scores {
        let lengths = SequenceLengths(inputs.map(\.count))
        let pieceCounts = SequenceLengths(inputs.flatMap { $0.pieces.map(\.count) })
        let allPieces = inputs.flatMap { $0.pieces.flatMap(\.self) }
        let embedded =
            words.weight.rows(at: inputs.flatMap(\.words), plus: positions, at: lengths.places)
            + pairs(inputs.flatMap(\.pairs)) + asked(inputs.flatMap(\.asked))
            + pieces(allPieces).meanOfSequences(pieceCounts)
        let rows = encoder(
            pass.part(100).dropout(embedded, rate: 0.1), lengths: lengths, pass)
        let pooled = Tensor.concatenated(
            [rows.meanOfSequences(lengths), question(rows, inputs, lengths)], axis: 1)
        let related = relations(inputs.flatMap(\.relations))
            .meanOfSequences(SequenceLengths(inputs.map(\.relations.count)))
        let hidden = operationHidden.gelu(
            Tensor.concatenated([pooled, related], axis: 1), form: .tanh)
        let read = explanations?(Tensor.concatenated([pooled, related], axis: 1), pass)
        return Scores(
            leaf: leafHead(pass.part(101).dropout(pooled, rate: 0.1)),
            operation: operationHead(pass.part(102).dropout(hidden, rate: 0.1)),
            grade: read?.grade, code: read?.code)
    }

    /// The mean row of the sentence that asks, of the whole text where none does.
    private func question(
        _ rows: Tensor, _ inputs: [IndexedInput], _ lengths: SequenceLengths
    ) -> Tensor {
        var indices: [Int] = []
        var counts: [Int] = []
        for (input, start) in zip(inputs, lengths.starts) {
            let asking = input.asked.indices.filter { input.asked[$0] == 1 }
            let chosen = asking.isEmpty ? Array(input.asked.indices) : asking
            indices += chosen.map { start + $0 }
            counts.append(chosen.count)
        }
        return rows.rows(at: indices).meanOfSequences(SequenceLengths(counts))
    }
}
