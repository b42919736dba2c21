/// Inequalities in English words, `3 or more` or `x is no less than 3`, turned into signs.
enum EnglishRelation {
    private typealias Phrase = (words: String, sign: Unicode.Scalar)

    /// What stands before the number; the longest first.
    private static let before: [Phrase] = [
        ("greater than or equal to", "≥"), ("bigger than or equal to", "≥"),
        ("larger than or equal to", "≥"), ("more than or equal to", "≥"),
        ("less than or equal to", "≤"), ("smaller than or equal to", "≤"),
        ("fewer than or equal to", "≤"), ("no less than", "≥"), ("not less than", "≥"),
        ("no fewer than", "≥"), ("no more than", "≤"), ("not more than", "≤"),
        ("no greater than", "≤"), ("not greater than", "≤"), ("not equal to", "≠"),
        ("greater than", ">"), ("bigger than", ">"), ("larger than", ">"), ("more than", ">"),
        ("less than", "<"), ("smaller than", "<"), ("fewer than", "<"), ("at least", "≥"),
        ("at most", "≤"), ("equal to", "="), ("equals", "="), ("above", ">"), ("below", "<"),
        ("up to", "≤"),
    ]
    /// What stands after the number.
    private static let after: [Phrase] = [
        (" or more", "≥"), (" or greater", "≥"), (" or larger", "≥"), (" or bigger", "≥"),
        (" or above", "≥"), (" or higher", "≥"), (" or over", "≥"), (" and above", "≥"),
        (" and up", "≥"), (" or less", "≤"), (" or fewer", "≤"), (" or smaller", "≤"),
        (" or below", "≤"), (" or lower", "≤"), (" or under", "≤"), (" and below", "≤"),
    ]
    private static let verbs = [
        "is", "must be", "can be", "should be", "all", "any", "real", "numbers", "number", "values",
    ]
    private static let joints = [" or ", " and ", ",", ";"]

    /// `text` with signs for the words, or nil where it has no such words.
    static func notation(of text: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        var result: [Unicode.Scalar] = []
        var clause: [Unicode.Scalar] = []
        var hasWords = false
        var scanner = Scanner(scalars: text)
        while let next = scanner.next {
            let isWordStart = next.isLatinLetter && !(scanner.peek(-1)?.isLatinLetter ?? false)
            if let sign = sign(&scanner, after) {
                clause = moved(sign, before: clause)
                hasWords = true
            } else if isWordStart, let sign = sign(&scanner, before) {
                clause += [" ", sign, " "]
                hasWords = true
            } else if isWordStart, verbs.contains(where: { scanner.skip(word: $0) }) {
                clause.append(" ")
            } else if let joint = scanner.skip(anyOf: joints) {
                result += clause + Array(joint.unicodeScalars)
                clause = []
            } else {
                clause.append(next)
                scanner.position += 1
            }
        }
        return hasWords ? result + clause : nil
    }

    private static func sign(_ scanner: inout Scanner, _ table: [Phrase]) -> Unicode.Scalar? {
        let start = scanner.position
        for (words, sign) in table where scanner.skip(words) {
            let end = scanner.position
            // "or more than 5" begins another relation.
            let goesOn = scanner.next?.isLatinLetter ?? false || scanner.skip(" than")
            scanner.position = goesOn ? start : end
            if !goesOn { return sign }
        }
        return nil
    }

    /// `x 3` with the sign between the unknown and the number.
    private static func moved(
        _ sign: Unicode.Scalar, before clause: [Unicode.Scalar]
    ) -> [Unicode.Scalar] {
        let body = Array(clause.drop { $0 == " " })
        let subject = body.prefix { $0.isLatinLetter }
        return Array(subject) + [" ", sign, " "] + body.dropFirst(subject.count)
    }
}
