/// Numbers in English words: `twenty-five`, `two and a half`, `three point one four`.
enum EnglishNumberWords {
    static let units: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "nil": 0, "nought": 0, "naught": 0,
    ]
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    static let scales: [String: Int] = [
        "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
    ]
    static let denominators: [String: Int] = [
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
        "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
        "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
        "tenth": 10, "tenths": 10, "eleventh": 11, "elevenths": 11, "twelfth": 12,
        "twelfths": 12, "fifteenth": 15, "fifteenths": 15, "sixteenth": 16, "sixteenths": 16,
        "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100,
        "thousandth": 1000, "thousandths": 1000,
    ]

    /// The value of `twentyone`, written without its hyphen.
    static func joined(_ word: String) -> Int? {
        guard let ten = tens.first(where: { word.hasPrefix($0.key) && word != $0.key }),
            let unit = units[String(word.dropFirst(ten.key.count))], (1...9).contains(unit)
        else { return nil }
        return ten.value + unit
    }

    /// Whether a word says a number, so that it cannot be the name of what is counted.
    static func isNumberWord(_ word: String) -> Bool {
        units[word] != nil || tens[word] != nil || scales[word] != nil
            || denominators[word] != nil || ["hundred", "dozen", "dozens"].contains(word)
    }
}

/// What a number in words is.
enum WordNumber: Hashable, Sendable {
    case whole(Rational)
    case decimal(Rational, places: Int)
    case fraction(Rational, Rational)
    case mixed(Rational, Rational, Rational)
}

extension Scanner {
    /// Reads a number in English words where one is next.
    mutating func englishNumber() -> WordNumber? {
        let start = position
        if let fraction = wordFraction() { return fraction }
        position = start
        if let places = wordDecimals() { return .decimal(places.0, places: places.1) }
        position = start
        guard let whole = cardinal() else {
            position = start
            return nil
        }
        if let places = wordDecimals() {
            return .decimal(whole + places.0, places: places.1)
        }
        let afterWhole = position
        if skipWord("and"), let fraction = wordFraction(),
            case .fraction(let top, let bottom) = fraction
        {
            // "a dozen and a half" are eighteen, and so are "one and a half dozen".
            let isDozen = string(start..<afterWhole).lowercased().hasSuffix("dozen")
            if isDozen { return .whole(whole + Rational(12) * top / bottom) }
            if let scale = scaleWord() { return .whole((whole + top / bottom) * scale) }
            return .mixed(whole, top, bottom)
        }
        position = afterWhole
        return .whole(whole)
    }

    /// Reads `and a half`, `and three quarters` after a number in digits.
    mutating func wordFractionAfterNumber() -> (Rational, Rational)? {
        let start = position
        if skipWord("and"), case .fraction(let top, let bottom)? = wordFraction() {
            return (top, bottom)
        }
        position = start
        return nil
    }

    /// Reads a denominator after `count` in digits: `25 hundredths`, `3 quarters`, `1 third`.
    mutating func denominatorWord(after count: Rational) -> Rational? {
        guard let word = nextWord(), let bottom = EnglishNumberWords.denominators[word.text],
            word.text.hasSuffix("s") != (count == 1)
        else { return nil }
        position = word.end
        skipArticleAfterFraction()
        return Rational(bottom)
    }

    /// Reads a scale after a number in digits: `2 dozen`, `1.5 million`, `3 hundred`.
    mutating func scaleWord() -> Rational? {
        let start = position
        if next == "k", !(peek(1)?.isLetter ?? false), peek(-1)?.isASCIIDigit ?? false {
            // "70k"
            position += 1
            return 1000
        }
        var factor: Rational = 1
        while let word = nextWord() {
            if let scale = EnglishNumberWords.scales[word.text] {
                factor = factor * Rational(scale)
            } else if word.text == "hundred" {
                factor = factor * 100
            } else if word.text == "dozen" || word.text == "dozens" {
                factor = factor * 12
            } else {
                break
            }
            position = word.end
            guard factor.bitWidth < 100 else { break }
        }
        if factor == 1 { position = start }
        return factor == 1 ? nil : factor
    }

    /// The next word after spaces and at most one hyphen, without moving.
    private func nextWord() -> (text: String, end: Int)? {
        var index = position
        while index < scalars.count, scalars[index] == " " { index += 1 }
        if index > 0, index < scalars.count, scalars[index] == "-",
            scalars[index - 1].isASCIILetter
        {
            index += 1
        }
        return latinWord(at: index)
    }

    private mutating func skipWord(_ text: String) -> Bool {
        guard let word = nextWord(), word.text == text else { return false }
        position = word.end
        return true
    }

    /// Reads `half`, `a half`, `two thirds`, `half a dozen`.
    private mutating func wordFraction() -> WordNumber? {
        let start = position
        var top: Rational = 1
        if skipWord("a") || skipWord("an") {
            // The article stands for one.
        } else if let number = cardinal() {
            top = number
        }
        if let word = nextWord(), let bottom = EnglishNumberWords.denominators[word.text] {
            let isAlone = position == start
            guard !isAlone || bottom == 2 || word.text == "quarter" else {
                position = start
                return nil
            }
            position = word.end
            let afterHalf = position
            _ = skipWord("a")
            if let scale = scaleWord() { return .whole(top * scale / Rational(bottom)) }
            position = afterHalf
            skipArticleAfterFraction()
            return .fraction(top, Rational(bottom))
        }
        if skipWord("over"), top != 1 || position > start, let bottom = cardinal(),
            !bottom.isZero
        {
            return .fraction(top, bottom)
        }
        position = start
        return nil
    }

    /// Skips the "a" of "half a cup" and the "of an" of "a quarter of an hour".
    private mutating func skipArticleAfterFraction() {
        let start = position
        _ = skipWord("of")
        guard skipWord("a") || skipWord("an"), nextWord() != nil else {
            position = start
            return
        }
    }

    private mutating func wordDecimals() -> (Rational, Int)? {
        let start = position
        guard skipWord("point") else { return nil }
        var digits: [UInt8] = []
        while let word = nextWord(), digits.count < 20,
            let digit = word.text == "oh" ? 0 : EnglishNumberWords.units[word.text], digit <= 9
        {
            digits.append(UInt8(48 + digit))
            position = word.end
        }
        guard !digits.isEmpty else {
            position = start
            return nil
        }
        return (Rational(digits: digits, decimals: digits.count), digits.count)
    }

    /// Reads a whole number: `one hundred and twenty-five thousand`.
    private mutating func cardinal() -> Rational? {
        var total = Rational.zero
        var current = 0
        var room = 1000
        var scaleRoom = Int.max
        var hasAny = false
        while let word = nextWord() {
            let before = position
            if let joined = EnglishNumberWords.joined(word.text), joined < room {
                current += joined
                room = 1
            } else if let unit = EnglishNumberWords.units[word.text], unit < room,
                hasAny ? unit > 0 : true
            {
                current += unit
                room = 1
            } else if let ten = EnglishNumberWords.tens[word.text], ten < room {
                current += ten
                room = 10
            } else if word.text == "hundred", current < 100, room <= 1000, !hasAny || current > 0 {
                current = max(1, current) * 100
                room = 100
            } else if let scale = EnglishNumberWords.scales[word.text], scale < scaleRoom,
                current > 0
            {
                total = total + Rational(current) * Rational(scale)
                (current, room, scaleRoom) = (0, 1000, scale)
            } else if word.text == "dozen" || word.text == "dozens", hasAny, scaleRoom == .max {
                position = word.end
                return Rational(current) * 12
            } else if (word.text == "a" || word.text == "an"), !hasAny {
                guard skipArticleBeforeScale(&current) else { return nil }
                hasAny = true
                continue
            } else if word.text == "and", hasAny, current >= 100 || current == 0 {
                position = word.end
                guard let follower = nextWord(), isCardinal(follower.text) else {
                    position = before
                    break
                }
                continue
            } else {
                break
            }
            hasAny = true
            position = word.end
        }
        return hasAny ? total + Rational(current) : nil
    }

    private func isCardinal(_ word: String) -> Bool {
        EnglishNumberWords.units[word] != nil || EnglishNumberWords.tens[word] != nil
    }

    private mutating func skipArticleBeforeScale(_ current: inout Int) -> Bool {
        let start = position
        guard let article = nextWord() else { return false }
        position = article.end
        guard let word = nextWord(),
            word.text == "hundred" || word.text == "dozen"
                || EnglishNumberWords.scales[word.text] != nil
        else {
            position = start
            return false
        }
        current = 1
        return true
    }
}
