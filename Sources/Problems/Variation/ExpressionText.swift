internal import Mathematics

/// An expression as people type it, put into the signs that the parser reads.
struct ExpressionText {
    private let text: String
    private let lower: String
    private let hasClock: Bool

    /// The expression in plain signs.
    ///
    /// - Throws: `remainder` where it asks for what is left of a division.
    static func plain(
        _ expression: String, text: String, hasClock: Bool
    ) throws(VariationError) -> String {
        let reader = ExpressionText(text: text, lower: text.lowercased(), hasClock: hasClock)
        var plain = expression.unicodeScalars.map { reader.character($0) }
        while let first = plain.first, first == "=" || first == " " { plain.removeFirst() }
        plain.removeAll { $0 == "$" || $0 == "₩" }
        plain = reader.withoutUnits(plain)
        try reader.checkRemainder(plain)
        return String(reader.withSigns(plain)).replacing(/(\d+) (\d+)\/(\d+)/) { match in
            "(\(match.output.1) + \(match.output.2) / \(match.output.3))"
        }
    }

    private func character(_ scalar: Unicode.Scalar) -> Character {
        if (0xFF01...0xFF5E).contains(scalar.value),
            let half = Unicode.Scalar(scalar.value - 0xFEE0)
        {
            return Character(half)
        }
        return switch scalar {
        case "×", "·", "∗", "✕": "*"
        case "÷", "∕": "/"
        case "\u{2010}"..."\u{2015}", "−": "-"
        case "₩", "￦": "₩"
        case "\u{A0}", "\u{3000}", "\t": " "
        default: Character(scalar)
        }
    }

    private static func isDigit(_ character: Character?) -> Bool {
        character.map { ("0"..."9").contains($0) } ?? false
    }

    /// Without the one unit that the numbers have; several measures would have to be converted.
    private func withoutUnits(_ characters: [Character]) -> [Character] {
        var result: [Character] = []
        var measures: Set<String> = []
        var position = 0
        while position < characters.count {
            let word = String(characters[position...].prefix { $0.isLetter })
            let before = result.last { $0 != " " }
            let isUnit = Self.isDigit(before) && !word.isEmpty && isUnit(word)
            if isUnit, Self.measures.contains(word.lowercased()) {
                measures.insert(word.lowercased())
            }
            guard isUnit, !hasClock else {
                let count = max(word.count, 1)
                result += characters[position..<position + count]
                position += count
                continue
            }
            position += word.count
        }
        return measures.count > 1 ? characters : result
    }

    /// A word that the text has too; a lone letter is one only if it is a measure.
    private func isUnit(_ word: String) -> Bool {
        let small = word.lowercased()
        if small == "x" { return false }
        if Self.measures.contains(small) || small == "원" { return true }
        let isKorean = word.unicodeScalars.allSatisfy { $0.value >= 0xAC00 }
        return isKorean
            ? lower.contains(small)
            : small.count > 1 && lower.split { !$0.isLetter }.contains { $0 == small }
    }

    private static let measures: Set<String> = [
        "m", "cm", "mm", "km", "g", "kg", "mg", "l", "ml", "hour", "hours", "minute", "minutes",
        "min", "second", "seconds", "day", "days", "week", "weeks", "시간", "분", "초", "일", "주",
        "dollar", "dollars", "cents", "cent",
    ]

    /// `%` before a number, or a word for the rest of a division.
    private func checkRemainder(_ characters: [Character]) throws(VariationError) {
        for position in characters.indices where characters[position] == "%" {
            let next = characters[(position + 1)...].first { $0 != " " }
            if Self.isDigit(next) || next == "(" { throw .remainder }
        }
        let words = String(characters).lowercased().split { !$0.isLetter }
        if words.contains(where: {
            ["mod", "rem", "remainder", "floor", "ceil", "나머지", "몫"].contains($0)
        })
            || String(characters).contains("//")
        {
            throw .remainder
        }
    }

    /// `x` between numbers multiplies, `:` divides, and `%` after a number is of a hundred.
    private func withSigns(_ characters: [Character]) -> [Character] {
        var result: [Character] = []
        for (position, character) in characters.enumerated() {
            let before = result.last { $0 != " " }
            let next = characters[(position + 1)...].first { $0 != " " }
            let isBetween =
                (Self.isDigit(before) || before == ")") && (Self.isDigit(next) || next == "(")
            switch character {
            case "x", "X": result += isBetween ? Array(" * ") : [character]
            case ":": result += isBetween && !hasClock ? Array(" / ") : [character]
            case "%":
                let number = result.reversed().prefix { Self.isDigit($0) || " .,".contains($0) }
                result.insert("(", at: result.count - number.count)
                result += Array(" / 100)")
            default: result.append(character)
            }
        }
        return result
    }
}
