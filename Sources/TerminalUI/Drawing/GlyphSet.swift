/// The glyphs that frames, bars, plots and marks are made of, by what the terminal can draw.
public struct GlyphSet: Sendable, Hashable {
    /// The three sets.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// UTF-8 and box drawing one column wide.
        case unicode
        /// UTF-8, but East Asian "ambiguous" characters may be two columns wide.
        case narrow
        /// Nothing but ASCII for drawing.
        case ascii
    }

    /// Which set this is.
    public let kind: Kind
    let topLeft: Character
    let topRight: Character
    let bottomLeft: Character
    let bottomRight: Character
    /// The horizontal line.
    public let horizontal: Character
    /// The vertical line.
    public let vertical: Character
    /// The done and the open part of a progress bar.
    public let barFull: Character
    /// The open part of a progress bar.
    public let barEmpty: Character
    /// What stands before the selected row.
    public let pointer: String
    /// The mark for right.
    public let check: String
    /// The mark for wrong.
    public let cross: String
    /// A chosen option.
    public let chosen: String
    /// An option that is not chosen.
    public let unchosen: String
    /// Rising.
    public let up: String
    /// Falling.
    public let down: String
    /// Between two steps of a path.
    public let breadcrumb: String
    /// Between two facts on a line.
    public let separator: String
    /// What stands for text that was cut off.
    public let ellipsis: String
    /// Column heights from lowest to highest.
    public let heights: [Character]
    /// Densities from nothing to most.
    public let densities: [Character]

    /// UTF-8 with box drawing.
    public static let unicode = GlyphSet(
        kind: .unicode, topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
        horizontal: "─", vertical: "│", barFull: "▰", barEmpty: "▱", pointer: "▸", check: "✓",
        cross: "✗", chosen: "◉", unchosen: "◌", up: "▴", down: "▾", breadcrumb: "›",
        separator: "·", ellipsis: "…", heights: Array("▁▂▃▄▅▆▇█"), densities: Array("∙░▒▓█"))

    /// UTF-8 with nothing whose width is ambiguous.
    public static let narrow = GlyphSet(
        kind: .narrow, topLeft: "⎡", topRight: "⎤", bottomLeft: "⎣", bottomRight: "⎦",
        horizontal: "⎯", vertical: "⏐", barFull: "▰", barEmpty: "▱", pointer: "▸", check: "✓",
        cross: "✗", chosen: "◉", unchosen: "◌", up: "▴", down: "▾", breadcrumb: "»",
        separator: "-", ellipsis: "⋯", heights: Array("⣀⣤⣶⣿"), densities: Array("∙⠒⠶⡷⣿"))

    /// ASCII only.
    public static let ascii = GlyphSet(
        kind: .ascii, topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        horizontal: "-", vertical: "|", barFull: "#", barEmpty: ".", pointer: ">", check: "ok",
        cross: "no", chosen: "(*)", unchosen: "( )", up: "^", down: "v", breadcrumb: ">",
        separator: "-", ellipsis: "..", heights: Array("_.-=+*#"), densities: Array(".-+*#"))

    /// Returns the set of a kind.
    public static func of(_ kind: Kind) -> GlyphSet {
        switch kind {
        case .unicode: .unicode
        case .narrow: .narrow
        case .ascii: .ascii
        }
    }

    /// Returns what to draw for a character that may not be drawn as it is in this set.
    ///
    /// Letters of every script stay; only signs are replaced.
    public func substitute(for character: Character) -> Character {
        guard kind != .unicode, !character.isASCII else { return character }
        if let plain = GlyphSet.plainSigns[character] { return plain }
        if kind == .narrow { return GlyphSet.narrowSigns[character] ?? character }
        if let plain = GlyphSet.asciiSigns[character] { return plain }
        let value = character.unicodeScalars.first?.value ?? 0
        if (0x2800...0x28FF).contains(value) { return value == 0x2800 ? " " : "*" }
        return (0x2190...0x2BFF).contains(value) ? "?" : character
    }

    /// Returns a text with the signs that take more than one character to write otherwise.
    public func spelled(_ text: String) -> String {
        guard kind != .unicode, text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var result = ""
        for character in text {
            if let long = GlyphSet.longSigns[character] {
                result += long
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static let plainSigns: [Character: Character] = [
        "×": "x", "÷": "/", "−": "-", "·": "-", "“": "\"", "”": "\"", "‘": "'", "’": "'",
        "–": "-", "—": "-", "•": "*", "→": ">", "←": "<", "±": "~", "…": ".",
    ]

    private static let narrowSigns: [Character: Character] = [
        "─": "⎯", "│": "⏐", "┌": "⎡", "┐": "⎤", "└": "⎣", "┘": "⎦", "┬": "⏐", "┴": "⏐",
        "├": "⏐", "┤": "⏐", "┼": "⏐", "╭": "⎡", "╮": "⎤", "╰": "⎣", "╯": "⎦", "█": "⣿",
        "↑": "▴", "↓": "▾", "●": "◉", "○": "◌", "▁": "⣀",
    ]

    private static let asciiSigns: [Character: Character] = [
        "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "┬": "+", "┴": "+",
        "├": "+", "┤": "+", "┼": "+", "╭": "/", "╮": "\\", "╰": "\\", "╯": "/", "█": "#",
        "↑": "^", "↓": "v", "●": "*", "○": "o", "◉": "*", "◌": "o", "▰": "#", "▱": ".",
        "▸": ">", "✓": "+", "✗": "x", "›": ">", "‹": "<", "»": ">", "⋯": ".", "▴": "^",
        "▾": "v", "∙": ".", "▁": "_", "≤": "<", "≥": ">", "≠": "#", "░": ".", "▒": "+",
        "▓": "*",
    ]

    private static let longSigns: [Character: String] = [
        "½": "1/2", "¼": "1/4", "¾": "3/4", "√": "sqrt ", "π": "pi", "²": "^2", "³": "^3",
        "°": " deg", "≤": "<=", "≥": ">=", "≠": "!=",
    ]
}
