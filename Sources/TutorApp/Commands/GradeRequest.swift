import Foundation
import Mathematics
import ProblemEncoding

/// One answer that is to be graded.
struct GradeRequest {
    let problem: String
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
        self.problem = text
        let named = (problem?["language"] as? String).flatMap(Language.init(rawValue:))
        self.language = named ?? language ?? ProblemEncoder.language(of: text + explanation)
    }

    /// What the checker says, nil where there is nothing to check against.
    func verdict() throws -> Verdict? {
        try AnswerJudgement.verdict(
            on: answer, to: problem, expected: expected, specification: specification,
            mistakes: mistakes, language: language)
    }

    /// What the explanation belongs to.
    func context(_ verdict: Verdict?) -> ExplanationContext {
        ExplanationContext(problem: problem, expected: expected, answer: answer, verdict: verdict)
    }
}
