import Autograd
import Foundation
import TestSupport
import Testing

/// Cross entropy by its definition, with the target written out as probabilities.
private func crossEntropy(
    _ x: Reference, _ labels: [Int], smoothing: Double, weights: [Double]
) -> Reference {
    let probabilities = x.softmax()
    let classes = x.shape[1]
    var loss = 0.0
    for (row, label) in labels.enumerated() {
        for column in 0..<classes {
            let target = (column == label ? 1 - smoothing : 0) + smoothing / Double(classes)
            loss -= weights[row] * target * log(probabilities[row, column])
        }
    }
    return Reference(shape: [], values: [loss / weights.reduce(0, +)])
}

private let losses: [GradientCase] = [
    GradientCase("cross entropy", [[3, 4]]) {
        $0[0].crossEntropy([1, 0, 3])
    } formula: {
        crossEntropy($0[0], [1, 0, 3], smoothing: 0, weights: [1, 1, 1])
    },
    GradientCase("smoothed cross entropy", [[3, 4]]) {
        $0[0].crossEntropy([1, 0, 3], smoothing: 0.1)
    } formula: {
        crossEntropy($0[0], [1, 0, 3], smoothing: 0.1, weights: [1, 1, 1])
    },
    GradientCase("weighted cross entropy", [[3, 4]]) {
        $0[0].crossEntropy([1, 0, 3], smoothing: 0.2, weights: [1, 0, 2.5])
    } formula: {
        crossEntropy($0[0], [1, 0, 3], smoothing: 0.2, weights: [1, 0, 2.5])
    },
    GradientCase("cross entropy of one class", [[2, 1]]) {
        $0[0].crossEntropy([0, 0])
    } formula: { _ in
        Reference(shape: [], values: [0])
    },
    GradientCase("binary cross entropy", [[2, 3]]) {
        $0[0].binaryCrossEntropy(Tensor([0, 1, 0.3, 1, 0, 0.9], shape: [2, 3]))
    } formula: {
        let targets = [0, 1, 0.3, 1, 0, 0.9]
        let losses = zip($0[0].values, targets).map { x, t in
            let p = 1 / (1 + exp(-x))
            return -t * log(p) - (1 - t) * log(1 - p)
        }
        return Reference(shape: [], values: [losses.reduce(0, +) / 6])
    },
]

@Suite struct LossTests {
    @Test("losses agree with their definitions", arguments: losses)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test func `even scores cost the logarithm of the number of classes`() {
        let loss = Tensor.zeros([5, 8]).crossEntropy([0, 1, 2, 3, 4])

        #expect(abs(loss.item - Float(log(8.0))) < 1e-6)
    }

    @Test func `certain and wrong costs the distance of the scores`() {
        let loss = Tensor([1000, 0], shape: [1, 2]).crossEntropy([1])

        #expect(loss.item == 1000)
        #expect(Tensor([1000]).binaryCrossEntropy(Tensor([0])).item == 1000)
    }

    @Test func `a label that no class has is refused`() async {
        await #expect(processExitsWith: .failure) {
            _ = Tensor.zeros([1, 2]).crossEntropy([2])
        }
    }
}
