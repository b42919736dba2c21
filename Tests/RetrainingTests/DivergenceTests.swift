import Testing

@testable import Retraining

@Suite struct DivergenceTests {
    private func isAstray(_ losses: [Float]) -> Bool {
        var divergence = DivergenceGuard()
        return losses.contains { divergence.isAstray(after: $0) }
    }

    @Test("a training that gets better or swings is left alone", arguments: [0, 0.5] as [Float])
    func sound(swing: Float) {
        let losses = (0..<2_000).map { (step: Int) -> Float in
            let falling = 4 / (1 + Float(step) / 100)
            return step % 2 == 0 ? falling + swing : falling - swing
        }

        #expect(!isAstray(losses))
    }

    @Test func `a training whose loss rises above where it began is stopped`() {
        let falling = (0..<500).map { (step: Int) -> Float in 3 - Float(step) / 250 }
        let rising = (0..<500).map { (step: Int) -> Float in 1 + Float(step) / 20 }
        let losses = falling + rising

        #expect(isAstray(losses))
    }

    @Test func `a loss that is not a number is counted elsewhere`() {
        #expect(!isAstray([Float](repeating: .nan, count: 200)))
    }
}
