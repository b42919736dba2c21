extension AnswerReader {
    /// Reads the unit of the first number and the further parts of a compound quantity.
    mutating func readUnits(_ reading: inout QuantityReading, groups: Bool) throws(ReadingFault) {
        let start = scanner.position
        scanner.skipSpaces()
        if scanner.next == "-", scanner.peek(1)?.isLatinLetter ?? false { scanner.position += 1 }
        if scanner.next == "*" {
            // "9.81*m/s^2": a unit may be multiplied by its number.
            var index = 1
            while scanner.peek(index) == " " { index += 1 }
            if scanner.peek(index)?.isLetter ?? false { scanner.position += index }
        }
        if AnswerForm(reading.parts[0].expression).shape == .fraction, scanner.skip(word: "of") {
            // "3/4 of an hour"
            scanner.skipSpaces()
            let hasArticle =
                scanner.skip(word: "an") || scanner.skip(word: "a") || scanner.skip(word: "one")
            scanner.skipSpaces()
            var copy = self
            if !hasArticle || copy.wholeUnit() == nil { scanner.position = start }
        }
        if let prefix = reading.parts[0].unit, let rate = scanner.rate(of: prefix) {
            reading.parts[0].unit = rate
            return
        }
        if skipNoun() {
            reading.noun = context.noun
            _ = skipParticle()
            return
        }
        if let unit = bracketedUnit() ?? wholeUnit() {
            if let money = reading.parts[0].unit {
                // "$5 USD" says its currency twice; "$5 cm" is no amount.
                let currencies = Set(money.candidates.map(\.dimension))
                guard unit.candidates.contains(where: { currencies.contains($0.dimension) }) else {
                    scanner.position = start
                    return
                }
            } else {
                reading.parts[0].unit = unit
            }
        } else {
            scanner.position = start
            guard reading.hasUnit else { return }
        }
        while reading.parts.count < ReadingLimits.items {
            guard try readPart(&reading, groups: groups) else { break }
        }
        // The minus of "-2 h 30 min" stands before both.
        guard case .negated = reading.parts[0].expression else { return }
        for index in reading.parts.indices.dropFirst() {
            reading.parts[index].expression = .negated(reading.parts[index].expression)
        }
    }

    /// Skips the noun of the expected answer, so that it is not taken for a unit.
    private mutating func skipNoun() -> Bool {
        guard !context.noun.isEmpty else { return false }
        let start = scanner.position
        guard scanner.skip(context.noun) else { return false }
        if scanner.next?.isLatinLetter ?? false {
            scanner.position = start
            return false
        }
        return true
    }

    /// Reads `(cm)`.
    private mutating func bracketedUnit() -> UnitReading? {
        let start = scanner.position
        if scanner.skip("(" as Unicode.Scalar), let unit = wholeUnit(),
            scanner.skip(")" as Unicode.Scalar)
        {
            return unit
        }
        scanner.position = start
        return nil
    }

    /// Reads a unit that no other letters follow.
    private mutating func wholeUnit() -> UnitReading? {
        let start = scanner.position
        guard let unit = scanner.unit() else { return nil }
        guard let next = scanner.next else { return unit }
        if next.isHangul {
            // An ending such as "입니다", or a further part such as "반", may follow.
            guard isKoreanEnding() || next == "반" || isJoiningNext() || skipParticle() else {
                scanner.position = start
                return nil
            }
        } else if next.isLatinLetter, scanner.peek(-1)?.isLatinLetter ?? false {
            scanner.position = start
            return nil
        }
        return unit
    }

    private func isJoiningNext() -> Bool {
        var copy = scanner
        return copy.skip("하고") || copy.skip("과 ") || copy.skip("와 ")
    }

    /// Skips the `을` of `12000원을 내야 해요`.
    private mutating func skipParticle() -> Bool {
        let particles: Set<Unicode.Scalar> = ["을", "를", "이", "가", "은", "는", "로", "만"]
        guard let next = scanner.next, particles.contains(next), scanner.peek(1) ?? " " == " "
        else {
            return false
        }
        scanner.position += 1
        return true
    }

    private func isKoreanEnding() -> Bool {
        var copy = self
        return copy.skipKoreanEnding()
    }

    private mutating func readPart(
        _ reading: inout QuantityReading, groups: Bool
    ) throws(ReadingFault) -> Bool {
        let start = scanner.position
        scanner.skipSpaces()
        let hadComma = scanner.skip("," as Unicode.Scalar)
        scanner.skipSpaces()
        let hadWord =
            scanner.skip(word: "and") || scanner.skip("&" as Unicode.Scalar)
            || scanner.skip(anyOf: ["하고", "그리고", "과 ", "와 "]) != nil
        scanner.skipSpaces()
        if readHalf(&reading, hadWord: hadWord) { return true }
        guard scanner.next != "(", let last = reading.parts.last?.unit,
            !isSign(scanner.next) || hadComma == false,
            !isSign(scanner.next), let expression = try number(groups: groups)
        else {
            scanner.position = start
            return false
        }
        scanner.skipSpaces()
        if scanner.isAtEnd,
            let unit = Self.implied(
                after: last, isSmall: (expression.asLiteral?.value ?? 99) < 60),
            let pair = Self.falling(last, unit)
        {
            reading.parts.append(.init(expression: expression, unit: pair.smaller))
            return true
        }
        if let unit = wholeUnit(), let pair = Self.falling(last, unit) {
            reading.parts[reading.parts.count - 1].unit = pair.larger
            reading.parts.append(.init(expression: expression, unit: pair.smaller))
            return true
        }
        scanner.position = start
        return false
    }

    /// The minutes of "3 h 30" and the inches of "5 ft 3".
    private static func implied(
        after unit: UnitReading, isSmall: Bool
    ) -> UnitReading? {
        let names = [
            "h": "min", "min": "s", "ft": "in", "m": "cm", "kg": "g", "L": "mL", "lb": "oz",
            "$": "¢",
        ]
        // "5'3" are three inches; "1'234" is a number of another notation.
        guard unit.text != "$", unit.text != "'" || isSmall,
            let symbol = unit.candidates.first?.symbol,
            let name = names[symbol]
        else {
            return nil
        }
        return UnitReading(candidates: UnitTable.shared.units(named: name), text: name)
    }

    private func isSign(_ scalar: Unicode.Scalar?) -> Bool { scalar == "-" || scalar == "+" }

    /// Reads `한 시간 반` and `two hours and a half`: half of the last unit.
    private mutating func readHalf(_ reading: inout QuantityReading, hadWord: Bool) -> Bool {
        let isQuarter =
            hadWord && (scanner.skip(word: "a quarter") || scanner.skip(word: "quarter"))
        let isHalf =
            !hadWord && scanner.next == "반" && isHalfWord
            || hadWord && (scanner.skip(word: "a half") || scanner.skip(word: "half"))
        guard isHalf || isQuarter, let last = reading.parts.last else { return false }
        if !hadWord { scanner.position += 1 }
        reading.parts.append(
            .init(
                expression: .quotient(
                    ExpressionParser.word(1), ExpressionParser.word(isQuarter ? 4 : 2), .fraction),
                unit: last.unit))
        return true
    }

    /// Whether nothing but an ending follows the `반` that is next.
    private var isHalfWord: Bool {
        guard scanner.peek(1)?.isHangul ?? false else { return true }
        var copy = self
        copy.scanner.position += 1
        return copy.skipKoreanEnding()
    }

    /// Keeps the meanings of two units that are a larger and a smaller one of one dimension.
    private static func falling(
        _ first: UnitReading, _ second: UnitReading
    ) -> (larger: UnitReading, smaller: UnitReading)? {
        // Years and months, then weeks and days, are different dimensions by design.
        func isLarger(_ large: MeasurementUnit, _ small: MeasurementUnit) -> Bool {
            large.dimension == small.dimension && large.pi == small.pi
                && small.factor < large.factor
        }
        let larger = first.candidates.filter { large in
            second.candidates.contains { isLarger(large, $0) }
        }
        let smaller = second.candidates.filter { small in
            larger.contains { isLarger($0, small) }
        }
        guard !larger.isEmpty else { return nil }
        return (
            UnitReading(candidates: larger, text: first.text),
            UnitReading(candidates: smaller, text: second.text)
        )
    }

    // MARK: What may stand after the number

    /// Reads the noun, the ending and the punctuation; anything else is not understood.
    mutating func readTail(_ reading: inout QuantityReading) throws(ReadingFault) {
        scanner.skipSpaces()
        try skipGloss(reading)
        let nounStart = scanner.position
        skipClosing()
        try readNoun(&reading)
        scanner.skipSpaces()
        if !reading.noun.isEmpty { try skipGloss(reading) }
        _ = skipKoreanEnding()
        skipClosing()
        // "5!" may be a factorial; after a word or a space it is only an exclamation.
        let isShouted =
            !(scanner.peek(-1)?.isASCIIDigit ?? true)
            || scanner.next == "!" && scanner.peek(1) == "!" && scanner.peek(2) == "!"
        while let next = scanner.next,
            next == "." && scanner.peek(1) != "." || next == "!" && isShouted || next == " "
                || next == ";" || next == "~"
                || next == ","
        {
            scanner.position += 1
        }
        guard scanner.isAtEnd else {
            throw .notUnderstood(.trailing, at: max(nounStart, scanner.position))
        }
    }

    /// Skips `is the answer` and `, I think`.
    private mutating func skipClosing() {
        let start = scanner.position
        for mark in [" ", ",", " "] { _ = scanner.skip(mark) }
        let closings = ["is the answer", "is my answer", "is right", "is correct", "i think"]
        let isWhole =
            scanner.skip(anyOf: closings) != nil && !(scanner.next?.isLetter ?? false)
        if !isWhole { scanner.position = start }
    }

    static let endings = [
        "입니다", "이에요", "이예요", "이어요", "예요", "에요", "이라고", "이다", "이고", "이요", "이야",
        "임", "다", "요", "야", "씩", "쯤", "정도", "이 됩니다", "가 됩니다", "됩니다", "이 돼요", "남았어요",
        "남아요", "남습니다", "있어요", "있습니다", "필요해요", "필요합니다", "더",
        "동안", "간", "만큼", "짜리", "이네요", "네요", "인 것 같아요", "일 거예요", "이지요", "이죠", "죠",
        "이라서", "라고", "라서", "예여", "에여", "지", "이었어요", "였어요", "이랍니다", "입니당", "이요", "임다", "이에용", "이예용",
        "예용", "이오",
    ]

    mutating func skipKoreanEnding() -> Bool {
        var found = false
        for _ in 0..<3 {
            scanner.skipSpaces()
            let start = scanner.position
            guard scanner.skip(anyOf: Self.endings) != nil else { break }
            guard !(scanner.next?.isHangul ?? false) || isEndingNext() else {
                scanner.position = start
                break
            }
            found = true
        }
        return found
    }

    private func isEndingNext() -> Bool {
        var copy = scanner
        return copy.skip(anyOf: Self.endings) != nil && !(copy.next?.isHangul ?? false)
    }
}
