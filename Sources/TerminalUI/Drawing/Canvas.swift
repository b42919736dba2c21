/// A grid of cells that a screen draws itself on; it knows no terminal.
///
/// Everything outside is clipped, a wide glyph is never cut in half, and a glyph that half
/// covers a wide one blanks the other half.
public struct Canvas: Sendable, Hashable {
    /// The extent of the grid.
    public let size: Size
    /// The glyphs that frames, bars and marks are made of.
    public let glyphs: GlyphSet
    /// Where the terminal's cursor stands, or nil where nothing can be typed.
    public var cursor: Position?
    private var cells: [Cell]

    /// Creates an empty canvas.
    public init(size: Size, glyphs: GlyphSet = .unicode) {
        self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
        self.glyphs = glyphs
        cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
    }

    /// The whole canvas as a rectangle.
    public var bounds: Rect { Rect(row: 0, column: 0, rows: size.rows, columns: size.columns) }

    /// Returns a cell.
    ///
    /// - Precondition: The cell is inside.
    public subscript(row: Int, column: Int) -> Cell {
        precondition(
            (0..<size.rows).contains(row) && (0..<size.columns).contains(column),
            "cell \(row), \(column) of \(size.rows) x \(size.columns)")
        return cells[row * size.columns + column]
    }

    /// Returns the cells of a row.
    ///
    /// - Precondition: The row is inside.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        precondition((0..<size.rows).contains(row), "row \(row) of \(size.rows)")
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Writes one line of text and returns the column after it, clipped or not.
    ///
    /// Line breaks and control characters never reach a cell; each becomes a space.
    @discardableResult
    public mutating func write(
        _ text: String, row: Int, column: Int, _ style: Style = .text, within area: Rect? = nil
    ) -> Int {
        let clip = area.map { $0.intersection(bounds) } ?? bounds
        var position = column
        for character in text {
            guard let glyph = Glyph(glyphs.substitute(for: character)) else { continue }
            let end = position + glyph.width
            if row >= clip.row, row < clip.endRow, position >= clip.column, end <= clip.endColumn {
                place(glyph, row: row, column: position, style)
            }
            position = end
        }
        return position
    }

    /// Writes a line so that it ends before a column, and returns where it began.
    @discardableResult
    public mutating func write(
        _ text: String, row: Int, endingAt end: Int, _ style: Style = .text
    ) -> Int {
        let start = end - text.displayWidth
        write(text, row: row, column: start, style)
        return start
    }

    /// Blanks a rectangle.
    public mutating func fill(_ area: Rect, _ style: Style = .text) {
        let inside = area.intersection(bounds)
        guard let space = Glyph(" ") else { return }
        for row in inside.row..<inside.endRow {
            for column in inside.column..<inside.endColumn {
                place(space, row: row, column: column, style)
            }
        }
    }

    /// Gives the cells of a rectangle another style and leaves their glyphs.
    public mutating func restyle(_ area: Rect, _ style: Style) {
        let inside = area.intersection(bounds)
        for row in inside.row..<inside.endRow {
            for column in inside.column..<inside.endColumn {
                cells[row * size.columns + column].style = style
            }
        }
    }

    private mutating func place(_ glyph: Glyph, row: Int, column: Int, _ style: Style) {
        let index = row * size.columns + column
        let last = index + glyph.width - 1
        if cells[index].isRightHalf, column > 0 { cells[index - 1].glyph = " " }
        if column + glyph.width < size.columns, cells[last + 1].isRightHalf {
            cells[last + 1].glyph = " "
        }
        cells[index] = Cell(glyph.character, style)
        if glyph.width == 2 { cells[last] = Cell(Cell.rightHalf, style) }
    }
}

/// A character made fit for one cell or two: one spacing scalar and its combining marks.
struct Glyph {
    let character: Character
    let width: Int

    /// Creates a glyph, or nil where the character has nothing that takes a column.
    ///
    /// Emoji sequences keep their first sign only, because terminals disagree about the rest.
    init?(_ character: Character) {
        if let value = character.asciiValue {
            self.character = value < 32 || value == 127 ? " " : character
            width = 1
            return
        }
        var kept = String.UnicodeScalarView()
        var columns = 0
        for scalar in character.unicodeScalars {
            let width = scalar.displayWidth
            if width < 0 {
                if kept.isEmpty { kept.append("?"); columns = 1 }
            } else if width > 0 {
                if columns == 0 { kept.append(scalar); columns = width } else { break }
            } else if columns > 0, scalar.isCombiningMark, kept.count < 5 {
                kept.append(scalar)
            }
        }
        guard columns > 0 else { return nil }
        self.character = Character(String(kept))
        width = columns
    }
}
