public import Foundation
internal import Mathematics
internal import ProblemEncoding

/// An explanation written by hand, none of them from the templates, with its grade.
public struct GoldExplanation: Sendable, Hashable, Codable {
    /// The text of the problem.
    public let problem: String
    /// The right answer.
    public let expected: String
    /// What was answered.
    public let answer: String
    /// What was written about it.
    public let explanation: String
    /// The grade that it deserves.
    public let grade: String
    /// The misconception that it shows, where it shows one.
    public let misconception: String?
    /// The code of the language.
    public let language: String

    /// Reads the lines of `gold/explanations.jsonl` in a data directory, or of another such file.
    ///
    /// - Returns: the explanations; lines that cannot be read are left out, a missing file has none.
    public static func read(_ file: URL) -> [GoldExplanation] {
        // Without the file there is nothing to measure on, which the report shows by its counts.
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(GoldExplanation.self, from: Data($0.utf8))
        }
    }

    /// Where the explanations of a data directory are.
    public static func file(in dataDirectory: URL) -> URL {
        dataDirectory.appending(path: "gold/explanations.jsonl")
    }

    /// The same with other words.
    func saying(_ words: String) -> GoldExplanation {
        GoldExplanation(
            problem: problem, expected: expected, answer: answer, explanation: words,
            grade: grade, misconception: misconception, language: language)
    }

    /// What the explanation belongs to, the answer checked.
    var context: ExplanationContext {
        // A key that cannot be read leaves the answer unchecked.
        let verdict = try? AnswerJudgement.verdict(
            on: answer, to: problem, expected: expected, specification: nil,
            language: Language(rawValue: language) ?? .english)
        return ExplanationContext(
            problem: problem, expected: expected, answer: answer, verdict: verdict)
    }
}
