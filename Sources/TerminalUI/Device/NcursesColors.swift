internal import CNcurses

/// The colour pairs of the roles.
@MainActor
struct NcursesColors {
    let mode: ColorMode
    private var appearances: [Appearance] = []

    init(allowsColor: Bool, theme: Theme) {
        if allowsColor, has_colors() {
            start_color()
            use_default_colors()
            mode = curses_colors() >= 256 ? .ansi256 : curses_colors() >= 8 ? .ansi16 : .mono
        } else {
            mode = .mono
        }
        define(theme)
    }

    /// Gives every role its pair.
    mutating func define(_ theme: Theme) {
        appearances = Role.allCases.map { theme.appearance(of: $0, in: mode) }
        guard mode != .mono else { return }
        for (index, appearance) in appearances.enumerated() {
            init_pair(
                Int16(index + 1), appearance.foreground ?? -1, appearance.background ?? -1)
        }
    }

    /// Returns the attributes and the pair of a style.
    func look(of style: Style) -> (attributes: attr_t, pair: Int32) {
        let appearance = appearances[Int(style.role.rawValue)]
        var attributes: attr_t = 0
        if appearance.isBold || style.isBold { attributes |= curses_bold() }
        if appearance.isDim { attributes |= curses_dim() }
        if appearance.isUnderlined { attributes |= curses_underline() }
        if appearance.isReversed { attributes |= curses_reverse() }
        return (attributes, mode == .mono ? 0 : Int32(style.role.rawValue) + 1)
    }
}
