import Autograd
import Mathematics
import NeuralNetwork
import Testing

@Suite struct TrainerTests {
    /// Trains a small classifier and returns its weights and steps.
    private func train(
        shards: Int, steps: Int = 8, detailInterval: Int? = nil, dropout: Float = 0,
        isPlain: Bool = false, partSize: Int = .max
    ) -> (weights: [Float], steps: [TrainingStep]) {
        var generator = SplitMix64(seed: 7)
        let model = TransformerClassifier(
            vocabulary: 12, longest: 8, classes: 2,
            TransformerConfiguration(width: 16, heads: 2, layers: 1, dropout: dropout),
            using: &generator)
        let storage = ParameterStorage(model.parameters.map(\.tensor), shards: shards)
        // AdamW blows rounding up where a gradient is zero but for it, as for the keys' biases.
        let optimizer: any Optimizer =
            isPlain ? GradientDescent(storage, rate: 1e-2) : AdamW(storage, rate: 1e-2)
        let trainer = Trainer(
            model, optimizer: optimizer,
            schedule: Schedule(peak: 1e-2, warmUpSteps: 2, totalSteps: steps),
            average: MovingAverage(of: storage), detailInterval: detailInterval,
            partSize: partSize, seed: 3)
        let batch = (0..<9).map { _ in
            (0..<Int.random(in: 2...8, using: &generator)).map { _ in
                Int.random(in: 0..<12, using: &generator)
            }
        }
        let labels = batch.map { $0.contains(3) ? 1 : 0 }
        let results = (0..<steps).map { _ in
            trainer.step(count: batch.count) { range, pass in
                let scores = model(Array(batch[range]), pass)
                let right = zip(scores.indicesOfMaximum(), labels[range])
                    .count { $0 == $1 }
                return BatchLoss(loss: scores.crossEntropy(Array(labels[range])), correct: right)
            }
        }
        return (storage.values.values, results)
    }

    @Test func `equal seeds and shards give equal weights, bit for bit`() {
        #expect(train(shards: 2, dropout: 0.2).weights == train(shards: 2, dropout: 0.2).weights)
    }

    @Test func `more shards than examples change nothing but rounding`() {
        let one = train(shards: 1, isPlain: true).weights

        for shards in [2, 3, 16] {
            let many = train(shards: shards, isPlain: true).weights
            #expect(zip(one, many).allSatisfy { abs($0 - $1) < 1e-5 })
        }
    }

    @Test func `taking a batch in parts changes nothing but rounding`() {
        let whole = train(shards: 2, isPlain: true)

        for partSize in [1, 2, 4, 100] {
            let parts = train(shards: 2, isPlain: true, partSize: partSize)
            #expect(zip(whole.weights, parts.weights).allSatisfy { abs($0 - $1) < 1e-5 })
            #expect(
                zip(whole.steps, parts.steps).allSatisfy {
                    abs($0.loss - $1.loss) < 1e-4 && $0.accuracy == $1.accuracy
                })
        }
    }

    @Test func `every part of a batch draws its own masks`() {
        var generator = SplitMix64(seed: 5)
        let layer = Linear(inputs: 2, outputs: 1, using: &generator)
        let storage = ParameterStorage(layer.parameters.map(\.tensor))
        let trainer = Trainer(
            layer, optimizer: GradientDescent(storage, rate: 0), partSize: 2, seed: 1)
        var masks: [[Float]] = []

        _ = trainer.step(count: 5) { range, pass in
            masks.append(pass.dropout(Tensor.ones([64]), rate: 0.5).values)
            return BatchLoss(loss: layer(Tensor.ones([range.count, 2])).sum(), correct: 0)
        }

        #expect(masks.count == 3)
        #expect(Set(masks).count == 3)
    }

    @Test func `steps tell loss, accuracy, norm and rate`() {
        let steps = train(shards: 2, steps: 30).steps

        #expect(steps.map(\.number) == Array(0..<30))
        #expect(steps[29].loss < steps[0].loss)
        #expect(steps[29].accuracy == 1)
        #expect(steps.allSatisfy { $0.gradientNorm > 0 && $0.gradientNorm.isFinite })
        #expect(steps[0].rate == 5e-3 && steps[1].rate == 1e-2)
        #expect(steps[0].details == nil)
    }

    @Test func `a detailed step looks at every weight`() throws {
        let steps = train(shards: 2, detailInterval: 4).steps

        #expect(steps.map { $0.details != nil } == (0..<8).map { $0 % 4 == 0 })
        let details = try #require(steps[4].details)
        let head = try #require(details.first { $0.name == "head.weight" })
        #expect(head.histogram.counts.reduce(0, +) == 32)
        #expect(head.updateRatio > 0 && head.updateRatio < 0.5)
    }
}
