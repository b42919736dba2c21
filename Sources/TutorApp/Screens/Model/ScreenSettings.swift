import Mathematics
import TerminalUI

/// What a learner chose about the screen and the practice.
struct ScreenSettings: Sendable, Hashable {
    /// When the picture of a problem is shown.
    enum Pictures: String, Sendable, CaseIterable {
        case withHint = "hint"
        case always
    }

    /// The set of glyphs, or nil for the one that suits the terminal.
    var glyphs: GlyphSet.Kind?
    var theme = Theme.auto
    var usesMouse = false
    /// How many problems a round has.
    var roundLength = 12
    var pictures = Pictures.withHint
    /// The school grade, or nil where it was not said.
    var grade: Int?

    static let roundLengths = [5, 8, 12, 20, 30]

    /// The settings as they are kept.
    var stored: [String: String] {
        [
            "glyphs": glyphs?.rawValue ?? "auto", "theme": theme.rawValue,
            "mouse": usesMouse ? "on" : "off", "round": String(roundLength),
            "pictures": pictures.rawValue, "grade": grade.map { String($0) } ?? "any",
        ]
    }

    init() {}

    /// Reads kept settings; what cannot be read keeps its usual value.
    init(stored: [String: String]) {
        glyphs = stored["glyphs"].flatMap(GlyphSet.Kind.init)
        theme = stored["theme"].flatMap(Theme.init) ?? .auto
        usesMouse = stored["mouse"] == "on"
        let length = stored["round"].flatMap { Int($0) } ?? 12
        roundLength = ScreenSettings.roundLengths.contains(length) ? length : 12
        pictures = stored["pictures"].flatMap(Pictures.init) ?? .withHint
        grade = stored["grade"].flatMap { Int($0) }.flatMap { (1...9).contains($0) ? $0 : nil }
    }
}
