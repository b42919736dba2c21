internal import CNcurses
internal import CTerminalSupport
internal import Glibc

/// Turns what ncurses reads into events.
@MainActor
struct NcursesKeys {
    private static let pasteBegins: Int32 = 0x800
    private static let pasteEnds: Int32 = 0x801
    private static let longestPaste = 65_536

    private static let named: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
        KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BACKSPACE: .backspace,
        KEY_DC: .delete, KEY_BTAB: .backTab, KEY_ENTER: .enter,
    ]

    /// Asks the terminal to mark pasted text, and teaches ncurses the marks.
    func define() {
        define_key("\u{1B}[200~", NcursesKeys.pasteBegins)
        define_key("\u{1B}[201~", NcursesKeys.pasteEnds)
        send("\u{1B}[?2004h")
    }

    /// Asks the terminal not to mark pasted text any more.
    func forget() {
        send("\u{1B}[?2004l")
    }

    private func send(_ sequence: String) {
        // A terminal that went away is noticed where input is read.
        _ = sequence.withCString { Glibc.write(1, $0, strlen($0)) }
    }

    /// Reads everything that is there.
    func read() -> [Event] {
        var events: [Event] = []
        var value: UInt32 = 0
        while events.count < 4096 {
            let result = curses_get(&value)
            if result == ERR { break }
            if let event = result == KEY_CODE_YES ? named(Int32(bitPattern: value)) : typed(value) {
                events.append(event)
            }
        }
        return events
    }

    private func named(_ code: Int32) -> Event? {
        if let key = NcursesKeys.named[code] { return .key(key) }
        switch code {
        case KEY_RESIZE: return nil
        case KEY_MOUSE: return mouse()
        case NcursesKeys.pasteBegins: return .paste(paste())
        case NcursesKeys.pasteEnds: return nil
        default:
            let number = code - curses_function_key(0)
            return .key((1...12).contains(number) ? .function(Int(number)) : .unknown)
        }
    }

    private func typed(_ value: UInt32) -> Event? {
        switch value {
        case 27: .key(.escape)
        case 10, 13: .key(.enter)
        case 9: .key(.tab)
        case 8, 127: .key(.backspace)
        case 0: nil
        case 1..<27:
            Unicode.Scalar(value + 96).map { .key(.control(Character($0))) }
        case 28..<32: .key(.unknown)
        default: Unicode.Scalar(value).map { .key(.character(Character($0))) }
        }
    }

    private func mouse() -> Event? {
        var row: Int32 = 0
        var column: Int32 = 0
        let button = curses_mouse(&row, &column)
        let position = Position(row: Int(row), column: Int(column))
        return switch button {
        case 1: .mouse(.click, position)
        case 4: .mouse(.wheelUp, position)
        case 5: .mouse(.wheelDown, position)
        default: nil
        }
    }

    /// Reads up to the mark of the end; a paste whose end never comes is over after a while.
    private func paste() -> String {
        var text = String.UnicodeScalarView()
        var idle = 0
        var value: UInt32 = 0
        while idle < 20, text.count < NcursesKeys.longestPaste {
            let result = curses_get(&value)
            if result == ERR {
                idle += 1
                var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
                poll(&input, 1, 10)
                continue
            }
            idle = 0
            if result == KEY_CODE_YES {
                if Int32(bitPattern: value) == NcursesKeys.pasteEnds { break }
                continue
            }
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }
}
