import Autograd
import Foundation
import Mathematics
import NeuralNetwork
import Testing

/// The bytes of a file with a given header and buffer.
private func file(_ header: String, _ numbers: [Float] = [], claiming size: UInt64? = nil)
    -> [UInt8]
{
    var bytes: [UInt8] = []
    withUnsafeBytes(of: (size ?? UInt64(header.utf8.count)).littleEndian) {
        bytes.append(contentsOf: $0)
    }
    bytes.append(contentsOf: header.utf8)
    for number in numbers {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
}

private func entry(_ name: String, _ shape: String, _ begin: Int, _ end: Int) -> String {
    "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
}

/// A file that must be refused, shown by what is wrong with it.
private struct HostileFile: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ flaw: String, _ bytes: [UInt8]) {
        testDescription = flaw
        self.bytes = bytes
    }
}

@Suite struct CheckpointTests {
    private let sample = Checkpoint(
        entries: [
            Checkpoint.Entry(name: "b", shape: [2, 2], values: [1, -2, 0.5, 4]),
            Checkpoint.Entry(name: "a \"q\" 수", shape: [], values: [7]),
            Checkpoint.Entry(name: "c", shape: [0, 3], values: []),
        ], metadata: ["note": "line\nend \u{1F600} \\ \"", "": "empty"])

    @Test func `what is written is read back`() throws {
        let read = try Checkpoint(safetensors: sample.safetensors())

        #expect(read.entries == sample.entries)
        #expect(read.metadata == sample.metadata)
        #expect(sample.safetensors() == sample.safetensors())
    }

    @Test func `numbers begin at a multiple of sixty-four`() throws {
        let bytes = sample.safetensors()

        let header = bytes.prefix(8).enumerated().reduce(0) {
            $0 | Int($1.element) << (8 * $1.offset)
        }
        #expect((header + 8) % 64 == 0)
    }

    @Test func `a model's file goes through a folder and comes back exactly`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a leftover does no harm
        var generator = SplitMix64(seed: 1)
        let configuration = TransformerConfiguration(width: 8, heads: 2, layers: 1)
        func model() -> TransformerClassifier {
            TransformerClassifier(
                vocabulary: 5, longest: 4, classes: 3, configuration, using: &generator)
        }
        let (first, second) = (model(), model())
        let url = folder.appending(path: "model.safetensors")

        try Checkpoint(first, metadata: ["step": "3"]).write(to: url)
        try Checkpoint(contentsOf: url).load(into: second)

        #expect(first([[1, 2]]).values == second([[1, 2]]).values)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `a model is loaded only if names and shapes agree, and then wholly`() throws {
        var generator = SplitMix64(seed: 1)
        let layer = Linear(inputs: 2, outputs: 2, using: &generator)
        let before = layer.weight.values
        let weight = Checkpoint.Entry(name: "weight", shape: [2, 2], values: [1, 2, 3, 4])
        let bias = Checkpoint.Entry(name: "bias", shape: [2], values: [5, 6])
        let flat = Checkpoint.Entry(name: "bias", shape: [1, 2], values: [5, 6])
        let extra = Checkpoint.Entry(name: "extra", shape: [], values: [0])

        #expect(throws: CheckpointError.missingTensor(name: "bias")) {
            try Checkpoint(entries: [weight]).load(into: layer)
        }
        #expect(throws: CheckpointError.unexpectedTensor(name: "extra")) {
            try Checkpoint(entries: [weight, bias, extra]).load(into: layer)
        }
        #expect(throws: CheckpointError.shape(name: "bias", expected: [2], found: [1, 2])) {
            try Checkpoint(entries: [weight, flat]).load(into: layer)
        }
        #expect(layer.weight.values == before)
        try Checkpoint(entries: [weight, bias]).load(into: layer)
        #expect(layer.weight.values == [1, 2, 3, 4])
    }

    @Test(
        "a damaged or hostile file is refused",
        arguments: [
            HostileFile("nothing", []),
            HostileFile("less than a size", [1, 2, 3]),
            HostileFile("a size beyond all memory", file("{}", claiming: 1 << 40)),
            HostileFile("the greatest size", file("{}", claiming: .max)),
            HostileFile("an empty header", file("{}", claiming: 0)),
            HostileFile("a size beyond the file", file("{}", claiming: 3)),
            HostileFile("a list for a header", file("[]")),
            HostileFile("an open brace", file("{")),
            HostileFile("text after the header", file("{}x")),
            HostileFile("a zero after the header", file("{}\0")),
            HostileFile("a number for a tensor", file("{\"a\":1}")),
            HostileFile("a tensor without facts", file("{\"a\":{}}")),
            HostileFile("too few numbers", file("{\(entry("a", "[2]", 0, 8))}", [1])),
            HostileFile("too many numbers", file("{\(entry("a", "[2]", 0, 8))}", [1, 2, 3])),
            HostileFile(
                "a shape larger than its place", file("{\(entry("a", "[3]", 0, 8))}", [1, 2])),
            HostileFile(
                "a place that ends before it begins", file("{\(entry("a", "[2]", 8, 0))}", [1, 2])),
            HostileFile("a gap at the start", file("{\(entry("a", "[2]", 4, 12))}", [1, 2, 3])),
            HostileFile(
                "places that overlap",
                file("{\(entry("a", "[2]", 0, 8)),\(entry("b", "[2]", 4, 12))}", [1, 2, 3])),
            HostileFile(
                "a gap between places",
                file("{\(entry("a", "[1]", 0, 4)),\(entry("b", "[1]", 8, 12))}", [1, 2, 3])),
            HostileFile(
                "one name twice",
                file("{\(entry("a", "[1]", 0, 4)),\(entry("a", "[1]", 4, 8))}", [1, 2])),
            HostileFile(
                "a product of sizes that overflows",
                file("{\(entry("a", "[999999999999,999999999999]", 0, 4))}", [1])),
            HostileFile(
                "a size that overflows",
                file("{\(entry("a", "[99999999999999999999]", 0, 4))}", [1])),
            HostileFile("a negative size", file("{\(entry("a", "[-1]", 0, 4))}", [1])),
            HostileFile("too many axes", file("{\(entry("a", "[1,1,1,1,1,1,1,1,1]", 0, 4))}", [1])),
            HostileFile("a NaN", file("{\(entry("a", "[1]", 0, 4))}", [.nan])),
            HostileFile("an infinity", file("{\(entry("a", "[1]", 0, 4))}", [.infinity])),
            HostileFile(
                "numbers of another type",
                file("{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}", [1])),
            HostileFile(
                "an unknown fact",
                file(
                    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}}", [1])
            ),
            HostileFile("half a surrogate pair", file("{\"\\uD800\":{}}")),
            HostileFile("an unknown escape", file("{\"\\q\":{}}")),
            HostileFile("a control character in a name", file("{\"a\u{1}\":{}}")),
            HostileFile("a number for a note", file("{\"__metadata__\":{\"a\":1}}")),
            HostileFile("one note twice", file("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}")),
            HostileFile(
                "braces a hundred thousand deep", file(String(repeating: "{\"a\":", count: 100_000))
            ),
        ])
    fileprivate func hostile(_ file: HostileFile) {
        #expect(throws: CheckpointError.self) { try Checkpoint(safetensors: file.bytes) }
    }

    @Test func `no changed byte of the header makes the reader fail otherwise`() {
        let bytes = sample.safetensors()
        var generator = SplitMix64(seed: 4)
        for _ in 0..<2000 {
            var damaged = bytes
            let place = Int.random(in: 0..<damaged.count, using: &generator)
            damaged[place] = UInt8.random(in: 0...255, using: &generator)
            damaged.removeLast(Int.random(in: 0...1, using: &generator) * (place % 40))
            do {
                let read = try Checkpoint(safetensors: damaged)
                #expect(read.entries.count == 3)
            } catch {
                #expect("\(error)" != "")
            }
        }
    }

    @Test func `a file that is absent or cannot be written is named`() {
        let missing = URL(filePath: "/nonexistent/model.safetensors")

        #expect(throws: CheckpointError.unreadable(path: missing.path, errorNumber: ENOENT)) {
            try Checkpoint(contentsOf: missing)
        }
        #expect(throws: CheckpointError.unwritable(path: missing.path, errorNumber: ENOENT)) {
            try sample.write(to: missing)
        }
        #expect(throws: CheckpointError.unreadable(path: "/dev/zero", errorNumber: EISDIR)) {
            try Checkpoint(contentsOf: URL(filePath: "/dev/zero"))
        }
    }
}
