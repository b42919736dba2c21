/// The project's only seeded generator of random numbers.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts a stream; equal seeds give equal streams on every machine.
    public init(seed: UInt64) {
        state = seed
    }

    /// Starts the stream named by `words`, independent of the streams of other names.
    ///
    /// The words are hashed with 64-bit FNV-1a, each ended by a zero byte, then mixed.
    public init(stream words: [String]) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for word in words {
            for byte in word.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
            hash = (hash ^ 0) &* 0x0000_0100_0000_01b3
        }
        self.init(seed: hash)
        state = next()
    }

    /// Returns the next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
