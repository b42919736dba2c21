/// A running 64-bit FNV-1a sum over the fields of a row, each preceded by its length.
///
/// Every step is a bijection of the state, so a change of a single byte always changes the sum.
struct RowChecksum {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String?) {
        guard let text else { return add(Int64(-1)) }
        add(bytes: text.utf8)
    }

    mutating func add(bytes: some Collection<UInt8>) {
        add(Int64(bytes.count))
        for byte in bytes { add(byte) }
    }

    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number)
        for _ in 0..<8 {
            add(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
}
