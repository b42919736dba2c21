import Autograd
import Foundation
import TestSupport
import Testing

private func normalized(_ x: Reference, _ gain: Reference, _ bias: Reference) -> Reference {
    let width = x.shape.last ?? 1
    return Reference(x.shape) { index in
        let row = (0..<width).map { x[index.dropLast() + [$0]] }
        let mean = row.reduce(0, +) / Double(width)
        let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
        return (x[index] - mean) / (variance + 1e-5).squareRoot() * gain[index] + bias[index]
    }
}

/// Attention written out index by index.
private func attention(_ x: Reference, heads: Int, lengths: [Int]) -> Reference {
    let width = x.shape[1] / 3
    let size = width / heads
    var starts: [Int] = []
    for (index, length) in lengths.enumerated() {
        starts += Array(repeating: lengths[..<index].reduce(0, +), count: length)
    }
    let lengthOfRow = lengths.flatMap { Array(repeating: $0, count: $0) }
    return Reference([x.shape[0], width]) { index in
        let (row, head) = (index[0], index[1] / size)
        let keys = starts[row]..<(starts[row] + lengthOfRow[row])
        let scores = keys.map { key in
            (0..<size).reduce(0) {
                $0 + x[row, head * size + $1] * x[key, width + head * size + $1]
            }
        }
        let weights = Reference(shape: [scores.count], values: scores)
            .softmax(scale: 1 / Double(size).squareRoot())
        return zip(keys, weights.values).reduce(0) { $0 + $1.1 * x[$1.0, 2 * width + index[1]] }
    }
}

private let cases: [GradientCase] = [
    GradientCase("softmax", [[3, 5]]) {
        $0[0].softmax()
    } formula: {
        $0[0].softmax()
    },
    GradientCase("scaled softmax of long rows", [[2, 2, 35]]) {
        $0[0].softmax(scale: 0.5)
    } formula: {
        $0[0].softmax(scale: 0.5)
    },
    GradientCase("softmax of one", [[3, 1]]) {
        $0[0].softmax()
    } formula: {
        $0[0].softmax()
    },
    GradientCase("masked softmax", [[2, 4]]) {
        $0[0].softmax(mask: Tensor([1, 0, 1, 1]))
    } formula: { inputs in
        Reference([2, 4]) { index in
            guard index[1] != 1 else { return 0 }
            let total = [0, 2, 3].reduce(0) { $0 + exp(inputs[0][index[0], $1]) }
            return exp(inputs[0][index]) / total
        }
    },
    GradientCase("log softmax", [[3, 5]]) {
        $0[0].logSoftmax()
    } formula: {
        $0[0].softmax().map { log($0) }
    },
    GradientCase("layer normalisation", [[3, 5], [5], [5]]) {
        $0[0].layerNormalized(gain: $0[1], bias: $0[2])
    } formula: {
        normalized($0[0], $0[1], $0[2])
    },
    GradientCase("layer normalisation of wide rows", [[2, 2, 40], [40], [40]]) {
        $0[0].layerNormalized(gain: $0[1], bias: $0[2])
    } formula: {
        normalized($0[0], $0[1], $0[2])
    },
    GradientCase("layer normalisation of no rows", [[0, 5], [5], [5]]) {
        $0[0].layerNormalized(gain: $0[1], bias: $0[2])
    } formula: { inputs in
        inputs[0]
    },
    GradientCase("attention", [[7, 12]]) {
        $0[0].attention(heads: 2, lengths: SequenceLengths([3, 4]))
    } formula: {
        attention($0[0], heads: 2, lengths: [3, 4])
    },
    GradientCase("attention of one row, no row and one head", [[3, 9]]) {
        $0[0].attention(heads: 1, lengths: SequenceLengths([1, 0, 2]))
    } formula: {
        attention($0[0], heads: 1, lengths: [1, 0, 2])
    },
    GradientCase("rows of a table", [[4, 3]]) {
        $0[0].rows(at: [2, 0, 2, 3])
    } formula: { inputs in
        Reference([4, 3]) { inputs[0][[2, 0, 2, 3][$0[0]], $0[1]] }
    },
    GradientCase("no rows of a table", [[4, 3]]) {
        $0[0].rows(at: [])
    } formula: { _ in
        Reference(shape: [0, 3], values: [])
    },
    GradientCase("rows of two tables", [[4, 3], [2, 3]]) {
        $0[0].rows(at: [2, 0, 2], plus: $0[1], at: [0, 1, 0])
    } formula: { inputs in
        Reference([3, 3]) {
            inputs[0][[2, 0, 2][$0[0]], $0[1]] + inputs[1][[0, 1, 0][$0[0]], $0[1]]
        }
    },
    GradientCase("mean of sequences", [[5, 3]]) {
        $0[0].meanOfSequences(SequenceLengths([2, 0, 3]))
    } formula: { inputs in
        Reference([3, 3]) { index in
            let rows = [0..<2, 2..<2, 2..<5][index[0]]
            return rows.reduce(0) { $0 + inputs[0][$1, index[1]] } / Double(max(rows.count, 1))
        }
    },
    GradientCase("unfold", [[5, 2]]) {
        $0[0].unfolded(size: 3, lengths: SequenceLengths([2, 3]))
    } formula: { inputs in
        Reference([5, 6]) { index in
            let own = index[0] < 2 ? 0..<2 : 2..<5
            let row = index[0] + index[1] / 2 - 1
            return own.contains(row) ? inputs[0][row, index[1] % 2] : 0
        }
    },
    GradientCase("dropout with a known mask", [[40]]) {
        $0[0].dropout(rate: 0.5, seed: 3)
    } formula: {
        let mask = Tensor.ones([40]).dropout(rate: 0.5, seed: 3).values.map(Double.init)
        return $0[0].combined(Reference(shape: [40], values: mask), *)
    },
]

@Suite struct NetworkOperationTests {
    @Test("operations of networks agree with their formulas", arguments: cases)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test(arguments: [3, 16, 37])
    func `one NaN among the scores makes its row of shares NaN and no other row`(width: Int) {
        var scores = [Float](repeating: 1, count: 20 * width)
        scores[18 * width + width - 1] = .nan
        let shares = Tensor(scores, shape: [20, width]).softmax().values
        for row in 0..<20 {
            let shown = shares[row * width..<(row + 1) * width]
            #expect(shown.allSatisfy { row == 18 ? $0.isNaN : abs($0 * Float(width) - 1) < 1e-5 })
        }
    }

    @Test func `a row that is masked altogether has no probabilities and no gradient`() {
        let x = Tensor([1, 2], shape: [1, 2], requiresGradient: true)

        let result = x.softmax(mask: Tensor.zeros([2]))
        result.backward(Tensor.ones([1, 2]))

        #expect(result.values == [0, 0])
        #expect(x.gradient?.values == [0, 0])
    }

    @Test func `softmax does not overflow`() {
        let values = Tensor([1e4, 1e4, -1e4]).softmax().values

        #expect(values[0] == 0.5)
        #expect(values[2] == 0)
    }

    @Test func `dropout keeps its share, scales it and depends on the seed alone`() {
        let x = Tensor.ones([10_000])

        let kept = x.dropout(rate: 0.3, seed: 5).values

        #expect(abs(Double(kept.filter { $0 > 0 }.count) / 10_000 - 0.7) < 0.02)
        #expect(abs((kept.max() ?? 0) - 1 / 0.7) < 1e-5)
        #expect(x.dropout(rate: 0.3, seed: 5).values == kept)
        #expect(x.dropout(rate: 0.3, seed: 6).values != kept)
    }

    @Test func `a token outside the table is refused`() async {
        await #expect(processExitsWith: .failure) {
            _ = Tensor.zeros([4, 3]).rows(at: [4])
        }
    }
}
