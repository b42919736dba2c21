/// Makes text fit for a line that a screen reader or a pipe gets.
enum SpokenText {
    /// One line without characters that could steer a terminal or turn the text around.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
            case .format where scalar != "\u{200D}" && scalar != "\u{200C}": continue
            case .privateUse, .surrogate, .unassigned: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// What was typed, short enough to be read back.
    static func typed(_ text: String) -> String {
        let shown = line(text)
        return shown.count <= 60 ? shown : shown.prefix(59) + "…"
    }
}
