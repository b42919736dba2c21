extension Canvas {
    /// Draws the first line: a path at the left and facts at the right, cut where they meet.
    public mutating func titleLine(path: [String], facts: [String], row: Int = 0) {
        fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), .bar)
        let left = path.joined(separator: " \(glyphs.breadcrumb) ")
        var kept = facts.filter { !$0.isEmpty }
        let room = size.columns - 2
        func right() -> String { kept.joined(separator: " \(glyphs.separator) ") }
        while !kept.isEmpty, left.displayWidth + right().displayWidth + 2 > room {
            kept.removeFirst()
        }
        write(left.truncated(to: room, glyphs), row: row, column: 1, Style(.bar, bold: true))
        write(right(), row: row, endingAt: size.columns - 1, .bar)
    }

    /// Draws the last line: the keys that work now, as many as fit.
    public mutating func hintLine(_ hints: [(caption: String, hint: String)], row: Int) {
        fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), .bar)
        var column = 1
        for (caption, hint) in hints {
            let width = caption.displayWidth + 1 + hint.displayWidth
            guard column + width < size.columns else { continue }
            column = write(caption, row: row, column: column, Style(.bar, bold: true))
            column = write(" \(hint)", row: row, column: column, .bar) + 3
        }
    }
}
