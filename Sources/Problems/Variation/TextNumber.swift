internal import Mathematics

/// A number that stands in a text, with the way it is written.
struct TextNumber: Hashable, Sendable {
    /// How a number is written.
    enum Style: Hashable, Sendable {
        /// Digits, with a comma before every three or not, and so many decimals.
        case digits(isGrouped: Bool, places: Int)
        /// A numerator, a slash and a denominator.
        case fraction
        /// A whole and a fraction, such as `1 1/2`; such a number does not vary.
        case mixed
        /// A word such as `twelve` or `세`.
        case word(isCapitalized: Bool)
        /// A time of day, with the times that may stand in for it; the value is its minutes since
        /// midnight.
        case clock(ClockForm, reach: ClosedRange<Int>)
    }

    /// The place in the text, as offsets of characters.
    let range: Range<Int>
    let value: ExactNumber
    let style: Style
    /// Whether a percent sign or word follows.
    let isPercent: Bool
    /// What a count of minutes or seconds after larger units stays below, nil for other numbers.
    var limit: Int?
    /// Whether the number counts hours.
    var isHours = false
    /// Whether the number is the day of a month.
    var isDay = false

    /// How the number is written where it is a time of day.
    var clock: ClockForm? {
        if case .clock(let form, _) = style { form } else { nil }
    }

    /// The text of another value in the same style.
    func text(of value: ExactNumber, _ language: Language) -> String {
        switch style {
        case .fraction, .mixed: return "\(value.numerator)/\(value.denominator)"
        case .word(let isCapitalized):
            let word = NumberText.words(value, language)
            return isCapitalized ? word.prefix(1).uppercased() + word.dropFirst() : word
        case .clock(let form, _): return form.text(value.integer ?? 0)
        case .digits(let isGrouped, let places):
            let text = Self.decimal(value, places: places)
            return isGrouped ? NumberText.grouped(text) : text
        }
    }

    /// A decimal with exactly so many places; the value has no more.
    private static func decimal(_ value: ExactNumber, places: Int) -> String {
        let text = NumberText.decimal(value, places: places) ?? value.exactText
        guard places > 0 else { return text }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        return parts[0] + "." + decimals + String(repeating: "0", count: places - decimals.count)
    }
}

/// Finds the numbers of a text that may vary.
struct TextNumberFinder {
    let characters: [Character]
    private let language: Language
    /// Whether the text is about what was scored out of a hundred.
    let isAboutScores: Bool
    private var found: [TextNumber] = []

    /// The numbers of `text` from first to last; dates, ordinals and years stay out.
    static func numbers(in text: String, _ language: Language) -> [TextNumber] {
        var finder = TextNumberFinder(characters: Array(text), language: language)
        finder.found = ClockFinder.times(in: finder.characters)
        finder.findDigits()
        finder.findWords()
        finder.leaveOutAmbiguousTimes()
        return finder.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private init(characters: [Character], language: Language) {
        self.characters = characters
        self.language = language
        let text = String(characters).lowercased()
        isAboutScores = [
            "score", "test", "exam", "quiz", "grade point", "점수", "시험", "평균", "점을",
        ].contains(where: text.contains)
    }

    /// Roles are told apart by value: a time that has the value of a number does not vary.
    private mutating func leaveOutAmbiguousTimes() {
        let others = Set(found.filter { $0.clock == nil }.map(\.value))
        found.removeAll { $0.clock != nil && others.contains($0.value) }
    }

    private func isDigit(_ position: Int) -> Bool {
        characters.indices.contains(position) && ("0"..."9").contains(characters[position])
    }

    private func isLatin(_ position: Int) -> Bool {
        characters.indices.contains(position) && characters[position].isASCII
            && characters[position].isLetter
    }

    private func follows(_ text: String, at position: Int) -> Bool {
        characters[min(position, characters.count)...].starts(with: text)
    }

    private mutating func findDigits() {
        var position = 0
        while position < characters.count {
            guard isDigit(position) else {
                position += 1
                continue
            }
            let start = position
            let (end, style) = literalEnd(from: start)
            position = end
            if let number = number(start..<end, style) { found.append(number) }
            while isDigit(position) { position += 1 }
        }
    }

    private func literalEnd(from start: Int) -> (Int, TextNumber.Style) {
        var end = start
        while isDigit(end) { end += 1 }
        var isGrouped = false
        while end < characters.count, characters[end] == ",", end - start <= 15,
            isDigit(end + 1), isDigit(end + 2), isDigit(end + 3), !isDigit(end + 4)
        {
            isGrouped = true
            end += 4
        }
        let whole = end
        if end < characters.count, characters[end] == ".", isDigit(end + 1) {
            end += 1
            while isDigit(end) { end += 1 }
            return (end, .digits(isGrouped: isGrouped, places: end - whole - 1))
        }
        if !isGrouped, let fractionEnd = slashEnd(from: end) { return (fractionEnd, .fraction) }
        if !isGrouped, follows(" ", at: end), isDigit(end + 1) {
            var top = end + 1
            while isDigit(top) { top += 1 }
            if let mixedEnd = slashEnd(from: top) { return (mixedEnd, .mixed) }
        }
        return (end, .digits(isGrouped: isGrouped, places: 0))
    }

    /// The end of `/` and digits, nil where none stand there.
    private func slashEnd(from start: Int) -> Int? {
        guard follows("/", at: start), isDigit(start + 1) else { return nil }
        var end = start + 1
        while isDigit(end) { end += 1 }
        return end
    }

    private func number(_ range: Range<Int>, _ style: TextNumber.Style) -> TextNumber? {
        let before = range.lowerBound - 1
        let isPartOfWord = isLatin(before) || (before >= 0 && "_#".contains(characters[before]))
        let isTime = found.contains { $0.clock != nil && $0.range.overlaps(range) }
        guard !isPartOfWord, !isTime, !isClock(range), !isOrdinalOrDate(range), !isLabel(range)
        else { return nil }
        guard let value = value(String(characters[range]), style), !isYear(value, range) else {
            return nil
        }
        var number = TextNumber(
            range: range, value: value, style: style, isPercent: isPercent(after: range.upperBound))
        number.isHours = ["시간", " hour", "-hour"].contains { follows($0, at: range.upperBound) }
        number.isDay = isDay(range)
        number.limit = isPartOfLength(range) ? 59 : number.isDay ? 28 : isScore(value) ? 100 : nil
        return number
    }

    /// Whether a number counts the minutes after hours, as in `2 hours 45 minutes` or `2시간 45분`.
    private func isPartOfLength(_ range: Range<Int>) -> Bool {
        let before = String(characters[max(0, range.lowerBound - 12)..<range.lowerBound])
        let pairs = [
            (["hour ", "hours ", "hour and ", "hours and "], [" min"]), (["시간 ", "시간"], ["분"]),
            (["minute ", "minutes ", "minute and ", "minutes and "], [" sec"]),
            (["분 ", "분"], ["초"]),
        ]
        return pairs.contains { larger, smaller in
            larger.contains(where: before.hasSuffix)
                && smaller.contains { follows($0, at: range.upperBound) }
        }
    }

    private func value(_ text: String, _ style: TextNumber.Style) -> ExactNumber? {
        let parts = text.replacing(",", with: "").split { $0 == "/" || $0 == " " }
            .compactMap { NumberText.number(String($0)) }
        switch style {
        case .fraction: return parts.count == 2 ? quotient(parts[0], parts[1]) : nil
        case .mixed:
            guard parts.count == 3, let part = quotient(parts[1], parts[2]) else { return nil }
            return try? parts[0].adding(part)  // Out of range: no number of a problem.
        case .digits, .word, .clock: return parts.first
        }
    }

    private func quotient(_ top: ExactNumber, _ bottom: ExactNumber) -> ExactNumber? {
        guard let top = top.integer, let bottom = bottom.integer, bottom > 0 else { return nil }
        return try? ExactNumber(top, over: bottom)  // Out of range: no number of a problem.
    }

    private func isPercent(after end: Int) -> Bool {
        ["%", " %", " percent", "퍼센트", " 퍼센트"].contains { follows($0, at: end) }
    }

    private func isClock(_ range: Range<Int>) -> Bool {
        let (before, after) = (range.lowerBound - 1, range.upperBound)
        return (follows(":", at: after) && isDigit(after + 1))
            || (before > 0 && characters[before] == ":" && isDigit(before - 1))
    }

    private func isOrdinalOrDate(_ range: Range<Int>) -> Bool {
        ["st", "nd", "rd", "th", "번째", "학년", "월 ", "년 "].contains {
            follows($0, at: range.upperBound)
        }
    }

    private func isYear(_ value: ExactNumber, _ range: Range<Int>) -> Bool {
        guard let year = value.integer, range.count == 4 else { return false }
        let before = String(characters[max(0, range.lowerBound - 3)..<range.lowerBound])
        return (1900...2100).contains(year) && before.lowercased().hasSuffix("in ")
    }

    private mutating func findWords() {
        var position = 0
        while position < characters.count {
            guard characters[position].isLetter, position == 0 || !isWord(position - 1) else {
                position += 1
                continue
            }
            var end = position
            while end < characters.count, isWord(end) { end += 1 }
            if let number = word(position..<end) { found.append(number) }
            position = end
        }
    }

    private func isWord(_ position: Int) -> Bool {
        characters[position].isLetter
            || (language == .english && characters[position] == "-")
    }

    private func word(_ range: Range<Int>) -> TextNumber? {
        let text = String(characters[range])
        guard let value = Self.values[language]?[text.lowercased()],
            language == .english || isBeforeCounter(range.upperBound)
        else { return nil }
        return TextNumber(
            range: range, value: ExactNumber(value),
            style: .word(isCapitalized: characters[range.lowerBound].isUppercase),
            isPercent: isPercent(after: range.upperBound))
    }

    private func isBeforeCounter(_ end: Int) -> Bool {
        Self.counters.contains { follows(" " + $0, at: end) }
    }

    private static let counters = [
        "개", "명", "마리", "권", "자루", "장", "대", "송이", "그루", "살", "시간", "상자", "봉지", "묶음",
        "번", "잔", "병", "켤레", "벌", "줄", "조각", "다발", "판", "알", "바구니", "접시", "통", "사람", "배",
    ]
    /// The words for 2 to 99; `one` is as often no number.
    private static let values: [Language: [String: Int]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (
                language,
                Dictionary(
                    (2...99).map { (NumberText.words(ExactNumber($0), language), $0) },
                    uniquingKeysWith: { first, _ in first })
            )
        })
}
