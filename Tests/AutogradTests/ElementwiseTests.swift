import Autograd
import Foundation
import TestSupport
import Testing

@Suite struct ElementwiseTests {
    @Test("functions of one element agree with their formulas", arguments: functions)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test func `the gradient check fails when a derivative is wrong`() {
        let halved = GradientCase("square, half recorded", [[3, 2]]) {
            $0[0].detached() * $0[0]
        } formula: {
            $0[0].map { $0 * $0 }
        }

        let check = GradientCheck(halved)

        #expect(check.valueError < 1e-5)
        #expect(!check.isPassed)
    }

    @Test func `the gradient check fails when a value is wrong`() {
        let shifted = GradientCase("shifted", [[3, 2]]) {
            $0[0] + 0.001
        } formula: {
            $0[0]
        }

        #expect(!GradientCheck(shifted).isPassed)
    }

    @Test("functions hold at the ends of their range", arguments: [-1e30, -100, -20, 0, 20, 100])
    func extremes(_ x: Float) {
        let tensor = Tensor([x])
        let expected = Float(1 / (1 + exp(-Double(x))))

        #expect(abs(tensor.sigmoid().item - expected) < 1e-6)
        #expect(abs(tensor.tanh().item - Float(tanh(Double(x)))) < 1e-6)
        #expect(abs(tensor.gelu(.exact).item - max(x, 0)) <= max(1e-5, abs(x) * 1e-6))
        #expect(abs(tensor.gelu(.tanh).item - max(x, 0)) <= max(1e-5, abs(x) * 1e-6))
    }

    @Test func `the exponential overflows to infinity, vanishes to zero and keeps NaN`() {
        let values = Tensor([200, -200, .nan]).exponential().values

        #expect(values[0] == .infinity)
        #expect(values[1] == 0)
        #expect(values[2].isNaN)
    }

    @Test func `an empty tensor passes through`() {
        let empty = Tensor([], shape: [0, 3], requiresGradient: true)

        let result = empty.gelu().tanh().sum()
        result.backward()

        #expect(result.item == 0)
        #expect(empty.gradient?.shape == [0, 3])
    }

    @Test func `an operation without a derivative refuses to be recorded`() async {
        await #expect(processExitsWith: .failure) {
            _ = Tensor([1.5], requiresGradient: true).roundedDown()
        }
        #expect(Tensor([1.5, -0.5]).roundedDown().values == [1, -1])
        let leaf = Tensor([1.5], requiresGradient: true)
        #expect(withoutGradient { leaf.roundedDown() }.values == [1])
    }
}

/// A row of the table of functions, at a shape with a full vector and a rest.
private func row(
    _ name: String, in range: ClosedRange<Float> = -3...3,
    _ engine: @escaping @Sendable (Tensor) -> Tensor,
    _ formula: @escaping @Sendable (Double) -> Double
) -> [GradientCase] {
    [[3, 7], [1], []].map { shape in
        GradientCase(name, [shape], in: range) {
            engine($0[0])
        } formula: {
            $0[0].map(formula)
        }
    }
}

private let functions: [GradientCase] = [
    row("negate", { -$0 }, { -$0 }),
    row("square", { $0.squared() }, { $0 * $0 }),
    row("reciprocal", in: 0.5...2, { $0.reciprocal() }, { 1 / $0 }),
    row("square root", in: 0.5...2, { $0.squareRoot() }, { $0.squareRoot() }),
    row("exponential", { $0.exponential() }, { exp($0) }),
    row("logarithm", in: 0.5...3, { $0.logarithm() }, { log($0) }),
    row("sine", { $0.sine() }, { sin($0) }),
    row("cosine", { $0.cosine() }, { cos($0) }),
    row("absolute", in: 0.5...3, { (-$0).absolute() }, { abs(-$0) }),
    row("rectified", { $0.rectified() }, { max($0, 0) }),
    row("tanh", { $0.tanh() }, { tanh($0) }),
    row("tanh near zero", in: -0.2...0.2, { $0.tanh() }, { tanh($0) }),
    row("sigmoid", { $0.sigmoid() }, { 1 / (1 + exp(-$0)) }),
    row("gelu", { $0.gelu(.exact) }, geluExactly),
    row("gelu by tanh", { $0.gelu(.tanh) }, geluByTanh),
    row("power", in: 0.5...2, { $0.power(2.5) }, { pow($0, 2.5) }),
    row("plus number", { 2 + $0 }, { 2 + $0 }),
    row("minus number", { $0 - 2 }, { $0 - 2 }),
    row("number minus", { 2 - $0 }, { 2 - $0 }),
    row("times number", { 3 * $0 }, { 3 * $0 }),
    row("by number", { $0 / 4 }, { $0 / 4 }),
    row("number by", in: 0.5...2, { 3 / $0 }, { 3 / $0 }),
].flatMap(\.self)
