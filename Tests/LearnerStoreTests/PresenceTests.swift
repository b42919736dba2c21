import Foundation
import LearnerModel
import LearnerStore
import Testing

@Suite struct PresenceTests {
    /// What a program that starts after a power cut would find.
    private func afterCut(_ folder: TemporaryFolder) throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        for name in ["learners.sqlite", "learners.sqlite-wal", "learners.count"] {
            let url = folder.url.appending(path: name)
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            try FileManager.default.copyItem(at: url, to: copy.url.appending(path: name))
        }
        return copy
    }

    @Test func `a log that is deleted under the open record costs no answer`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        for number in 10..<13 { try store.record(attempt(number)) }
        try FileManager.default.removeItem(atPath: folder.location.database.path + "-wal")

        try store.record(attempt(13))

        let cut = try afterCut(folder)
        let found = try LearnerStore.open(at: cut.url, mode: .viewing, now: noon)
        #expect(try found.attemptCount() == 7)
    }

    @Test(
        "an answer after the files were cut is kept elsewhere, with those of the log",
        arguments: [
            "learners.sqlite-wal", "learners.sqlite",
        ])
    func cut(_ name: String) throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        for number in 10..<13 { try store.record(attempt(number)) }
        try #require(truncate(folder.url.appending(path: name).path, 0) == 0)

        let error = #expect(throws: LearnerStoreError.self) { try store.record(attempt(13)) }

        guard case .movedAway(_, let rescue?)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let text = try String(contentsOf: URL(filePath: rescue), encoding: .utf8)
        for number in 10..<14 { #expect(text.contains(attempt(number).id)) }
    }

    @Test func `a record that was deleted while open is built again without a loss`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        try store.record(attempt(10))
        try FileManager.default.removeItem(at: folder.location.database)
        #expect(throws: LearnerStoreError.self) { try store.record(attempt(11)) }
        store.close()

        let repaired = try LearnerStore.repair(at: folder.url, now: noon)

        #expect(repaired.fromBackup == 4)
        #expect(repaired.fromRescue == 1)
        #expect(try LearnerStore.open(at: folder.url, now: noon).attemptCount() == 5)
    }

    @Test func `rescued answers are told of until the record has them`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        let (url, aside) = (folder.location.database, folder.url.appending(path: "aside"))
        try FileManager.default.moveItem(at: url, to: aside)
        #expect(throws: LearnerStoreError.self) { try store.record(attempt(11)) }
        try FileManager.default.moveItem(at: aside, to: url)
        let rescue = folder.url.appending(path: "rescued-answers.jsonl")
        let finding = StoreFinding.rescuedAnswers(path: rescue.path)
        #expect(LearnerStore.checkup(at: folder.url, now: noon).contains(finding))

        _ = try store.importRecord(from: rescue)

        #expect(!LearnerStore.checkup(at: folder.url, now: noon).contains(finding))
    }

    @Test func `someone who looks on while answers are stored finds a whole record`() async throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let url = folder.url  // The folder itself belongs to this task.
        let writer = Task.detached {
            let store = try LearnerStore.open(at: url, now: noon)
            for number in 100..<160 { try store.record(attempt(number)) }
        }
        var looks = 0
        while looks < soak(30, full: 300) {
            try LearnerStore.open(at: url, mode: .viewing, now: noon).close()
            looks += 1
        }
        try await writer.value
    }
}
