import Foundation
import LearnerModel
import LearnerStore
import Testing

/// What the specification of the Experience API 1.0.3 (part two, data) asks of a statement.
@Suite struct XAPIConformanceTests {
    private static let identifiers = [
        "0190aaaa-0000-7000-8000-000000000001", "0190AAAA-0000-7000-B000-000000000002",
        "0190aaaa-0000-7000-0000-000000000003", "answer 4", "답 5",
    ]

    private func statements() throws -> [[String: Any]] {
        let folder = try TemporaryFolder()
        let store = try LearnerStore.open(at: folder.url, now: noon)
        _ = try store.learner(named: "maya", creatingAt: noon)
        for (number, identifier) in Self.identifiers.enumerated() {
            var answer = attempt(number, input: number == 1 ? "\u{1B}[2J" : "24")
            answer.id = identifier
            answer.expected = ["24", "-3/4", "24 apples", "2, 5", "17:30"][number]
            answer.counted = number != 2
            try store.record(answer)
        }
        var text = Data()
        try store.export(.xapi) { text += $0 }
        let parsed = try JSONSerialization.jsonObject(with: text)
        return try #require(parsed as? [[String: Any]])
    }

    private func texts(_ path: String) throws -> [String] {
        try statements().compactMap { statement in
            path.split(separator: ".").reduce(statement as Any?) { value, key in
                (value as? [String: Any])?[String(key)]
            } as? String
        }
    }

    @Test func `an identifier is a UUID of the variant that is allowed, and each its own`() throws {
        let found = try texts("id")
        let form = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/

        #expect(found.count == 5)
        #expect(Set(found).count == 5)
        for text in found { #expect(text.wholeMatch(of: form) != nil, "\(text)") }
        #expect(found[1] == Self.identifiers[1].lowercased())
    }

    @Test func `no value is null outside of extensions`() throws {
        func hasNull(_ value: Any, key: String = "") -> Bool {
            if key == "extensions" { return false }
            if value is NSNull { return true }
            if let list = value as? [Any] { return list.contains { hasNull($0) } }
            guard let object = value as? [String: Any] else { return false }
            return object.contains { hasNull($0.value, key: $0.key) }
        }

        for statement in try statements() { #expect(!hasNull(statement)) }
    }

    @Test func `a statement has the properties of the specification and no others`() throws {
        let known: Set = ["id", "timestamp", "actor", "verb", "object", "result", "context"]

        for statement in try statements() { #expect(Set(statement.keys) == known) }
        #expect(Set(try texts("actor.objectType")) == ["Agent"])
        #expect(Set(try texts("actor.account.name")) == ["maya"])
        #expect(Set(try texts("object.objectType")) == ["Activity"])
    }

    @Test(
        "names of things are addresses with a scheme",
        arguments: ["verb.id", "object.id", "object.definition.type", "actor.account.homePage"])
    func addresses(_ path: String) throws {
        let found = try texts(path)

        #expect(found.count == 5)
        for text in found {
            #expect(text.wholeMatch(of: /[a-z]+:[!-~]+/) != nil, "\(text)")
        }
        if path == "actor.account.homePage" {
            #expect(found.allSatisfy { URL(string: $0)?.host() != nil })
        }
    }

    @Test func `a result has a duration in hundredths and a score only where it counted`() throws {
        let results = try statements().compactMap { $0["result"] as? [String: Any] }

        #expect(results.count == 5)
        for (number, result) in results.enumerated() {
            let duration = result["duration"] as? String ?? ""
            #expect(duration.wholeMatch(of: /PT[0-9]+\.[0-9]{2}S/) != nil)
            let scaled = (result["score"] as? [String: Double])?["scaled"]
            #expect((scaled == nil) == (number == 2))
            #expect(scaled.map { (-1...1).contains($0) } ?? true)
            #expect((scaled == 1) == (result["success"] as? Bool ?? false))
        }
    }

    @Test func `a plain number is a numeric interaction, other answers are filled in`() throws {
        let kinds = try texts("object.definition.interactionType")
        let patterns = try statements().compactMap {
            (($0["object"] as? [String: Any])?["definition"] as? [String: Any])?[
                "correctResponsesPattern"] as? [String]
        }

        #expect(kinds == ["numeric", "fill-in", "fill-in", "fill-in", "fill-in"])
        #expect(patterns == [["24[:]24"], ["-3/4"], ["24 apples"], ["2, 5"], ["17:30"]])
    }
}
