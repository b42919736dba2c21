import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Testing

@Suite struct LearnerStoreTests {
    @Test func `answers come back as they were given, in their order`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 60)

        let store = try LearnerStore.open(at: folder.url, now: noon)

        let stored = try store.attempts(of: "maya")
        #expect(stored.map(\.attempt) == (0..<60).map { attempt($0) })
        #expect(stored.map(\.sequence) == stored.map(\.sequence).sorted())
    }

    @Test func `an answer that is recorded twice is stored once`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)

        #expect(try store.record(attempt(1)))
        #expect(try !store.record(attempt(1)))

        #expect(try store.attemptCount() == 1)
    }

    @Test func `another answer under the same identifier is refused`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)
        try store.record(attempt(1))

        #expect(throws: LearnerStoreError.identifierTaken(attempt(1).id)) {
            try store.record(attempt(1, input: "25"))
        }
    }

    @Test func `the problem on the screen changes together with the answer`() throws {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)
        let problem = ProblemOnScreen(
            attempt: "next", skill: "add_to.result", template: "t", level: 2, seed: .max,
            language: .korean, posed: noon, hints: 1, detail: "{}")

        try store.record(attempt(1), screen: .replaced(problem))
        #expect(throws: LearnerStoreError.self) {
            try store.record(attempt(1, input: "other"), screen: .cleared)
        }

        #expect(try store.problemOnScreen(of: "maya") == problem)
        try store.record(attempt(2), screen: .cleared)
        #expect(try store.problemOnScreen(of: "maya") == nil)
    }

    @Test func `settings, labels and notes about models are kept`() throws {
        let folder = try TemporaryFolder()
        let label = Label(
            id: "l", time: noon, learner: "maya", task: "skill", text: "text", label: "x",
            source: "learner")
        let note = ModelNote(id: "n", time: noon, model: "m", event: "promoted", detail: "0.9")
        do {
            let store = try LearnerStore.open(at: folder.url, now: noon)
            try store.set("language", to: "ko", of: "maya")
            try store.set("goal", to: "20")
            try store.set("goal", to: nil)
            for _ in 0..<2 {
                try store.add(label)
                try store.add(note)
            }
            store.close()
        }

        let store = try LearnerStore.open(at: folder.url, now: noon)

        #expect(try store.settings(of: "maya") == ["language": "ko"])
        #expect(try store.setting("goal") == nil)
        #expect(try store.labels() == [label])
        #expect(try store.modelNotes() == [note])
    }

    @Test func `a cache that runs ahead of the answers is not believed`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let store = try LearnerStore.open(at: folder.url, now: noon)

        try store.keep(Data([1, 2, 0xFF]), builtFrom: 3, of: "maya", kind: "test")
        let known = try store.cachedState(of: "maya", kind: "test")
        try store.keep(Data([1, 2, 0xFF]), builtFrom: 4, of: "maya", kind: "test")

        #expect(known?.payload == Data([1, 2, 0xFF]))
        #expect(try store.cachedState(of: "maya", kind: "test") == nil)
    }

    @Test func `files are readable by their owner only`() throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "home")
        let store = try LearnerStore.open(at: home, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)
        try store.record(attempt(1))

        let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
        #expect(names.contains("learners.sqlite-wal"))
        for name in names + ["."] {
            let path = home.appending(path: name).path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect((mode as? Int) == (name == "." ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test(
        "a name that could disturb a terminal is refused",
        arguments: ["", " ", "a\u{1B}[31m", "b\nc", String(repeating: "x", count: 65)])
    func refusedName(_ name: String) throws {
        let store = try LearnerStore.inMemory()

        #expect(throws: LearnerStoreError.self) {
            try store.learner(named: name, creatingAt: noon)
        }
    }
}
