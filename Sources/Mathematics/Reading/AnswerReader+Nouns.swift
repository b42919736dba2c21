extension AnswerReader {
    /// Reads what is counted; words that deny the number or bound it are not read.
    mutating func readNoun(_ reading: inout QuantityReading) throws(ReadingFault) {
        let start = scanner.position
        let known = reading.noun
        defer { if !known.isEmpty { reading.noun = known } }
        var words = 0
        let hasBracket = scanner.skip("(" as Unicode.Scalar)
        let nounStart = scanner.position
        while let next = scanner.next {
            if next.isHangul {
                guard words < 6 else { break }
                if words > 0 || reading.isNamed, isKoreanEndingOnly() { break }
                let begin = scanner.position
                while let letter = scanner.next, letter.isHangul { scanner.position += 1 }
                let word = scanner.string(begin..<scanner.position)
                guard !KoreanCounters.changesMeaning(word, isFirst: words == 0) else {
                    throw .notUnderstood(.trailing, at: begin)
                }
                // "사흘" is not four of something.
                let isJoined = words == 0 && start == begin && scanner.isWordEnd(before: begin)
                guard !isJoined || KoreanCounters.begins(word)
                else { throw .notUnderstood(.trailing, at: begin) }
            } else if next.isLetter {
                guard words < 6, try skipNounWord(isFirst: words == 0, reading) else {
                    throw .notUnderstood(.trailing, at: scanner.position)
                }
            } else {
                break
            }
            words += 1
            let afterWord = scanner.position
            if scanner.next == "'", scanner.peek(1) == "t" {
                // "isn't" and the like deny the number.
                throw .notUnderstood(.trailing, at: afterWord)
            }
            while scanner.next == " " || scanner.next == "-" || scanner.next == "'" {
                scanner.position += 1
            }
            if !(scanner.next?.isLetter ?? false) {
                scanner.position = afterWord
                break
            }
        }
        reading.noun = scanner.string(nounStart..<scanner.position)
        if hasBracket {
            guard words > 0, scanner.skip(")" as Unicode.Scalar) else {
                throw .notUnderstood(.openBracket, at: start)
            }
        }
    }

    private func isKoreanEndingOnly() -> Bool {
        var copy = self
        return copy.skipKoreanEnding() && (copy.scanner.isAtEnd || copy.scanner.next == ".")
    }

    private static let notNouns: Set<String> = [
        "plus", "minus", "times", "divided", "over", "or", "and", "sin", "cos", "tan", "log",
        "not", "below", "negative", "squared", "cubed", "percent", "pi", "sqrt", "root", "but",
        "to", "than", "no", "inf", "infinity", "nan", "tens", "hundreds", "thousands", "millions",
        "dozens", "wrong", "incorrect", "false", "isnt", "arent", "dont", "cant", "cannot", "wont",
        "never", "neither", "nor", "nope", "except", "without", "doubled", "tripled", "halved",
        "factorial", "max", "min", "maximum", "minimum", "under", "above", "beyond", "wait", "mod",
        "modulo", "mille", "permille", "instead", "rather", "unless", "untrue", "mistake", "oops",
        "sorry", "scratch",
        "mean", "meant", "bigger", "smaller", "greater", "larger", "roots", "choose", "until",
    ]
    private static let unitTails: Set<String> = [
        "of", "tall", "long", "wide", "high", "deep", "away", "left", "more", "each", "total",
        "altogether", "all", "old", "heavy", "in", "change", "remaining", "apart", "farther",
        "further", "longer", "taller", "shorter", "heavier", "lighter", "older", "younger",
        "less", "later", "earlier", "per", "for", "profit", "on", "the", "only", "exactly",
        "needed", "by", "area", "perimeter",
    ]

    private mutating func skipNounWord(
        isFirst: Bool, _ reading: QuantityReading
    ) throws(ReadingFault) -> Bool {
        guard let word = scanner.latinWord() else {
            while let next = scanner.next, next.isLetter { scanner.position += 1 }
            return true
        }
        let isTimes = word.text == "times"
        // Behind digits "point" is what a game counts; "two point five" was read before.
        if EnglishNumberWords.isNumberWord(word.text) && word.text != "point"
            || Self.notNouns.contains(word.text) && !isTimes
        {
            return false
        }
        if isFirst {
            if reading.isNamed {
                guard Self.unitTails.contains(word.text) else { return false }
            } else if word.text.count < 3, word.text != "in" {
                return false
            }
        }
        scanner.position = word.end
        return true
    }
}

extension QuantityReading {
    /// Whether a unit or a noun was read, so that only certain words may follow.
    fileprivate var isNamed: Bool { hasUnit || !noun.isEmpty }
}
