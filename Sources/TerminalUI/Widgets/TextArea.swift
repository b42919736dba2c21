extension TextField {
    /// Draws the field over several rows, broken between characters where a row is full, and
    /// scrolled so that the caret is seen.
    public func drawWrapped(on canvas: inout Canvas, in area: Rect, hasFocus: Bool = true) {
        guard area.rows > 0, area.columns > 1 else { return }
        var lines: [String] = [""]
        var width = 0
        var caretAt = Position(row: 0, column: 0)
        for (index, character) in text.enumerated() {
            let columns = character.displayWidth
            if width + columns > area.columns {
                lines.append("")
                width = 0
            }
            if index == caret { caretAt = Position(row: lines.count - 1, column: width) }
            lines[lines.count - 1].append(character)
            width += columns
        }
        if caret == text.count {
            if width >= area.columns {
                lines.append("")
                width = 0
            }
            caretAt = Position(row: lines.count - 1, column: width)
        }
        let first = max(0, caretAt.row - area.rows + 1)
        for (offset, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            canvas.write(line, row: area.row + offset, column: area.column)
        }
        if hasFocus {
            canvas.cursor = Position(
                row: area.row + caretAt.row - first, column: area.column + caretAt.column)
        }
    }
}
