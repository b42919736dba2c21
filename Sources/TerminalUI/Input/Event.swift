/// A key of the keyboard, as far as a terminal tells keys apart.
public enum Key: Sendable, Hashable {
    /// A character that was typed, composed by an input method or not.
    case character(Character)
    /// A letter with the control key.
    case control(Character)
    /// A function key, from 1.
    case function(Int)
    /// The named keys.
    case enter, escape, tab, backTab, backspace, delete
    /// The keys that move.
    case up, down, left, right, home, end, pageUp, pageDown
    /// A sequence that means nothing here.
    case unknown

    /// The character that was typed, or nil for every other key.
    public var typed: Character? {
        if case .character(let character) = self { character } else { nil }
    }
}

/// What a mouse did, where it is switched on.
public enum MouseAction: Sendable, Hashable {
    /// The left button went down.
    case click
    /// The wheel turned up.
    case wheelUp
    /// The wheel turned down.
    case wheelDown
}

/// The signals that end the program.
public enum EndSignal: Sendable, Hashable, CaseIterable {
    /// The terminal went away.
    case hangup
    /// Ctrl-C, or SIGINT from outside.
    case interrupt
    /// The program is asked to end.
    case terminate

    /// The exit code that shells expect, 128 + the number of the signal.
    public var exitCode: Int32 {
        switch self {
        case .hangup: 129
        case .interrupt: 130
        case .terminate: 143
        }
    }
}

/// Something that happened at the terminal.
public enum Event: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// A text was pasted.
    case paste(String)
    /// The mouse was used.
    case mouse(MouseAction, Position)
    /// The terminal has another size.
    case resize(Size)
    /// The program goes on after it was stopped.
    case resumed
    /// A signal asks the program to end.
    case signal(EndSignal)
}
