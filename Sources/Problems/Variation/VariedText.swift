internal import Mathematics

/// Puts other numbers into a text and mends the grammar around them.
struct VariedText {
    private var characters: [Character]
    private let language: Language

    /// The text with each number replaced by the value of its role.
    static func text(
        _ text: String, numbers: [TextNumber], roles: [ExactNumber], values: [ExactNumber],
        _ language: Language
    ) -> String {
        var varied = VariedText(characters: Array(text), language: language)
        for number in numbers.reversed() {
            guard let role = roles.firstIndex(of: number.value), values[role] != roles[role] else {
                continue
            }
            varied.replace(number.range, by: number.text(of: values[role], language))
        }
        return String(varied.characters)
    }

    private mutating func replace(_ range: Range<Int>, by text: String) {
        if language == .korean { mendParticle(at: range.upperBound, after: text) }
        characters.replaceSubrange(range, with: Array(text))
        if language == .english { mendArticle(before: range.lowerBound, text) }
    }

    /// `은/는`, `이/가` and their like follow the sound of the number.
    private mutating func mendParticle(at end: Int, after text: String) {
        let rest = String(characters[end...].prefix(3))
        for (consonant, vowel, rieul) in Self.particles {
            for form in [consonant, vowel] where rest.hasPrefix(form) {
                let next = rest.dropFirst(form.count).first
                guard next.map({ !$0.isLetter }) ?? true else { continue }
                let particle = KoreanParticle(consonant, vowel, rieul: rieul)
                characters.replaceSubrange(
                    end..<(end + form.count), with: Array(particle.form(after: Array(text.utf8))))
                return
            }
        }
    }

    private static let particles = [
        ("으로", "로", true), ("은", "는", false), ("을", "를", false), ("과", "와", false),
        ("이", "가", false),
    ]

    /// `a` before 8, 11, 18 and the eighties is `an`, and the other way round.
    private mutating func mendArticle(before start: Int, _ text: String) {
        let word = String(characters[..<start].suffix(4))
        for article in ["a ", "an ", "A ", "An "] where word.hasSuffix(article) {
            let place = start - article.count
            guard place == 0 || !characters[place - 1].isLetter else { continue }
            let isCapital = article.hasPrefix("A")
            let mended = Self.startsWithVowel(text) ? "an " : "a "
            let spelled = isCapital ? "A" + mended.dropFirst() : mended
            characters.replaceSubrange(place..<start, with: Array(spelled))
            return
        }
    }

    private static func startsWithVowel(_ text: String) -> Bool {
        let digits = text.prefix { $0.isNumber || $0 == "," }.filter(\.isNumber)
        guard let first = digits.first else {
            return text.lowercased().first.map { "aeiou".contains($0) } ?? false
        }
        // 11 and 18 and their thousands are read with a vowel first, as is every 8.
        let leading = digits.count % 3 == 2 ? digits.prefix(2) : ""
        return first == "8" || leading == "11" || leading == "18"
    }
}
