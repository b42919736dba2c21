/// The pieces of a word that let unseen forms look like seen ones: character n-grams, on jamo for
/// Hangul so that endings which share a sound share a piece.
enum CharacterNGrams {
    /// Returns the scalars of a word with Hangul syllables taken apart into jamo.
    static func letters(of word: String) -> [UInt32] {
        var letters: [UInt32] = [0x3c]
        for scalar in word.unicodeScalars {
            guard (0xac00...0xd7a3).contains(scalar.value) else {
                letters.append(scalar.value)
                continue
            }
            let index = scalar.value - 0xac00
            letters.append(0x1100 + index / 588)
            letters.append(0x1161 + index % 588 / 28)
            if index % 28 > 0 { letters.append(0x11a7 + index % 28) }
        }
        letters.append(0x3e)
        return letters
    }

    /// Returns the hashes of all n-grams of the given lengths, the word's ends marked.
    static func hashes(of word: String, lengths: ClosedRange<Int>) -> [UInt64] {
        let letters = letters(of: word)
        var hashes: [UInt64] = []
        for length in lengths where length <= letters.count {
            for start in 0...(letters.count - length) {
                var hash = StableHash.adding(UInt64(length), to: StableHash.start)
                for letter in letters[start..<(start + length)] {
                    hash = StableHash.adding(UInt64(letter), to: hash)
                }
                hashes.append(StableHash.mixed(hash))
            }
        }
        return hashes
    }
}
