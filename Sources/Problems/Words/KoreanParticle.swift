/// A Korean particle in its two forms: after a final consonant and after a vowel.
struct KoreanParticle: Hashable, Sendable {
    let afterConsonant: String
    let afterVowel: String
    /// Whether a final ㄹ counts as a vowel, as before `로`.
    let rieulIsVowel: Bool

    /// How templates write the particles, by first character: `은(는)`, `이(가)`, `(으)로` and the
    /// like.
    static let notations: [Character: [(notation: String, particle: KoreanParticle)]] = {
        let pairs = [
            ("이에요", "예요"), ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("아", "야"),
        ]
        let optional = ["이", "으"]
        var list = pairs.flatMap { consonant, vowel in
            [
                ("\(consonant)(\(vowel))", KoreanParticle(consonant, vowel)),
                ("\(vowel)(\(consonant))", KoreanParticle(consonant, vowel)),
            ]
        }
        list += optional.map { ("(\($0))", KoreanParticle($0, "", rieul: $0 == "으")) }
        return Dictionary(grouping: list) { $0.notation[$0.notation.startIndex] }
    }()

    init(_ afterConsonant: String, _ afterVowel: String, rieul: Bool = false) {
        self.afterConsonant = afterConsonant
        self.afterVowel = afterVowel
        rieulIsVowel = rieul
    }

    /// The form that follows `text`.
    func form(after text: some Collection<UInt8> & BidirectionalCollection<UInt8>) -> String {
        switch FinalConsonant(endOf: text) {
        case .none: afterVowel
        case .rieul: rieulIsVowel ? afterVowel : afterConsonant
        case .other: afterConsonant
        }
    }
}

/// The final consonant of a text as it is read aloud in Korean.
enum FinalConsonant: Hashable {
    case none, rieul, other

    /// The final consonant of UTF-8 text; closing brackets and quotation marks are not read.
    init(endOf text: some BidirectionalCollection<UInt8>) {
        let tail = String(decoding: text.suffix(48), as: UTF8.self)
        var scalars = Array(tail.unicodeScalars)
        while let last = scalars.last, ")]’”'\" ".unicodeScalars.contains(last) {
            scalars.removeLast()
        }
        self.init(endOf: scalars)
    }

    private init(endOf scalars: [Unicode.Scalar]) {
        guard let last = scalars.last else {
            self = .none
            return
        }
        switch last.value {
        case 0xAC00...0xD7A3: self.init(syllable: last.value)
        case 0x30...0x39: self.init(number: scalars)
        default: self.init(latin: scalars)
        }
    }

    private init(syllable: UInt32) {
        switch (syllable - 0xAC00) % 28 {
        case 0: self = .none
        case 8: self = .rieul
        default: self = .other
        }
    }

    /// A number is read in Sino-Korean; of a fraction the numerator is read last.
    private init(number scalars: [Unicode.Scalar]) {
        var token = scalars.reversed().prefix {
            ("0"..."9").contains($0) || $0 == "," || $0 == "." || $0 == "/"
        }.reversed().map(Character.init)
        if let slash = token.lastIndex(of: "/"), slash > 0 { token = Array(token[..<slash]) }
        let isDecimal = token.contains(".")
        let digits = token.filter { $0 != "," && $0 != "." }
        let zeros = digits.reversed().prefix { $0 == "0" }.count
        // 10 십, 100 백, 1000 천, 10000 만 and 0 영 all end in a consonant other than ㄹ.
        guard zeros == 0 || isDecimal else {
            self = .other
            return
        }
        switch digits.last ?? "0" {
        case "1", "7", "8": self = .rieul
        case "2", "4", "5", "9": self = .none
        default: self = .other
        }
    }

    private static let unitReadings: [(String, FinalConsonant)] = [
        ("kg", .other), ("mg", .other), ("g", .other), ("km", .none), ("cm", .none),
        ("mm", .none), ("m", .none), ("mL", .none), ("L", .none), ("²", .none), ("³", .none),
        ("%", .none), ("°C", .none), ("°", .none), ("km/h", .none), ("℃", .none),
    ]

    /// A unit after a number is read in full, other Latin letters by their names.
    private init(latin scalars: [Unicode.Scalar]) {
        var letters = ""
        var rest = scalars[...]
        while let last = rest.last, !("0"..."9").contains(last), last != " ", last.value < 0xAC00 {
            letters = String(Character(last)) + letters
            rest.removeLast()
        }
        let followsNumber = rest.last { $0 != " " }.map { ("0"..."9").contains($0) } ?? false
        if followsNumber,
            let unit = Self.unitReadings.first(where: { letters == $0.0 || letters.hasSuffix("²") })
        {
            self = letters.hasSuffix("²") || letters.hasSuffix("³") ? .none : unit.1
            return
        }
        switch letters.last {
        case "L", "l", "R", "r": self = .rieul
        case "M", "m", "N", "n": self = .other
        default: self = .none
        }
    }
}
