/// A line of text that can be edited with the keys of a shell.
///
/// Text is composed (NFC) as it comes in. Drawing puts the terminal's real cursor at the caret,
/// because input methods show the syllable that is being composed there.
public struct TextField: Sendable, Hashable {
    /// The text as it stands.
    public private(set) var text: String
    /// How many characters stand before the caret.
    public private(set) var caret: Int
    /// The most characters that are kept.
    public let limit: Int

    /// Creates a field with the caret at the end of a text.
    public init(_ text: String = "", limit: Int = 400) {
        self.limit = limit
        self.text = String(text.normalizedForInput.prefix(limit))
        caret = self.text.count
    }

    /// Replaces the whole text and puts the caret at its end.
    public mutating func replace(with text: String) {
        self = TextField(text, limit: limit)
    }

    /// Inserts a text, typed or pasted, at the caret.
    public mutating func insert(_ inserted: String) {
        let characters = Array(text)
        let before = String(characters[..<caret]) + inserted
        let kept = before.normalizedForInput
        let after = String(characters[caret...])
        // Composition may swallow characters: the caret follows what is really there.
        let room = max(0, limit - after.count)
        let beginning = String(kept.prefix(room))
        text = (beginning + after).normalizedForInput
        caret = min(beginning.count, text.count)
    }

    /// Edits by a key and returns whether the key was one of editing.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .backspace, .control("h"): remove(caret - 1..<caret)
        case .delete, .control("d"): remove(caret..<caret + 1)
        case .left, .control("b"): caret = max(0, caret - 1)
        case .right, .control("f"): caret = min(text.count, caret + 1)
        case .home, .control("a"): caret = 0
        case .end, .control("e"): caret = text.count
        case .control("u"): remove(0..<caret)
        case .control("k"): remove(caret..<text.count)
        case .control("w"): remove(startOfWord..<caret)
        default: return false
        }
        return true
    }

    private mutating func remove(_ range: Range<Int>) {
        var characters = Array(text)
        let inside = range.clamped(to: 0..<characters.count)
        guard !inside.isEmpty else { return }
        characters.removeSubrange(inside)
        text = String(characters)
        caret = min(inside.lowerBound, text.count)
    }

    private var startOfWord: Int {
        let characters = Array(text)
        var index = caret
        while index > 0, characters[index - 1] == " " { index -= 1 }
        while index > 0, characters[index - 1] != " " { index -= 1 }
        return index
    }

    /// Draws the field on one row, scrolled so that the caret is seen, and returns the column
    /// after the text.
    @discardableResult
    public func draw(
        on canvas: inout Canvas, row: Int, column: Int, columns: Int, _ style: Style = .strong,
        hasFocus: Bool = true
    ) -> Int {
        guard columns > 0 else { return column }
        let characters = Array(text)
        var first = 0
        var before = String(characters[..<caret]).displayWidth
        while before > columns - 1, first < caret {
            before -= characters[first].displayWidth
            first += 1
        }
        let shown = String(characters[first...]).prefix(columns: columns)
        let end = canvas.write(shown, row: row, column: column, style)
        if hasFocus, canvas.bounds.columns > column + before, canvas.bounds.rows > row {
            canvas.cursor = Position(row: row, column: column + before)
        }
        return end
    }
}
