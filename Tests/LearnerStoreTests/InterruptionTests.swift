import Foundation
import LearnerModel
import LearnerStore
import Testing

/// What a process that was killed in the middle of its work leaves behind.
@Suite struct InterruptionTests {
    /// A record whose newest answers only its log holds, as after a kill.
    private func killed() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let source = try TemporaryFolder()
        try filledStore(at: source.url, answers: 3)
        let store = try LearnerStore.open(at: source.url, now: noon)
        for number in 10..<13 { try store.record(attempt(number)) }
        for suffix in ["sqlite", "sqlite-wal", "count"] {
            try FileManager.default.copyItem(
                at: source.url.appending(path: "learners.\(suffix)"),
                to: folder.url.appending(path: "learners.\(suffix)"))
        }
        return folder
    }

    @Test(
        "a replacement that was cut short is taken back",
        arguments: [LearnerStore.Mode.viewing, .writing], [false, true])
    func replacement(mode: LearnerStore.Mode, isLogMoved: Bool) throws {
        let folder = try killed()
        let database = folder.location.database.path
        let kept = database + ".before-restore-1"
        try FileManager.default.linkItem(atPath: database, toPath: kept)
        if isLogMoved {
            try FileManager.default.moveItem(atPath: database + "-wal", toPath: kept + "-wal")
        }

        let store = try LearnerStore.open(at: folder.url, mode: mode, now: noon)

        #expect(try store.attemptCount() == 6)
        #expect(!FileManager.default.fileExists(atPath: kept))
        #expect(!FileManager.default.fileExists(atPath: kept + "-wal"))
    }

    @Test func `a record whose former file alone is there is not begun anew`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let database = folder.location.database
        try FileManager.default.moveItem(
            at: database, to: folder.url.appending(path: "learners.sqlite.before-restore-1"))
        try FileManager.default.removeItem(at: folder.url.appending(path: "learners.count"))

        #expect(throws: LearnerStoreError.damaged(path: database.path, .missing)) {
            try LearnerStore.open(at: folder.url, now: noon)
        }
    }

    @Test func `unfinished files go, but not those of a process that lives`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let backups = folder.location.backups
        try FileManager.default.createDirectory(at: backups, withIntermediateDirectories: true)
        let living = backups.appending(path: ".1.partial")
        let dead = backups.appending(path: ".2147483646.partial-journal")
        for file in [living, dead] { try Data("half".utf8).write(to: file) }

        try LearnerStore.open(at: folder.url, now: noon).close()

        #expect(FileManager.default.fileExists(atPath: living.path))
        #expect(!FileManager.default.fileExists(atPath: dead.path))
    }

    @Test func `an erasure that was cut short after the copies is done by asking again`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "zebedee", creatingAt: noon)
        try store.record(attempt(50, learner: "zebedee"))
        try store.backUp(now: noon)
        try store.checkpoint()
        let before = try Data(contentsOf: folder.location.database)
        _ = try store.erase(learner: "zebedee")
        store.close()
        // The copies are clean and the count is lowered; the record itself is as it was.
        try before.write(to: folder.location.database)

        let again = try LearnerStore.open(at: folder.url, now: noon)
        let report = try again.erase(learner: "zebedee")

        #expect(report.attempts == 1)
        #expect(try again.attemptCount() == 20)
    }
}
