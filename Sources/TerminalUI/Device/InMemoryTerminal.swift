/// A terminal without a screen: events come from a script, canvases are kept.
@MainActor
public final class InMemoryTerminal: Terminal {
    /// The extent of the screen.
    public private(set) var size: Size
    /// How roles look.
    public var theme = Theme.auto
    /// Whether the mouse is reported.
    public var reportsMouse = false
    /// The canvas that was shown last.
    public private(set) var shown: Canvas?
    /// How many canvases were shown.
    public private(set) var frames = 0
    /// Whether the terminal was put back.
    public private(set) var isClosed = false
    /// How often the program was stopped and went on.
    public private(set) var suspensions = 0
    private var script: [[Event]]

    /// Creates a terminal that delivers one batch of events after another, then a hang-up.
    public init(size: Size, script: [[Event]] = []) {
        self.size = size
        self.script = script
    }

    /// Shows a canvas, sending only what changed.
    public func present(_ canvas: Canvas) {
        shown = canvas
        frames += 1
    }

    /// Waits until something happens or the time is over, and returns all of it.
    public func events(timeout: Duration?) -> [Event] {
        guard !script.isEmpty else { return [.signal(.hangup)] }
        let batch = script.removeFirst()
        for case .resize(let size) in batch { self.size = size }
        return batch
    }

    /// Draws everything again at the next canvas.
    public func redraw() {}

    /// Stops the program and returns when it goes on.
    public func suspend() { suspensions += 1 }

    /// Puts the terminal back as it was.
    public func close() { isClosed = true }
}

extension Canvas {
    /// The glyphs as lines of text without the spaces at their ends.
    public var drawnText: String {
        (0..<size.rows).map { index in
            let line = String(row(index).filter { !$0.isRightHalf }.map(\.glyph))
            return String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    /// The roles as lines of letters: upper case where bold, a space where nothing is drawn.
    public var roleMap: String {
        (0..<size.rows).map { index in
            let letters = row(index).map { cell -> Character in
                let isPlain = cell.style.role == .text && !cell.style.isBold
                if cell.glyph == " ", cell.style.role != .bar, cell.style.role != .selection {
                    return " "
                }
                return isPlain ? "." : cell.style.mapLetter
            }
            return String(letters.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}

extension Style {
    fileprivate var mapLetter: Character {
        guard isBold else { return role.letter }
        return role == .text ? "*" : Character(role.letter.uppercased())
    }
}
