/// Reads the JSON header of a `.safetensors` file and nothing else that JSON could say.
struct HeaderParser {
    /// One tensor as the header describes it.
    struct Tensor {
        var name: String
        var dtype = ""
        var shape: [Int] = []
        var begin = 0
        var end = 0
    }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func parse() throws(CheckpointError) -> (
        tensors: [Tensor], metadata: [String: String]
    ) {
        var tensors: [Tensor] = []
        var metadata: [String: String] = [:]
        guard peek() == UInt8(ascii: "{") else { throw failure("it does not begin with {") }
        try object { (parser, key) throws(CheckpointError) in
            if key == "__metadata__" {
                try parser.object { (parser, note) throws(CheckpointError) in
                    metadata[note] = try parser.string()
                }
            } else {
                tensors.append(try parser.tensor(key))
            }
        }
        while let next = peek() {
            guard next == UInt8(ascii: " ") else { throw failure("something follows the object") }
            position += 1
        }
        return (tensors, metadata)
    }

    private mutating func tensor(_ name: String) throws(CheckpointError) -> Tensor {
        var result = Tensor(name: name)
        var seen: Set<String> = []
        try object { (parser, key) throws(CheckpointError) in
            seen.insert(key)
            switch key {
            case "dtype": result.dtype = try parser.string()
            case "shape":
                result.shape = try parser.numbers()
                guard result.shape.count <= 8 else { throw parser.failure("too many axes") }
            case "data_offsets":
                let offsets = try parser.numbers()
                guard offsets.count == 2 else { throw parser.failure("two offsets are needed") }
                (result.begin, result.end) = (offsets[0], offsets[1])
            default: throw parser.failure("an unknown key")
            }
        }
        guard seen.count == 3 else {
            throw .malformedTensor(name: name, reason: "dtype, shape or data_offsets is missing")
        }
        return result
    }

    private mutating func object(
        _ member: (inout HeaderParser, String) throws(CheckpointError) -> Void
    ) throws(CheckpointError) {
        try expect("{")
        var keys: Set<String> = []
        if take("}") { return }
        repeat {
            let key = try string()
            guard keys.insert(key).inserted else { throw failure("a key occurs twice") }
            try expect(":")
            try member(&self, key)
        } while take(",")
        try expect("}")
    }

    private mutating func numbers() throws(CheckpointError) -> [Int] {
        try expect("[")
        var result: [Int] = []
        if take("]") { return result }
        repeat {
            guard result.count < 16 else { throw failure("a list is too long") }
            result.append(try number())
        } while take(",")
        try expect("]")
        return result
    }

    private mutating func number() throws(CheckpointError) -> Int {
        skipSpace()
        let start = position
        var value = 0
        while let byte = peek(), byte >= 0x30, byte <= 0x39 {
            guard position - start < 15 else { throw failure("a number is too large") }
            value = value * 10 + Int(byte - 0x30)
            position += 1
        }
        guard position > start else { throw failure("a number is missing") }
        return value
    }

    private mutating func string() throws(CheckpointError) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = peek(), byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw failure("a control character in a string") }
            position += 1
            if byte == UInt8(ascii: "\\") {
                text.append(contentsOf: try escape())
            } else {
                text.append(byte)
            }
        }
        try expect("\"")
        guard let result = String(validating: text, as: UTF8.self) else {
            throw failure("a string is not UTF-8")
        }
        return result
    }

    private mutating func escape() throws(CheckpointError) -> [UInt8] {
        guard let byte = peek() else { throw failure("a string has no end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [8]
        case UInt8(ascii: "f"): return [12]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "u"): return try unicode()
        default: throw failure("an unknown escape")
        }
    }

    private mutating func unicode() throws(CheckpointError) -> [UInt8] {
        var value = try hexadecimal()
        if value >= 0xd800, value < 0xdc00 {
            guard peek() == UInt8(ascii: "\\") else { throw failure("half a character") }
            position += 1
            guard peek() == UInt8(ascii: "u") else { throw failure("half a character") }
            position += 1
            let low = try hexadecimal()
            guard low >= 0xdc00, low < 0xe000 else { throw failure("half a character") }
            value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw failure("half a character") }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func hexadecimal() throws(CheckpointError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { throw failure("an escape is too short") }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private func peek() -> UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = peek(), [0x20, 0x0a, 0x0d, 0x09].contains(byte) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard peek() == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(CheckpointError) {
        guard take(character) else { throw failure("\(character) is missing") }
    }

    private func failure(_ reason: String) -> CheckpointError {
        .malformedHeader(byte: position - bytes.startIndex, reason: reason)
    }
}
