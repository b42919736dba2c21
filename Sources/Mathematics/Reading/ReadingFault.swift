/// What went over a bound before any work was done on it.
enum ReadingLimit: String, Hashable, Sendable {
    case length, digits, exponent, power, operators, nesting, items, root, size
}

/// What keeps a text from being read.
enum ReadingHint: String, Hashable, Sendable, CaseIterable {
    case general, character, separator, spacedSeparator, doubledSign, twoNumbers, ambiguousMixed,
        openBracket
    case repeating, otherUnknown, lostPower, trailing, clockTime, missingNumber, moneyInBrackets,
        unequalSides
}

/// Why a text could not be read, and where.
enum ReadingFault: Error, Hashable, Sendable {
    /// The text is not understood; `at` is an index into the normalized text.
    case notUnderstood(ReadingHint, at: Int?)
    /// The text divides by zero.
    case divisionByZero
    /// The text is too large to work on.
    case tooLarge(ReadingLimit)
}

/// The bounds that are checked before any work is done.
enum ReadingLimits {
    static let characters = 200
    static let bytes = 1024
    static let digits = 60
    static let exponent = 400
    static let powerBits = 1024
    static let valueBits = 2048
    static let operators = 64
    static let nesting = 24
    static let items = 8
    static let terms = 200
}
