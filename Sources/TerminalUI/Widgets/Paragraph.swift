extension Canvas {
    /// Draws a text broken into lines and returns the row after its last line.
    ///
    /// Where the text has more lines than the area, the last line ends in a sign for the rest.
    @discardableResult
    public mutating func paragraph(
        _ text: String, in area: Rect, _ style: Style = .text, hanging: Int = 0
    ) -> Int {
        guard area.rows > 0, area.columns > hanging else { return area.row }
        let lines = hangingLines(glyphs.spelled(text), columns: area.columns, hanging: hanging)
        for (offset, line) in lines.prefix(area.rows).enumerated() {
            let isCut = offset == area.rows - 1 && lines.count > area.rows
            let room = area.columns - (offset == 0 ? 0 : hanging)
            let shown = isCut ? "\(line)    ".truncatedAtEnd(to: room, glyphs) : line
            write(
                shown, row: area.row + offset, column: area.column + (offset == 0 ? 0 : hanging),
                style, within: area)
        }
        return area.row + min(lines.count, area.rows)
    }

    /// Returns how many rows a text takes in so many columns.
    public func rows(of text: String, columns: Int, hanging: Int = 0) -> Int {
        guard columns > hanging else { return 0 }
        return hangingLines(glyphs.spelled(text), columns: columns, hanging: hanging).count
    }
}

/// The lines of a text whose later lines have fewer columns than the first.
private func hangingLines(_ text: String, columns: Int, hanging: Int) -> [String] {
    guard hanging > 0 else { return text.wrapped(to: columns) }
    let words = text.split(separator: " ")
    for count in stride(from: words.count, to: 0, by: -1) {
        let first = words[..<count].joined(separator: " ")
        guard count == 1 || first.displayWidth <= columns else { continue }
        let lines = first.wrapped(to: columns)
        let rest = words[count...].joined(separator: " ")
        return lines + (rest.isEmpty ? [] : rest.wrapped(to: columns - hanging))
    }
    return [""]
}

extension String {
    /// Returns the text with the sign for a rest at its end, within so many columns.
    fileprivate func truncatedAtEnd(to columns: Int, _ glyphs: GlyphSet) -> String {
        let sign = " " + glyphs.ellipsis
        let words = String(self.reversed().drop { $0 == " " }.reversed())
        return words.prefix(columns: columns - sign.displayWidth) + sign
    }
}
