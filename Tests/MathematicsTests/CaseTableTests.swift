import Foundation
import Mathematics
import TestSupport
import Testing

/// One row of the tables in `Tests/AnswerCases/`.
struct AnswerCase: CustomTestStringConvertible, Sendable {
    let file: String
    let line: Int
    let expected: String
    let input: String
    let specification: String
    let verdict: String

    var testDescription: String { "\(file):\(line) \(expected) | \(input) | \(specification)" }

    /// Every row of every table.
    static let all: [AnswerCase] = {
        let folder = sourceRoot.appending(path: "Tests/AnswerCases")
        // A table that cannot be read leaves no rows, which the test of their number notices.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
            let text =
                (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return rows(text, name)
        }
    }()

    private static func rows(_ text: String, _ file: String) -> [AnswerCase] {
        text.components(separatedBy: "\n").enumerated().compactMap { offset, line in
            var cells = line.components(separatedBy: " | ")
            guard !line.hasPrefix("#"), cells.count >= 4 else { return nil }
            // A specification may have a bar between forms, never with spaces around it.
            let verdict = cells.removeLast()
            let specification = cells.removeLast()
            let expected = cells.removeFirst()
            return AnswerCase(
                file: file, line: offset + 1, expected: expected,
                input: cells.joined(separator: " | "), specification: specification,
                verdict: verdict)
        }
    }

    var language: Language { file.hasPrefix("korean") ? .korean : .english }
}

@Suite struct CaseTableTests {
    @Test func `the tables have at least three hundred rows`() {
        #expect(AnswerCase.all.count >= 300)
    }

    @Test("an answer gets the verdict of its row", arguments: AnswerCase.all)
    func verdict(row: AnswerCase) throws {
        let specification = try AnswerSpecification(parsing: row.specification)
        let key = try AnswerKey(expected: row.expected, specification: specification)

        let verdict = AnswerChecker.check(row.input, against: key, language: row.language)

        let reason = verdict.reason.map { ":\($0)" } ?? ""
        #expect(verdict.verdictClass.rawValue + reason == row.verdict)
        #expect(!verdict.message.isEmpty)
    }
}
