extension AnswerCheck {
    mutating func remainder(
        _ text: AnswerText, _ quotient: ExactNumber, _ rest: ExactNumber
    ) throws(ReadingFault) -> Result {
        var reader = AnswerReader(text, context)
        do {
            let parts = try reader.remainder()
            let (first, second) = (try parts.quotient.value(), try parts.remainder.value())
            readingText = "\(first) r \(second)"
            let typed = AnswerTarget.remainder(quotient: first, remainder: second)
            if (first, second) == (quotient, rest) { return (.correct, nil) }
            if let listed = key.mistakes.first(where: { $0.target == typed }) {
                return (.wrong(.listed), listed.code)
            }
            return ((first, second) == (rest, quotient) ? .wrong(.order) : .wrong(nil), nil)
        } catch {
            if let alone = try remainderAlone(text) {
                readingText = "r \(alone)"
                return (.wrong(alone == rest ? .partial : nil), nil)
            }
            if rest.isZero, let whole = wholeQuotient(text) {
                readingText = "\(whole) r 0"
                return (whole == quotient ? .correct : .wrong(nil), nil)
            }
            guard let value = try? quantityReading(text), !value.isCompound else {
                return try remainderFromList(text, quotient, rest, error)
            }
            readingText = value.text()
            let number = try value.parts[0].expression.value()
            if number == quotient { return (rest.isZero ? .correct : .wrong(.partial), nil) }
            if let divisor = key.specification.divisor {
                let exact = quotient + rest * (divisor.reciprocal ?? 0)
                if number == exact { return (.form(.remainder), nil) }
            }
            return (number == rest ? .wrong(.partial) : .wrong(nil), nil)
        }
    }

    /// Reads `7 with no remainder` and `나머지 없이 7`.
    private func wholeQuotient(_ text: AnswerText) -> ExactNumber? {
        let string = text.string.lowercased()
        let endings = [
            " no remainder", " without remainder", " nothing left", " none left", "나머지 없음",
            "나머지는 없음", "나머지 없어요", "나머지가 없어요",
        ]
        guard let ending = endings.first(where: string.hasSuffix) else { return nil }
        var body = text[0..<(text.scalars.count - ending.count)]
        for joint in [" ", ",", " with", " and"] where body.string.hasSuffix(joint) {
            body = body[0..<(body.scalars.count - joint.count)]
        }
        // What is no number before it is read in another way.
        return try? quantityReading(body).parts[0].expression.value()
    }

    /// Reads `r 3` and `remainder 3`, which leave the quotient out.
    private func remainderAlone(_ text: AnswerText) throws(ReadingFault) -> ExactNumber? {
        var reader = AnswerReader(text, context)
        let marks = ["remainder", "rem", "r"]
        guard reader.scanner.skip(anyOf: marks) != nil else { return nil }
        for mark in [" ", "=", ":", " "] { _ = reader.scanner.skip(mark) }
        guard let number = try reader.number(), reader.scanner.isAtEnd else { return nil }
        return try number.value()
    }

    private mutating func remainderFromList(
        _ text: AnswerText, _ quotient: ExactNumber, _ rest: ExactNumber, _ fault: ReadingFault
    ) throws(ReadingFault) -> Result {
        let endings = [" left over", " leftover", " left", " remaining", " extra"]
        let ending = endings.first { text.string.lowercased().hasSuffix($0) }
        let body = text[0..<(text.scalars.count - (ending?.count ?? 0))]
        var reader = AnswerReader(body, context)
        guard ending != nil || !text.scalars.contains(where: \.isLetter),
            let items = try? reader.list(), items.count == 2
        else {
            return try remainderInWords(text, quotient, rest, fault)
        }
        let (first, second) = (
            try items[0].parts[0].expression.value(), try items[1].parts[0].expression.value()
        )
        readingText = "\(first), \(second)"
        if (first, second) == (quotient, rest) {
            return (ending == nil ? .form(.remainder) : .correct, nil)
        }
        return ((first, second) == (rest, quotient) ? .wrong(.order) : .wrong(nil), nil)
    }

    /// Reads two numbers with words around them: `3명이고 2개가 남아요`, `3 groups with 2 left`.
    private mutating func remainderInWords(
        _ text: AnswerText, _ quotient: ExactNumber, _ rest: ExactNumber, _ fault: ReadingFault
    ) throws(ReadingFault) -> Result {
        guard let sentence = RemainderSentence(text, context) else { throw fault }
        let (first, second) = (sentence.quotient, sentence.remainder)
        readingText = "\(first) r \(second)"
        let typed = AnswerTarget.remainder(quotient: first, remainder: second)
        if (first, second) == (quotient, rest) {
            return (sentence.saysWhatIsLeft ? .correct : .form(.remainder), nil)
        }
        if let listed = key.mistakes.first(where: { $0.target == typed }) {
            return (.wrong(.listed), listed.code)
        }
        return ((first, second) == (rest, quotient) ? .wrong(.order) : .wrong(nil), nil)
    }
}

/// A quotient and a remainder told in words.
private struct RemainderSentence {
    var quotient: ExactNumber
    var remainder: ExactNumber
    /// Whether a word says that the second number is what is left.
    var saysWhatIsLeft: Bool

    private static let leftWords = ["남", "나머지", "left", "over", "remain", "extra"]
    private static let denials = [
        "않", "안 남", "없", "못", "not", "no ", "n't", "반", "half", "mod", "without", "더하", "빼", "곱하",
        "나누기",
    ]

    /// Reads exactly two whole numbers with nothing but letters and commas around them.
    init?(_ text: AnswerText, _ context: ReadingContext) {
        let string = text.string.lowercased()
        guard !Self.denials.contains(where: string.contains), !KoreanCounters.denies(string) else {
            return nil
        }
        var numbers: [ExactNumber] = []
        var words: [String] = [""]
        var scanner = Scanner(text)
        while let next = scanner.next {
            if next.isASCIIDigit {
                // Anything but a plain number makes the sentence unreadable.
                guard let literal = try? scanner.numberLiteral(context.locale),
                    literal.value.isInteger, numbers.count < 2
                else { return nil }
                numbers.append(ExactNumber(literal.value))
                words.append("")
            } else {
                guard next.isLetter || " ,.:=!".unicodeScalars.contains(next) else { return nil }
                words[words.count - 1].unicodeScalars.append(next.lowercasedASCII)
                scanner.position += 1
            }
        }
        guard numbers.count == 2, words.contains(where: { $0.contains(where: \.isLetter) }) else {
            return nil
        }
        let namesRestFirst =
            ["나머지", "remainder"].contains(where: words[0].contains)
            && ["몫", "quotient"].contains(where: words[1].contains)
            || words[0].hasPrefix("r") && words[1].hasPrefix(" q")
        quotient = numbers[namesRestFirst ? 1 : 0]
        remainder = numbers[namesRestFirst ? 0 : 1]
        // "2 left over, 3 groups" tells the remainder first; that is asked about, not judged.
        let isLeftFirst =
            Self.leftWords.contains(where: words[0].contains) && !namesRestFirst
            || !words[1].contains("남은")
                && ["남", "left", "over", "extra"].contains {
                    words[1].contains($0) && !words[2].contains($0)
                }
        guard !isLeftFirst else { return nil }
        let after = words[1] + words[2]
        saysWhatIsLeft =
            namesRestFirst || words[1].hasSuffix(" r ")
            || Self.leftWords.contains(where: after.contains)
    }
}
