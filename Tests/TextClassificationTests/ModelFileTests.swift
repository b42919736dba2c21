import Foundation
import Testing
import TextClassification

@Suite struct ModelFileTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "model-file-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `a model reads back as it was written`() throws {
        try inFolder { folder in
            let model = try SmallCorpus.model()

            try ModelFile.write(model, to: folder)
            let read = try ModelFile.read(folder: folder)

            let input = SmallCorpus.rows(1)[0].input
            let before = ServedClassifier(model).opinion(input, voice: .fusion)
            let after = ServedClassifier(read).opinion(input, voice: .fusion)
            #expect(before == after)
            #expect(ModelFile.bytes(of: read) == ModelFile.bytes(of: model))
        }
    }

    @Test(
        "a file with one changed byte is refused",
        arguments: [0.0, 0.001, 0.02, 0.3, 0.6, 0.9, 0.9999])
    func changedByte(place: Double) throws {
        try inFolder { folder in
            try ModelFile.write(try SmallCorpus.model(), to: folder)
            let file = folder.appending(path: ModelFile.name)
            var bytes = [UInt8](try Data(contentsOf: file))
            bytes[Int(Double(bytes.count) * place)] ^= 0x10
            try Data(bytes).write(to: file)

            #expect(throws: ModelFileError.self) { try ModelFile.read(folder: folder) }
        }
    }

    @Test(
        "a file that was cut is refused", arguments: [0, 7, 100, 5_000])
    func cutFile(length: Int) throws {
        try inFolder { folder in
            try ModelFile.write(try SmallCorpus.model(), to: folder)
            let file = folder.appending(path: ModelFile.name)
            let bytes = try Data(contentsOf: file)
            try bytes.prefix(length).write(to: file)

            #expect(throws: ModelFileError.self) { try ModelFile.read(folder: folder) }
        }
    }

    @Test func `a folder without a model says so`() throws {
        try inFolder { folder in
            let path = folder.appending(path: ModelFile.name).path
            #expect(throws: ModelFileError.missing(path: path)) {
                try ModelFile.read(folder: folder)
            }
        }
    }
}
