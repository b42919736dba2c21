/// A position in a normalized text and the small steps that readers take from it.
struct Scanner {
    let scalars: [Unicode.Scalar]
    var position = 0

    init(_ text: AnswerText) { scalars = text.scalars }

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { position >= scalars.count }
    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    func peek(_ offset: Int) -> Unicode.Scalar? {
        let index = position + offset
        return index >= 0 && index < scalars.count ? scalars[index] : nil
    }

    mutating func skipSpaces() {
        while position < scalars.count, scalars[position] == " " { position += 1 }
    }

    /// Moves past `scalar` where it is next.
    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    /// Moves past `text` where it is next, letter case aside.
    mutating func skip(_ text: String) -> Bool {
        var index = position
        for scalar in text.unicodeScalars {
            guard index < scalars.count, scalars[index].lowercasedASCII == scalar else {
                return false
            }
            index += 1
        }
        position = index
        return true
    }

    /// Moves past the English word `text` where it is next and no letter follows.
    mutating func skip(word text: String) -> Bool {
        let start = position
        guard skip(text), !(next?.isLatinLetter ?? false) else {
            position = start
            return false
        }
        return true
    }

    /// Moves past the first of `texts` that is next.
    mutating func skip(anyOf texts: [String]) -> String? {
        texts.first { skip($0) }
    }

    /// Whether the character before `index` is Hangul.
    func isWordEnd(before index: Int) -> Bool {
        index > 0 && scalars[index - 1].isHangul
    }

    /// The run of Latin letters that is next, in lower case, without moving.
    func latinWord(at start: Int? = nil) -> (text: String, end: Int)? {
        var index = start ?? position
        let begin = index
        var view = String.UnicodeScalarView()
        while index < scalars.count, scalars[index].isLatinLetter {
            view.append(scalars[index].lowercasedASCII)
            index += 1
        }
        return index > begin ? (String(view), index) : nil
    }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}

extension Unicode.Scalar {
    var isASCIIDigit: Bool { value >= 48 && value <= 57 }
    var digitValue: Int { Int(value) - 48 }
    var isASCIILetter: Bool { (value | 0x20) >= 97 && (value | 0x20) <= 122 }

    /// A letter of the Latin alphabet, accents included.
    var isLatinLetter: Bool {
        isASCIILetter || (0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7
    }

    var isHangul: Bool { (0xAC00...0xD7A3).contains(value) }
    var isGreekLetter: Bool { (0x391...0x3C9).contains(value) }
    var isLetter: Bool {
        isLatinLetter || isHangul || isGreekLetter || (0x400...0x4FF).contains(value)
            || (0x3040...0x30FF).contains(value) || (0x4E00...0x9FFF).contains(value)
    }

    var lowercasedASCII: Unicode.Scalar {
        value >= 65 && value <= 90 ? Unicode.Scalar(UInt8(value + 32)) : self
    }
}
