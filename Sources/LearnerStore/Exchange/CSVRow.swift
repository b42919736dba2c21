import LearnerModel
import Mathematics

/// An answer as a row of comma-separated values (RFC 4180).
enum CSVRow {
    static let heading = row([
        "id", "time", "learner", "skill", "template", "level", "seed", "language", "text",
        "expected", "spec", "input", "explanation", "verdict", "reason", "counted",
        "misconception", "hints", "try", "outcome", "purpose", "milliseconds", "model",
    ])

    static func text(of attempt: Attempt) -> String {
        row([
            attempt.id, Timestamp(attempt.time).iso8601, attempt.learner, attempt.skill,
            attempt.template, String(attempt.level), String(attempt.seed),
            attempt.language.rawValue, attempt.text, attempt.expected, attempt.specification,
            attempt.input, attempt.explanation ?? "", attempt.verdict.rawValue,
            attempt.reason ?? "", attempt.counted ? "1" : "0", attempt.misconception ?? "",
            String(attempt.hints), String(attempt.tryNumber), attempt.outcome.rawValue,
            attempt.purpose.rawValue, String(attempt.milliseconds), attempt.model,
        ])
    }

    static func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// A field that no spreadsheet takes for a formula, quoted where it must be.
    private static func field(_ text: String) -> String {
        let shown = isFormula(text) ? "'" + text : text
        guard shown.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
            return shown
        }
        return "\"" + shown.replacing("\"", with: "\"\"") + "\""
    }

    /// Signed numbers are what learners type and stay; other beginnings could be run as formulas.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.first, "=+-@\t\r".contains(first) else { return false }
        let isSigned = first == "+" || first == "-"
        return !(isSigned && text.dropFirst().allSatisfy { $0.isNumber || "./:, ".contains($0) })
    }
}
