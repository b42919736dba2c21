/// The largest header that the format allows.
private let greatestHeaderSize = 100_000_000

extension Checkpoint {
    /// Returns the bytes of a `.safetensors` file; equal checkpoints give equal bytes.
    ///
    /// The header is padded with spaces so that the numbers begin at a multiple of 64.
    public func safetensors() -> [UInt8] {
        var header = "{"
        if !metadata.isEmpty {
            let notes = metadata.sorted { $0.key < $1.key }
                .map { "\(jsonString($0.key)):\(jsonString($0.value))" }
            header += "\"__metadata__\":{\(notes.joined(separator: ","))}"
        }
        var end = 0
        for entry in entries {
            let sizes = entry.shape.map(String.init).joined(separator: ",")
            let start = end
            end += entry.values.count * 4
            header += header.count > 1 ? "," : ""
            header +=
                "\(jsonString(entry.name)):{\"dtype\":\"F32\",\"shape\":[\(sizes)],"
                + "\"data_offsets\":[\(start),\(end)]}"
        }
        header += "}"
        var bytes: [UInt8] = []
        let padded = (header.utf8.count + 8 + 63) / 64 * 64 - 8
        bytes.reserveCapacity(8 + padded + end)
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: padded >> shift))
        }
        bytes.append(contentsOf: header.utf8)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padded + 8 - bytes.count))
        for entry in entries {
            for value in entry.values {
                withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        return bytes
    }

    /// Reads the bytes of a `.safetensors` file.
    /// - Throws: `CheckpointError` on any damage, NaN included.
    public init(safetensors bytes: [UInt8]) throws(CheckpointError) {
        guard bytes.count >= 8 else {
            throw .truncated(expectedBytes: 8, foundBytes: bytes.count)
        }
        let claimed = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64($1 * 8) }
        guard claimed >= 2, claimed <= UInt64(greatestHeaderSize) else {
            throw .headerSize(claimed)
        }
        let start = 8 + Int(claimed)
        guard bytes.count >= start else {
            throw .truncated(expectedBytes: start, foundBytes: bytes.count)
        }
        var parser = HeaderParser(bytes[8..<start])
        let header = try parser.parse()
        try Self.checkCoverage(header.tensors, bytes: bytes.count - start)
        var entries: [Entry] = []
        for tensor in header.tensors {
            entries.append(try Self.entry(tensor, bytes[start...]))
        }
        self.init(entries: entries, metadata: header.metadata)
    }

    /// Every byte of the buffer must belong to exactly one tensor.
    private static func checkCoverage(
        _ tensors: [HeaderParser.Tensor], bytes: Int
    ) throws(CheckpointError) {
        var end = 0
        for tensor in tensors.sorted(by: { ($0.begin, $0.end) < ($1.begin, $1.end) }) {
            var size = 4
            for axis in tensor.shape {
                let (product, overflow) = size.multipliedReportingOverflow(by: axis)
                guard !overflow else {
                    throw .malformedTensor(name: tensor.name, reason: "its shape overflows")
                }
                size = product
            }
            guard tensor.dtype == "F32" else {
                throw .malformedTensor(
                    name: tensor.name, reason: "its type is \(tensor.dtype), not F32")
            }
            guard tensor.end >= tensor.begin, tensor.end - tensor.begin == size else {
                throw .malformedTensor(
                    name: tensor.name, reason: "its offsets do not fit its shape")
            }
            guard tensor.begin == end else { throw .uncoveredBytes(at: end) }
            guard tensor.end <= bytes else {
                throw .truncated(expectedBytes: tensor.end, foundBytes: bytes)
            }
            end = tensor.end
        }
        guard end == bytes else { throw .uncoveredBytes(at: end) }
    }

    private static func entry(
        _ tensor: HeaderParser.Tensor, _ buffer: ArraySlice<UInt8>
    ) throws(CheckpointError) -> Entry {
        let count = (tensor.end - tensor.begin) / 4
        var isFinite = true
        let values = buffer.withUnsafeBytes { raw in
            [Float](unsafeUninitializedCapacity: count) { numbers, filled in
                let source = UnsafeRawBufferPointer(rebasing: raw[tensor.begin..<tensor.end])
                UnsafeMutableRawBufferPointer(numbers).copyMemory(from: source)
                #if _endian(big)
                for index in 0..<count {
                    numbers[index] = Float(bitPattern: numbers[index].bitPattern.byteSwapped)
                }
                #endif
                isFinite = numbersAreFinite(numbers, count)
                filled = count
            }
        }
        guard isFinite else { throw .notFinite(name: tensor.name) }
        return Entry(name: tensor.name, shape: tensor.shape, values: values)
    }

    /// Looks at all exponents without an early end, which lets the compiler use vectors.
    private static func numbersAreFinite(
        _ numbers: UnsafeMutableBufferPointer<Float>, _ count: Int
    ) -> Bool {
        let exponent: UInt32 = 0x7f80_0000
        var found: UInt32 = 0
        for index in 0..<count {
            found |= numbers[index].bitPattern & exponent == exponent ? 1 : 0
        }
        return found == 0
    }
}

/// Text as a JSON string.
private func jsonString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\u{0}"..<"\u{20}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
