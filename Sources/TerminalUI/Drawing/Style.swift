/// What a piece of text means; a `Theme` decides how each meaning looks.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
    /// Ordinary text in the terminal's own colours.
    case text
    /// Frames, units and other things that stand back.
    case dim
    /// Things to look at first: bars, plots, headings in the text.
    case accent
    /// Right, done, better.
    case good
    /// Wrong, worse.
    case bad
    /// Needs attention.
    case warn
    /// The first and the last line of a screen.
    case bar
    /// The title of a frame.
    case title
    /// The row or button that Enter would use.
    case selection

    /// The letter that stands for the role in drawn role maps.
    public var letter: Character {
        switch self {
        case .text: "."
        case .dim: "d"
        case .accent: "a"
        case .good: "g"
        case .bad: "b"
        case .warn: "w"
        case .bar: "B"
        case .title: "t"
        case .selection: "s"
        }
    }
}

/// A role, perhaps made stronger.
public struct Style: Sendable, Hashable {
    /// What the text means.
    public var role: Role
    /// Whether the text is stressed within its role.
    public var isBold: Bool

    /// Creates a style from a role.
    public init(_ role: Role, bold: Bool = false) {
        self.role = role
        isBold = bold
    }

    /// Ordinary text.
    public static let text = Style(.text)
    /// Text that stands back.
    public static let dim = Style(.dim)
    /// Text to look at first.
    public static let accent = Style(.accent)
    /// Right, done, better.
    public static let good = Style(.good)
    /// Wrong, worse.
    public static let bad = Style(.bad)
    /// Needs attention.
    public static let warn = Style(.warn)
    /// The first and the last line.
    public static let bar = Style(.bar)
    /// The title of a frame.
    public static let title = Style(.title, bold: true)
    /// The selected row.
    public static let selection = Style(.selection, bold: true)
    /// Ordinary text, stressed.
    public static let strong = Style(.text, bold: true)
}
