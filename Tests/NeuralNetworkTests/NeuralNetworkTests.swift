import Autograd
import Mathematics
import NeuralNetwork
import Testing

@Suite struct TransformerTrainingTests {
    @Test func `a small classifier learns which sequences hold a token`() {
        var generator = SplitMix64(seed: 7)
        let model = TransformerClassifier(
            vocabulary: 20, longest: 12, classes: 2,
            TransformerConfiguration(width: 32, heads: 4, layers: 2), using: &generator)
        let storage = ParameterStorage(model.parameters.map(\.tensor))
        let optimizer = AdamW(storage, rate: 3e-3)
        var losses: [Float] = []

        for _ in 0..<60 {
            let batch = (0..<16).map { _ in
                (0..<Int.random(in: 4...12, using: &generator)).map { _ in
                    Int.random(in: 0..<20, using: &generator)
                }
            }
            let loss = model(batch, .training(seed: generator.next()))
                .crossEntropy(batch.map { $0.contains(3) ? 1 : 0 })
            loss.backward()
            losses.append(loss.item)
            optimizer.step(greatestNorm: 1)
        }

        let last = losses.suffix(10).reduce(0, +) / 10
        #expect(last < 0.35)
    }
}
