import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Testing

@Suite struct ExchangeTests {
    private func export(
        _ store: LearnerStore, _ format: ExportFormat = .jsonl, learner: String? = nil
    ) throws -> String {
        var data = Data()
        try store.export(format, learner: learner) { data += $0 }
        return String(decoding: data, as: UTF8.self)
    }

    private func file(_ text: String, in folder: TemporaryFolder) throws -> URL {
        try file(Data(text.utf8), in: folder)
    }

    private func file(_ bytes: Data, in folder: TemporaryFolder) throws -> URL {
        let url = folder.url.appending(path: "record.jsonl")
        try bytes.write(to: url)
        return url
    }

    /// A record with answers of two learners and one of every other kind.
    private func filled() throws -> LearnerStore {
        let store = try LearnerStore.inMemory()
        for name in ["maya", "민준"] {
            _ = try store.learner(named: name, creatingAt: noon)
            try store.set("language", to: "ko", of: name)
        }
        for number in 0..<30 {
            try store.record(attempt(number, learner: number % 3 == 0 ? "민준" : "maya"))
        }
        try store.record(attempt(90, input: "=1+1, \"x\"\t\u{1B}[2J\n끝"))
        try store.add(
            Label(
                id: "l", time: noon, learner: "maya", task: "skill", text: "t", label: "x",
                source: "learner"))
        try store.add(ModelNote(id: "n", time: noon, model: "m", event: "promoted", detail: "d"))
        return store
    }

    @Test func `an export brings the same record back elsewhere`() throws {
        let folder = try TemporaryFolder()
        let text = try export(filled())
        let other = try LearnerStore.inMemory()

        let report = try other.importRecord(from: file(text, in: folder))

        #expect(report.newAttempts == 31)
        #expect(try export(other) == text)
    }

    @Test func `a second import of the same file adds nothing`() throws {
        let folder = try TemporaryFolder()
        let store = try filled()
        let text = try export(store)

        let report = try store.importRecord(from: file(text, in: folder))

        #expect(report.newAttempts == 0)
        #expect(report.newOthers == 0)
        #expect(report.knownAttempts == 31)
        #expect(try export(store) == text)
    }

    @Test(
        "a file with one bad line changes nothing",
        arguments: [
            "not JSON", "[]", "{}", "null", "{\"id\":\"a\"}", "\u{0}", "{\"kind\":\"learner\"}",
            "{\"kind\":\"learner\",\"id\":\"\\u001b[2J\",\"name\":\"x\",\"created\":\"2026-01-01T00:00:00Z\"}",
            String(repeating: "[", count: 100_000), String(repeating: "x", count: 2 << 20),
        ])
    func badLine(_ line: String) throws {
        let folder = try TemporaryFolder()
        let text = try export(filled())
        let other = try LearnerStore.inMemory()

        let error = #expect(throws: LearnerStoreError.self) {
            _ = try other.importRecord(from: file(text + line + "\n", in: folder))
        }

        guard case .importRefused(let problems)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problems.map(\.line) == [text.split(separator: "\n").count + 1])
        #expect(try other.attemptCount() == 0)
        #expect(try other.learners().isEmpty)
    }

    @Test(
        "an edited value that no answer can have is refused",
        arguments: [
            ("\"level\":1", "\"level\":-1"), ("\"level\":1", "\"level\":\"1\""),
            ("\"hints\":0", "\"hints\":1e99"), ("\"verdict\":\"wrong\"", "\"verdict\":\"perhaps\""),
            ("\"language\":\"en\"", "\"language\":\"xx\""),
            ("\"counted\":true", "\"counted\":null"),
            ("2026-03-12T", "2026-02-30T"), ("\"learner\":\"maya\"", "\"learner\":\"\""),
            ("\"learner\":\"maya\"", "\"learner\":\"a\\u0000b\""),
            ("\"input\":\"24\"", "\"input\":\"2\\u00004\""),
            ("\"milliseconds\":40", "\"milliseconds\":-40"),
        ])
    func editedValue(_ found: String, _ replacement: String) throws {
        let folder = try TemporaryFolder()
        let text = try export(filled())
        try #require(text.contains(found))
        let other = try LearnerStore.inMemory()

        #expect(throws: LearnerStoreError.self) {
            _ = try other.importRecord(
                from: file(text.replacing(found, with: replacement), in: folder))
        }

        #expect(try other.attemptCount() == 0)
    }

    @Test func `an identifier that is taken by another answer refuses the file`() throws {
        let folder = try TemporaryFolder()
        let store = try filled()
        let before = try export(store)
        let edited = before.replacing("\"input\":\"24\"", with: "\"input\":\"25\"")

        let error = #expect(throws: LearnerStoreError.self) {
            _ = try store.importRecord(from: file(edited, in: folder))
        }

        guard case .importRefused(let problems)? = error else { return }
        #expect(problems.count == 20)
        #expect(try export(store) == before)
    }

    @Test func `random damage to a file never stores a part of it`() throws {
        let folder = try TemporaryFolder()
        let bytes = Data(try export(filled()).utf8)
        var generator = SplitMix64(seed: 3)

        for _ in 0..<soak(60, full: 500) {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                damaged[place] = UInt8.random(in: 0...255, using: &generator)
            }
            let other = try LearnerStore.inMemory()
            do {
                let report = try other.importRecord(from: file(damaged, in: folder))
                #expect(report.newAttempts + report.knownAttempts + report.skipped >= 31)
            } catch {
                #expect(try other.attemptCount() == 0)
            }
        }
    }

    @Test func `a table has one row for each answer and no formulas`() throws {
        let text = try export(filled(), .csv)

        let rows = text.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(rows.count == 32)
        #expect(text.contains("\"'=1+1, \"\"x\"\"\t"))
    }

    @Test func `statements are a JSON array with an identifier each`() throws {
        let text = try export(filled(), .xapi, learner: "maya")

        let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let statements = try #require(parsed as? [[String: Any]])
        let identifiers = statements.compactMap { $0["id"] as? String }
        #expect(statements.count == 21)
        #expect(Set(identifiers).count == 21)
        #expect(identifiers.allSatisfy { UUID(uuidString: $0) != nil })
        for key in ["actor", "verb", "object", "result", "context", "timestamp"] {
            #expect(statements.allSatisfy { $0[key] != nil }, "\(key)")
        }
    }

    @Test func `cards are made of the mistakes alone`() throws {
        let text = try export(filled(), .anki)

        #expect(text.hasPrefix("#separator:tab\n#html:false\n"))
        let cards = text.ranges(of: "WRONG_OP").count
        #expect(cards == (0..<30).filter { $0 % 4 == 0 }.count)
    }

    @Test(
        "a moment survives the way through text",
        arguments: [0, noon, -1, 951_782_400_000, 4_102_444_799_999, -62_167_219_200_000])
    func moment(_ milliseconds: Int64) {
        let text = Timestamp(milliseconds).iso8601

        #expect(Timestamp(iso8601: text)?.milliseconds == milliseconds)
    }

    @Test func `an offset and more decimals are understood`() {
        #expect(
            Timestamp(iso8601: "2026-03-13T01:41:02.120999+09:00")?.milliseconds == noon)
    }
}
