import Foundation
import LearnerModel
import LearnerStore
import Testing

@Suite struct ErasureTests {
    @Test func `an erased learner is in no file of the home`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        for name in ["maya", "zebedee"] {
            _ = try store.learner(named: name, creatingAt: noon)
            try store.set("goal", to: "secret of \(name)", of: name)
        }
        for number in 0..<20 {
            try store.record(
                attempt(
                    number, learner: number % 2 == 0 ? "maya" : "zebedee", input: "ans\(number)"))
        }
        try store.backUp(now: noon)

        let report = try store.erase(learner: "zebedee")
        store.close()

        #expect(report.attempts == 10)
        #expect(report.remaining.isEmpty)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) {
            let url = folder.url.appending(path: path)
            guard let bytes = FileManager.default.contents(atPath: url.path) else { continue }
            for trace in ["zebedee", "ans11"] {
                #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) in \(path)")
            }
        }
    }

    @Test func `the others keep every answer, and the record opens again`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        for name in ["maya", "zebedee"] { _ = try store.learner(named: name, creatingAt: noon) }
        for number in 0..<9 {
            try store.record(attempt(number, learner: number % 3 == 0 ? "zebedee" : "maya"))
        }
        try store.backUp(now: noon)
        _ = try store.erase(learner: "zebedee")
        store.close()

        let reopened = try LearnerStore.open(at: folder.url, now: noon)

        #expect(try reopened.attempts(of: "maya").count == 6)
        #expect(try reopened.learners().map(\.id) == ["maya"])
        #expect(StoreBackups(folder.location).list().map(\.attempts) == [6])
        #expect(throws: LearnerStoreError.unknownLearner("zebedee")) {
            try reopened.erase(learner: "zebedee")
        }
    }
}
