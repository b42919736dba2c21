/// Why there is no full screen.
public enum TerminalError: Error, Sendable, Hashable {
    /// Standard input or output is not a terminal.
    case notATerminal
    /// `TERM` is not set or names a terminal that cannot move its cursor.
    case noScreen(term: String)
    /// `TERM` names a terminal that nobody knows here.
    case unknownTerminal(term: String)
    /// The system refused what the screen needs.
    case system(errno: Int32)
}
