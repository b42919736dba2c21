import Foundation
import LearnerStore
import Mathematics
import Testing

internal import GRDB

/// What a test does to the file of a record that had twenty answers.
enum Mutilation: String, CaseIterable {
    case emptied, text, garbageHeader, otherDatabase, halved, lostLastPage, folder, fifo, linkLoop
    case removed, removedLog, flippedAnswer, zeroedPage

    func apply(to location: StoreLocation) throws {
        let url = location.database
        let files = FileManager.default
        var bytes = try Data(contentsOf: url)
        switch self {
        case .emptied: bytes = Data()
        case .text: bytes = Data("These are my notes about fractions.\n".utf8)
        case .garbageHeader: bytes.replaceSubrange(0..<16, with: Data(repeating: 0x58, count: 16))
        case .halved: bytes = bytes.prefix(bytes.count / 2)
        case .lostLastPage: bytes = bytes.dropLast(4096)
        case .zeroedPage: bytes.replaceSubrange(8192..<12288, with: Data(count: 4096))
        case .flippedAnswer:
            let place = try #require(bytes.range(of: Data("24 apples".utf8)))
            bytes[place.lowerBound] ^= 1
        case .removedLog: return try removeLog(of: location)
        case .otherDatabase:
            try files.removeItem(at: url)
            let queue = try DatabaseQueue(path: url.path)
            try queue.write { try $0.execute(sql: "CREATE TABLE cooking (recipe TEXT)") }
            return try queue.close()
        case .removed, .folder, .fifo, .linkLoop:
            try files.removeItem(at: url)
            if self == .removed { return }
            if self == .folder {
                return try files.createDirectory(at: url, withIntermediateDirectories: false)
            }
            if self == .fifo {
                try #require(mkfifo(url.path, 0o600) == 0)
                return
            }
            return try files.createSymbolicLink(at: url, withDestinationURL: url)
        }
        try bytes.write(to: url)
    }

    /// As when the machine stops with answers in the log, and someone then tidies up.
    private func removeLog(of location: StoreLocation) throws {
        let store = try LearnerStore.open(at: location.directory, now: noon)
        for number in 100..<110 { try store.record(attempt(number)) }
        let copy = try Data(contentsOf: location.database)
        store.close()
        try copy.write(to: location.database)
    }
}

@Suite struct DamagedFileTests {
    @Test("a damaged record is refused and left as it is", arguments: Mutilation.allCases)
    func refusal(_ mutilation: Mutilation) throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        try mutilation.apply(to: folder.location)
        let before = try? Data(contentsOf: regular(folder.location.database))

        for mode in [LearnerStore.Mode.writing, .viewing] {
            let error = #expect(throws: LearnerStoreError.self) {
                _ = try LearnerStore.open(at: folder.url, mode: mode, now: noon)
            }
            #expect(error?.exitCode == 3, "\(String(describing: error))")
        }

        #expect(before == (try? Data(contentsOf: regular(folder.location.database))))
    }

    @Test func `no truncation is taken for a whole record`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let whole = try Data(contentsOf: folder.location.database)

        for length in stride(from: 0, to: whole.count, by: 1777) {
            try whole.prefix(length).write(to: folder.location.database)
            let error = #expect(throws: LearnerStoreError.self) {
                _ = try LearnerStore.open(at: folder.url, now: noon)
            }
            #expect(error?.exitCode == 3)
        }
    }

    @Test func `nine of ten flipped bits in answers are noticed`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 40)
        let whole = try Data(contentsOf: folder.location.database)
        let places = whole.ranges(of: Data("24 apples".utf8))
        var generator = SplitMix64(seed: 5)
        var noticed = 0

        for _ in 0..<100 {
            var bytes = whole
            let place = try #require(places.randomElement(using: &generator)).lowerBound
            bytes[place + Int.random(in: -40...40, using: &generator)] ^=
                1 << UInt8.random(in: 0..<8, using: &generator)
            try bytes.write(to: folder.location.database)
            if !opens(folder.url) { noticed += 1 }
        }

        #expect(noticed >= 90)
    }

    @Test("a record of a newer program is refused and left as it is", arguments: [1, 100])
    func newerVersion(_ ahead: Int) throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        var bytes = try Data(contentsOf: folder.location.database)
        bytes[63] += UInt8(ahead)
        try bytes.write(to: folder.location.database)

        let error = #expect(throws: LearnerStoreError.self) {
            _ = try LearnerStore.open(at: folder.url, now: noon)
        }

        guard case .newerVersion(_, let found, let supported)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == supported + ahead)
        #expect(try Data(contentsOf: folder.location.database) == bytes)
    }

    @Test func `a record that was killed while it was being made is made anew`() throws {
        let folder = try TemporaryFolder()
        let leftover = folder.url.appending(path: ".learners.sqlite.4711.partial")
        try Data("half".utf8).write(to: leftover)

        let store = try LearnerStore.open(at: folder.url, now: noon)

        #expect(try store.attemptCount() == 0)
        #expect(!FileManager.default.fileExists(atPath: leftover.path))
    }

    private func opens(_ url: URL) -> Bool {
        do {
            try LearnerStore.open(at: url, mode: .viewing, now: noon).close()
            return true
        } catch {
            return false
        }
    }

    /// The path, unless reading it would wait for ever.
    private func regular(_ url: URL) throws -> URL {
        let type = try FileManager.default.attributesOfItem(atPath: url.path)[.type]
        return (type as? FileAttributeType) == .typeRegular ? url : URL(filePath: "/nonexistent")
    }
}
