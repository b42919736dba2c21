extension Canvas {
    /// Draws a frame with a title in its upper edge and, where there is room, a note at the right.
    public mutating func frame(
        _ area: Rect, title: String = "", note: String = "", _ style: Style = .dim,
        titleStyle: Style = .title
    ) {
        guard area.rows >= 2, area.columns >= 2 else { return }
        let inner = area.columns - 2
        let line = String(repeating: glyphs.horizontal, count: inner)
        write(
            "\(glyphs.topLeft)\(line)\(glyphs.topRight)", row: area.row, column: area.column, style)
        for row in area.row + 1..<area.endRow - 1 {
            write(String(glyphs.vertical), row: row, column: area.column, style)
            write(String(glyphs.vertical), row: row, column: area.endColumn - 1, style)
        }
        write(
            "\(glyphs.bottomLeft)\(line)\(glyphs.bottomRight)", row: area.endRow - 1,
            column: area.column, style)
        label(area, title: title, note: note, titleStyle: titleStyle)
    }

    private mutating func label(_ area: Rect, title: String, note: String, titleStyle: Style) {
        let room = area.columns - 6
        guard room > 0 else { return }
        var used = 0
        if !title.isEmpty {
            let shown = title.truncated(to: room, glyphs)
            write(" \(shown) ", row: area.row, column: area.column + 2, titleStyle)
            used = shown.displayWidth + 2
        }
        if !note.isEmpty, used + note.displayWidth + 4 <= area.columns - 4 {
            write(" \(note) ", row: area.row, endingAt: area.endColumn - 2, .text)
        }
    }

    /// Draws a horizontal rule.
    public mutating func rule(row: Int, column: Int, columns: Int, _ style: Style = .dim) {
        guard columns > 0 else { return }
        write(
            String(repeating: glyphs.horizontal, count: columns), row: row, column: column, style)
    }
}
