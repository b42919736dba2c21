/// One cell of a `Canvas`: a glyph and its style.
public struct Cell: Sendable, Hashable {
    /// The glyph; a wide one also owns the cell to its right.
    public var glyph: Character
    /// How the glyph is drawn.
    public var style: Style

    /// Creates a cell.
    public init(_ glyph: Character, _ style: Style = .text) {
        self.glyph = glyph
        self.style = style
    }

    /// An empty cell.
    public static let blank = Cell(" ")

    /// What the right half of a wide glyph holds.
    static let rightHalf: Character = "\u{0}"

    /// Whether the cell is the right half of a wide glyph.
    public var isRightHalf: Bool { glyph == Cell.rightHalf }
}
