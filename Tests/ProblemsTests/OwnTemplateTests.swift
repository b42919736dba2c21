import Foundation
import Mathematics
import TestSupport
import Testing

@testable import Problems

@Suite struct OwnTemplateTests {
    private static let texts: [(text: String, expression: String, pinned: [String])] = [
        ("There are 24 tulips in 6 vases. How many are in one vase?", "24 / 6", []),
        ("Seven days have passed: 7 days with 12 pages each. How many pages?", "7 * 12", ["7"]),
        ("He said: \"I have 12 # signs\" and gave 5 away. How many are left?", "12 - 5", []),
        ("지호는 사탕 30개를 5명에게 똑같이 나누어 주었어요. 한 명이 몇 개를 받나요?", "30 / 5", []),
    ]

    private func bank() throws -> ProblemBank { try shippedBank() }

    private func folder() throws -> (folder: OwnTemplateFolder, remove: () -> Void) {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "own-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        // A folder that cannot be removed is none of the test's business.
        return (OwnTemplateFolder(url), { try? FileManager.default.removeItem(at: url) })
    }

    private func template(
        _ row: (text: String, expression: String, pinned: [String])
    ) throws -> OwnTemplate {
        try OwnTemplate(
            skill: "equal_groups.size", text: row.text, expression: row.expression,
            pinned: row.pinned)
    }

    @Test("a kept problem is read back as it was", arguments: texts)
    func roundTrip(row: (text: String, expression: String, pinned: [String])) throws {
        let (folder, remove) = try folder()
        defer { remove() }
        let kept = try template(row)
        try kept.yaml().write(to: folder.file(of: kept), atomically: true, encoding: .utf8)

        let read = folder.templates(skills: try bank().skills)

        #expect(read.faults.isEmpty)
        #expect(read.templates == [kept])
        #expect(read.templates.first?.text == row.text)
        #expect(read.templates.first?.pinned == row.pinned)
    }

    @Test("a bank makes the problems of a kept text, equal for equal seeds", arguments: texts)
    func problems(row: (text: String, expression: String, pinned: [String])) throws {
        let kept = try template(row)
        let bank = try bank().adding(own: [kept])

        for seed in UInt64(0)..<20 {
            let problem = try bank.problem(
                template: kept.id, level: 1, language: .english, seed: seed)
            #expect(
                try bank.problem(template: kept.id, level: 5, language: .korean, seed: seed)
                    == problem)
            #expect(problem.skill == "equal_groups.size")
            #expect(problem.template == kept.id)
            #expect(problem.language == kept.language)
            #expect(row.pinned.allSatisfy { problem.text.contains($0) })
        }
    }

    @Test func `files that are damaged, foreign, too large or links are reported and left out`()
        throws
    {
        let (folder, remove) = try folder()
        defer { remove() }
        let kept = try template(Self.texts[0])
        let good = try kept.yaml()
        let files = [
            "own.1.yaml": "skill: [", "own.2.yaml": "",
            "own.3.yaml": good.replacing("24 / 6", with: "24 / 0"),
            "own.4.yaml": good.replacing("equal_groups.size", with: "no.such"),
            "own.5.yaml": good.replacing("expression", with: "command"),
            "own.6.yaml": String(repeating: "# long\n", count: 20_000) + good,
            "own.7.yaml": good, "notes.txt": "mine",
        ]
        for (name, text) in files {
            try text.write(
                to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
        }
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "own.8.yaml"),
            withDestinationURL: folder.url.appending(path: "own.7.yaml"))

        let read = folder.templates(skills: try bank().skills)

        #expect(read.templates == [kept])
        #expect(read.faults.count == 7)
    }

    @Test func `a folder that is not there has no problems`() throws {
        let nowhere = OwnTemplateFolder(URL(filePath: "/no/such/folder"))
        let read = nowhere.templates(skills: try bank().skills)

        #expect(read.templates.isEmpty && read.faults.isEmpty)
    }
}
