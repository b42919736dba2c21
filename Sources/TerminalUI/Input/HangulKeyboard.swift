/// The two-set Korean keyboard: which Latin letter shares the key of a Korean one.
///
/// With a Korean input method switched on, the `q` key sends `ㅂ`; commands that are letters
/// accept both, so they never die in Hangul mode.
public enum HangulKeyboard {
    private static let consonantsAndVowels: [Character: Character] = [
        "ㅂ": "q", "ㅈ": "w", "ㄷ": "e", "ㄱ": "r", "ㅅ": "t", "ㅛ": "y", "ㅕ": "u", "ㅑ": "i",
        "ㅐ": "o", "ㅔ": "p", "ㅁ": "a", "ㄴ": "s", "ㅇ": "d", "ㄹ": "f", "ㅎ": "g", "ㅗ": "h",
        "ㅓ": "j", "ㅏ": "k", "ㅣ": "l", "ㅋ": "z", "ㅌ": "x", "ㅊ": "c", "ㅍ": "v", "ㅠ": "b",
        "ㅜ": "n", "ㅡ": "m", "ㅃ": "Q", "ㅉ": "W", "ㄸ": "E", "ㄲ": "R", "ㅆ": "T", "ㅒ": "O",
        "ㅖ": "P",
    ]

    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
    private static let medials = [
        "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
        "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
    ]
    private static let finals = [
        "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
        "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ",
        "ㅎ",
    ]
    private static let compounds: [Character: String] = [
        "ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml",
        "ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft",
        "ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg", "ㅄ": "qt",
    ]

    /// Returns the letters of the keys that were pressed for a character.
    ///
    /// A syllable stands for all its keys, because an input method may deliver several at once;
    /// anything that is not Korean stands for itself.
    public static func letters(for character: Character) -> [Character] {
        if character.isASCII { return [character] }
        if let letter = consonantsAndVowels[character] { return [letter] }
        if let letters = compounds[character] { return Array(letters) }
        guard let value = character.unicodeScalars.first?.value,
            (0xAC00...0xD7A3).contains(value)
        else { return [character] }
        let index = Int(value - 0xAC00)
        let jamo = "\(initials[index / 588])\(medials[index / 28 % 21])\(finals[index % 28])"
        return jamo.compactMap { consonantsAndVowels[$0] }
    }
}
