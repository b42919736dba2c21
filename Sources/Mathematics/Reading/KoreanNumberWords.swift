/// Numbers in Korean words, also mixed with digits: `열두`, `이천삼백`, `1만 2천`, `3.5만`.
enum KoreanNumberWords {
    static let digits: [Unicode.Scalar: Int] = [
        "영": 0, "공": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7,
        "팔": 8, "구": 9,
    ]
    static let small: [Unicode.Scalar: Int] = ["십": 10, "백": 100, "천": 1000]
    static let large: [Unicode.Scalar: Int] = [
        "만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000,
    ]
    /// Longest first.
    static let nativeTens: [(String, Int)] = [
        ("스물", 20), ("스무", 20), ("서른", 30), ("마흔", 40), ("예순", 60), ("일흔", 70),
        ("여든", 80), ("아흔", 90), ("열", 10), ("쉰", 50),
    ]
    static let nativeUnits: [(String, Int)] = [
        ("하나", 1), ("첫", 1), ("다섯", 5), ("여섯", 6), ("일곱", 7), ("여덟", 8), ("여덜", 8), ("아홉", 9),
        ("한", 1), ("둘", 2), ("두", 2), ("셋", 3), ("세", 3), ("석", 3), ("넷", 4), ("네", 4),
        ("넉", 4),
    ]
}

extension KoreanNumberWords {
    /// Words that begin like numbers and are none: a blanket, an aunt, a triangle, a dumpling.
    static let others: Set<String> = [
        "이불", "이모", "세모", "네모", "만두", "만세", "백조", "사과", "구두", "이마", "일기",
    ]

    /// Whether the whole of `word` is a number of things, as in `두 개`.
    static func isNativeNumber(_ word: String) -> Bool {
        var scanner = Scanner(scalars: Array(word.unicodeScalars))
        guard let first = scanner.next,
            nativeUnits.contains(where: { $0.0.unicodeScalars.first == first })
                || nativeTens.contains(where: { $0.0.unicodeScalars.first == first }),
            // What cannot be read is no number.
            (try? scanner.koreanNumber(.korean)) != nil
        else { return false }
        return scanner.isAtEnd
    }
}

extension Scanner {
    /// Reads a number in Korean words where one is next.
    mutating func koreanNumber(_ locale: NumberLocale) throws(ReadingFault) -> WordNumber? {
        guard let next, next.isHangul, !isOtherWordNext else { return nil }
        let start = position
        var number = KoreanNumber()
        guard try number.read(&self, locale, first: nil), let value = number.value else {
            position = start
            return nil
        }
        if let decimals = koreanDecimals() {
            return .decimal(value + decimals.0, places: decimals.1)
        }
        return .whole(value)
    }

    private var isOtherWordNext: Bool {
        guard let next, "이세네만백사오구일".unicodeScalars.contains(next) else { return false }
        var end = position
        while end < scalars.count, scalars[end].isHangul { end += 1 }
        return end - position == 2 && KoreanNumberWords.others.contains(string(position..<end))
    }

    /// Reads on after a number in digits: the `만 2천` of `1만 2천`.
    mutating func koreanNumber(
        continuing literal: Rational, _ locale: NumberLocale
    ) throws(ReadingFault) -> Rational? {
        let start = position
        var number = KoreanNumber()
        guard try number.read(&self, locale, first: literal), let value = number.value else {
            position = start
            return nil
        }
        return value
    }

    /// Whether a space and a further digit follow: `영 점 영 오`.
    private var isSpacedDigitNext: Bool {
        guard next == " ", let digit = peek(1), KoreanNumberWords.digits[digit] != nil else {
            return false
        }
        guard let follower = peek(2), follower.isHangul else { return true }
        return KoreanNumberWords.digits[follower] != nil
    }

    /// Reads the `점 오` of `12점 오`; the "이" of "점이에요" is no digit.
    mutating func koreanDecimals() -> (Rational, Int)? {
        let start = position
        skipSpaces()
        guard skip("점") else {
            position = start
            return nil
        }
        skipSpaces()
        var digits: [UInt8] = []
        while let next, digits.count < 20, let digit = KoreanNumberWords.digits[next] {
            digits.append(UInt8(48 + digit))
            position += 1
            if isSpacedDigitNext { position += 1 }
        }
        let isCopula = digits == [50] && (next == "에" || next == "어" || next == "다")
        guard !digits.isEmpty, !isCopula else {
            position = start
            return nil
        }
        return (Rational(digits: digits, decimals: digits.count), digits.count)
    }
}

/// The state while a Korean number is read from its largest part down.
private struct KoreanNumber {
    private var total = Rational.zero
    private var section = Rational.zero
    private var pending: Rational?
    private var smallRoom = 10_000
    private var largeRoom = Int.max
    private var hasAny = false
    private var isFinished = false

    var value: Rational? { hasAny ? total + section + (pending ?? 0) : nil }

    /// Reads as far as the number goes; `first` is a number in digits that was already read.
    mutating func read(
        _ scanner: inout Scanner, _ locale: NumberLocale, first: Rational?
    ) throws(ReadingFault) -> Bool {
        pending = first
        var steps = 0
        while !isFinished, steps < 64 {
            steps += 1
            let before = scanner.position
            scanner.skipSpaces()
            let hadSpace = scanner.position > before
            guard try step(&scanner, locale, hadSpace: hadSpace) else {
                scanner.position = before
                break
            }
        }
        // Digits alone are not a number in words.
        return first == nil ? hasAny : steps > 1
    }

    private mutating func step(
        _ scanner: inout Scanner, _ locale: NumberLocale, hadSpace: Bool
    ) throws(ReadingFault) -> Bool {
        guard let next = scanner.next else { return false }
        if let factor = KoreanNumberWords.small[next], factor < smallRoom {
            guard pending.map({ $0 < 1000 || !$0.isInteger }) ?? true else { return false }
            scanner.position += 1
            section = section + (pending ?? 1) * Rational(factor)
            (pending, smallRoom, hasAny) = (nil, factor, true)
            return true
        }
        if let factor = KoreanNumberWords.large[next], factor < largeRoom,
            !(next == "조" && scanner.peek(1) == "각"), !(next == "만" && scanner.peek(1) == "큼")
        {
            scanner.position += 1
            let amount = section + (pending ?? 0)
            total = total + (amount.isZero ? 1 : amount) * Rational(factor)
            (section, pending) = (0, nil)
            (smallRoom, largeRoom, hasAny) = (10_000, factor, true)
            return true
        }
        guard pending == nil else { return false }
        if let digit = KoreanNumberWords.digits[next], smallRoom > 1, !isNativeSeven(scanner),
            !hadSpace || !hasAny || isNumberPart(scanner.peek(1)), !hasAny || !isCopula(scanner)
        {
            scanner.position += 1
            (pending, hasAny) = (Rational(digit), true)
            return true
        }
        if next.isASCIIDigit, hasAny, let literal = try scanner.numberLiteral(locale) {
            guard literal.value < Rational(smallRoom == 10_000 ? min(largeRoom, 10_000) : smallRoom)
            else { return false }
            pending = literal.value
            return true
        }
        return native(&scanner)
    }

    /// The "이" of `백오십이에요` says "is" and no two.
    private func isCopula(_ scanner: Scanner) -> Bool {
        var copy = scanner
        return copy.skip(anyOf: ["이에요", "이어요", "이에용"]) != nil
            && !(copy.next?.isHangul ?? false)
    }

    /// `일곱` and `일흔` begin like the Chinese one.
    private func isNativeSeven(_ scanner: Scanner) -> Bool {
        scanner.next == "일" && (scanner.peek(1) == "곱" || scanner.peek(1) == "흔")
    }

    private func isNumberPart(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return true }
        return KoreanNumberWords.small[scalar] != nil || KoreanNumberWords.large[scalar] != nil
            || KoreanNumberWords.digits[scalar] != nil || !scalar.isHangul
    }

    private mutating func native(_ scanner: inout Scanner) -> Bool {
        guard smallRoom >= 100 else { return false }
        let start = scanner.position
        var amount = 0
        for (word, value) in KoreanNumberWords.nativeTens where scanner.skip(word) {
            amount = value
            break
        }
        let afterTens = scanner.position
        scanner.skipSpaces()
        var hasUnit = false
        for (word, value) in KoreanNumberWords.nativeUnits where scanner.skip(word) {
            amount += value
            hasUnit = true
            break
        }
        if !hasUnit { scanner.position = afterTens }
        // "두세 개" is two or three and says no number.
        let isVague =
            hasUnit
            && KoreanNumberWords.nativeUnits.contains { word, _ in
                var copy = scanner
                copy.skipSpaces()
                return word != "한" && word != "석" && copy.skip(word) && copy.next == " "
            }
        guard amount > 0, !isVague else {
            scanner.position = start
            return false
        }
        section = section + Rational(amount)
        (hasAny, isFinished) = (true, true)
        return true
    }
}
