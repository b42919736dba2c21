import LearnerModel
import Mathematics

/// A mistake as a line of Anki's text import.
enum AnkiCard {
    static let heading = """
        #separator:tab
        #html:false
        #notetype:Basic
        #deck:MathTutor mistakes
        #columns:guid\tFront\tBack\tTags
        #guid column:1
        #tags column:4

        """

    /// Whether the answer counted and was not right.
    static func isMistake(_ attempt: Attempt) -> Bool {
        attempt.counted && attempt.verdict != .correct && attempt.verdict != .form
    }

    static func text(of attempt: Attempt) -> String {
        let tags =
            ["mathtutor", attempt.skill, "level-\(attempt.level)"]
            + (attempt.misconception.map { [$0] } ?? [])
        let words = tags.map { $0.replacing(" ", with: "_") }.joined(separator: " ")
        return [attempt.id, attempt.text, attempt.expected, words].map(field)
            .joined(separator: "\t") + "\n"
    }

    private static func field(_ text: String) -> String {
        guard
            text.utf8.contains(where: { [0x22, 0x09, 0x0A, 0x0D].contains($0) })
                || text.hasPrefix("#")
        else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
