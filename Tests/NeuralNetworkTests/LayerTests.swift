import Autograd
import Foundation
import Mathematics
import NeuralNetwork
import Testing

/// All tensors stored anywhere below a value, found by looking rather than by `members`.
private func storedTensors(_ value: Any) -> [Tensor] {
    if let tensor = value as? Tensor { return [tensor] }
    return Mirror(reflecting: value).children.flatMap { storedTensors($0.value) }
}

@Suite struct LayerTests {
    private let configuration = TransformerConfiguration(
        width: 8, heads: 2, layers: 2, hiddenWidth: 12, dropout: 0.2)

    private func model(seed: UInt64 = 1) -> TransformerClassifier {
        var generator = SplitMix64(seed: seed)
        return TransformerClassifier(
            vocabulary: 11, longest: 6, classes: 3, configuration, using: &generator)
    }

    @Test func `the encoder's names and shapes are those of PyTorch's`() {
        let block = model().encoder.blocks[0].parameters

        let found = block.map { "\($0.name) \($0.tensor.shape)" }

        #expect(
            found == [
                "self_attn.in_proj_weight [24, 8]", "self_attn.in_proj_bias [24]",
                "self_attn.out_proj.weight [8, 8]", "self_attn.out_proj.bias [8]",
                "linear1.weight [12, 8]", "linear1.bias [12]", "linear2.weight [8, 12]",
                "linear2.bias [8]", "norm1.weight [8]", "norm1.bias [8]", "norm2.weight [8]",
                "norm2.bias [8]",
            ])
        #expect(model().parameters.contains { $0.name == "encoder.layers.1.norm2.bias" })
    }

    @Test func `every weight that a module stores is listed`() {
        var generator = SplitMix64(seed: 3)
        let modules: [any Module] = [
            model(), GatedRecurrentUnit(inputs: 3, width: 4, using: &generator),
            Convolution(inputs: 3, outputs: 2, size: 3, using: &generator),
            Linear(inputs: 2, outputs: 3, hasBias: false, using: &generator),
        ]

        for module in modules {
            let stored = Set(storedTensors(module).map { ObjectIdentifier($0) })
            let listed = Set(module.parameters.map { ObjectIdentifier($0.tensor) })
            #expect(stored == listed)
            #expect(Set(module.parameters.map(\.name)).count == module.parameters.count)
        }
    }

    @Test func `every weight of a classifier gets a gradient`() {
        let model = model()

        model([[1, 2, 3], [4, 5]], .training(seed: 1)).crossEntropy([0, 2]).backward()

        for parameter in model.parameters {
            let size = parameter.tensor.gradient?.squared().sum().item ?? 0
            #expect(size > 0, "\(parameter.name) is frozen")
        }
    }

    @Test func `sequences in one batch do not see each other`() {
        let model = model()

        let together = withoutGradient { model([[1, 2, 3], [4, 5]]) }.values
        let alone = withoutGradient { model([[4, 5]]) }.values

        for (a, b) in zip(together.suffix(3), alone) { #expect(abs(a - b) < 1e-5) }
    }

    @Test func `copies for inference change no score and follow the weights`() {
        let model = model()
        let before = withoutGradient { model([[1, 2, 3]]) }.values

        model.prepareForInference()
        let after = withoutGradient { model([[1, 2, 3]]) }.values
        model.head.weight.update { $0[0] += 1 }
        let changed = withoutGradient { model([[1, 2, 3]]) }.values

        #expect(zip(before, after).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(abs(changed[0] - before[0]) > 1e-3)
    }

    @Test func `dropout acts in training alone and follows the seed`() {
        let model = model()
        func scores(_ pass: ForwardPass) -> [Float] {
            withoutGradient { model([[1, 2, 3]], pass) }.values
        }

        #expect(scores(.inference) == scores(.inference))
        #expect(scores(.training(seed: 1)) == scores(.training(seed: 1)))
        #expect(scores(.training(seed: 1)) != scores(.training(seed: 2)))
        #expect(scores(.training(seed: 1)) != scores(.inference))
    }

    @Test func `a gated recurrent unit follows its formula in every sequence`() {
        var generator = SplitMix64(seed: 5)
        let unit = GatedRecurrentUnit(inputs: 3, width: 2, using: &generator)
        let x = Tensor.normal([7, 3], using: &generator)
        let lengths = SequenceLengths([2, 4, 0, 1])

        let found = withoutGradient { unit(x, lengths: lengths) }.values

        for (start, length) in zip(lengths.starts, lengths.lengths) {
            var state = [0.0, 0.0]
            for row in start..<(start + length) {
                state = recurrence(unit, Array(x.values[(row * 3)..<(row * 3 + 3)]), state)
                #expect(abs(Double(found[row * 2]) - state[0]) < 1e-5)
                #expect(abs(Double(found[row * 2 + 1]) - state[1]) < 1e-5)
            }
        }
    }

    private func recurrence(_ unit: GatedRecurrentUnit, _ x: [Float], _ h: [Double]) -> [Double] {
        func product(_ weight: Tensor, _ bias: Tensor, _ row: Int, _ vector: [Double]) -> Double {
            let width = vector.count
            return vector.enumerated().reduce(Double(bias.values[row])) {
                $0 + Double(weight.values[row * width + $1.offset]) * $1.element
            }
        }
        let inputs = x.map(Double.init)
        return (0..<2).map { i in
            func gate(_ index: Int, _ factor: Double = 1) -> Double {
                product(unit.inputWeight, unit.inputBias, index * 2 + i, inputs)
                    + factor * product(unit.stateWeight, unit.stateBias, index * 2 + i, h)
            }
            let reset = 1 / (1 + exp(-gate(0)))
            let update = 1 / (1 + exp(-gate(1)))
            return (1 - update) * tanh(gate(2, reset)) + update * h[i]
        }
    }

    @Test func `a recurrent unit over no rows gives no rows`() {
        var generator = SplitMix64(seed: 5)
        let unit = GatedRecurrentUnit(inputs: 3, width: 2, using: &generator)

        #expect(unit(Tensor.zeros([0, 3]), lengths: SequenceLengths([0])).shape == [0, 2])
    }

    @Test func `a convolution follows its formula and stops at the ends of a sequence`() {
        var generator = SplitMix64(seed: 6)
        let layer = Convolution(inputs: 2, outputs: 3, size: 3, using: &generator)
        let x = Tensor.normal([5, 2], using: &generator)

        let found = layer(x, lengths: SequenceLengths([2, 3])).values

        let (weight, bias) = (layer.weight.values, layer.bias.values)
        for row in 0..<5 {
            let own = row < 2 ? 0..<2 : 2..<5
            for output in 0..<3 {
                var sum = bias[output]
                for place in 0..<3 where own.contains(row + place - 1) {
                    for input in 0..<2 {
                        sum +=
                            weight[(output * 2 + input) * 3 + place]
                            * x.values[(row + place - 1) * 2 + input]
                    }
                }
                #expect(abs(found[row * 3 + output] - sum) < 1e-5)
            }
        }
    }

    @Test(
        "initial weights have the spread of their source",
        arguments: [
            (Initialization.inverseRoot, 1 / (3 * 200.0).squareRoot()),
            (.glorotUniform, (2 / 300.0).squareRoot()), (.heNormal, (2 / 200.0).squareRoot()),
            (.normal(deviation: 0.02), 0.02),
        ])
    func initialization(_ initialization: Initialization, _ deviation: Double) {
        var generator = SplitMix64(seed: 8)

        let weight = initialization.weight([100, 200], using: &generator)

        let mean = Double(weight.mean().item)
        let found = (Double(weight.squared().mean().item) - mean * mean).squareRoot()
        #expect(abs(mean) < deviation / 20)
        #expect(abs(found / deviation - 1) < 0.03)
    }
}
