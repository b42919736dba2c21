import ArgumentParser
import Foundation
import Mathematics
import ProblemEncoding

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Grades answers with explanations.",
        discussion: """
            Reads JSON Lines {"id"?, "problem": text or a generated problem, "expected"?, "spec"?, \
            "answer", "explanation"?} and prints a grade for each. Arithmetic decides what is right; \
            the explanation only says what kind of thinking is behind it.
            """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
        try JSONLines.forEach { object in
            let request = try GradeRequest(object, language: global.language)
            let verdict = try request.verdict()
            let grade = ThinkingGrade(
                verdict: verdict, explanation: request.explanation, language: request.language)
            return Self.text(
                grade, verdict: verdict, identifier: JSONLines.identifier(object))
        }
    }

    private static func text(
        _ grade: ThinkingGrade, verdict: Verdict?, identifier: String
    ) -> String {
        var line = OrderedJSON()
        line.add("verdict", verdict?.verdictClass.rawValue)
        line.add("reason", verdict?.reason)
        line.add("counted", raw: verdict.map { "\($0.counted)" } ?? "null")
        line.add("reading", verdict?.reading)
        line.add("message", verdict?.message)
        line.add("misconception", grade.misconception)
        line.add("grade", grade.kind.rawValue)
        line.add("probability", raw: PredictionJSON.number(grade.probability))
        let top = grade.top.map {
            "{\"code\": \(JSONLine.quoted($0.code)), "
                + "\"probability\": \(PredictionJSON.number($0.probability))}"
        }
        line.add("top", raw: "[\(top.joined(separator: ", "))]")
        line.add("abstained", raw: "\(grade.abstained)")
        line.add("feedback", grade.feedback)
        line.add("words", raw: "[]")
        return "{" + identifier + line.text.dropFirst()
    }
}

/// One answer that is to be graded.
private struct GradeRequest {
    let answer: String
    let explanation: String
    let language: Language
    private let expected: String?
    private let specification: String?
    private let mistakes: [AnswerKey.ListedMistake]

    init(_ object: [String: Any], language: Language?) throws(JSONLines.BadLine) {
        answer = try JSONLines.text(object, "answer")
        explanation = object["explanation"] as? String ?? ""
        let problem = object["problem"] as? [String: Any]
        let key = problem?["answer"] as? [String: Any]
        expected = object["expected"] as? String ?? key?["text"] as? String
        specification = object["spec"] as? String ?? key?["spec"] as? String
        let wrong = problem?["wrong"] as? [[String: Any]] ?? []
        mistakes = wrong.compactMap { entry in
            guard let code = entry["code"] as? String, let value = entry["value"] as? String else {
                return nil
            }
            return AnswerKey.ListedMistake(code: code, value: value)
        }
        let text = problem?["text"] as? String ?? object["problem"] as? String ?? ""
        let named = (problem?["language"] as? String).flatMap(Language.init(rawValue:))
        self.language = named ?? language ?? ProblemEncoder.language(of: text + explanation)
    }

    /// What the checker says, nil where there is nothing to check against.
    func verdict() throws -> Verdict? {
        guard let expected else { return nil }
        let specification = try AnswerSpecification(parsing: specification ?? "")
        let key = try AnswerKey(
            expected: expected, specification: specification, listedMistakes: mistakes)
        return AnswerChecker.check(
            answer, against: key, language: specification.language ?? language)
    }
}

/// The grade of an answer and of what is said about it.
///
/// A right answer stays right whatever is said; a listed mistake is a guess that the tutor asks about,
/// because less than half of such answers come from the thinking that the list names.
struct ThinkingGrade: Equatable {
    /// The grades of the contract.
    enum Kind: String {
        case correct, partial, misconception, unclear
    }

    private(set) var kind = Kind.unclear
    private(set) var probability = 0.5
    private(set) var misconception: String?
    private(set) var abstained = true
    private(set) var feedback = ""

    /// The share of wrong answers with a listed value that come from the listed thinking.
    private static let listedShare = 0.6

    init(verdict: Verdict?, explanation: String, language: Language) {
        let isGuess = Self.isGuess(explanation)
        switch verdict?.verdictClass {
        case .correct:
            kind = isGuess ? .unclear : .correct
            probability = explanation.isEmpty ? 1 : isGuess ? 0.8 : 0.7
            abstained = isGuess
        case .form, .unit:
            kind = .partial
            probability = 0.9
            abstained = false
        case .wrong:
            misconception = verdict?.misconception
            kind = misconception == nil || isGuess ? .unclear : .misconception
            probability = misconception == nil ? 0.6 : isGuess ? 0.5 : Self.listedShare
            abstained = true
        case .unparsed, .empty, .limit, nil: break
        }
        feedback = GradeFeedback.sentence(
            kind: kind, verdict: verdict?.verdictClass, code: misconception, language: language)
    }

    /// The codes that come into question.
    var top: [(code: String, probability: Double)] {
        misconception.map { [($0, Self.listedShare)] } ?? []
    }

    static func == (left: ThinkingGrade, right: ThinkingGrade) -> Bool {
        left.kind == right.kind && left.misconception == right.misconception
            && left.feedback == right.feedback
    }

    private static let guesses = [
        "idk", "don't know", "dont know", "guess", "no idea", "not sure", "random", "모르", "몰라",
        "찍었", "그냥",
    ]

    private static func isGuess(_ explanation: String) -> Bool {
        let text = explanation.lowercased().replacing("’", with: "'")
        return guesses.contains { text.contains($0) }
    }
}
