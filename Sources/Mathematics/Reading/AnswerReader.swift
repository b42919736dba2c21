/// Reads a text as the type of answer that was asked for.
struct AnswerReader {
    var scanner: Scanner
    let context: ReadingContext

    init(_ text: AnswerText, _ context: ReadingContext) {
        scanner = Scanner(text)
        self.context = context
    }

    init(scalars: [Unicode.Scalar], _ context: ReadingContext) {
        scanner = Scanner(scalars: scalars)
        self.context = context
    }

    /// Reads the whole text as a number with its unit, also after the name of a thing.
    mutating func quantity(groups: Bool = true) throws(ReadingFault) -> QuantityReading {
        let start = scanner.position
        do {
            return try bareQuantity(groups: groups)
        } catch {
            scanner.position = start
            guard case .notUnderstood = error else { throw error }
            var calculation = UnitCalculation(self)
            if let reading = try calculation.reading() { return reading }
            guard skipLeadingNoun() || skipLeadingPhrase() || skipLeadingSentence() else {
                throw error
            }
            return try bareQuantity(groups: groups)
        }
    }

    private mutating func bareQuantity(groups: Bool) throws(ReadingFault) -> QuantityReading {
        let label = skipLeadIn()
        if var days = nativeDays() {
            try readUnits(&days, groups: groups)
            try readTail(&days)
            return days
        }
        let rate = skipKoreanRate()
        let isBelowZero = skipTemperatureSign()
        let prefix = moneyPrefix()
        if let one = oneOfUnit() { return one }
        let hasPercent = prefix == nil && scanner.skip("%" as Unicode.Scalar)
        guard var expression = try number(groups: groups) else {
            throw .notUnderstood(.general, at: scanner.position)
        }
        if hasPercent { expression = .percent(expression) }
        skipOrdinal(of: expression)
        var reading = QuantityReading(
            parts: [.init(expression: expression, unit: nil)], label: label)
        if let prefix {
            reading.parts[0].unit = prefix.unit
            if prefix.isNegative { reading.parts[0].expression = .negated(expression) }
        }
        if isBelowZero { reading.parts[0].expression = .negated(expression) }
        try readUnits(&reading, groups: groups)
        if let rate, let unit = reading.parts[0].unit {
            reading.parts[0].unit = Self.perTime(unit, rate)
        }
        try readTail(&reading)
        return reading
    }

    /// Reads `an hour`, `an hour and a half`, `a metre`: the article stands for one.
    private mutating func oneOfUnit() -> QuantityReading? {
        let start = scanner.position
        if scanner.skip(word: "an") || scanner.skip(word: "a") {
            let one = Expression.literal(NumberLiteral(value: 1))
            var reading = QuantityReading(parts: [.init(expression: one, unit: nil)])
            // What is no unit after the article is read as a number in words.
            if (try? readUnits(&reading, groups: true)) != nil,
                reading.hasUnit || !reading.noun.isEmpty,
                (try? readTail(&reading)) != nil
            {
                return reading
            }
        }
        scanner.position = start
        return nil
    }

    mutating func number(groups: Bool = true) throws(ReadingFault) -> Expression? {
        var parser = ExpressionParser(
            scanner, ExpressionOptions(locale: context.locale, allowsGroups: groups))
        guard let expression = try parser.expression() else { return nil }
        scanner = parser.scanner
        return expression
    }

    /// Skips the ending of `12th`, `3rd` and `3/4ths`.
    private mutating func skipOrdinal(of expression: Expression) {
        guard scanner.peek(-1)?.isASCIIDigit ?? false, let word = scanner.latinWord() else {
            return
        }
        switch expression {
        case .literal(let literal):
            guard let value = literal.value.integer, !literal.hasPoint else { return }
            let names = [1: "st", 2: "nd", 3: "rd"]
            let isTeen = (11...13).contains(value % 100)
            guard word.text == (isTeen ? "th" : names[value % 10] ?? "th") else { return }
        case .quotient(_, _, .fraction), .mixed:
            guard word.text == "th" || word.text == "ths" else { return }
        default: return
        }
        scanner.position = word.end
    }

    // MARK: What may stand before the number

    private static let leadIns = [
        "the final answer is", "the answer is", "my answer is", "final answer is", "final answer",
        "ans.",
        "just", "should be", "so", "thus", "therefore", "hence", "we get", "that is", "that's",
        "i think",
        "approximately", "approx.", "approx", "about", "around",
        "answer is", "the answer", "answer", "ans", "it is",
        "it's", "its", "there are", "there is", "total of", "total is", "in total", "total",
        "they have", "he has", "she has", "i got", "equals", "is", "정답은", "정답", "답은", "답",
        "총", "모두", "전부", "합계", "결과는", "결과", "값은", "따라서", "그러므로", "몫은", "몫",
    ]

    private static let marks = ["∴", "(답)", "[답]", "(정답)", "답)", "정답)"]

    /// Skips `=`, `x =`, "the answer is" and the like; returns the letter before "=".
    mutating func skipLeadIn(withLabel: Bool = true) -> String? {
        var label: String?
        for _ in 0..<3 {
            scanner.skipSpaces()
            if scanner.skip("=" as Unicode.Scalar) || scanner.skip("≈" as Unicode.Scalar)
                || scanner.skip("####") || scanner.skip("#" as Unicode.Scalar)
                || scanner.peek(1) != "~" && scanner.skip("~" as Unicode.Scalar)
                || scanner.skip(anyOf: Self.marks) != nil || skipBlank() || skipQuestionNumber()
            {
                continue
            }
            if withLabel, label == nil, let name = skipLabel() {
                label = name
                continue
            }
            let start = scanner.position
            guard let word = scanner.skip(anyOf: Self.leadIns) else { break }
            let isKorean = word.unicodeScalars.first?.isHangul ?? false
            let isWhole =
                isKorean
                ? !(scanner.next?.isHangul ?? false) : !(scanner.next?.isLatinLetter ?? false)
            guard isWhole else {
                scanner.position = start
                break
            }
            scanner.skipSpaces()
            if !scanner.skip(":" as Unicode.Scalar) { _ = scanner.skip("," as Unicode.Scalar) }
        }
        scanner.skipSpaces()
        return label
    }

    /// Skips the index of `x1 = 2` and `x_2 = 5`.
    private mutating func skipIndex() {
        let start = scanner.position
        _ = scanner.skip("_" as Unicode.Scalar)
        while let next = scanner.next, next.isASCIIDigit, scanner.position - start < 3 {
            scanner.position += 1
        }
        let end = scanner.position
        scanner.skipSpaces()
        scanner.position = scanner.next == "=" ? end : start
    }

    /// Skips the name of an unknown and "=".
    private mutating func skipLabel() -> String? {
        let start = scanner.position
        if scanner.next == "∠" { scanner.position += 1 }
        let nameStart = scanner.position
        guard let word = scanner.latinWord() else {
            scanner.position = start
            return nil
        }
        let name = scanner.string(nameStart..<word.end)
        guard !Self.changesMeaning(word.text) else {
            scanner.position = start
            return nil
        }
        scanner.position = word.end
        skipIndex()
        _ = scanner.skip("의 값")
        scanner.skipSpaces()
        guard
            scanner.skip("=" as Unicode.Scalar) || scanner.skip("≈" as Unicode.Scalar)
                || scanner.skip(word: "is") || scanner.skip(word: "equals")
                || scanner.skip(":" as Unicode.Scalar) || scanner.skip(anyOf: ["는 ", "은 "]) != nil
        else {
            scanner.position = start
            return nil
        }
        return name
    }

    private mutating func skipTemperatureSign() -> Bool {
        scanner.skipSpaces()
        if scanner.skip("섭씨") || scanner.skip("화씨") { scanner.skipSpaces() }
        if scanner.skip("영상") { scanner.skipSpaces() }
        guard scanner.skip("영하") else { return false }
        scanner.skipSpaces()
        return true
    }

    private mutating func skipKoreanRate() -> MeasurementUnit? {
        let rates: [(String, String)] = [
            ("시속", "h"), ("분속", "min"), ("초속", "s"), ("시간당", "h"), ("분당", "min"),
            ("초당", "s"), ("매시", "h"), ("매분", "min"), ("매초", "s"), ("1시간에", "h"),
            ("한 시간에", "h"), ("한시간에", "h"), ("1분에", "min"), ("1초에", "s"),
        ]
        for (word, unit) in rates where scanner.skip(word) {
            scanner.skipSpaces()
            return UnitTable.shared.units(named: unit).first
        }
        return nil
    }

    private static func perTime(_ unit: UnitReading, _ time: MeasurementUnit) -> UnitReading {
        var result = unit
        result.candidates = unit.candidates.compactMap { candidate in
            guard candidate.dimension == .length || candidate.dimension == .volume,
                let inverse = time.raised(to: -1)
            else { return candidate }
            return candidate.multiplied(
                by: inverse, symbol: "\(candidate.symbol)/\(time.symbol)")
        }
        return result
    }

    mutating func moneyPrefix() -> (unit: UnitReading, isNegative: Bool)? {
        let start = scanner.position
        var isNegative = false
        if scanner.next == "-" {
            isNegative = true
            scanner.position += 1
            scanner.skipSpaces()
        }
        let symbolStart = scanner.position
        while let next = scanner.next,
            next.isASCIILetter || "$€£₩¥₹".unicodeScalars.contains(next),
            scanner.position - symbolStart < 4
        {
            scanner.position += 1
        }
        let symbol = scanner.string(symbolStart..<scanner.position)
        if symbol == "Rs" { _ = scanner.skip("." as Unicode.Scalar) }
        let units = (UnitTable.shared.symbols[symbol] ?? []).filter { $0.dimension.isMoney }
        scanner.skipSpaces()
        guard !units.isEmpty, symbol.count > 1 || !(symbol.first?.isLetter ?? false) else {
            scanner.position = start
            return nil
        }
        return (UnitReading(candidates: units, text: symbol), isNegative)
    }
}
