/// One line of a key table: the keys, what they do, and how a hint calls them.
public struct KeyBinding<Command> {
    /// Every key that does it.
    public let keys: [Key]
    /// What it does.
    public let command: Command
    /// The keys as a hint shows them, such as `Enter` or `↑↓`.
    public let caption: String
    /// What it does, in a word or two; empty where the hint line leaves it out.
    public let hint: String
    /// What it does, in a sentence for the help.
    public let help: String

    /// Creates a line.
    public init(
        _ keys: [Key], _ command: Command, caption: String, hint: String = "", help: String
    ) {
        self.keys = keys
        self.command = command
        self.caption = caption
        self.hint = hint
        self.help = help
    }
}

extension KeyBinding: Sendable where Command: Sendable {}

/// The keys of a screen: one table answers keys, draws the hint line and fills the help.
public struct KeyTable<Command> {
    /// The lines, most important first.
    public let bindings: [KeyBinding<Command>]

    /// Creates a table.
    public init(_ bindings: [KeyBinding<Command>]) {
        self.bindings = bindings
    }

    /// Returns what a key does here, or nil.
    ///
    /// A letter of the two-set Korean keyboard counts as the Latin letter on the same key.
    public func command(for key: Key) -> Command? {
        let wanted = KeyTable.latin(key)
        return bindings.first { $0.keys.contains(wanted) }?.command
    }

    /// The parts of the hint line: key and word.
    public var hints: [(caption: String, hint: String)] {
        bindings.filter { !$0.hint.isEmpty }.map { ($0.caption, $0.hint) }
    }

    private static func latin(_ key: Key) -> Key {
        guard let character = key.typed else { return key }
        let letters = HangulKeyboard.letters(for: character)
        return letters.count == 1 ? .character(letters[0]) : key
    }
}

extension KeyTable: Sendable where Command: Sendable {}
