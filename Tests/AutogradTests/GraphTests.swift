import Autograd
import Mathematics
import Testing

@Suite struct GraphTests {
    @Test func `gradients of two passes add up until they are cleared`() {
        let x = Tensor([2], requiresGradient: true)

        x.squared().backward()
        x.squared().backward()
        #expect(x.gradient?.values == [8])

        x.clearGradient()
        #expect(x.gradient == nil)
        x.squared().backward()
        #expect(x.gradient?.values == [4])
    }

    @Test func `a graph serves a second pass only if it is retained`() async {
        let x = Tensor([3], requiresGradient: true)
        let y = x.squared()

        y.backward(retainingGraph: true)
        y.backward()

        #expect(x.gradient?.values == [12])
        await #expect(processExitsWith: .failure) {
            let y = Tensor([3], requiresGradient: true).squared()
            y.backward()
            y.backward()
        }
    }

    @Test func `nothing is recorded without gradients or beyond a detached tensor`() {
        let x = Tensor([2], requiresGradient: true)

        let silent = withoutGradient { x.squared() }
        #expect(!silent.requiresGradient)
        #expect(withoutGradient { withGradient { x.squared() } }.requiresGradient)

        let product = x.detached() * x
        product.backward()
        #expect(x.gradient?.values == [2])
    }

    @Test func `only tensors that lead to a leaf require a gradient`() {
        let (constant, leaf) = (Tensor([1]), Tensor([2], requiresGradient: true))

        #expect(!(constant * constant).requiresGradient)
        #expect((constant * leaf).requiresGradient)
    }

    @Test func `a computed tensor keeps its gradient if asked`() {
        let x = Tensor([3], requiresGradient: true)
        let middle = x.squared()
        middle.retainGradient()

        (middle * 5).sum().backward()

        #expect(middle.gradient?.values == [5])
        #expect(x.gradient?.values == [30])
    }

    @Test func `a hook sees the whole gradient and may replace it`() {
        let x = Tensor([3], requiresGradient: true)
        let middle = x * 1
        var seen: [[Float]] = []
        middle.onGradient {
            seen.append($0.values)
            return $0 * 10
        }

        (middle * middle).backward()

        #expect(seen == [[6]])
        #expect(x.gradient?.values == [60])
    }

    @Test func `a hook on a leaf runs once with the sum of its uses`() {
        let x = Tensor([3], requiresGradient: true)
        var seen: [[Float]] = []
        x.onGradient {
            seen.append($0.values)
            return nil
        }

        (x * x + x).backward()

        #expect(seen == [[7]])
        #expect(x.gradient?.values == [7])
    }

    @Test func `a checkpoint gives the same gradients and runs twice`() {
        var generator = SplitMix64(seed: 4)
        let weight = Tensor.normal([6, 6], requiresGradient: true, using: &generator)
        let x = Tensor.normal([3, 6], requiresGradient: true, using: &generator)
        var runs = 0
        let body: ([Tensor]) -> Tensor = { inputs in
            runs += 1
            return inputs[0].linear(weight).gelu().dropout(rate: 0.3, seed: 9).linear(weight)
        }

        body([x]).sum().backward()
        let plain = (x.gradient?.values, weight.gradient?.values)
        x.clearGradient()
        weight.clearGradient()
        runs = 0
        checkpoint([x], body).sum().backward()

        #expect(runs == 2)
        #expect(x.gradient?.values == plain.0)
        #expect(weight.gradient?.values == plain.1)
    }

    @Test func `an anomaly names the operation that made it`() {
        let forward = detectingAnomalies { (Tensor([-1]).logarithm() + 1).squared() }
        #expect(forward.anomaly?.operation == "logarithm")
        #expect(forward.anomaly?.phase == .forward)

        let x = Tensor([0], requiresGradient: true)
        let backward = detectingAnomalies { (x.squareRoot() * 0).backward() }
        #expect(backward.anomaly?.operation == "squareRoot")
        #expect(backward.anomaly?.phase == .backward)

        #expect(detectingAnomalies { Tensor([1]).logarithm() }.anomaly == nil)
    }

    @Test func `changing what a pullback saved is caught`() async {
        await #expect(processExitsWith: .failure) {
            let x = Tensor([2], requiresGradient: true)
            let y = x.squared()
            x.update { $0[0] = 5 }
            y.backward()
        }
    }

    @Test func `a chain of a hundred thousand operations runs and is freed`() {
        let x = Tensor([1], requiresGradient: true)
        var y = x
        for _ in 0..<100_000 { y = y + 0 }

        y.backward()
        #expect(x.gradient?.values == [1])

        for _ in 0..<100_000 { y = x + y }
        #expect(y.item > 0)
    }

    @Test func `gradients that meet in a diamond are complete before they go on`() {
        let x = Tensor([2], requiresGradient: true)
        let a = x * 3
        let b = a * a
        let c = a + b

        (b * c).backward()

        // b c = 9x^2 (3x + 9x^2) = 27x^3 + 81x^4, its derivative 81x^2 + 324x^3.
        #expect(x.gradient?.values == [81 * 4 + 324 * 8])
    }

    @Test func `a gradient delivered to two inputs is not shared by mistake`() {
        let (x, y) = (Tensor([1], requiresGradient: true), Tensor([1], requiresGradient: true))

        let sum = x + y
        (sum + x.tanh() * 0 + x).backward()

        #expect(x.gradient?.values == [2])
        #expect(y.gradient?.values == [1])
    }

    @Test func `backward needs one element or a seed`() async {
        await #expect(processExitsWith: .failure) {
            Tensor([1, 2], requiresGradient: true).squared().backward()
        }
        let x = Tensor([1, 2], requiresGradient: true)
        x.squared().backward(Tensor([1, 10]))
        #expect(x.gradient?.values == [2, 40])
    }
}
