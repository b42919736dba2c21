internal import Mathematics

/// Tells the numbers of a text that count what it lists, or that say what is so everywhere.
struct StatedNumbers {
    private let text: String
    private let lower: String
    private let characters: [Character]
    private let numbers: [TextNumber]

    init(text: String, numbers: [TextNumber]) {
        self.text = text
        self.numbers = numbers
        lower = text.lowercased()
        characters = Array(lower)
    }

    /// Whether a number stays as it is.
    func stays(_ number: TextNumber, isUsed: Bool) -> Bool {
        isDefinition(number) || isLateDay(number) || isCount(number, isUsed: isUsed)
    }

    private func after(_ number: TextNumber) -> String {
        guard number.range.upperBound <= characters.count else { return "" }
        return String(characters[number.range.upperBound...].prefix(24))
    }

    private func before(_ number: TextNumber) -> String {
        String(characters[..<min(number.range.lowerBound, characters.count)].suffix(6))
    }

    /// The word after a number, with at most one adjective before it.
    private func isFollowed(_ number: TextNumber, by words: [String], skipping: Int = 1) -> Bool {
        let following = after(number).split { $0 == " " || $0 == "-" }.prefix(1 + skipping)
        return following.contains { word in words.contains { word.hasPrefix($0) } }
    }

    // MARK: Counts

    private static let counted = [
        "test", "quiz", "day", "number", "side", "people", "person", "child", "friend", "subject",
        "game", "type", "kind", "color", "colour", "sibling", "set", "brand", "month", "week",
        "사람", "명", "과목", "수", "변", "가지", "날", "친구", "종류", "모둠", "반", "각",
    ]

    /// Whether a number counts what the text lists; one that the calculation uses only where the
    /// list is found.
    private func isCount(_ number: TextNumber, isUsed: Bool) -> Bool {
        guard let count = number.value.integer, (2...6).contains(count) else { return false }
        let isCounting = isFollowed(number, by: Self.counted)
        guard isCounting else { return false }
        if case .word = number.style, !isUsed { return true }
        return lists.contains(count)
    }

    /// How many numbers or names the lists of the text have.
    private var lists: Set<Int> {
        var lengths: Set<Int> = []
        var length = 1
        for (first, second) in zip(numbers, numbers.dropFirst()) {
            if isJoined(first.range.upperBound, second.range.lowerBound) {
                length += 1
            } else {
                lengths.insert(length)
                length = 1
            }
        }
        lengths.insert(length)
        return lengths.union(names)
    }

    private func isJoined(_ end: Int, _ start: Int) -> Bool {
        guard end <= start, start <= characters.count, start - end <= 16 else { return false }
        let gap = String(characters[end..<start])
        return !gap.contains(". ")
            && [",", " and ", "와 ", "과 ", "이고", "고 "].contains(where: gap.contains)
    }

    private var names: Set<Int> {
        var lengths: Set<Int> = []
        for match in text.matches(of: /[A-Z]\w+(?:, [A-Z]\w+)*,? and [A-Z]\w+/) {
            let parts = String(match.output).replacing(" and ", with: ",").split(separator: ",")
            lengths.insert(parts.count { !$0.allSatisfy { $0 == " " } })
        }
        for match in text.matches(of: /[가-힣]+(?:, [가-힣]+)+/) {
            lengths.insert(match.output.split(separator: ",").count)
        }
        if text.firstMatch(of: /[가-힣]+[와과] [가-힣]+/) != nil { lengths.insert(2) }
        return lengths
    }

    // MARK: Definitions

    /// What a larger unit has of a smaller one.
    private static let parts: [(value: Set<Int>, smaller: [String], larger: [String])] = [
        ([7], ["day", "일"], ["week", "일주일", "주일"]),
        ([60], ["minute", "분"], ["an hour", "one hour", "1 hour", "한 시간", "1시간은", "each hour"]),
        ([60], ["second", "초"], ["a minute", "one minute", "1 minute", "1분은", "일 분"]),
        ([24], ["hour", "시간"], ["day", "하루"]),
        ([365, 366], ["day", "일"], ["year", "1년", "일 년", "일년", "해"]),
        ([12], ["month", "달", "개월"], ["year", "1년", "일 년", "일년"]),
        (
            [28, 29, 30, 31], ["day", "일"],
            ["january", "february", "march", "april", "june", "july", "august", "month", "월", "달"]
        ),
        ([52], ["week", "주"], ["year", "1년", "일 년", "일년"]),
        ([12], ["", "자루", "개"], ["dozen", "다스"]),
        ([100], ["cm", "centi", "cent", "전"], ["1 m ", "1 m는", "1 metre", "1 meter", "dollar"]),
        ([10], ["mm"], ["1 cm", "1cm"]),
        ([1000], ["g", "m", "ml"], ["1 kg", "1kg", "1 km", "1km", "1 l", "1l", "kilo"]),
    ]
    /// What things have by their nature.
    private static let natural: [(smaller: [String], larger: [String])] = [
        (
            ["leg", "wing"],
            [
                "spider", "ant", "insect", "dog", "cat", "cow", "hen", "chick", "octop", "bird",
                "horse",
                "sheep", "rabbit", "pig", "goat", "duck", "bee", "beetle", "crab",
            ]
        ),
        (["다리"], [""]), (["wheel"], ["car", "bi", "tri", "truck", "bus"]),
        (["face", "side", "면", "눈", "의 눈"], ["dice", "die", "주사위"]),
        (
            ["side", "edge", "corner", "angle", "face", "vert", "변", "각", "꼭짓점", "면", "모서리"],
            [
                "triang", "square", "rectang", "gon", "cube", "각형", "육면체",
            ]
        ),
    ]

    private func isDefinition(_ number: TextNumber) -> Bool {
        guard let value = number.value.integer else { return false }
        let rest = after(number).drop { $0 == " " || $0 == "-" }
        let isPart = Self.parts.contains { part in
            part.value.contains(value) && part.smaller.contains { rest.hasPrefix($0) }
                && part.larger.contains(where: lower.contains)
        }
        let isNatural = Self.natural.contains { part in
            value <= 12 && part.smaller.contains { rest.hasPrefix($0) }
                && part.larger.contains(where: lower.contains)
        }
        let isDieFace =
            value <= 6 && rest.hasPrefix("의 눈") && (lower.contains("주사위") || lower.contains("dice"))
        let isLegs = rest.hasPrefix("개") && before(number).contains("다리")
        return isPart || isNatural || isDieFace || isLegs
    }

    // MARK: Dates

    /// Whether a number is the day of a month that not every month has.
    private func isLateDay(_ number: TextNumber) -> Bool {
        number.isDay && (number.value.integer ?? 0) > 28
    }
}
