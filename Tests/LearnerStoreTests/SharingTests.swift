import Foundation
import LearnerModel
import LearnerStore
import Testing

@Suite struct SharingTests {
    @Test func `a second writer is told who has the record`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)

        #expect(throws: LearnerStoreError.inUse(process: getpid(), since: noon)) {
            _ = try LearnerStore.open(at: folder.url, now: noon + 5)
        }

        store.close()
        #expect(throws: Never.self) { try LearnerStore.open(at: folder.url, now: noon + 9).close() }
    }

    @Test func `others may look on while one writes`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let writer = try LearnerStore.open(at: folder.url, now: noon)
        let viewer = try LearnerStore.open(at: folder.url, mode: .viewing, now: noon)

        try writer.record(attempt(50))

        #expect(try viewer.attempts(of: "maya").count == 4)
        #expect(throws: LearnerStoreError.viewOnly) { try viewer.record(attempt(51)) }
    }

    @Test func `an answer for a file that was taken away goes to the rescue file`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        let moved = folder.url.appending(path: "moved.sqlite")
        try FileManager.default.moveItem(at: folder.location.database, to: moved)

        let error = #expect(throws: LearnerStoreError.self) { try store.record(attempt(7)) }

        guard case .movedAway(_, let rescue?)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let text = try String(contentsOf: URL(filePath: rescue), encoding: .utf8)
        #expect(text.contains(attempt(7).id))
    }

    @Test func `looking at a home that is not there makes nothing`() throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "never")

        let store = try LearnerStore.open(at: home, mode: .viewing, now: noon)

        #expect(try store.attemptCount() == 0)
        #expect(!FileManager.default.fileExists(atPath: home.path))
    }

    @Test func `a home that may not be looked at is no empty one`() throws {
        let error = #expect(throws: LearnerStoreError.self) {
            _ = try LearnerStore.open(
                at: URL(filePath: "/etc/passwd"), mode: .viewing, now: noon)
        }

        #expect(error?.exitCode == 4)
    }

    @Test(
        "a home that cannot be made is reported as such", arguments: ["/proc/none", "/dev/null/x"])
    func unwritable(_ path: String) {
        let error = #expect(throws: LearnerStoreError.self) {
            _ = try LearnerStore.open(at: URL(filePath: path), now: noon)
        }

        #expect(error?.exitCode == 4)
    }

    @Test func `a guest's record is gone with the guest`() throws {
        let store = try LearnerStore.inMemory()
        _ = try store.learner(named: "maya", creatingAt: noon)

        try store.record(attempt(1))

        #expect(try store.attemptCount() == 1)
        #expect(store.location == nil)
    }
}
