import ArgumentParser
import Autograd
import Foundation
import Mathematics
import NeuralNetwork

/// A Transformer encoder, a recurrent layer and a convolution with one loss, for the comparison with
/// PyTorch in `Scripts/parity`.
private struct ParityModel: Module {
    let classifier: TransformerClassifier
    let recurrent: GatedRecurrentUnit
    let convolution: Convolution

    var members: [Member] {
        [
            .module("classifier", classifier), .module("gru", recurrent),
            .module("conv", convolution),
        ]
    }

    /// The classifier's scores plus those of the other two encoders, which read the same token rows.
    func scores(_ sequences: [[Int]]) -> Tensor {
        let lengths = SequenceLengths(sequences.map(\.count))
        let rows = classifier.tokens(sequences.flatMap(\.self))
        return classifier(sequences)
            + recurrent(rows, lengths: lengths).meanOfSequences(lengths)
            + convolution(rows, lengths: lengths).rectified().meanOfSequences(lengths)
    }
}

struct EngineParity: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine-parity",
        abstract: "Writes weights, a batch, scores, gradients and ten steps for Scripts/parity.")

    @Argument(help: "The folder to write to.")
    var folder: String

    @Option(help: "The seed of weights and batch.")
    var seed: UInt64 = 1

    private static let configuration32 = TransformerConfiguration(width: 32, heads: 4, layers: 3)

    func run() throws {
        var generator = SplitMix64(seed: seed)
        let model = ParityModel(
            classifier: TransformerClassifier(
                vocabulary: 50, longest: 12, classes: 5, Self.configuration32, using: &generator),
            recurrent: GatedRecurrentUnit(inputs: 32, width: 5, using: &generator),
            convolution: Convolution(inputs: 32, outputs: 5, size: 3, using: &generator))
        let sequences = [12, 3, 7, 1, 9, 12].map { length in
            (0..<length).map { _ in Int.random(in: 0..<50, using: &generator) }
        }
        let labels = sequences.map { _ in Int.random(in: 0..<5, using: &generator) }
        let output = URL(filePath: folder)
        try Checkpoint(model).write(to: output.appending(path: "weights.safetensors"))

        var entries = [
            Checkpoint.Entry(
                name: "tokens", shape: [sequences.count, 12],
                values: sequences.flatMap { row in
                    (0..<12).map { $0 < row.count ? Float(row[$0]) : -1 }
                }),
            Checkpoint.Entry(name: "labels", shape: [labels.count], values: labels.map(Float.init)),
        ]
        let storage = ParameterStorage(model.parameters.map(\.tensor))
        let optimizer = AdamW(storage, rate: 1e-3, epsilon: 1e-6, weightDecay: 0.01)
        var losses: [Float] = []
        for step in 0..<10 {
            let scores = model.scores(sequences)
            let loss = scores.crossEntropy(labels, smoothing: 0.1)
            losses.append(loss.item)
            loss.backward()
            if step == 0 {
                entries.append(entry("scores", scores))
                entries += model.parameters.map {
                    entry(
                        "gradient.\($0.name)", $0.tensor.gradient ?? Tensor.zeros($0.tensor.shape))
                }
            }
            optimizer.step(greatestNorm: 1)
        }
        entries.append(Checkpoint.Entry(name: "losses", shape: [10], values: losses))
        entries += model.parameters.map { entry("final.\($0.name)", $0.tensor) }
        try Checkpoint(entries: entries).write(to: output.appending(path: "results.safetensors"))
    }

    private func entry(_ name: String, _ tensor: Tensor) -> Checkpoint.Entry {
        Checkpoint.Entry(name: name, shape: Array(tensor.shape), values: tensor.values)
    }
}
