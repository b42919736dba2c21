/// The numbers that stand in a text, as digits.
enum TextNumbers {
    /// Every run of digits, with the commas and points inside it, in order.
    static func runs(in text: String) -> [String] {
        var runs: [String] = []
        var current: [UInt8] = []
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() {
            let isDigit = (0x30...0x39).contains(byte)
            let joins =
                [UInt8(ascii: ","), UInt8(ascii: ".")].contains(byte) && !current.isEmpty
                && place + 1 < bytes.count && (0x30...0x39).contains(bytes[place + 1])
            if isDigit || joins {
                current.append(byte)
            } else if !current.isEmpty {
                runs.append(String(decoding: current, as: UTF8.self))
                current = []
            }
        }
        if !current.isEmpty { runs.append(String(decoding: current, as: UTF8.self)) }
        return runs
    }

    /// The text with every number replaced by `#`.
    static func masked(_ text: String) -> String {
        var result: [UInt8] = []
        var inNumber = false
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() {
            let isDigit = (0x30...0x39).contains(byte)
            let joins =
                inNumber && [UInt8(ascii: ","), UInt8(ascii: ".")].contains(byte)
                && place + 1 < bytes.count && (0x30...0x39).contains(bytes[place + 1])
            if isDigit || joins {
                if !inNumber { result.append(UInt8(ascii: "#")) }
                inNumber = true
            } else {
                inNumber = false
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
