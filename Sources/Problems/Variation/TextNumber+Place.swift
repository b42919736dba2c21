internal import Mathematics

/// What the place of a number says about it.
extension TextNumberFinder {
    /// The text before and after a place, in small letters.
    private func around(_ range: Range<Int>) -> (before: String, after: String) {
        let before = characters[max(0, range.lowerBound - 14)..<range.lowerBound]
        return (
            String(before).lowercased(),
            String(characters[range.upperBound...].prefix(14)).lowercased()
        )
    }

    /// Whether a number numbers a sentence, a class or a house, or says what a question is worth.
    func isLabel(_ range: Range<Int>) -> Bool {
        let (before, after) = around(range)
        let isFirst =
            before.allSatisfy(\.isWhitespace) && range.lowerBound < 14
            || [". ", "? ", "! "].contains(where: before.hasSuffix)
        if isFirst, after.hasPrefix(". ") || after.hasPrefix(") ") { return true }
        if after.hasPrefix("반") || ["number ", "no. "].contains(where: before.hasSuffix),
            !after.hasPrefix("반복")
        {
            return true
        }
        return before.hasSuffix("(")
            && ["점)", " points)", " point)", " marks)", " mark)"].contains(where: after.hasPrefix)
    }

    /// Whether a number is the day of a month: `March 5`, `3월 5일`.
    func isDay(_ range: Range<Int>) -> Bool {
        let (before, after) = around(range)
        if before.hasSuffix("월 ") || before.hasSuffix("월") { return after.hasPrefix("일") }
        return Self.months.contains { before.hasSuffix($0 + " ") || after.hasPrefix(" " + $0) }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// Whether a number is a score, which is at most a hundred where it was.
    func isScore(_ value: ExactNumber) -> Bool {
        value.approximation <= 100 && isAboutScores
    }
}
