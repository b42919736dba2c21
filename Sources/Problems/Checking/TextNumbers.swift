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

    /// How often one of a measuring unit is spoken of, as in “1 m weighs …”.
    static func singleUnits(in text: String) -> Int {
        let words = text.split { $0 == " " || $0 == "," || $0 == "(" || $0 == "\u{201C}" }
        return words.indices.count { place in
            let word = words[place]
            guard word.hasPrefix("1") else { return false }
            let next = place + 1 < words.count ? words[place + 1] : ""
            return isUnit(word == "1" ? next : word.dropFirst())
        }
    }

    private static let units: Set<Substring> = [
        "m", "cm", "mm", "km", "g", "kg", "mg", "L", "mL", "m²", "cm²", "km²", "m³", "cm³",
        "minute", "hour", "second", "분", "시간", "초",
    ]

    /// Whether a word is a unit, a particle or a full stop aside.
    private static func isUnit(_ word: Substring) -> Bool {
        if units.contains(where: { word.hasPrefix($0) && $0.first.map { !$0.isASCII } ?? false }) {
            return true
        }
        return units.contains(word.prefix { $0.isASCII && $0.isLetter || $0 == "²" || $0 == "³" })
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
