import Autograd
import TestSupport
import Testing

/// The formula of a batched matrix product.
private func product(
    _ a: Reference, _ b: Reference, _ transposeA: Bool, _ transposeB: Bool
) -> Reference {
    let (rankA, rankB) = (a.shape.count, b.shape.count)
    let rows = a.shape[rankA - (transposeA ? 1 : 2)]
    let inner = a.shape[rankA - (transposeA ? 2 : 1)]
    let columns = b.shape[rankB - (transposeB ? 2 : 1)]
    let lead = max(rankA, rankB) - 2
    let batch = (0..<lead).map { axis in
        let (x, y) = (axis - lead + rankA - 2, axis - lead + rankB - 2)
        return max(x >= 0 ? a.shape[x] : 1, y >= 0 ? b.shape[y] : 1)
    }
    return Reference(batch + [rows, columns]) { index in
        let (front, i, j) = (Array(index.dropLast(2)), index[lead], index[lead + 1])
        return (0..<inner).reduce(0) { sum, k in
            sum + a[front + (transposeA ? [k, i] : [i, k])]
                * b[front + (transposeB ? [j, k] : [k, j])]
        }
    }
}

private let products: [GradientCase] = [
    ([2, 3], [3, 4], false, false), ([3, 2], [3, 4], true, false),
    ([2, 3], [4, 3], false, true), ([3, 2], [4, 3], true, true),
    ([5, 2, 3], [5, 3, 4], false, false), ([5, 2, 3], [3, 4], false, false),
    ([2, 3], [5, 3, 4], false, false), ([2, 1, 2, 3], [3, 3, 4], false, false),
    ([5, 3, 2], [5, 4, 3], true, true), ([1, 1], [1, 1], false, false),
    ([0, 3], [3, 4], false, false), ([2, 0], [0, 4], false, false),
    ([2, 3], [3, 0], false, false),
].map { (a: [Int], b: [Int], transposeA: Bool, transposeB: Bool) in
    GradientCase("matrix product \(transposeA) \(transposeB)", [a, b]) {
        $0[0].multiplied(
            by: $0[1], transposingSelf: transposeA, transposingOther: transposeB)
    } formula: {
        product($0[0], $0[1], transposeA, transposeB)
    }
}

private let linears: [GradientCase] =
    [
        GradientCase("linear", [[4, 3], [5, 3]]) {
            $0[0].linear($0[1])
        } formula: {
            product($0[0], $0[1], false, true)
        },
        GradientCase("linear with bias over a batch", [[2, 4, 3], [5, 3], [5]]) {
            $0[0].linear($0[1], bias: $0[2])
        } formula: {
            product($0[0], $0[1], false, true).combined($0[2], +)
        },
        GradientCase("linear of one vector", [[3], [5, 3], [5]]) {
            $0[0].linear($0[1], bias: $0[2])
        } formula: { inputs in
            Reference([5]) { i in
                (0..<3).reduce(inputs[2][i]) { $0 + inputs[0][$1] * inputs[1][i[0], $1] }
            }
        },
        GradientCase("linear with residual", [[4, 3], [5, 3], [5], [4, 5]]) {
            $0[0].linear($0[1], bias: $0[2], addedTo: $0[3])
        } formula: {
            product($0[0], $0[1], false, true).combined($0[2], +).combined($0[3], +)
        },
        GradientCase("linear with residual and no bias", [[4, 3], [5, 3], [4, 5]]) {
            $0[0].linear($0[1], addedTo: $0[2])
        } formula: {
            product($0[0], $0[1], false, true).combined($0[2], +)
        },
        GradientCase("linear onto its own input", [[4, 3], [3, 3], [3]]) {
            $0[0].linear($0[1], bias: $0[2], addedTo: $0[0])
        } formula: {
            product($0[0], $0[1], false, true).combined($0[2], +).combined($0[0], +)
        },
        GradientCase("linear of no rows", [[0, 3], [5, 3], [5]]) {
            $0[0].linear($0[1], bias: $0[2])
        } formula: { _ in
            Reference(shape: [0, 5], values: [])
        },
    ]
    + GELUForm.allCases.map { form in
        GradientCase("linear then gelu \(form)", [[4, 3], [5, 3], [5]], in: -1...1) {
            $0[0].linearGELU($0[1], bias: $0[2], form: form)
        } formula: {
            product($0[0], $0[1], false, true).combined($0[2], +)
                .map(form == .exact ? geluExactly : geluByTanh)
        }
    }

@Suite struct ProductTests {
    @Test("matrix products agree with their formula", arguments: products)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test("linear layers agree with their formula", arguments: linears)
    func linearAgrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test func `inner sizes that differ are refused by name`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent])
        {
            _ = Tensor.zeros([2, 3]).multiplied(by: Tensor.zeros([4, 5]))
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("[2, 3]") && message.contains("[4, 5]"))
    }
}
