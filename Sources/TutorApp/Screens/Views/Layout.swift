import TerminalUI

/// Which of the layouts fits a size: compact from 40x10, normal from 80x24, wide from 110 columns.
struct Layout: Sendable, Hashable {
    let size: Size

    init(_ size: Size) {
        self.size = size
    }

    static let least = Size(rows: 10, columns: 40)

    var isUsable: Bool { size.rows >= Layout.least.rows && size.columns >= Layout.least.columns }
    var isCompact: Bool { size.rows < 24 || size.columns < 80 }
    var isWide: Bool { size.columns >= 110 && !isCompact }

    /// The column of text; it never grows past what can be read.
    var reading: Int { isWide ? 80 : min(size.columns, 100) }

    /// What lies between the first and the last line.
    var body: Rect { Rect(row: 1, column: 0, rows: size.rows - 2, columns: reading) }

    /// What a wide screen has beside the text.
    var side: Rect? {
        guard isWide else { return nil }
        return Rect(
            row: 1, column: reading, rows: size.rows - 2, columns: min(44, size.columns - reading))
    }
}
