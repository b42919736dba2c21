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
                let counted = words == 0 ? known : scanner.string(nounStart..<scanner.position)
                let isNative = "나둘셋넷".unicodeScalars.contains(scanner.peek(-2) ?? " ")
                if words <= 1, skipHalfMore(of: &reading, isNative ? "개" : counted) { break }
                let isApart = words > 0 || reading.isNamed || scanner.peek(-1) == " "
                if isApart && (isCountNext || isNumberAlone) || isNumberJoined {
                    throw .notUnderstood(.twoNumbers, at: scanner.position)
                }
                let begin = scanner.position
                while let letter = scanner.next, letter.isHangul { scanner.position += 1 }
                let word = scanner.string(begin..<scanner.position)
                // Twice "12 cm" is "12cm의 2배".
                let isMultiple = reading.hasUnit && words == 0 && word.hasPrefix("배")
                guard !isMultiple, !KoreanCounters.changesMeaning(word, isFirst: words == 0) else {
                    throw .notUnderstood(.trailing, at: begin)
                }
                // "사흘" is not four of something.
                let isJoined = words == 0 && start == begin && scanner.isWordEnd(before: begin)
                guard !isJoined || KoreanCounters.begins(word) || isAnswerNamed(after: word)
                else { throw .notUnderstood(.trailing, at: begin) }
            } else if next == "/", words > 0 || reading.isNamed,
                let word = scanner.latinWord(at: scanner.position + 1)
            {
                // "5 apples/box"
                scanner.position = word.end
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
            let isRate = scanner.next == "/" && scanner.peek(1)?.isLatinLetter ?? false
            if !(scanner.next?.isLetter ?? false), !isRate {
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

    /// Whether `of the class` may follow: `15% of the class`, `3/4 of the pizza`.
    private func isShare(_ expression: Expression) -> Bool {
        let shape = AnswerForm(expression).shape
        return shape == .percent || shape == .fraction
    }

    /// Whether a number in Korean words with what it counts is next: `세 개`, `만 이천 원`.
    var isCountNext: Bool {
        var copy = self
        guard copy.skipKoreanNumber() else { return false }
        copy.scanner.skipSpaces()
        if copy.scanner.next?.isHangul ?? false, copy.scanner.unit() != nil {
            return !(copy.scanner.next?.isHangul ?? false) || copy.skipKoreanEnding()
        }
        let begin = copy.scanner.position
        while let letter = copy.scanner.next, letter.isHangul { copy.scanner.position += 1 }
        return KoreanCounters.isCounter(copy.scanner.string(begin..<copy.scanner.position))
    }

    /// Whether a number in Korean words is next that no other syllable follows: `다섯`.
    private var isNumberAlone: Bool {
        var copy = self
        guard copy.skipKoreanNumber() else { return false }
        // "23 세" is an age and "12개 일 것 같아요" a guess.
        let isShort = copy.scanner.position - scanner.position == 1
        let isOtherWord = isShort && "세네석넉일공한".unicodeScalars.contains(scanner.next ?? " ")
        return !(copy.scanner.next?.isHangul ?? false) && !isOtherWord
    }

    /// Whether a number in Korean words is joined to digits: `20하나`.
    private var isNumberJoined: Bool {
        guard scanner.peek(-1)?.isASCIIDigit ?? false else { return false }
        var copy = self
        // "12이" may be a particle; "12삼" is two numbers.
        let isDigit = "삼사오육칠팔구".unicodeScalars.contains(scanner.next ?? " ")
        return isNumberAlone && copy.skipKoreanNumber()
            && (isDigit || copy.scanner.position - scanner.position > 1)
    }

    private mutating func skipKoreanNumber() -> Bool {
        // What is too large to read is no count.
        guard scanner.next?.isHangul ?? false else { return false }
        return (try? scanner.koreanNumber(context.locale)) != nil
    }

    /// Whether `12가 답이에요` or `7이 맞아요` goes on after its particle.
    private func isAnswerNamed(after particle: String) -> Bool {
        guard ["가", "이", "은", "는"].contains(particle) else { return false }
        var copy = scanner
        copy.skipSpaces()
        return copy.skip(anyOf: ["답", "정답", "맞", "됩", "돼", "되", "나와", "나옵", "나왔"]) != nil
    }

    /// Reads the half of `두 개 반`, which is two and a half.
    private mutating func skipHalfMore(
        of reading: inout QuantityReading, _ counted: String
    ) -> Bool {
        let start = scanner.position
        let counter = counted.filter { $0 != " " }
        guard !reading.hasUnit, KoreanCounters.isDivisible(counter),
            let count = reading.parts.first?.expression.asLiteral, count.value.isInteger,
            scanner.skip("반"), !(scanner.next?.isHangul ?? false) || isKoreanEndingOnly()
        else {
            scanner.position = start
            return false
        }
        reading.parts[0].expression = .mixed(count.value, 1, 2)
        return true
    }

    private func isKoreanEndingOnly() -> Bool {
        var copy = self
        return copy.skipKoreanEnding() && (copy.scanner.isAtEnd || copy.scanner.next == ".")
    }

    static let notNouns: Set<String> = [
        "plus", "minus", "times", "divided", "over", "or", "and", "sin", "cos", "tan", "log",
        "not", "below", "negative", "squared", "cubed", "percent", "pi", "sqrt", "root", "but",
        "to", "than", "no", "inf", "infinity", "nan", "tens", "hundreds", "thousands", "millions",
        "dozens", "wrong", "incorrect", "false", "isnt", "arent", "dont", "cant", "cannot", "wont",
        "never", "neither", "nor", "nope", "except", "without", "doubled", "tripled", "halved",
        "factorial", "max", "min", "maximum", "minimum", "under", "above", "beyond", "wait", "mod",
        "modulo", "mille", "permille", "instead", "rather", "unless", "untrue", "mistake", "oops",
        "sorry", "scratch", "ish", "maybe", "perhaps", "possibly", "unsure", "guess", "idk",
        "unlikely",
        "mil", "lakh", "lakhs", "crore", "crores", "grand", "quadrillion", "gross", "score",
        "percents", "permil", "bps", "percentage", "twice", "thrice", "bn", "pass", "skip", "take",
        "something",
        "hex", "too", "help", "again", "error", "void", "undo",
        "mean", "meant", "bigger", "smaller", "greater", "larger", "roots", "choose", "until",
    ]
    private static let unitTails: Set<String> = [
        "of", "tall", "long", "wide", "high", "deep", "away", "left", "more", "each", "total",
        "altogether", "all", "old", "heavy", "in", "change", "remaining", "apart", "farther",
        "further", "longer", "taller", "shorter", "heavier", "lighter", "older", "younger",
        "less", "later", "earlier", "per", "for", "profit", "on", "the", "only", "exactly",
        "needed", "by", "area", "perimeter", "back", "at", "from", "with",
    ]

    private func isWordLast(_ end: Int) -> Bool {
        !scanner.scalars[end...].contains { $0 != " " && $0 != "." }
    }

    private mutating func skipNounWord(
        isFirst: Bool, _ reading: QuantityReading
    ) throws(ReadingFault) -> Bool {
        guard let word = scanner.latinWord() else {
            while let next = scanner.next, next.isLetter { scanner.position += 1 }
            return true
        }
        let isTimes = word.text == "times"
        // "12 X" is struck out.
        if word.text == "x" || word.text == "per" && isWordLast(word.end) { return false }
        if word.text == "over", scanner.string(0..<scanner.position).lowercased().hasSuffix("left ")
        {
            scanner.position = word.end
            return true
        }
        // Behind digits "point" is what a game counts; "two point five" was read before.
        if EnglishNumberWords.isNumberWord(word.text) && word.text != "point"
            || Self.notNouns.contains(word.text) && !isTimes
        {
            return false
        }
        if isFirst {
            if reading.isNamed {
                guard Self.unitTails.contains(word.text) else { return false }
            } else if word.text.count < 3, word.text != "in",
                word.text != "of" || !(reading.parts.first.map { isShare($0.expression) } ?? false)
            {
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
