internal import CNcurses
internal import CTerminalSupport
internal import Glibc

/// The terminal the program was started in, through ncurses.
///
/// ncurses is not safe for threads: the main actor is its only caller.
@MainActor
public final class NcursesTerminal: Terminal {
    /// What the terminal should be like.
    public struct Options: Sendable {
        /// Whether colours may be used at all.
        public var allowsColor = true
        /// How roles look.
        public var theme = Theme.auto
        /// Where standard error goes while the screen is up, or nil to leave it.
        public var errorLog: String?
        /// The sentence that a crash leaves behind, before the path of the log.
        public var crashNote = "The program stopped unexpectedly. Details:"

        /// Creates the usual options.
        public init() {}
    }

    /// The extent of the screen.
    public private(set) var size = Size(rows: 0, columns: 0)
    /// How roles look.
    public var theme: Theme { didSet { colors.define(theme) } }
    /// Whether the mouse is reported.
    public var reportsMouse = false { didSet { curses_enable_mouse(reportsMouse ? 1 : 0) } }
    /// The set of glyphs that suits the locale and the terminal.
    public let suggestedGlyphs: GlyphSet.Kind
    /// How many colours the terminal has.
    public var colorMode: ColorMode { colors.mode }

    private var colors: NcursesColors
    private let keys = NcursesKeys()
    private var last: Canvas?
    private var isOpen = true
    private var isCursorShown = false

    /// Takes the terminal over.
    ///
    /// - Throws: `TerminalError` where there is none or it cannot show a screen; then nothing was
    ///   written to it.
    public init(_ options: Options = Options()) throws(TerminalError) {
        let term = try NcursesTerminal.checkedTerm()
        suggestedGlyphs = CharacterSet.glyphs(isUTF8: CharacterSet.establish(), term: term)
        guard terminal_support_save(1) == 0 else { throw .notATerminal }
        guard NcursesTerminal.isKnown(term) else { throw .unknownTerminal(term: term) }
        guard curses_can_address() == 1 else { throw .noScreen(term: term) }
        // Own handlers first: ncurses then leaves SIGWINCH alone.
        guard terminal_support_install_signals() >= 0 else { throw .system(errno: errno) }
        terminal_support_install_crash_handlers()
        if let log = options.errorLog {
            // Without the log, messages merely go where they went before.
            _ = terminal_support_capture_errors(log, options.crashNote)
        }
        set_escdelay(25)
        guard curses_start() == 1 else {
            terminal_support_release_errors()
            throw .unknownTerminal(term: term)
        }
        terminal_support_arm()
        // raw, not cbreak: Ctrl-S and Ctrl-Q must not freeze the screen; Ctrl-C and Ctrl-Z are keys.
        CNcurses.raw()
        noecho()
        nonl()
        curses_configure_input()
        curs_set(0)
        theme = options.theme
        colors = NcursesColors(allowsColor: options.allowsColor, theme: options.theme)
        keys.define()
        size = Size(rows: Int(curses_rows()), columns: Int(curses_columns()))
    }

    private static func checkedTerm() throws(TerminalError) -> String {
        guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
        let term = getenv("TERM").map { String(cString: $0) } ?? ""
        guard !term.isEmpty, term != "dumb" else { throw .noScreen(term: term) }
        return term
    }

    private static func isKnown(_ term: String) -> Bool {
        var status: Int32 = 0
        return setupterm(nil, 1, &status) == OK
    }

    /// Shows a canvas, sending only what changed.
    public func present(_ canvas: Canvas) {
        let before = last?.size == canvas.size ? last : nil
        if before == nil { curses_erase() }
        for row in 0..<min(canvas.size.rows, size.rows) {
            let line = canvas.row(row)
            if let before, before.row(row) == line { continue }
            draw(line, before: before?.row(row), row: row)
        }
        show(canvas.cursor)
        curses_stage()
        doupdate()
        last = canvas
    }

    private func draw(_ line: ArraySlice<Cell>, before: ArraySlice<Cell>?, row: Int) {
        var buffer = [wchar_t](repeating: 0, count: 6)
        for column in 0..<min(line.count, size.columns) {
            let cell = line[line.startIndex + column]
            guard !cell.isRightHalf else { continue }
            if let before, before[before.startIndex + column] == cell,
                !covers(before, line, after: column)
            {
                continue
            }
            var count = 0
            for scalar in cell.glyph.unicodeScalars.prefix(5) {
                buffer[count] = wchar_t(bitPattern: scalar.value)
                count += 1
            }
            buffer[count] = 0
            let look = colors.look(of: cell.style)
            // The last cell of the screen answers ERR because the cursor cannot move on.
            _ = curses_put(Int32(row), Int32(column), buffer, look.attributes, look.pair)
        }
    }

    /// Returns whether the right neighbour turned from a half into a glyph or back.
    private func covers(
        _ before: ArraySlice<Cell>, _ now: ArraySlice<Cell>, after column: Int
    ) -> Bool {
        guard column + 1 < now.count else { return false }
        return before[before.startIndex + column + 1].isRightHalf
            != now[now.startIndex + column + 1].isRightHalf
    }

    private func show(_ cursor: Position?) {
        if let cursor {
            if !isCursorShown { curs_set(1) }
            curses_move(Int32(cursor.row), Int32(cursor.column))
        } else if isCursorShown {
            curs_set(0)
        }
        isCursorShown = cursor != nil
    }

    /// Draws everything again at the next canvas.
    public func redraw() {
        last = nil
        curses_redraw()
    }

    /// Waits until something happens or the time is over, and returns all of it.
    public func events(timeout: Duration?) -> [Event] {
        let ready = terminal_support_poll(0, NcursesTerminal.milliseconds(timeout))
        var events: [Event] = []
        if ready & TERMINAL_SUPPORT_WAKE != 0 { events += signals() }
        if ready & TERMINAL_SUPPORT_INPUT != 0 { events += keys.read() }
        if ready & TERMINAL_SUPPORT_HANGUP != 0, events.isEmpty { events = [.signal(.hangup)] }
        return events
    }

    private static func milliseconds(_ timeout: Duration?) -> Int32 {
        guard let timeout else { return -1 }
        let parts = timeout.components
        let exact = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: max(0, exact) + 1)
    }

    private func signals() -> [Event] {
        var buffer = [CChar](repeating: 0, count: 256)
        let count = Int(terminal_support_drain(&buffer, 256))
        var events: [Event] = []
        var isResized = false
        for letter in buffer[..<count] {
            switch UInt8(bitPattern: letter) {
            case UInt8(ascii: "W"): isResized = true
            case UInt8(ascii: "T"): events.append(.signal(.terminate))
            case UInt8(ascii: "H"): events.append(.signal(.hangup))
            case UInt8(ascii: "I"): events.append(.signal(.interrupt))
            case UInt8(ascii: "Z"): suspend(); events.append(.resumed)
            case UInt8(ascii: "C"): goOn(); events.append(.resumed)
            default: break
            }
        }
        if isResized { events += adoptSize() }
        return events
    }

    /// Takes over the size that the terminal has now; `resizeterm` then pushes back a key that
    /// `NcursesKeys` swallows.
    private func adoptSize() -> [Event] {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard curses_window_size(1, &rows, &columns) == 0 else { return [] }
        resizeterm(rows, columns)
        size = Size(rows: Int(curses_rows()), columns: Int(curses_columns()))
        redraw()
        return [.resize(size)]
    }

    /// Stops the program and returns when it goes on.
    public func suspend() {
        keys.forget()
        endwin()
        terminal_support_disarm()
        terminal_support_stop()
        goOn()
    }

    /// After a stop from inside or outside: modes and screen are taken again.
    private func goOn() {
        terminal_support_arm()
        reset_prog_mode()
        keys.define()
        redraw()
        _ = adoptSize()
    }

    /// Puts the terminal back as it was.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        if reportsMouse { curses_enable_mouse(0) }
        keys.forget()
        endwin()
        terminal_support_disarm()
        terminal_support_release_errors()
    }
}
