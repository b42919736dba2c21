import LearnerStore

/// JSON for one line of output.
enum JSONLine {
    /// A text as a JSON string; control characters are escaped.
    static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
