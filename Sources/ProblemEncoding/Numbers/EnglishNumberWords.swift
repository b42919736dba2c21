internal import Mathematics

/// Reads English number words: `twelve`, `twenty-five`, `two hundred and five`, `three quarters`.
enum EnglishNumberWords {
    private static let ones: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19,
    ]
    private static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90,
    ]
    private static let scales: [String: Int] = [
        "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000,
    ]
    private static let parts: [String: Int] = [
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
        "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
        "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
        "tenth": 10, "tenths": 10,
    ]

    /// Whether a number can begin with the word.
    static func starts(with word: String) -> Bool {
        ones[word] != nil || tens[word] != nil || word == "dozen"
    }

    /// Reads the longest number at the start of `words`; returns it with how many words it took.
    static func read(_ words: some RandomAccessCollection<String>) -> (FoundNumber, Int)? {
        let words = Array(words.prefix(8))
        var total = 0
        var current = 0
        var used = 0
        var previous = Kind.nothing
        loop: while used < words.count {
            let word = words[used]
            if let value = ones[word], previous != .one, !(previous == .ten && value > 9) {
                current += value
                previous = .one
            } else if let value = tens[word], previous != .one, previous != .ten {
                current += value
                previous = .ten
            } else if let scale = scales[word], previous != .nothing || scale == 12 {
                if scale >= 1_000 {
                    total += max(current, 1) * scale
                    current = 0
                } else {
                    current = max(current, 1) * scale
                }
                previous = .scale
            } else if word == "and", previous == .scale, used + 1 < words.count,
                ones[words[used + 1]] != nil || tens[words[used + 1]] != nil
            {
                previous = .scale
            } else {
                break loop
            }
            used += 1
        }
        guard used > 0 else { return nil }
        let value = Rational(total + current)
        if used < words.count, let part = parts[words[used]], total + current > 0,
            words[used].hasSuffix("s") || total + current == 1
        {
            let fraction = value / Rational(part)
            return (found(fraction, isFraction: true), used + 1)
        }
        return (found(value, isFraction: false), used)
    }

    private enum Kind { case nothing, one, ten, scale }

    private static func found(_ value: Rational, isFraction: Bool) -> FoundNumber {
        FoundNumber(value: value, text: "\(value)", isFraction: isFraction, isWord: true)
    }
}
