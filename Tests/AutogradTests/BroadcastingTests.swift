import Autograd
import TestSupport
import Testing

private let operators: [GradientCase] = [
    ([2, 3], [2, 3]), ([2, 3], [3]), ([3], [2, 3]), ([2, 3], [1, 3]), ([2, 3], [2, 1]),
    ([2, 1, 3], [4, 1]), ([2, 3], []), ([], [2, 3]), ([1], [1]), ([2, 3], [1]), ([0, 3], [3]),
    ([2, 17], [17]), ([1, 3], [2, 1]), ([2, 3], [1, 1, 3]),
].flatMap { pair in
    [
        GradientCase("add", [pair.0, pair.1]) {
            $0[0] + $0[1]
        } formula: {
            $0[0].combined($0[1], +)
        },
        GradientCase("subtract", [pair.0, pair.1]) {
            $0[0] - $0[1]
        } formula: {
            $0[0].combined($0[1], -)
        },
        GradientCase("multiply", [pair.0, pair.1]) {
            $0[0] * $0[1]
        } formula: {
            $0[0].combined($0[1], *)
        },
        GradientCase("divide", [pair.0, pair.1], in: 0.5...2) {
            $0[0] / $0[1]
        } formula: {
            $0[0].combined($0[1], /)
        },
    ]
}

@Suite struct BroadcastingTests {
    @Test("operators repeat small axes and sum their gradients", arguments: operators)
    func agrees(_ subject: GradientCase) {
        let check = GradientCheck(subject)

        #expect(check.isPassed, "\(check)")
    }

    @Test func `broadcast repeats and its gradient adds up`() {
        let subject = GradientCase("broadcast", [[2, 1]]) {
            $0[0].broadcast(to: [3, 2, 4])
        } formula: { inputs in
            Reference([3, 2, 4]) { inputs[0][$0] }
        }

        #expect(GradientCheck(subject).isPassed)
    }

    @Test func `shapes that do not fit are refused by name`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent])
        {
            _ = Tensor.zeros([2, 3]) + Tensor.zeros([2, 4])
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("[2, 3]") && message.contains("[2, 4]"))
    }

    @Test func `one tensor used twice gets both gradients`() {
        let subject = GradientCase("x x + x", [[4]]) {
            $0[0] * $0[0] + $0[0]
        } formula: {
            $0[0].map { $0 * $0 + $0 }
        }

        #expect(GradientCheck(subject).isPassed)
    }
}
