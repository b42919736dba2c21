/// Rows and columns of a screen or of a part of it.
public struct Size: Sendable, Hashable {
    /// How many rows.
    public var rows: Int
    /// How many columns.
    public var columns: Int

    /// Creates a size.
    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }
}

/// A cell of the screen, counted from the top left.
public struct Position: Sendable, Hashable {
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int

    /// Creates a position.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A rectangle of cells.
public struct Rect: Sendable, Hashable {
    /// The first row.
    public var row: Int
    /// The first column.
    public var column: Int
    /// How many rows; never below zero.
    public var rows: Int
    /// How many columns; never below zero.
    public var columns: Int

    /// Creates a rectangle; negative extents count as zero.
    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The row after the last.
    public var endRow: Int { row + rows }
    /// The column after the last.
    public var endColumn: Int { column + columns }

    /// Returns the rectangle without so many cells at each edge.
    public func inset(rows: Int = 0, columns: Int = 0) -> Rect {
        Rect(
            row: row + rows, column: column + columns, rows: self.rows - 2 * rows,
            columns: self.columns - 2 * columns)
    }

    /// Returns the part that both rectangles share.
    public func intersection(_ other: Rect) -> Rect {
        let top = max(row, other.row)
        let left = max(column, other.column)
        return Rect(
            row: top, column: left, rows: min(endRow, other.endRow) - top,
            columns: min(endColumn, other.endColumn) - left)
    }
}
