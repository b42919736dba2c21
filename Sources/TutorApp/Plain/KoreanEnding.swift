/// Korean particles that depend on how the word before them ends.
enum KoreanEnding {
    /// Whether a word ends in a consonant as it is read aloud; digits are read in Sino-Korean.
    static func hasFinalConsonant(_ word: String) -> Bool {
        guard
            let last = word.unicodeScalars.last(where: { $0.properties.isAlphabetic || isDigit($0) }
            )
        else { return false }
        if isDigit(last) { return "013678".unicodeScalars.contains(last) }
        guard (0xAC00...0xD7A3).contains(last.value) else {
            return "lmnrLMNR".unicodeScalars.contains(last)
        }
        return (last.value - 0xAC00) % 28 != 0
    }

    /// The word with 이라고 or 라고.
    static func quoted(_ word: String) -> String {
        word + (hasFinalConsonant(word) ? "이라고" : "라고")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }
}
