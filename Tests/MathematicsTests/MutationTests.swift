import Foundation
import Mathematics
import Testing

/// The answers of the tables with bytes changed: whatever comes out gets a verdict at once.
@Suite struct MutationTests {
    /// Every row that has a readable key, with the key read once.
    static let corpus: [(input: [UInt8], key: AnswerKey)] = AnswerCase.all.compactMap { row in
        guard let specification = try? AnswerSpecification(parsing: row.specification),
            let key = try? AnswerKey(expected: row.expected, specification: specification)
        else { return nil }
        return (Array(row.input.utf8), key)
    }

    /// Changes, inserts, removes, doubles or joins bytes of one to four places.
    static func mutated(
        _ bytes: [UInt8], using generator: inout SplitMix64
    ) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let index = Int.random(in: 0...bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0 where index < bytes.count:
                bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1 where index < bytes.count: bytes.remove(at: index)
            case 2: bytes.insert(UInt8.random(in: 32...126, using: &generator), at: index)
            case 3:
                let end = min(bytes.count, index + Int.random(in: 1...12, using: &generator))
                bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
            default:
                let other = corpus[Int.random(in: 0..<corpus.count, using: &generator)].input
                bytes.insert(contentsOf: other.prefix(40), at: index)
            }
        }
        return bytes
    }

    static func sweep(count: Int, seed: UInt64) -> (duration: Duration, text: String) {
        var generator = SplitMix64(seed: seed)
        let clock = ContinuousClock()
        var slowest = (duration: Duration.zero, text: "")
        for index in 0..<count {
            let row = corpus[index % corpus.count]
            let text = String(decoding: mutated(row.input, using: &generator), as: UTF8.self)
            let other = corpus[Int.random(in: 0..<corpus.count, using: &generator)]
            let key = index % 3 == 0 ? other.key : row.key
            let start = clock.now
            let verdict = AnswerChecker.check(
                text, against: key, language: index % 2 == 0 ? .english : .korean)
            let duration = clock.now - start
            if duration > slowest.duration { slowest = (duration, text) }
            #expect(!verdict.message.isEmpty)
            #expect(!verdict.reading.unicodeScalars.contains { $0.value < 0x20 })
        }
        return (slowest.duration, slowest.text)
    }

    @Test func `changed answers of the tables get a verdict`() {
        #expect(Self.corpus.count >= 1_000)
        _ = Self.sweep(count: 3_000, seed: 7)
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["MATHTUTOR_SOAK"] == "1"))
    func `two million changed answers get a verdict`() {
        for seed in 0..<20 {
            let slowest = Self.sweep(count: 100_000, seed: UInt64(seed))
            #expect(slowest.duration < .seconds(1), "\(slowest.text.debugDescription)")
        }
    }
}
