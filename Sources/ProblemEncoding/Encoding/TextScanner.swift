internal import Foundation
internal import Mathematics

/// One piece of a text: a word, a symbol or a masked numeral.
struct TextToken: Sendable, Hashable {
    /// The word in lower case, or a mask word for a numeral.
    var word: String
    /// What stood in the text.
    var display: String
    /// The position of its sentence in the text.
    var sentence: Int
    /// The numeral, where the piece is one.
    var number: FoundNumber?
}

/// Cuts a text into words, symbols and numerals, sentence by sentence.
struct TextScanner {
    /// The mask of a whole number, a decimal or a number word.
    static let numberMask = "<n>"
    /// The mask of a fraction.
    static let fractionMask = "<f>"
    /// Longer texts are cut here: no school problem needs more.
    static let longestText = 4_000

    private(set) var tokens: [TextToken] = []
    /// The sentences that end in a question mark.
    private(set) var questions: Set<Int> = []
    private(set) var sentence = 0

    private let scalars: [Unicode.Scalar]
    private let reader: NumeralReader
    private var position = 0

    private static let symbols: Set<Unicode.Scalar> = [
        "%", "$", "₩", "€", "£", "+", "-", "−", "×", "*", "÷", "/", "=", "<", ">", ":", "²", "°",
        "(", ")",
    ]

    /// Cuts a text; equal texts in other Unicode forms give equal pieces.
    init(_ text: String) {
        let composed = String(text.unicodeScalars.prefix(Self.longestText))
            .precomposedStringWithCanonicalMapping
        scalars = composed.unicodeScalars.map { scalar in
            guard (0xff01...0xff5e).contains(scalar.value) else { return scalar }
            return Unicode.Scalar(scalar.value - 0xfee0) ?? scalar
        }
        reader = NumeralReader(scalars: scalars)
        while position < scalars.count { step() }
        maskEnglishNumbers()
    }

    private mutating func step() {
        let scalar = scalars[position]
        if let (number, end) = reader.read(at: position) {
            append(number, from: position, to: end)
            position = end
        } else if scalar.properties.isAlphabetic {
            readWord()
        } else if scalar == "." || scalar == "?" || scalar == "!" || scalar == "？" {
            endSentence(isQuestion: scalar == "?")
            position += 1
        } else {
            if Self.symbols.contains(scalar) {
                let word = scalar == "−" ? "-" : String(Character(scalar))
                tokens.append(
                    TextToken(word: word, display: String(Character(scalar)), sentence: sentence))
            }
            position += 1
        }
    }

    private mutating func endSentence(isQuestion: Bool) {
        guard tokens.last?.sentence == sentence else { return }
        if isQuestion { questions.insert(sentence) }
        sentence += 1
    }

    private mutating func append(_ number: FoundNumber, from start: Int, to end: Int) {
        tokens.append(
            TextToken(
                word: number.isFraction ? Self.fractionMask : Self.numberMask,
                display: text(start, end), sentence: sentence, number: number))
    }

    private mutating func readWord() {
        let start = position
        let isHangul = Self.isHangul(scalars[start])
        while position < scalars.count, continuesWord(isHangul) { position += 1 }
        let display = text(start, position)
        if isHangul {
            appendHangul(display)
        } else {
            appendLatin(display)
        }
    }

    private func continuesWord(_ isHangul: Bool) -> Bool {
        let scalar = scalars[position]
        if scalar.properties.isAlphabetic { return Self.isHangul(scalar) == isHangul }
        let isApostrophe = scalar == "'" || scalar == "’"
        return !isHangul && isApostrophe && position + 1 < scalars.count
            && scalars[position + 1].properties.isAlphabetic
    }

    private mutating func appendHangul(_ display: String) {
        guard let (number, rest) = KoreanNumberWords.read(display) else {
            tokens.append(TextToken(word: display, display: display, sentence: sentence))
            return
        }
        tokens.append(
            TextToken(
                word: Self.numberMask, display: String(display.dropLast(rest.count)),
                sentence: sentence, number: number))
        if !rest.isEmpty {
            tokens.append(TextToken(word: rest, display: rest, sentence: sentence))
        }
    }

    private mutating func appendLatin(_ display: String) {
        var word = display.lowercased().replacing("’", with: "'")
        var owner: String?
        if word.hasSuffix("'s") {
            word = String(word.dropLast(2))
            owner = "'s"
        }
        tokens.append(TextToken(word: word, display: display, sentence: sentence))
        if let owner {
            tokens.append(TextToken(word: owner, display: "", sentence: sentence))
        }
    }

    /// Number words can span pieces, so they are masked once all pieces of a sentence are there.
    private mutating func maskEnglishNumbers() {
        var masked: [TextToken] = []
        var next = 0
        while next < tokens.count {
            guard EnglishNumberWords.starts(with: tokens[next].word) else {
                masked.append(tokens[next])
                next += 1
                continue
            }
            let rest = tokens[next...].prefix { $0.sentence == tokens[next].sentence }
            let words = rest.filter { $0.word != "-" }.prefix(8).map(\.word)
            guard let (number, used) = EnglishNumberWords.read(words) else {
                masked.append(tokens[next])
                next += 1
                continue
            }
            var taken = 0
            var end = next
            while taken < used {
                if tokens[end].word != "-" { taken += 1 }
                end += 1
            }
            masked.append(
                TextToken(
                    word: number.isFraction ? Self.fractionMask : Self.numberMask,
                    display: tokens[next..<end].map(\.display).joined(separator: " "),
                    sentence: tokens[next].sentence, number: number))
            next = end
        }
        tokens = masked
    }

    private func text(_ start: Int, _ end: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        return String(text)
    }

    static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0xac00...0xd7a3).contains(scalar.value) || (0x1100...0x11ff).contains(scalar.value)
            || (0x3131...0x318e).contains(scalar.value)
    }
}
