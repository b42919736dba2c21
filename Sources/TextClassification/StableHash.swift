/// A hash that is the same in every run and on every machine.
public enum StableHash {
    /// Returns the 64-bit FNV-1a hash of the text's UTF-8 bytes, mixed so that every bit counts.
    public static func of(_ text: String) -> UInt64 {
        var hash = start
        for byte in text.utf8 { hash = adding(UInt64(byte), to: hash) }
        return mixed(hash)
    }

    static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func adding(_ value: UInt64, to hash: UInt64) -> UInt64 {
        (hash ^ value) &* 0x0000_0100_0000_01b3
    }

    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
        value = (value ^ (value >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return value ^ (value >> 33)
    }
}
