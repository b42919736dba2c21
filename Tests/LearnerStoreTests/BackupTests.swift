import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Testing

@Suite struct BackupTests {
    @Test func `a session ends with a copy that holds every answer`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)
        for number in 0..<7 { try store.record(attempt(number)) }

        #expect(store.endSession(now: noon) == nil)

        let backups = StoreBackups(folder.location).list()
        #expect(backups.map(\.attempts) == [7])
        #expect(backups.map(\.time) == [noon])
    }

    @Test func `no second copy is made within half an hour or without new answers`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        for later in [0, 10 * 60_000, 40 * 60_000, 90 * 60_000] as [Int64] {
            let store = try LearnerStore.open(at: folder.url, now: noon)
            if later == 10 * 60_000 { try store.record(attempt(50)) }
            store.endSession(now: noon + later)
        }

        #expect(StoreBackups(folder.location).list().map(\.attempts) == [4, 3])
    }

    @Test(
        "restoring brings the copy back and keeps the present file", arguments: Mutilation.allCases)
    func restoring(_ mutilation: Mutilation) throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        let backup = try store.backUp(now: noon)
        store.close()
        try mutilation.apply(to: folder.location)

        let replaced = try LearnerStore.restore(backup.url, at: folder.url, now: noon)

        #expect(replaced.attempts == 20)
        #expect((replaced.kept == nil) == (mutilation == .removed))
        let reopened = try LearnerStore.open(at: folder.url, now: noon)
        #expect(try reopened.attempts(of: "maya").map(\.attempt) == (0..<20).map { attempt($0) })
    }

    @Test func `a damaged copy is not restored`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let damaged = folder.url.appending(path: "copy.sqlite")
        var bytes = try Data(contentsOf: folder.location.database)
        let place = try #require(bytes.range(of: Data("24 apples".utf8)))
        bytes[place.lowerBound] ^= 1
        try bytes.write(to: damaged)
        let before = try Data(contentsOf: folder.location.database)

        #expect(throws: LearnerStoreError.self) {
            try LearnerStore.restore(damaged, at: folder.url, now: noon)
        }

        #expect(try Data(contentsOf: folder.location.database) == before)
    }

    @Test("a repair keeps every answer that is whole somewhere", arguments: Mutilation.allCases)
    func repair(_ mutilation: Mutilation) throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let store = try LearnerStore.open(at: folder.url, now: noon)
        try store.backUp(now: noon)
        store.close()
        try mutilation.apply(to: folder.location)

        let repaired = try LearnerStore.repair(at: folder.url, now: noon)

        #expect(repaired.fromFile + repaired.fromBackup == 20)
        if mutilation == .flippedAnswer { #expect(repaired.fromFile == 19) }
        let reopened = try LearnerStore.open(at: folder.url, now: noon)
        #expect(try reopened.attempts(of: "maya").map(\.attempt) == (0..<20).map { attempt($0) })
    }

    @Test func `rotation keeps the newest, the fullest and about thirty others`() {
        var generator = SplitMix64(seed: 11)
        for _ in 0..<soak(100, full: 1000) {
            let backups = (0..<Int.random(in: 1...120, using: &generator)).map { number in
                let hours = Int64.random(in: -90_000...90_000, using: &generator)
                return StoreBackups.Backup(
                    url: URL(filePath: "/b/\(number)"), time: noon + hours * 3_600_000,
                    attempts: Int64.random(in: 0...5000, using: &generator))
            }
            let now = noon + Int64.random(in: -90_000...90_000, using: &generator) * 3_600_000

            let gone = Set(BackupRotation.superseded(backups, now: now))
            let kept = backups.filter { !gone.contains($0) }

            #expect(kept.map(\.time).max() == backups.map(\.time).max())
            #expect(kept.map(\.attempts).max() == backups.map(\.attempts).max())
            #expect(kept.count >= min(backups.count, 12))
        }
    }

    @Test func `a year of daily sessions leaves about thirty copies`() {
        var backups: [StoreBackups.Backup] = []
        for day in 0..<365 {
            let time = noon + Int64(day) * 86_400_000
            backups.append(
                .init(url: URL(filePath: "/b/\(day)"), time: time, attempts: Int64(day)))
            let gone = Set(BackupRotation.superseded(backups, now: time))
            backups.removeAll { gone.contains($0) }
        }

        #expect((24...34).contains(backups.count))
        let oldest = backups.map(\.time).min() ?? noon
        #expect(noon + 364 * 86_400_000 - oldest > 200 * 86_400_000)
    }
}
