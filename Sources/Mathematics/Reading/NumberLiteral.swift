/// Where a language puts the point and the separators of thousands.
enum NumberLocale: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case korean = "ko"
    case french = "fr"
    case german = "de"

    init(_ language: Language) {
        self = language == .korean ? .korean : .english
    }

    var decimalMark: Unicode.Scalar { usesComma ? "," : "." }
    var usesComma: Bool { self == .french || self == .german }
    /// The separator of thousands, besides the space that is allowed everywhere.
    var groupMark: Unicode.Scalar? {
        switch self {
        case .english, .korean: ","
        case .german: "."
        case .french: nil
        }
    }
}

/// A number written in digits, with what its notation says about precision.
struct NumberLiteral: Hashable, Sendable {
    var value: Rational
    /// The digits after the point.
    var decimals = 0
    /// The least and the most digits that may be significant: 100 has one to three.
    var significant = 1...1
    var hasPoint = false
    var isRepeating = false
    var isGrouped = false
    /// Whether it ends in "..." without a repetition that can be seen.
    var isOpen = false
    var isWords = false

    init(value: Rational) { self.value = value }
}

extension Scanner {
    /// Reads a number in digits where one is next; `groups` says whether separators of thousands
    /// are allowed, which a list has none of.
    mutating func numberLiteral(
        _ locale: NumberLocale, groups: Bool = true
    ) throws(ReadingFault) -> NumberLiteral? {
        let start = position
        guard startsNumber(locale) else { return nil }
        var digits: [UInt8] = []
        var isGrouped = false
        readDigits(into: &digits)
        if groups, !digits.isEmpty {
            isGrouped = try readGroups(into: &digits, locale, start)
        }
        let whole = digits.count
        var literal = NumberLiteral(value: 0)
        if let mark = next, isDecimalMark(mark, locale) {
            position += 1
            literal.hasPoint = true
            readDigits(into: &digits)
        }
        guard digits.count <= ReadingLimits.digits else { throw .tooLarge(.digits) }
        guard !digits.isEmpty else {
            position = start
            return nil
        }
        literal.isGrouped = isGrouped
        literal.decimals = digits.count - whole
        literal.significant = Self.significantDigits(digits, hasPoint: literal.hasPoint)
        try finish(&literal, digits, locale)
        return literal
    }

    private func startsNumber(_ locale: NumberLocale) -> Bool {
        guard let next else { return false }
        if next.isASCIIDigit { return true }
        let follower = peek(1)
        guard next == "." || next == locale.decimalMark else { return false }
        return follower?.isASCIIDigit ?? false || follower == "(" && peek(2)?.isASCIIDigit ?? false
    }

    private mutating func readDigits(into digits: inout [UInt8]) {
        while let next, next.isASCIIDigit {
            digits.append(UInt8(next.value))
            position += 1
        }
    }

    /// A point is also read in French, where it separates nothing else.
    private func isDecimalMark(_ mark: Unicode.Scalar, _ locale: NumberLocale) -> Bool {
        guard mark == locale.decimalMark || mark == "." && locale == .french else { return false }
        let follower = peek(1)
        if mark == "," { return follower?.isASCIIDigit ?? false || follower == "(" }
        // "0.." or "3...2" is not a point but dots between numbers.
        return follower != "."
    }

    /// Reads groups of three digits after the first one to three.
    private mutating func readGroups(
        into digits: inout [UInt8], _ locale: NumberLocale, _ start: Int
    ) throws(ReadingFault) -> Bool {
        guard let mark = next, mark == locale.groupMark || mark == " ",
            digitRun(at: position + 1) > 0
        else {
            if let mark = next, mark == locale.groupMark, mark == ",", peek(1) == " ",
                digitRun(at: position + 2) == 3, digits.count <= 3
            {
                throw .notUnderstood(.spacedSeparator, at: position)
            }
            if next == ",", !locale.usesComma, digitRun(at: position + 1) > 0 {
                throw .notUnderstood(.separator, at: position)
            }
            return false
        }
        var end = position
        var groups = 0
        while end < scalars.count, scalars[end] == mark, digitRun(at: end + 1) == 3 {
            end += 4
            groups += 1
        }
        let isWellFormed = groups > 0 && digits.count <= 3 && digits.first != 48
        if mark == " " {
            // "1 234/5" could be a mixed number, so a slash ends the grouping.
            let follower = end < scalars.count ? scalars[end] : nil
            guard isWellFormed, follower != "/", !(follower?.isASCIIDigit ?? false) else {
                return false
            }
        } else {
            let follower = end < scalars.count ? scalars[end] : nil
            let goesOn = follower == mark && digitRun(at: end + 1) > 0
            guard isWellFormed, !goesOn else {
                // A point that groups nothing is no decimal point here either.
                throw .notUnderstood(.separator, at: position)
            }
        }
        while position < end {
            if scalars[position].isASCIIDigit { digits.append(UInt8(scalars[position].value)) }
            position += 1
        }
        return true
    }

    private func digitRun(at start: Int) -> Int {
        var index = start
        while index < scalars.count, scalars[index].isASCIIDigit { index += 1 }
        return index - start
    }

    private static func significantDigits(_ digits: [UInt8], hasPoint: Bool) -> ClosedRange<Int> {
        let fromFirst = digits.drop { $0 == 48 }
        guard !fromFirst.isEmpty else { return 1...max(1, digits.count) }
        let most = fromFirst.count
        guard !hasPoint else { return most...most }
        let trailing = fromFirst.reversed().prefix { $0 == 48 }.count
        return (most - trailing)...most
    }

    /// Reads what may follow the digits: repeating parts, dots and powers of ten.
    private mutating func finish(
        _ literal: inout NumberLiteral, _ digits: [UInt8], _ locale: NumberLocale
    ) throws(ReadingFault) {
        literal.value = Rational(digits: digits, decimals: literal.decimals)
        guard literal.hasPoint else { return }
        if let period = try repeatingPart(digits, literal.decimals) {
            literal.value = period
            literal.isRepeating = true
        } else if scalars[position...].starts(with: ["."]), peek(1) == "." {
            while next == "." { position += 1 }
            let whole = digits.count - literal.decimals
            if let value = Self.repetition(digits, whole: whole) {
                literal.value = value
                literal.isRepeating = true
            } else {
                literal.isOpen = true
            }
        }
    }

    /// Reads "(3)", "[3]", a line or dots above digits, or "3 repeating".
    private mutating func repeatingPart(
        _ digits: [UInt8], _ decimals: Int
    ) throws(ReadingFault) -> Rational? {
        if let open = next, open == "(" || open == "[" {
            let start = position
            position += 1
            var period: [UInt8] = []
            readDigits(into: &period)
            guard !period.isEmpty, skip(open == "(" ? ")" : "]"), period.count <= 30 else {
                position = start
                return nil
            }
            return Self.repeating(digits, decimals: decimals, period: period)
        }
        if next == "\u{0305}" || next == "\u{0307}" {
            return try markedPeriod(digits, decimals)
        }
        let start = position
        skipSpaces()
        if decimals > 0, skip("(repeating)") || skip("repeating") || skip("recurring") || skip("순환")
        {
            return Self.repeating(
                Array(digits.dropLast()), decimals: decimals - 1, period: Array(digits.suffix(1)))
        }
        position = start
        return nil
    }

    /// Reads digits of which some have a line or a dot above them.
    private mutating func markedPeriod(
        _ digits: [UInt8], _ decimals: Int
    ) throws(ReadingFault) -> Rational? {
        guard decimals > 0 else { return nil }
        let isDotted = next == "\u{0307}"
        var all = digits
        var marked = [all.count - 1]
        position += 1
        while let digit = next, digit.isASCIIDigit {
            all.append(UInt8(digit.value))
            position += 1
            if let mark = next, mark == "\u{0305}" || mark == "\u{0307}" {
                marked.append(all.count - 1)
                position += 1
            }
        }
        guard all.count <= ReadingLimits.digits else { throw .tooLarge(.digits) }
        guard let first = marked.first, marked.last == all.count - 1,
            isDotted || marked.count == all.count - first
        else { throw .notUnderstood(.repeating, at: position) }
        let places = decimals + (first - digits.count)
        return Self.repeating(
            Array(all[..<first]), decimals: max(0, places), period: Array(all[first...]))
    }

    /// The value of `digits` followed by `period` again and again.
    private static func repeating(_ digits: [UInt8], decimals: Int, period: [UInt8]) -> Rational {
        let nines = Rational.powerOfTen(period.count) - 1
        let tail = Rational(digits: period, decimals: 0) / nines * .powerOfTen(-decimals)
        return Rational(digits: digits, decimals: decimals) + tail
    }

    /// The value where the decimals end in at least two repetitions of some digits.
    private static func repetition(_ digits: [UInt8], whole: Int) -> Rational? {
        let decimals = digits.count - whole
        if decimals == 1, whole >= 1, digits[whole - 1] == digits[whole], digits[whole] != 48 {
            // "66.6..." repeats its six before and after the point.
            return repeating(
                Array(digits[..<whole]), decimals: 0, period: Array(digits[whole...]))
        }
        for length in 1...max(1, decimals / 2) where decimals >= 2 {
            var start = digits.count - length
            while start > whole, digits[start - 1] == digits[start - 1 + length] { start -= 1 }
            // At least one whole period before the last one is repeated.
            guard digits.count - length - start >= length else { continue }
            return repeating(
                Array(digits[..<start]), decimals: start - whole,
                period: Array(digits[start..<start + length]))
        }
        return nil
    }
}
