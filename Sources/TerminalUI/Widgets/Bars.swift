extension Canvas {
    /// Draws a progress bar; a fraction outside 0...1 counts as the nearest bound.
    public mutating func progressBar(
        _ fraction: Double, row: Int, column: Int, columns: Int, _ style: Style = .accent
    ) {
        guard columns > 0 else { return }
        let share = fraction.isFinite ? min(1, max(0, fraction)) : 0
        let full = Int((share * Double(columns)).rounded())
        write(String(repeating: glyphs.barFull, count: full), row: row, column: column, style)
        write(
            String(repeating: glyphs.barEmpty, count: columns - full), row: row,
            column: column + full, .dim)
    }

    /// Draws small columns, one for each value, between a lowest and a highest value.
    public mutating func sparkline(
        _ values: [Double], in range: ClosedRange<Double>, row: Int, column: Int,
        _ style: Style = .accent
    ) {
        let span = range.upperBound - range.lowerBound
        let line = values.map { value -> Character in
            guard value.isFinite, span > 0 else { return glyphs.heights[0] }
            let share = min(1, max(0, (value - range.lowerBound) / span))
            return glyphs.heights[Int((share * Double(glyphs.heights.count - 1)).rounded())]
        }
        write(String(line), row: row, column: column, style)
    }

    /// Draws a density for each value of a grid of counts; the highest gets the strongest.
    public mutating func heatMap(
        _ values: [[Int]], row: Int, column: Int, spacing: Int = 2, _ style: Style = .accent
    ) {
        let highest = max(1, values.joined().max() ?? 1)
        for (offset, line) in values.enumerated() {
            for (index, value) in line.enumerated() where value >= 0 {
                let level =
                    value == 0 ? 0 : 1 + (value - 1) * (glyphs.densities.count - 1) / highest
                let glyph = glyphs.densities[min(level, glyphs.densities.count - 1)]
                write(
                    String(glyph), row: row + offset, column: column + index * spacing,
                    value == 0 ? .dim : style)
            }
        }
    }
}
