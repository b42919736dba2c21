/// What single characters are read as; a written table, because compatibility normalization
/// would turn `1½` into `11/2` and `2²` into `22`.
enum CharacterTable {
    /// Fractions in one character.
    static let vulgarFractions: [Unicode.Scalar: String] = [
        "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
        "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8",
        "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10", "↉": "0/3",
    ]

    /// Raised characters and what they are raised from.
    static let superscripts: [Unicode.Scalar: Unicode.Scalar] = [
        "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
        "⁸": "8", "⁹": "9", "⁻": "-", "⁺": "+",
    ]

    /// Lowered digits.
    static let subscripts: [Unicode.Scalar: Unicode.Scalar] = [
        "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7",
        "₈": "8", "₉": "9",
    ]

    /// Characters that stand for others.
    static let replacements: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (characters, replacement) in groups {
            for scalar in characters.unicodeScalars { table[scalar] = replacement }
        }
        for (square, text) in squares { table[square] = text }
        return table
    }()

    private static let groups: [(String, String)] = [
        ("\t\n\r\u{00A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}", " "),
        ("\u{2007}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}\u{3164}", " "),
        ("\u{2212}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{FE63}\u{02D7}\u{2796}", "-"),
        ("\u{FF70}\u{30FC}", "-"),
        ("×·⋅∙•∗✕✖⨯✱ㆍ・", "*"), ("➕", "+"), ("➗", "÷"), ("⁄∕", "/"), ("∶ː", ":"), ("、،", ","),
        ("。", "."), ("…⋯", "..."), ("٪﹪", "%"), ("﹣", "-"), ("≦⩽≤", "≤"), ("≧⩾≥", "≥"),
        ("≒≅≃∼〜", "≈"), ("“”„″", "\""), ("‘’′‛`", "'"), ("µ", "μ"), ("\u{2126}", "\u{03A9}"),
        ("\u{212A}", "K"),
        ("￦", "₩"), ("￠", "¢"), ("￡", "£"), ("￥", "¥"), ("º˚", "°"), ("ℓ", "L"),
        // Keys of the Korean layout, where a letter was meant.
        ("ｘㅌ", "x"), ("ㅛ", "y"), ("𝜋𝛑ϖП", "π"), ("【〔", "("), ("】〕", ")"), ("˙", "\u{0307}"),
        ("¯", "\u{0305}"), ("\u{0304}", "\u{0305}"),
        ("\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{2060}\u{FEFF}\u{00AD}\u{FE0E}\u{FE0F}", ""),
        ("\u{2061}", ""), ("\u{2062}", "*"), ("\u{2063}", ","),
    ]

    private static let squares: [(Unicode.Scalar, String)] = [
        ("㎝", "cm"), ("㎞", "km"), ("㎜", "mm"), ("㎛", "μm"), ("㎚", "nm"), ("㎡", "m^2"),
        ("㎠", "cm^2"), ("㎟", "mm^2"), ("㎢", "km^2"), ("㎥", "m^3"), ("㎤", "cm^3"),
        ("㎣", "mm^3"), ("㎦", "km^3"), ("㎏", "kg"), ("㎎", "mg"), ("㎍", "μg"), ("㎖", "mL"),
        ("㎗", "dL"), ("㎘", "kL"), ("㏄", "cc"), ("㏊", "ha"), ("㎧", "m/s"), ("㎨", "m/s^2"),
        ("㎳", "ms"), ("㎐", "Hz"), ("㎑", "kHz"), ("㎒", "MHz"), ("㎾", "kW"), ("㎩", "Pa"),
        ("㎪", "kPa"), ("㏈", "dB"), ("㎈", "cal"), ("㎉", "kcal"), ("㎅", "KB"), ("㎆", "MB"),
        ("㎇", "GB"), ("℃", "°C"), ("℉", "°F"), ("㎭", "rad"), ("㏖", "mol"),
    ]

    /// Whether a character is drawn as nothing or turns the writing direction, and so may hide
    /// what was typed.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029,
            0xFFF0...0xFFFF, 0xE000...0xF8FF, 0xE0000...0x10FFFF:
            true
        default: false
        }
    }
}
