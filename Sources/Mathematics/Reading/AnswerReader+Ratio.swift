extension AnswerReader {
    /// Reads the whole text as a ratio; each term may carry a noun.
    mutating func ratio() throws(ReadingFault) -> [Expression] {
        skipRatioLeadIn()
        if let named = try koreanRatio() { return named }
        var terms: [Expression] = []
        var units: [UnitReading?] = []
        while true {
            scanner.skipSpaces()
            guard let term = try number() else {
                throw .notUnderstood(.missingNumber, at: scanner.position)
            }
            units.append(skipRatioUnit())
            terms.append(term)
            guard terms.count <= ReadingLimits.items else { throw .tooLarge(.items) }
            skipRatioNoun()
            guard skipRatioMark() else { break }
        }
        _ = skipKoreanEnding()
        while let next = scanner.next, next == "." || next == " " { scanner.position += 1 }
        guard scanner.isAtEnd, terms.count >= 2 else {
            throw .notUnderstood(.trailing, at: scanner.position)
        }
        return try Self.inOneUnit(terms, units)
    }

    private mutating func skipRatioUnit() -> UnitReading? {
        let start = scanner.position
        scanner.skipSpaces()
        if let unit = scanner.unit(), !(scanner.next?.isLatinLetter ?? false),
            unit.text != "대"
        {
            return unit
        }
        scanner.position = start
        return nil
    }

    /// `1 cm : 5 km` is 1 : 500000.
    private static func inOneUnit(
        _ terms: [Expression], _ units: [UnitReading?]
    ) throws(ReadingFault) -> [Expression] {
        guard units.allSatisfy({ $0 != nil }) else { return terms }
        let kinds = units.first??.candidates.map(\.dimension) ?? []
        let common = kinds.first { kind in
            units.allSatisfy { $0?.candidates.contains { $0.dimension == kind } ?? false }
        }
        guard let common else { throw .notUnderstood(.general, at: nil) }
        let sizes = units.map { unit in
            unit?.candidates.first { $0.dimension == common }?.factor ?? 1
        }
        guard let least = sizes.min(), Set(sizes).count > 1 else { return terms }
        var result: [Expression] = []
        for (term, size) in zip(terms, sizes) {
            guard let value = try term.value().rational else { return terms }
            result.append(ExpressionParser.word(value * size / least))
        }
        return result
    }

    private mutating func skipRatioLeadIn() {
        for word in [
            "the ratio is", "ratio is", "ratio", "the answer is", "answer", "비는", "답은", "답", "=",
        ]
        where scanner.skip(word) {
            scanner.skipSpaces()
            _ = scanner.skip(":" as Unicode.Scalar) || scanner.skip("=" as Unicode.Scalar)
            return
        }
        _ = skipLeadingSentence()
    }

    private mutating func skipRatioNoun() {
        let start = scanner.position
        scanner.skipSpaces()
        guard let word = scanner.latinWord(), word.text.count >= 2,
            !["to", "for", "am", "pm", "out"].contains(word.text),
            !Self.notNouns.contains(word.text), !EnglishNumberWords.isNumberWord(word.text)
        else {
            scanner.position = start
            return
        }
        scanner.position = word.end
    }

    private mutating func skipRatioMark() -> Bool {
        scanner.skipSpaces()
        if scanner.skip(":" as Unicode.Scalar) { return true }
        if scanner.skip(word: "to") || scanner.skip(word: "for every") { return true }
        // "대" also counts machines; between two numbers it is a ratio.
        let start = scanner.position
        if scanner.skip("대") {
            scanner.skipSpaces()
            if let next = scanner.next, next.isASCIIDigit || next.isHangul { return true }
            scanner.position = start
        }
        return false
    }

    /// Reads `3과 4의 비`, `3의 4에 대한 비` and `4에 대한 3의 비`, which are all 3:4.
    mutating func koreanRatio() throws(ReadingFault) -> [Expression]? {
        guard scanner.scalars.last?.isHangul ?? false else { return nil }
        let start = scanner.position
        scanner.skipSpaces()
        if let first = try number(), let joint = scanner.skip(anyOf: ["와", "과", "의", "에 대한"]) {
            scanner.skipSpaces()
            if let second = try number() {
                let ending = joint == "의" ? "에 대한 비" : "의 비"
                if scanner.skip(ending) {
                    _ = scanner.skip("율")
                    _ = skipKoreanEnding()
                    if scanner.isAtEnd {
                        return joint == "에 대한" ? [second, first] : [first, second]
                    }
                }
            }
        }
        scanner.position = start
        return nil
    }
}
