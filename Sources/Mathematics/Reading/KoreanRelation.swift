/// Inequalities in Korean words, `x는 3보다 크다` or `2 이상 5 미만`, turned into signs.
enum KoreanRelation {
    private static let marks: [(word: String, sign: String)] = [
        ("이상", ">="), ("이하", "<="), ("초과", ">"), ("미만", "<"),
    ]
    /// What follows "보다"; the longest first.
    private static let comparisons: [(word: String, sign: String)] = [
        ("크거나 같", ">="), ("작거나 같", "<="), ("같거나 크", ">="), ("같거나 작", "<="),
        ("크거나같", ">="), ("작거나같", "<="), ("큰", ">"), ("크", ">"), ("커", ">"), ("작", "<"), ("큽", ">"),
    ]
    private static let joints = [
        "야 해요", "야 합니다", "야 한다", "입니다", "니다", "이고", "이며", "이면서", "이에요", "예요", "이다", "인", "다", "고",
        "습니다", "아요",
        "은", "요", "수", ",", ".", " ",
    ]
    private static let alternatives = ["이거나", "거나", "또는"]

    /// The inequality in signs, or nil where `text` is none in words.
    static func notation(of text: AnswerText, unknown: String?) -> [Unicode.Scalar]? {
        let name = unknown ?? "x"
        guard text.scalars.contains(where: \.isHangul) else {
            return nil
        }
        var scanner = Scanner(text)
        guard skipSubject(&scanner, name) else { return nil }
        var parts: [String] = []
        var joint = " and "
        while !scanner.isAtEnd {
            guard parts.count < 2, let part = part(&scanner, name) else { return nil }
            parts.append(part)
            if skipJoints(&scanner) { joint = " or " }
        }
        return parts.isEmpty ? nil : Array(parts.joined(separator: joint).unicodeScalars)
    }

    /// Skips `x는`; another letter is no subject of this question.
    private static func skipSubject(_ scanner: inout Scanner, _ name: String) -> Bool {
        scanner.skipSpaces()
        guard scanner.next?.isLatinLetter ?? false else { return true }
        guard let word = scanner.latinWord(), word.text == name.lowercased() else { return false }
        scanner.position = word.end
        scanner.skipSpaces()
        guard scanner.skip(anyOf: ["는", "은", "가", "이", "값은"]) != nil else { return false }
        scanner.skipSpaces()
        return true
    }

    /// Skips what joins two parts; returns whether one of them is enough.
    private static func skipJoints(_ scanner: inout Scanner) -> Bool {
        var isAlternative = false
        while true {
            if scanner.skip(anyOf: alternatives) != nil {
                isAlternative = true
            } else if scanner.skip(anyOf: joints) == nil {
                return isAlternative
            }
        }
    }

    /// Reads one number with its mark and what joins it to the next.
    private static func part(_ scanner: inout Scanner, _ name: String) -> String? {
        let start = scanner.position
        while let next = scanner.next, !next.isHangul, next != "," { scanner.position += 1 }
        var number = scanner.string(start..<scanner.position)
        // What is no number is no part of an inequality.
        if number.allSatisfy({ $0 == " " }), let word = try? scanner.koreanNumber(.korean),
            case .whole(let value) = word
        {
            number = value.description
            scanner.skipSpaces()
        }
        guard number.contains(where: \.isNumber), !number.contains(where: \.isLetter) else {
            return nil
        }
        var sign = marks.first { scanner.skip($0.word) }?.sign
        if sign == nil, scanner.skip("보다") {
            scanner.skipSpaces()
            sign = comparisons.first { scanner.skip($0.word) }?.sign
        }
        guard let sign else { return nil }
        return "\(name) \(sign) (\(number))"
    }
}
