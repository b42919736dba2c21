internal import Mathematics

/// Reads one time of day where it stands: `3:30 pm`, `15:30`, `오후 3시 30분`, `3시 반`.
struct ClockReader {
    /// Which half of the day is meant.
    enum Half: Hashable, Sendable {
        case morning, afternoon

        /// The minutes since midnight at which the half begins.
        var start: Int { self == .morning ? 0 : 720 }
    }

    /// A time as it was written.
    struct Reading: Hashable, Sendable {
        let hour: Int
        let minute: Int
        let half: Half?
        /// Whether a word such as 아침 says more than which half of the day it is.
        let isPartOfDay: Bool
        /// Where hour and minutes stand, without what says which half of the day it is.
        let range: Range<Int>
        /// Where the whole ends.
        let end: Int
        let form: ClockForm

        /// The minutes since midnight as far as the time itself says them.
        var minutes: Int { half.map { $0.start + hour % 12 * 60 + minute } ?? hour * 60 + minute }
    }

    let characters: [Character]

    /// The time whose hour begins at a position, nil where none does.
    func reading(at start: Int) -> Reading? {
        guard isDigit(start), !isDigit(start - 1), !has(start - 1, in: ":.,/$₩-"),
            !(characters.indices.contains(start - 1) && isLatin(start - 1))
        else { return nil }
        let end = digitsEnd(start)
        guard end - start <= 2, let hour = number(start..<end), hour <= 24 else { return nil }
        return follows("시", at: end)
            ? korean(hour, start, after: end + 1) : colon(hour, start, after: end)
    }

    private func colon(_ hour: Int, _ start: Int, after end: Int) -> Reading? {
        var minute: Int?
        var last = end
        if has(end, in: ":") {
            last = digitsEnd(end + 1)
            guard last == end + 3, !has(last, in: ":"), let read = number(end + 1..<last),
                read < 60
            else { return nil }
            minute = read
        }
        let (half, whole) = latinHalf(at: last)
        guard hour < 24, minute != nil || half != nil, half == nil || (1...12).contains(hour) else {
            return nil
        }
        let before = half == nil ? halfBefore(start) : nil
        let isPadded = characters[start] == "0"
        return Reading(
            hour: hour, minute: minute ?? 0, half: half ?? before?.half,
            isPartOfDay: before?.isPart ?? false, range: start..<last, end: whole,
            form: ClockForm(
                language: .english, hasMinutes: minute != nil, gap: "", isPadded: isPadded,
                hours: half == nil && before == nil && (hour > 12 || isPadded) ? .all : .half,
                isHalfSaid: half != nil || before != nil))
    }

    private func korean(_ hour: Int, _ start: Int, after end: Int) -> Reading? {
        guard !has(end, in: "간속작") else { return nil }
        let before = halfBefore(start)
        guard before == nil || (1...12).contains(hour) else { return nil }
        var (minute, last, gap) = (0, end, " ")
        for space in ["", " "] where last == end {
            let digits = end + space.count
            let digitsEnd = digitsEnd(digits)
            if follows(space, at: end), digitsEnd > digits, digitsEnd - digits <= 2,
                follows("분", at: digitsEnd), let read = number(digits..<digitsEnd), read < 60
            {
                (minute, last, gap) = (read, digitsEnd + 1, space)
            } else if follows(space + "반", at: end) {
                (minute, last, gap) = (30, end + space.count + 1, space)
            }
        }
        return Reading(
            hour: hour, minute: minute, half: before?.half, isPartOfDay: before?.isPart ?? false,
            range: start..<last, end: last,
            form: ClockForm(
                language: .korean, hasMinutes: last > end, gap: gap, isPadded: false,
                hours: before == nil && hour > 12 ? .all : .half, isHalfSaid: before != nil))
    }

    /// `am` or `p.m.` after a time, or where the day is named: `in the evening`.
    private func latinHalf(at end: Int) -> (Half?, Int) {
        for space in ["", " "] {
            for (letter, half) in [("a", Half.morning), ("p", .afternoon)] {
                for word in ["\(letter).m.", "\(letter)m"] {
                    let last = end + space.count + word.count
                    if follows(space + word, at: end, ignoringCase: true), !isLatin(last) {
                        return (half, last)
                    }
                }
            }
        }
        let parts: [(String, Half)] = [
            (" in the morning", .morning), (" in the afternoon", .afternoon),
            (" in the evening", .afternoon), (" at night", .afternoon),
        ]
        let part = parts.first { follows($0.0, at: end, ignoringCase: true) }
        return (part?.1, end)
    }

    /// 오전, 오후 or a part of the day before a time.
    private func halfBefore(_ start: Int) -> (half: Half, isPart: Bool)? {
        let before = String(characters[max(0, start - 3)..<start])
        let words: [(String, Half, Bool)] = [
            ("오전", .morning, false), ("오후", .afternoon, false), ("아침", .morning, true),
            ("새벽", .morning, true), ("저녁", .afternoon, true), ("낮", .afternoon, true),
            ("밤", .afternoon, true),
        ]
        for (word, half, isPart) in words
        where before.hasSuffix(word) || before.hasSuffix(word + " ") {
            return (half, isPart)
        }
        return nil
    }

    private func digitsEnd(_ start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end
    }

    private func number(_ range: Range<Int>) -> Int? { Int(String(characters[range])) }

    private func isDigit(_ position: Int) -> Bool { has(position, in: "0123456789") }

    private func isLatin(_ position: Int) -> Bool {
        characters.indices.contains(position) && characters[position].isASCII
            && characters[position].isLetter
    }

    private func has(_ position: Int, in set: String) -> Bool {
        characters.indices.contains(position) && set.contains(characters[position])
    }

    private func follows(_ text: String, at position: Int, ignoringCase: Bool = false) -> Bool {
        guard position <= characters.count else { return false }
        let found = String(characters[position...].prefix(text.count))
        return ignoringCase ? found.lowercased() == text : found == text
    }
}
