extension Canvas {
    /// Draws a frame in the middle, clears its inside and returns it.
    @discardableResult
    public mutating func dialog(title: String, size wanted: Size) -> Rect {
        let rows = min(wanted.rows + 2, size.rows)
        let columns = min(wanted.columns + 4, size.columns)
        let area = Rect(
            row: max(0, (size.rows - rows) / 2), column: max(0, (size.columns - columns) / 2),
            rows: rows, columns: columns)
        fill(area)
        frame(area, title: title, .accent)
        return area.inset(rows: 1, columns: 2)
    }
}
