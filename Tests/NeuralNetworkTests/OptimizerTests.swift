import Autograd
import Foundation
import Mathematics
import NeuralNetwork
import Testing

@Suite struct OptimizerTests {
    @Test func `AdamW follows its formula`() {
        let weight = Tensor([1, -2, 0.5], requiresGradient: true)
        let optimizer = AdamW(
            ParameterStorage([weight]), rate: 0.1, decays: (0.8, 0.9), epsilon: 1e-6,
            weightDecay: 0.05)
        var (p, m, v) = ([1.0, -2, 0.5], [0.0, 0, 0], [0.0, 0, 0])

        for step in 1...5 {
            (weight * weight * weight).sum().backward()
            optimizer.step()
            for i in 0..<3 {
                let g = 3 * p[i] * p[i]
                m[i] = 0.8 * m[i] + 0.2 * g
                v[i] = 0.9 * v[i] + 0.1 * g * g
                let first = m[i] / (1 - pow(0.8, Double(step)))
                let second = v[i] / (1 - pow(0.9, Double(step)))
                p[i] = p[i] * (1 - 0.1 * 0.05) - 0.1 * first / (second.squareRoot() + 1e-6)
            }
            for i in 0..<3 { #expect(abs(Double(weight.values[i]) - p[i]) < 1e-5) }
        }
    }

    @Test func `descent with momentum and decay follows its formula`() {
        let weight = Tensor([1, -2], requiresGradient: true)
        let optimizer = GradientDescent(
            ParameterStorage([weight]), rate: 0.1, momentum: 0.9, weightDecay: 0.01)
        var (p, velocity) = ([1.0, -2], [0.0, 0])

        for _ in 0..<5 {
            weight.squared().sum().backward()
            optimizer.step()
            for i in 0..<2 {
                velocity[i] = 0.9 * velocity[i] + 2 * p[i] + 0.01 * p[i]
                p[i] -= 0.1 * velocity[i]
            }
        }

        for i in 0..<2 { #expect(abs(Double(weight.values[i]) - p[i]) < 1e-5) }
    }

    @Test func `a long gradient is shortened to the greatest norm and reported unshortened`() {
        let weight = Tensor([3, 4], requiresGradient: true)
        let optimizer = GradientDescent(ParameterStorage([weight]), rate: 1)

        (weight.squared().sum() * 0.5).backward()
        let norm = optimizer.step(greatestNorm: 1)

        #expect(abs(norm - 5) < 1e-5)
        #expect(abs(weight.values[0] - 2.4) < 1e-4 && abs(weight.values[1] - 3.2) < 1e-4)
    }

    @Test func `a sparse table changes in the touched rows alone`() {
        var generator = SplitMix64(seed: 2)
        let table = Tensor.normal([6, 5], requiresGradient: true, using: &generator)
        let other = Tensor.normal([5], requiresGradient: true, using: &generator)
        let before = table.values
        let storage = ParameterStorage([table, other], shards: 2, sparse: [table])
        let optimizer = AdamW(storage, rate: 0.1)
        let pool = ShardPool(shardCount: 2)

        for rows in [[[1, 1], [4]], [[1], [1]]] {
            pool.run { shard in (table.rows(at: rows[shard]) * other).sum().backward() }
            optimizer.step(greatestNorm: 1, pool: pool)
        }

        for row in 0..<6 {
            let range = (row * 5)..<(row * 5 + 5)
            #expect((table.values[range] == before[range]) == ![1, 4].contains(row))
        }
    }

    @Test func `one step of a sparse table equals that of a dense one in the touched rows`() {
        func train(sparse: Bool) -> [Float] {
            var generator = SplitMix64(seed: 2)
            let table = Tensor.normal([4, 3], requiresGradient: true, using: &generator)
            let optimizer = AdamW(
                ParameterStorage([table], sparse: sparse ? [table] : []), rate: 0.1, weightDecay: 0)
            table.rows(at: [2, 0, 2]).squared().sum().backward()
            optimizer.step()
            return table.values
        }

        #expect(train(sparse: true) == train(sparse: false))
    }

    @Test func `a weight without a gradient only decays`() {
        let (used, unused) = (
            Tensor([1], requiresGradient: true), Tensor([1], requiresGradient: true)
        )
        let optimizer = AdamW(ParameterStorage([used, unused]), rate: 0.1, weightDecay: 0.5)

        for _ in 0..<2 {
            used.squared().backward()
            optimizer.step()
        }

        #expect(abs(unused.item - 0.95 * 0.95) < 1e-6)
        #expect(used.item < 0.85)
    }

    @Test func `a tensor that occurs twice is stored once`() {
        let weight = Tensor([1, 2], requiresGradient: true)

        let storage = ParameterStorage([weight, weight])

        #expect(storage.parameterCount == 2)
        #expect(weight.values == [1, 2])
    }

    @Test func `a schedule warms up, peaks and falls like half a cosine`() {
        let schedule = Schedule(peak: 1, last: 0.1, warmUpSteps: 4, totalSteps: 104)

        #expect((0..<4).map(schedule.rate) == [0.25, 0.5, 0.75, 1])
        #expect(abs(schedule.rate(at: 54) - 0.55) < 1e-6)
        #expect(abs(schedule.rate(at: 104) - 0.1) < 1e-6)
        #expect(abs(schedule.rate(at: 1000) - 0.1) < 1e-6)
        let linear = Schedule(peak: 1, totalSteps: 10, decay: .linear)
        #expect(abs(linear.rate(at: 5) - 0.5) < 1e-6)
    }

    @Test func `a moving average lags behind and stands in while asked`() {
        let weight = Tensor([0], requiresGradient: true)
        let storage = ParameterStorage([weight])
        let average = MovingAverage(of: storage, decay: 0.9)

        weight.update { $0[0] = 1 }
        average.update()
        let inside = average.withAverage { weight.item }

        #expect(abs(inside - 0.9) < 1e-6)
        #expect(weight.item == 1)
    }
}
