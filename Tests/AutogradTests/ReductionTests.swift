import Autograd
import Foundation
import TestSupport
import Testing

/// The formula of a sum over axes.
private func total(_ x: Reference, _ axes: Set<Int>, keeping: Bool) -> Reference {
    var kept = x.shape
    for axis in axes { kept[axis] = 1 }
    let strides = kept.indices.map { axis in kept[(axis + 1)...].reduce(1, *) }
    var sums = [Double](repeating: 0, count: kept.reduce(1, *))
    for index in Reference.indices(of: x.shape) {
        let place = index.indices.reduce(0) {
            $0 + (axes.contains($1) ? 0 : index[$1] * strides[$1])
        }
        sums[place] += x[index]
    }
    let shape = keeping ? kept : kept.indices.filter { !axes.contains($0) }.map { kept[$0] }
    return Reference(shape: shape, values: sums)
}

private let reductions: [GradientCase] = [
    ([2, 3, 4], [0]), ([2, 3, 4], [1]), ([2, 3, 4], [2]), ([2, 3, 4], [0, 2]),
    ([2, 3, 4], [0, 1, 2]), ([5], [0]), ([1, 1], [1]), ([3, 40], [0]), ([3, 40], [1]),
    ([0, 3], [0]), ([2, 3], []),
].flatMap { shape, axes in
    [true, false].map { keeping in
        GradientCase("sum over \(axes)", [shape]) {
            $0[0].sum(over: axes, keepingDimensions: keeping)
        } formula: {
            total($0[0], Set(axes), keeping: keeping)
        }
    }
}

@Suite struct ReductionTests {
    @Test("sums over axes agree with their formula", arguments: reductions)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test("other reductions agree with their formulas", arguments: others)
    func otherReductions(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test func `of equal maxima the first gets the gradient`() {
        let x = Tensor([3, 1, 3], requiresGradient: true)

        x.maximum(over: 0).backward()

        #expect(x.gradient?.values == [1, 0, 0])
    }

    @Test func `of equal maxima over two axes the first in memory gets the gradient`() {
        let x = Tensor([1, 7, 7, 7, 2, 7], shape: [2, 3], requiresGradient: true)

        x.maximum().backward()

        #expect(x.gradient?.values == [0, 1, 0, 0, 0, 0])
    }

    @Test func `the place of the maximum is counted along its axis`() {
        let x = Tensor([1, 5, 2, 7, 0, 3], shape: [2, 3])

        #expect(x.indicesOfMaximum() == [1, 0])
        #expect(x.indicesOfMaximum(over: 0) == [1, 0, 1])
    }

    @Test func `a long sum stays exact`() {
        let x = Tensor.filled([1_000_003], with: 0.1)

        #expect(abs(x.sum().item - 100_000.3) < 1)
        #expect(abs(x.mean().item - 0.1) < 1e-6)
    }
}

private let others: [GradientCase] = [
    GradientCase("mean", [[3, 4]]) {
        $0[0].mean()
    } formula: {
        Reference(shape: [], values: [$0[0].values.reduce(0, +) / 12])
    },
    GradientCase("mean over the last axis", [[3, 4]]) {
        $0[0].mean(over: [-1])
    } formula: { inputs in
        total(inputs[0], [1], keeping: false).map { $0 / 4 }
    },
    GradientCase("maximum over the last axis", [[3, 4]]) {
        $0[0].maximum(over: 1)
    } formula: { inputs in
        Reference([3]) { i in (0..<4).map { inputs[0][i[0], $0] }.max() ?? 0 }
    },
    GradientCase("maximum over the first axis", [[3, 4]]) {
        $0[0].maximum(over: 0, keepingDimensions: true)
    } formula: { inputs in
        Reference([1, 4]) { i in (0..<3).map { inputs[0][$0, i[1]] }.max() ?? 0 }
    },
    GradientCase("maximum over all axes", [[3, 4]]) {
        $0[0].maximum()
    } formula: {
        Reference(shape: [], values: [$0[0].values.max() ?? 0])
    },
    GradientCase("maximum over the first and last axes", [[2, 3, 4]]) {
        $0[0].maximum(over: [-1, 0])
    } formula: { inputs in
        Reference([3]) { i in
            (0..<8).map { inputs[0][$0 / 4, i[0], $0 % 4] }.max() ?? 0
        }
    },
    GradientCase("maximum over two axes, kept", [[2, 3, 1]]) {
        $0[0].maximum(over: [0, 1], keepingDimensions: true)
    } formula: {
        Reference(shape: [1, 1, 1], values: [$0[0].values.max() ?? 0])
    },
    GradientCase("maximum over no axis", [[2, 3]]) {
        $0[0].maximum(over: [])
    } formula: {
        $0[0]
    },
]
