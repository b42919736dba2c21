/// A typed text after normalization, with the way back to the columns of the original.
struct AnswerText: Hashable, Sendable {
    /// The normalized characters.
    private(set) var scalars: [Unicode.Scalar] = []
    /// For each of them the index of the typed `Character` that it came from.
    private(set) var columns: [Int] = []

    /// Normalizes `input`, which is refused where it is too long or has hidden characters.
    init(_ input: String) throws(ReadingFault) {
        guard input.utf8.count <= ReadingLimits.bytes else { throw .tooLarge(.length) }
        let source = LatexNotation.isNeeded(for: input) ? LatexNotation.plain(input) : input
        guard source.utf8.count <= ReadingLimits.bytes else { throw .tooLarge(.length) }
        let isASCII = source.utf8.allSatisfy { $0 < 0x80 }
        scalars.reserveCapacity(source.utf8.count)
        columns.reserveCapacity(source.utf8.count)
        if isASCII {
            guard source.utf8.count <= ReadingLimits.characters else { throw .tooLarge(.length) }
            try appendASCII(source)
        } else {
            guard source.count <= ReadingLimits.characters else { throw .tooLarge(.length) }
            try append(source)
        }
        trim()
    }

    private mutating func appendASCII(_ source: String) throws(ReadingFault) {
        for (column, byte) in source.utf8.enumerated() {
            switch byte {
            case 0x09, 0x0A, 0x0D: emit(" ", column)
            case 0..<0x20, 0x7F: throw .notUnderstood(.character, at: column)
            default: emit(Unicode.Scalar(byte), column)
            }
        }
    }

    private mutating func append(_ source: String) throws(ReadingFault) {
        var column = 0
        for character in source {
            for scalar in character.unicodeScalars {
                try append(scalar, column)
            }
            column += 1
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ column: Int) throws(ReadingFault) {
        let value = scalar.value
        if (0x21...0x7E).contains(value) || value == 0x20 {
            if isRaised, isDigit(scalar) { emit(" ", column) }
            isRaised = false
            return emit(scalar, column)
        }
        if let base = CharacterTable.superscripts[scalar] {
            if !isRaised { emit("^", column) }
            isRaised = true
            return emit(base, column)
        }
        if let digit = CharacterTable.subscripts[scalar] {
            // A lowered digit below a fraction, or the base of a notation, which is not read.
            guard isLowered || !(scalars.last.map(isDigit) ?? false) else {
                throw .notUnderstood(.character, at: column)
            }
            undoRaising()
            isLowered = true
            return emit(digit, column)
        }
        isLowered = false
        if scalar != "⁄" { isRaised = false }
        if let fraction = CharacterTable.vulgarFractions[scalar] {
            if let last = scalars.last, isDigit(last) { emit(" ", column) }
            for part in fraction.unicodeScalars { emit(part, column) }
            isRaised = true
            return
        }
        if let replacement = CharacterTable.replacements[scalar] {
            for part in replacement.unicodeScalars { emit(part, column) }
            return
        }
        if (0xFF01...0xFF5E).contains(value), let ascii = Unicode.Scalar(value - 0xFEE0) {
            return emit(ascii, column)
        }
        if (0x1D7CE...0x1D7FF).contains(value),
            let digit = Unicode.Scalar(48 + (value - 0x1D7CE) % 10)
        {
            return emit(digit, column)
        }
        if composeHangul(value) { return }
        guard !CharacterTable.isForbidden(scalar) else {
            throw .notUnderstood(.character, at: column)
        }
        emit(scalar, column)
    }

    /// Whether the last character was raised or a fraction, so that a digit may not follow it.
    private var isRaised = false
    private var isLowered = false

    /// Turns `^3/` into `3/`, because a lowered digit shows that a fraction was meant.
    private mutating func undoRaising() {
        guard isRaised || scalars.last == "/" else { return }
        isRaised = false
        if let caret = scalars.lastIndex(of: "^"), scalars.last == "/" {
            scalars[caret] = " "
        }
    }

    /// Joins a decomposed Hangul vowel or final consonant with the syllable before it.
    private mutating func composeHangul(_ value: UInt32) -> Bool {
        guard let last = scalars.last?.value else { return false }
        var joined: UInt32?
        if (0x1161...0x1175).contains(value), (0x1100...0x1112).contains(last) {
            joined = 0xAC00 + ((last - 0x1100) * 21 + (value - 0x1161)) * 28
        } else if (0x11A8...0x11C2).contains(value), (0xAC00...0xD7A3).contains(last),
            (last - 0xAC00) % 28 == 0
        {
            joined = last + (value - 0x11A7)
        }
        guard let joined, let scalar = Unicode.Scalar(joined) else { return false }
        scalars[scalars.count - 1] = scalar
        return true
    }

    private mutating func emit(_ scalar: Unicode.Scalar, _ column: Int) {
        scalars.append(scalar)
        columns.append(column)
    }

    private mutating func trim() {
        while scalars.last == " " {
            scalars.removeLast()
            columns.removeLast()
        }
        let leading = scalars.prefix { $0 == " " }.count
        scalars.removeFirst(leading)
        columns.removeFirst(leading)
        let isQuoted =
            scalars.count > 2 && scalars.first == "\"" && scalars.last == "\""
            && !scalars.dropFirst().dropLast().contains("\"")
        if isQuoted {
            scalars = Array(scalars.dropFirst().dropLast())
            columns = Array(columns.dropFirst().dropLast())
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The text without one of its characters.
    func removing(at index: Int) -> AnswerText {
        var part = self
        part.scalars.remove(at: index)
        part.columns.remove(at: index)
        return part
    }

    /// The part of the text in `range`.
    subscript(range: Range<Int>) -> AnswerText {
        var part = self
        part.scalars = Array(scalars[range])
        part.columns = Array(columns[range])
        part.trim()
        return part
    }

    /// The normalized text as a string.
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
