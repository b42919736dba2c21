import LearnerStore
import Mathematics

/// One line of the doctor's report.
struct Diagnosis {
    /// What it is about, such as `store` or `terminal`.
    let section: String
    /// What was checked, such as `whole`.
    let check: String
    let severity: StoreFinding.Severity
    let english: String
    let korean: String
    /// What to do, as commands; empty where nothing is needed.
    var remedies: [String] = []

    func text(in language: Language) -> String {
        let mark = "[\(severity.rawValue)]"
        let line = mark + String(repeating: " ", count: 7 - mark.count) + sentence(in: language)
        return ([line] + remedies.map { "         " + $0 }).map(Self.printable)
            .joined(separator: "\n")
    }

    func json(in language: Language) -> String {
        let remedies = remedies.map(JSONLine.quoted).joined(separator: ",")
        return """
            {"section":\(JSONLine.quoted(section)),"check":\(JSONLine.quoted(check)),\
            "state":"\(severity.rawValue)","message":\(JSONLine.quoted(sentence(in: language))),\
            "remedies":[\(remedies)]}
            """
    }

    private func sentence(in language: Language) -> String {
        language == .korean ? korean : english
    }

    /// Paths and names may hold anything; what reaches the terminal does not.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
                }))
    }
}
