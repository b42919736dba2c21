/// Which row of a list is selected, and which rows are seen.
public struct ListSelection: Sendable, Hashable {
    /// The index of the selected row.
    public private(set) var index: Int

    /// Creates a selection.
    public init(_ index: Int = 0) {
        self.index = max(0, index)
    }

    /// Moves by so many rows and stops at the ends.
    public mutating func move(by rows: Int, count: Int) {
        select(index + rows, count: count)
    }

    /// Selects a row, or the nearest there is.
    public mutating func select(_ row: Int, count: Int) {
        index = min(max(0, row), max(0, count - 1))
    }

    /// Moves by the keys of lists and returns whether the key was one of them.
    public mutating func handle(_ key: Key, count: Int, page: Int = 10) -> Bool {
        switch key {
        case .up: move(by: -1, count: count)
        case .down: move(by: 1, count: count)
        case .pageUp: move(by: -page, count: count)
        case .pageDown: move(by: page, count: count)
        case .home: select(0, count: count)
        case .end: select(count - 1, count: count)
        default: return false
        }
        return true
    }

    /// Returns the rows that are seen in so many lines; the selected one is among them.
    public func visible(count: Int, rows: Int) -> Range<Int> {
        guard rows > 0, count > 0 else { return 0..<0 }
        let start = min(max(0, index - rows / 2), max(0, count - rows))
        return start..<min(count, start + rows)
    }
}
