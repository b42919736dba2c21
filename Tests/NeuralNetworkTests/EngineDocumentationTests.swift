import Autograd
import Foundation
import Mathematics
import NeuralNetwork
import TestSupport
import Testing

/// The code of `Documentation/Engine.md`, compiled and run; the last test holds the two equal.
@Suite struct EngineDocumentationTests {
    @Test func `a scalar`() throws {
        // snippet: scalar
        let x = Tensor(2, requiresGradient: true)
        let y = x.squared() * x.sine()
        y.backward()
        let slope = x.gradient?.item  // 4 sin 2 + 4 cos 2 = 1.9726
        // end

        #expect(abs((slope ?? 0) - 1.9726) < 1e-3)
    }

    @Test func `the tape of scalars`() throws {
        // snippet: tape
        var tape = ScalarTape()
        let x = tape.variable("x", 2)
        let square = tape.apply(.power, x, tape.constant(2))
        let y = tape.apply(.multiply, square, tape.apply(.sine, x))
        let first = tape.derivatives(of: y, by: [x])[0]
        let second = tape.derivatives(of: first, by: [x])[0]  // -5.1478
        // end

        #expect(abs(tape.entries[second].value + 5.1478) < 1e-3)
    }

    @Test func `a line through points`() {
        // snippet: line
        let inputs = Tensor([0, 1, 2, 3], shape: [4, 1])
        let targets = Tensor([1, 3, 5, 7], shape: [4, 1])
        let weight = Tensor([0], shape: [1, 1], requiresGradient: true)
        let bias = Tensor([0], requiresGradient: true)
        let descent = GradientDescent(ParameterStorage([weight, bias]), rate: 0.1)

        for _ in 0..<200 {
            let error = inputs.linear(weight, bias: bias) - targets
            error.squared().mean().backward()
            descent.step()
        }
        // end

        #expect(abs(weight.item - 2) < 1e-3 && abs(bias.item - 1) < 1e-2)
    }

    @Test func `attention by hand and in one operation`() {
        // snippet: attention
        var generator = SplitMix64(seed: 1)
        let (rows, width) = (5, 8)
        let projected = Tensor.normal([rows, 3 * width], using: &generator)
        let query = projected.sliced(0..<width, axis: 1)
        let key = projected.sliced(width..<(2 * width), axis: 1)
        let value = projected.sliced((2 * width)..<(3 * width), axis: 1)

        let scores = query.multiplied(by: key, transposingOther: true)  // [5, 5]
        let shares = scores.softmax(scale: 1 / Float(width).squareRoot())
        let byHand = shares.multiplied(by: value)  // [5, 8]

        let fused = projected.attention(heads: 1, lengths: SequenceLengths([rows]))
        // end

        #expect(zip(byHand.values, fused.values).allSatisfy { abs($0 - $1) < 1e-5 })
    }

    // snippet: module
    struct TwoHeads: Module {
        let encoder: TransformerEncoder
        let skill: Linear
        let operation: Linear

        var members: [Member] {
            [
                .module("encoder", encoder), .module("skill", skill),
                .module("operation", operation),
            ]
        }
    }
    // end

    @Test func `a classifier from beginning to end`() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: url) }  // a leftover does no harm

        // snippet: classifier
        var generator = SplitMix64(seed: 1)
        let model = TransformerClassifier(
            vocabulary: 20, longest: 8, classes: 2,
            TransformerConfiguration(width: 32, heads: 4, layers: 2, dropout: 0.1),
            using: &generator)
        let storage = ParameterStorage(model.parameters.map(\.tensor))
        let optimizer = AdamW(storage, rate: 3e-3, decaying: { $0.rank > 1 })
        let schedule = Schedule(peak: 3e-3, warmUpSteps: 10, totalSteps: 100)

        for step in 0..<100 {
            // Sequences of any lengths, without padding: is there a 3 among the tokens?
            let sequences = (0..<16).map { _ in
                (0..<Int.random(in: 2...8, using: &generator)).map { _ in
                    Int.random(in: 0..<20, using: &generator)
                }
            }
            let labels = sequences.map { $0.contains(3) ? 1 : 0 }
            optimizer.rate = schedule.rate(at: step)
            let loss = model(sequences, .training(seed: generator.next())).crossEntropy(labels)
            loss.backward()
            optimizer.step(greatestNorm: 1)  // clips, updates, clears the gradients
        }

        let chances = withoutGradient { model([[5, 3, 1]]).softmax() }  // [1, 2]
        try Checkpoint(model, metadata: ["labels": "no yes"]).write(to: url)
        try Checkpoint(contentsOf: url).load(into: model)
        // end

        #expect(chances.values[1] > 0.6)
    }

    @Test func `shards of a batch on two threads`() {
        var generator = SplitMix64(seed: 1)
        let model = Linear(inputs: 3, outputs: 2, using: &generator)
        let inputs = (0..<8).map { _ in Tensor.normal([1, 3], using: &generator) }
        let labels = inputs.map { $0.values[0] > 0 ? 1 : 0 }

        // snippet: trainer
        let storage = ParameterStorage(model.parameters.map(\.tensor), shards: 2)
        let trainer = Trainer(model, optimizer: AdamW(storage, rate: 0.05), seed: 1)
        var report: TrainingStep?
        for _ in 0..<50 {
            report = trainer.step(count: labels.count) { examples, _ in
                let scores = model(Tensor.concatenated(Array(inputs[examples])))
                let right = zip(scores.indicesOfMaximum(), labels[examples]).count { $0 == $1 }
                return BatchLoss(
                    loss: scores.crossEntropy(Array(labels[examples])), correct: right)
            }
        }
        // end

        #expect(report?.accuracy == 1)
    }

    @Test func `tools for looking inside`() {
        let x = Tensor([1, 2], requiresGradient: true)

        // snippet: tools
        x.onGradient { gradient in gradient * 0.5 }
        let y = checkpoint([x]) { inputs in inputs[0].exponential().sine() }
        y.sum().backward()

        let (_, anomaly) = detectingAnomalies { Tensor([-1]).logarithm() }
        let name = anomaly?.operation  // "logarithm"
        // end

        #expect(name == "logarithm")
        #expect(abs((x.gradient?.values[0] ?? 0) - Float(0.5 * M_E * cos(M_E))) < 1e-4)
    }

    @Test func `the code of the document is the code of this file`() throws {
        let document = try String(
            contentsOf: sourceRoot.appending(path: "Documentation/Engine.md"), encoding: .utf8)
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let compiled = source.components(separatedBy: "// snippet: ").dropFirst()
            .map { unindented($0.components(separatedBy: "// end")[0]) }

        let shown = document.components(separatedBy: "```swift\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }

        #expect(shown.count >= 8)
        for block in shown { #expect(compiled.contains(block), "\(block)") }
    }

    /// The lines after the first, without the indentation that all share.
    private func unindented(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
            .dropLast()
        let depth = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(depth) + "\n" }.joined()
    }
}
