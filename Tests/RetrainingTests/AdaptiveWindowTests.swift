import Mathematics
import Testing

@testable import Retraining

@Suite struct AdaptiveWindowTests {
    /// The changes that a stream of shares gives, by the position at which they were noticed.
    private func changes(
        _ shares: [(Double, Int)], seed: String
    ) -> [(position: Int, change: AdaptiveWindow.Change)] {
        var window = AdaptiveWindow()
        var generator = SplitMix64(stream: ["window", seed])
        var found: [(Int, AdaptiveWindow.Change)] = []
        var position = 0
        for (share, count) in shares {
            for _ in 0..<count {
                position += 1
                let value = Double.random(in: 0..<1, using: &generator) < share
                if let change = window.add(value) { found.append((position, change)) }
            }
        }
        return found
    }

    @Test(
        "a share that stays the same is seldom called changed", arguments: [0.02, 0.1, 0.3])
    func steady(share: Double) {
        let wrong = (0..<40).count { !changes([(share, 500)], seed: "\(share) \($0)").isEmpty }

        #expect(wrong <= 1)
    }

    @Test func `a share that rises is noticed soon`() {
        for number in 0..<20 {
            let found = changes([(0.05, 200), (0.5, 100)], seed: "rise \(number)")
            #expect(found.first.map { $0.position > 200 && $0.change == .risen } == true)
        }
    }

    @Test func `a share that falls is told from one that rises`() {
        let found = changes([(0.6, 200), (0.05, 100)], seed: "fall")

        #expect(!found.isEmpty && found.allSatisfy { $0.change == .fallen })
    }

    @Test func `the window forgets what was before the change`() {
        var window = AdaptiveWindow()
        for number in 0..<400 { _ = window.add(number >= 200) }

        #expect(window.share > 0.9)
        #expect(window.count < 260)
    }

    @Test func `the window is bounded`() {
        var window = AdaptiveWindow()
        window.longest = 100
        for number in 0..<1_000 { _ = window.add(number % 10 == 0) }

        #expect(window.count <= 100)
    }
}
