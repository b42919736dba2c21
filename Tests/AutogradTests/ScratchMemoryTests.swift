import Testing

@testable import Autograd

/// Memory that an operation works in must stay its own until the operation has ended.
@Suite struct ScratchMemoryTests {
    /// Width 16 a head: at about 16 rows the scores are as large as what a product puts aside.
    @Test(arguments: 1...70)
    func `attention gives the same numbers whether or not it is recorded`(rows: Int) {
        let numbers = (0..<(rows * 96)).map { Float(($0 &* 7919) % 2001) / 1000 - 1 }
        let lengths = SequenceLengths([rows])
        let x = Tensor(numbers, shape: [rows, 96], requiresGradient: true)
        let recorded = x.attention(heads: 2, lengths: lengths)

        let served = withoutGradient { x.attention(heads: 2, lengths: lengths) }

        #expect(served.values == recorded.values)
    }

    @Test func `the memory of a storage stays its own while it is worked in`() {
        let pool = EngineContext.current.pool

        let other = Storage(count: 100).withPointer { pointer in
            let second = pool.take(100)
            defer { pool.give(second, 100) }
            return second != pointer
        }

        #expect(other)
    }
}
