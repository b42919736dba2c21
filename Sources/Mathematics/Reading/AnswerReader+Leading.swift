/// What may stand before a number and says nothing of it.
extension AnswerReader {
    /// Skips `사과` in `사과 12개`: words without digits before a number in digits.
    mutating func skipLeadingNoun() -> Bool {
        var words = 0
        var isAfterNumber = false
        while let next = scanner.next, next.isHangul, words < 4 {
            // "연필 세 자루" comes to its number; "두 개 13개" has two.
            if isCountNext { return words > 0 && !isAfterNumber }
            let begin = scanner.position
            while let letter = scanner.next, letter.isHangul { scanner.position += 1 }
            let word = scanner.string(begin..<scanner.position)
            guard !KoreanCounters.changesNext(word), skipMark() else { return false }
            // In "두 개나 13개" there are two numbers, in "두 사람이 13개씩" one.
            guard !isAfterNumber || KoreanCounters.isShared(word) else { return false }
            isAfterNumber = KoreanNumberWords.isNativeNumber(word)
            words += 1
        }
        return words > 0 && !isAfterNumber && scanner.next?.isASCIIDigit ?? false
    }

    /// Skips the space, colon or "=" after a word.
    private mutating func skipMark() -> Bool {
        let start = scanner.position
        while let next = scanner.next, " :=".unicodeScalars.contains(next) { scanner.position += 1 }
        return scanner.position > start
    }

    /// Skips the `1인당` of `1인당 500원` and the `3일 동안` of `3일 동안 12개`.
    mutating func skipLeadingPhrase() -> Bool {
        guard scanner.next?.isASCIIDigit ?? false else { return false }
        let start = scanner.position
        // What is no number with a word after it is no phrase.
        _ = try? scanner.numberLiteral(context.locale)
        let begin = scanner.position
        while let letter = scanner.next, letter.isHangul { scanner.position += 1 }
        var word = scanner.string(begin..<scanner.position)
        scanner.skipSpaces()
        if scanner.skip("동안 ") { word += "동안" }
        guard KoreanCounters.isShared(word), scanner.next?.isASCIIDigit ?? false || isCountNext
        else {
            scanner.position = start
            return false
        }
        return true
    }

    /// Reads `사흘` and the like, which are a number of days.
    mutating func nativeDays() -> QuantityReading? {
        let start = scanner.position
        for (word, count) in KoreanCounters.days where scanner.skip(word) {
            guard let unit = UnitTable.shared.units(named: "d").first,
                !(scanner.next?.isHangul ?? false) || isEndingAhead
            else { break }
            return QuantityReading(
                parts: [
                    .init(
                        expression: ExpressionParser.word(Rational(count)),
                        unit: UnitReading(candidates: [unit], text: word))
                ])
        }
        scanner.position = start
        return nil
    }

    private var isEndingAhead: Bool {
        var copy = self
        return copy.skipKoreanEnding()
    }

    /// Skips the number of a question, which a mark and a space set apart: `(1) 12`, `2번: 12`.
    mutating func skipQuestionNumber() -> Bool {
        let start = scanner.position
        let hasBracket = scanner.skip("(" as Unicode.Scalar)
        var digits = 0
        while digits < 3, scanner.next?.isASCIIDigit ?? false {
            scanner.position += 1
            digits += 1
        }
        let isSetApart =
            scanner.skip(") ")
            || !hasBracket && scanner.skip(anyOf: ["번: ", "번 : ", "번 답: ", "번 답은 ", "번 답 "]) != nil
        if (1...2).contains(digits), isSetApart { return true }
        scanner.position = start
        return false
    }

    private static let blankTails = [
        "안의 수는", "안에 들어갈 수는", "안에 알맞은 수는", "에 들어갈 수는", "에 알맞은 수는", "는", "은",
    ]

    /// Skips the empty box of a question: `□ = 5`, `□는 5`.
    mutating func skipBlank() -> Bool {
        let start = scanner.position
        guard let next = scanner.next, "□☐▢◻○◯△".unicodeScalars.contains(next) else {
            return false
        }
        scanner.position += 1
        scanner.skipSpaces()
        guard scanner.skip("=" as Unicode.Scalar) || scanner.skip(anyOf: Self.blankTails) != nil
        else {
            scanner.position = start
            return false
        }
        return true
    }
}
