/// How many colours a terminal has.
public enum ColorMode: String, Sendable, Hashable, CaseIterable {
    /// Attributes only.
    case mono
    /// The sixteen colours of the terminal's own palette.
    case ansi16
    /// The 256 colours of xterm.
    case ansi256
}

/// How a role looks: colours as numbers of the terminal's palette, nil for its own.
public struct Appearance: Sendable, Hashable {
    /// The colour of the text.
    public var foreground: Int16?
    /// The colour behind the text.
    public var background: Int16?
    /// Whether the text is bold.
    public var isBold = false
    /// Whether the text is dimmed.
    public var isDim = false
    /// Whether the text is underlined.
    public var isUnderlined = false
    /// Whether text and background change places.
    public var isReversed = false
}

/// How every role looks.
public enum Theme: String, Sendable, Hashable, CaseIterable {
    /// Colours that can be read on black and on white.
    case auto
    /// For dark terminals.
    case dark
    /// For light terminals.
    case light
    /// As much contrast as the terminal has.
    case contrast
    /// Blue and orange instead of green and red.
    case colorBlind

    /// Returns how a role looks with so many colours.
    public func appearance(of role: Role, in mode: ColorMode) -> Appearance {
        switch mode {
        case .mono: Theme.mono(role)
        case .ansi16: self == .contrast ? Theme.mono(role) : sixteen(role)
        case .ansi256: self == .contrast ? strong(role) : full(role)
        }
    }

    private static func mono(_ role: Role) -> Appearance {
        switch role {
        case .text: Appearance()
        case .dim: Appearance(isDim: true)
        case .accent, .title, .good: Appearance(isBold: true)
        case .warn: Appearance(isUnderlined: true)
        case .bad, .bar, .selection: Appearance(isReversed: true)
        }
    }

    private func sixteen(_ role: Role) -> Appearance {
        switch role {
        case .text: Appearance()
        case .dim: Appearance(isDim: true)
        case .accent: Appearance(foreground: 6)
        case .title: Appearance(foreground: 6, isBold: true)
        case .good: Appearance(foreground: self == .colorBlind ? 4 : 2)
        case .bad: Appearance(foreground: self == .colorBlind ? 3 : 1)
        case .warn: Appearance(foreground: 3)
        case .bar, .selection: Appearance(isReversed: true)
        }
    }

    private func strong(_ role: Role) -> Appearance {
        switch role {
        case .dim: Appearance()
        case .accent, .title, .good: Appearance(isBold: true)
        default: Theme.mono(role)
        }
    }

    /// Each colour of `auto` and `colorBlind` keeps at least 4.1 : 1 on black and on white.
    private func full(_ role: Role) -> Appearance {
        let isLight = self == .light
        let isDark = self == .dark
        func pick(_ auto: Int16, _ dark: Int16, _ light: Int16) -> Int16 {
            isDark ? dark : isLight ? light : auto
        }
        switch role {
        case .text: return Appearance()
        case .dim: return Appearance(foreground: pick(243, 246, 241))
        case .accent: return Appearance(foreground: pick(63, 117, 25))
        case .title: return Appearance(foreground: pick(63, 117, 25), isBold: true)
        case .good:
            return Appearance(foreground: self == .colorBlind ? 31 : pick(28, 114, 28))
        case .bad:
            return Appearance(foreground: self == .colorBlind ? 130 : pick(131, 210, 124))
        case .warn: return Appearance(foreground: pick(130, 222, 130))
        case .bar:
            return Appearance(foreground: isLight ? 235 : 252, background: isLight ? 253 : 236)
        case .selection: return Appearance(foreground: 231, background: isLight ? 25 : 24)
        }
    }
}
