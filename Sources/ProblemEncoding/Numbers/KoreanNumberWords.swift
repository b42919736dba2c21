internal import Mathematics

/// Reads Korean number words: native ones before counters (`다섯 개`, `열두명`) and Sino-Korean
/// ones of two or more syllables (`이십오`, `삼천`).
enum KoreanNumberWords {
    private static let nativeOnes: [(String, Int)] = [
        ("하나", 1), ("다섯", 5), ("여섯", 6), ("일곱", 7), ("여덟", 8), ("아홉", 9),
        ("한", 1), ("둘", 2), ("두", 2), ("셋", 3), ("세", 3), ("석", 3), ("넷", 4), ("네", 4),
        ("넉", 4),
    ]
    private static let nativeTens: [(String, Int)] = [
        ("열", 10), ("스물", 20), ("스무", 20), ("서른", 30), ("마흔", 40), ("쉰", 50),
        ("예순", 60), ("일흔", 70), ("여든", 80), ("아흔", 90),
    ]
    private static let counters = [
        "개", "명", "마리", "사람", "권", "자루", "장", "상자", "봉지", "번", "시간", "살", "송이",
        "그루", "병", "잔", "조각", "줄", "묶음", "바구니", "접시", "모둠", "팀", "칸", "대", "척",
        "켤레", "벌", "쪽", "가지", "배", "달", "주", "곳", "판", "통", "컵", "봉", "다발", "층",
    ]
    private static let particles: Set<String> = [
        "", "이", "가", "은", "는", "을", "를", "의", "에", "로", "씩", "과", "와", "도", "이서",
    ]
    private static let sinoDigits: [Character: Int] = [
        "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9,
    ]
    private static let sinoPowers: [Character: Int] = ["십": 10, "백": 100, "천": 1_000]

    /// Reads a number at the start of a word; returns it and what is left of the word.
    static func read(_ word: String) -> (FoundNumber, rest: String)? {
        if let (value, rest) = native(word) { return (found(value), rest) }
        if let (value, rest) = sino(word) { return (found(value), rest) }
        return nil
    }

    private static func native(_ word: String) -> (Int, String)? {
        var rest = Substring(word)
        var value = 0
        if let (name, ten) = nativeTens.first(where: { rest.hasPrefix($0.0) }) {
            value = ten
            rest = rest.dropFirst(name.count)
        }
        if let (name, one) = nativeOnes.first(where: { rest.hasPrefix($0.0) }) {
            value += one
            rest = rest.dropFirst(name.count)
        }
        guard value > 0 else { return nil }
        let isStandalone = ["하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]
            .contains { word.hasPrefix($0) && particles.contains(String(rest)) }
        let isDeterminer = rest.isEmpty && word != "석" && word != "넉"
        guard isStandalone || isDeterminer || counters.contains(where: rest.hasPrefix) else {
            return nil
        }
        return (value, String(rest))
    }

    /// At least two syllables of which one is a power of ten, such as `이십` or `백오십`.
    private static func sino(_ word: String) -> (Int, String)? {
        var total = 0
        var myriads = 0
        var digit: Int?
        var used = 0
        var powers = 0
        for character in word {
            if let value = sinoDigits[character], digit == nil {
                digit = value
            } else if let power = sinoPowers[character] {
                total += (digit ?? 1) * power
                digit = nil
                powers += 1
            } else if character == "만", total + (digit ?? 0) > 0 {
                myriads = (total + (digit ?? 0)) * 10_000
                total = 0
                digit = nil
                powers += 1
            } else {
                break
            }
            used += 1
        }
        let rest = String(word.dropFirst(used))
        let isWhole =
            rest.isEmpty || rest.hasPrefix("원") || counters.contains(where: rest.hasPrefix)
        guard powers > 0, used >= 2, isWhole else { return nil }
        return (myriads + total + (digit ?? 0), rest)
    }

    private static func found(_ value: Int) -> FoundNumber {
        FoundNumber(
            value: Rational(value), text: "\(value)", isFraction: false, isWord: true)
    }
}
