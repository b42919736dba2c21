extension TextField {
    /// Draws the field over several rows, broken at spaces where that is possible, and scrolled so
    /// that the caret is seen.
    public func drawWrapped(on canvas: inout Canvas, in area: Rect, hasFocus: Bool = true) {
        guard area.rows > 0, area.columns > 1 else { return }
        let characters = Array(text)
        let starts = TextField.lineStarts(of: characters, columns: area.columns)
        let caretLine = starts.lastIndex { $0 <= caret } ?? 0
        let first = max(0, caretLine - area.rows + 1)
        for (offset, line) in starts.indices.dropFirst(first).prefix(area.rows).enumerated() {
            let end = line + 1 < starts.count ? starts[line + 1] : characters.count
            canvas.write(
                String(characters[starts[line]..<end]), row: area.row + offset,
                column: area.column, within: area)
        }
        guard hasFocus else { return }
        let before = String(characters[starts[caretLine]..<caret]).displayWidth
        canvas.cursor = Position(
            row: area.row + caretLine - first,
            column: min(area.column + before, area.endColumn - 1))
    }

    /// Returns where each line begins; a line that is exactly full is followed by another, so that
    /// the caret behind it has a place.
    private static func lineStarts(of characters: [Character], columns: Int) -> [Int] {
        var starts = [0]
        var width = 0
        var afterSpace = 0
        for (index, character) in characters.enumerated() {
            let columnsOfCharacter = character.displayWidth
            if width + columnsOfCharacter > columns {
                let start = afterSpace > (starts.last ?? 0) ? afterSpace : index
                starts.append(start)
                width = characters[start..<index].reduce(0) { $0 + $1.displayWidth }
            }
            width += columnsOfCharacter
            if character == " " { afterSpace = index + 1 }
        }
        if width >= columns { starts.append(characters.count) }
        return starts
    }
}
