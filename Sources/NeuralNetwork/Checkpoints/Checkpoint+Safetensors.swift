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
        try self.init(size: bytes.count) { target, offset in
            bytes.withUnsafeBytes {
                target.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: $0[offset...].prefix(target.count)))
            }
        }
    }

    /// Reads a checkpoint of `size` bytes; `read` fills memory with the bytes from an offset on.
    init(
        size: Int,
        read: (UnsafeMutableRawBufferPointer, Int) throws(CheckpointError) -> Void
    ) throws(CheckpointError) {
        guard size >= 8 else { throw .truncated(expectedBytes: 8, foundBytes: size) }
        let length = try Self.bytes(8, at: 0, read)
        let claimed = (0..<8).reduce(UInt64(0)) { $0 | UInt64(length[$1]) << UInt64($1 * 8) }
        guard claimed >= 2, claimed <= UInt64(greatestHeaderSize) else {
            throw .headerSize(claimed)
        }
        let start = 8 + Int(claimed)
        guard size >= start else { throw .truncated(expectedBytes: start, foundBytes: size) }
        var parser = HeaderParser(try Self.bytes(Int(claimed), at: 8, read)[...])
        let header = try parser.parse()
        try Self.checkCoverage(header.tensors, bytes: size - start)
        var entries: [Entry] = []
        for tensor in header.tensors {
            entries.append(try Self.entry(tensor, start, read))
        }
        self.init(entries: entries, metadata: header.metadata)
    }

    private static func bytes(
        _ count: Int, at offset: Int,
        _ read: (UnsafeMutableRawBufferPointer, Int) throws(CheckpointError) -> Void
    ) throws(CheckpointError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var failure: CheckpointError?
        bytes.withUnsafeMutableBytes { target in
            do throws(CheckpointError) {
                try read(target, offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
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
        _ tensor: HeaderParser.Tensor, _ start: Int,
        _ read: (UnsafeMutableRawBufferPointer, Int) throws(CheckpointError) -> Void
    ) throws(CheckpointError) -> Entry {
        let count = (tensor.end - tensor.begin) / 4
        var failure: CheckpointError?
        let values = [Float](unsafeUninitializedCapacity: count) { numbers, filled in
            let place = UnsafeMutableBufferPointer(rebasing: numbers.prefix(count))
            do throws(CheckpointError) {
                try read(UnsafeMutableRawBufferPointer(place), start + tensor.begin)
                #if _endian(big)
                for index in 0..<count {
                    place[index] = Float(bitPattern: place[index].bitPattern.byteSwapped)
                }
                #endif
                if !numbersAreFinite(place, count) { failure = .notFinite(name: tensor.name) }
                filled = count
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
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
