import Autograd
import TestSupport
import Testing

private let layouts: [GradientCase] = [
    GradientCase("reshape", [[2, 6]]) {
        $0[0].reshaped([3, -1])
    } formula: {
        Reference(shape: [3, 4], values: $0[0].values)
    },
    GradientCase("transpose", [[3, 5]]) {
        $0[0].transposed()
    } formula: { inputs in
        Reference([5, 3]) { inputs[0][$0[1], $0[0]] }
    },
    GradientCase("transpose of many", [[20, 37]]) {
        $0[0].transposed()
    } formula: { inputs in
        Reference([37, 20]) { inputs[0][$0[1], $0[0]] }
    },
    GradientCase("permute", [[2, 3, 4]]) {
        $0[0].permuted([2, 0, 1])
    } formula: { inputs in
        Reference([4, 2, 3]) { inputs[0][$0[1], $0[2], $0[0]] }
    },
    GradientCase("leading slice", [[5, 3]]) {
        $0[0].sliced(1..<4)
    } formula: { inputs in
        Reference([3, 3]) { inputs[0][$0[0] + 1, $0[1]] }
    },
    GradientCase("inner slice", [[2, 5, 3]]) {
        $0[0].sliced(2..<4, axis: 1)
    } formula: { inputs in
        Reference([2, 2, 3]) { inputs[0][$0[0], $0[1] + 2, $0[2]] }
    },
    GradientCase("overlapping slices", [[5]]) {
        $0[0].sliced(0..<3) * $0[0].sliced(2..<5)
    } formula: { inputs in
        Reference([3]) { inputs[0][$0[0]] * inputs[0][$0[0] + 2] }
    },
    GradientCase("empty slice", [[5, 2]]) {
        $0[0].sliced(2..<2)
    } formula: { _ in
        Reference(shape: [0, 2], values: [])
    },
    GradientCase("concatenate rows", [[2, 3], [1, 3]]) {
        Tensor.concatenated($0)
    } formula: {
        Reference(shape: [3, 3], values: $0[0].values + $0[1].values)
    },
    GradientCase("concatenate columns", [[2, 3], [2, 2], [2, 0]]) {
        Tensor.concatenated($0, axis: 1)
    } formula: { inputs in
        Reference([2, 5]) { $0[1] < 3 ? inputs[0][$0] : inputs[1][$0[0], $0[1] - 3] }
    },
]

@Suite struct LayoutTests {
    @Test("rearrangements agree with their formulas", arguments: layouts)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test func `reshaping shares memory`() {
        let x = Tensor([1, 2, 3, 4])

        let view = x.reshaped([2, 2])
        x.update { $0[3] = 9 }

        #expect(view.values == [1, 2, 3, 9])
    }

    @Test func `a shape of the wrong size is refused`() async {
        await #expect(processExitsWith: .failure) {
            _ = Tensor.zeros([2, 3]).reshaped([4, 2])
        }
        await #expect(processExitsWith: .failure) {
            _ = Tensor.zeros([2, 3]).sliced(1..<4)
        }
    }
}
