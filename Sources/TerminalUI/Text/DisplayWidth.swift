extension Unicode.Scalar {
    /// How many columns the scalar takes: 0, 1, 2, or -1 for what cannot be shown.
    ///
    /// Equal to `wcwidth` of glibc in a UTF-8 locale for Hangul and for every glyph that screens use.
    public var displayWidth: Int {
        if value < 0x300 {
            if value < 0x20 { return value == 0 ? 0 : -1 }
            if value < 0x7F { return 1 }
            if value < 0xA0 { return -1 }
            return 1
        }
        if WidthTable.zero.covers(value) { return 0 }
        if WidthTable.wide.covers(value) { return 2 }
        switch properties.generalCategory {
        case .control, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return -1
        default: return 1
        }
    }

    /// Whether the scalar is drawn over the one before it.
    var isCombiningMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
        }
    }

    /// Whether terminals disagree about the width of the scalar (East Asian Width `A`).
    public var isAmbiguousWidth: Bool { WidthTable.ambiguous.covers(value) }
}

extension Character {
    /// How many columns the character takes on a `Canvas`.
    public var displayWidth: Int {
        if isASCII { return 1 }
        return Glyph(self)?.width ?? 0
    }
}

extension StringProtocol {
    /// How many columns the text takes on a `Canvas`.
    public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

    /// Returns the longest beginning that fits into so many columns.
    public func prefix(columns: Int) -> String {
        var result = ""
        var used = 0
        for character in self {
            used += character.displayWidth
            if used > columns { break }
            result.append(character)
        }
        return result
    }
}

extension String {
    /// Returns the text, cut off with a sign where it does not fit.
    public func truncated(to columns: Int, _ glyphs: GlyphSet) -> String {
        if displayWidth <= columns { return self }
        let sign = glyphs.ellipsis.prefix(columns: columns)
        return prefix(columns: columns - sign.displayWidth) + sign
    }

    /// Returns the text with spaces behind it up to so many columns.
    public func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - displayWidth))
    }

    /// Returns the text with spaces before it up to so many columns.
    public func leftPadded(to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - displayWidth)) + self
    }
}

extension [ClosedRange<UInt32>] {
    /// Returns whether one of the ascending ranges has the value, by binary search.
    fileprivate func covers(_ value: UInt32) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if value > self[middle].upperBound {
                low = middle + 1
            } else if value < self[middle].lowerBound {
                high = middle
            } else {
                return true
            }
        }
        return false
    }
}
