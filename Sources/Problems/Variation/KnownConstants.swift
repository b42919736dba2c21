internal import Mathematics

/// A number of an expression.
struct ExpressionLiteral: Hashable, Sendable {
    let value: ExactNumber
    /// Whether it multiplies or divides.
    let isFactor: Bool
}

/// The numbers that everyone knows, with the words that call for them.
enum KnownConstants {
    /// Whether an expression may have a number that its text does not say.
    static func areMeant(
        _ literal: ExpressionLiteral, in lower: String, numbers: [TextNumber]
    ) -> Bool {
        guard let integer = literal.value.integer else {
            return literal.value.denominator == 2 || areNamed(literal, in: lower)
        }
        if integer == 0 || integer == 1 || integer == 2 && literal.isFactor { return true }
        let isAverage = ["average", "mean", "평균"].contains(where: lower.contains)
        return isAverage && numbers.count == integer || areNamed(literal, in: lower)
    }

    /// Whether a word of the text stands for the number.
    static func areNamed(_ literal: ExpressionLiteral, in lower: String) -> Bool {
        guard let integer = literal.value.integer else {
            return ["circ", "원", "round", "π", "pi "].contains(where: lower.contains)
                && [314, 310].contains(literal.value.hundredths)
        }
        if integer == 0 || integer == 1 { return true }
        if (2...99).contains(integer), isKoreanWord(integer, in: lower) { return true }
        guard literal.isFactor || integer >= 10 else { return false }
        return words.contains { entry in
            entry.numbers.contains(integer) && entry.words.contains(where: lower.contains)
        }
    }

    /// Whether a number stands there as a word before what is no usual counter.
    private static func isKoreanWord(_ integer: Int, in lower: String) -> Bool {
        let word = NumberText.words(ExactNumber(integer), .korean)
        let isNoun = Self.koreanNouns[integer].map(lower.contains) ?? false
        return isNoun
            || lower.split(separator: " ").contains {
                $0.hasPrefix(word) && $0.count <= word.count + 2
            }
    }

    private static let koreanNouns = [2: "둘이", 3: "셋이", 4: "넷이", 5: "다섯이"]

    /// Whether a word of the text says the number as a factor, whatever else has its value.
    static func isCarried(_ value: ExactNumber, in lower: String) -> Bool {
        carriers.contains { number, words in
            value.integer == number && words.contains(where: lower.contains)
        }
    }

    private static let carriers: [(number: Int, words: [String])] = [
        (7, ["a week", "per week", "one week", "weeks", "each week", "every week", "주일", "매주"]),
        (12, ["dozen", "다스", "a year", "per year", "일 년", "1년", "매달", "every month"]),
        (60, ["hour", "시간"]), (24, ["in a day", "하루"]), (2, ["pair", "켤레", "쌍", "each foot"]),
        (2, ["triang", "삼각형", "perimeter", "둘레", "round trip", "왕복"]),
        (3, ["third", "triple", "triang", "삼각형"]),
        (4, ["quarter", "fourth", "perimeter", "둘레"]),
        (2, ["leg", "다리", "wheel", "바퀴"]), (4, ["leg", "다리", "wheel", "바퀴"]),
        (3, ["wheel", "바퀴"]),
    ]

    private static let words: [(numbers: Set<Int>, words: [String])] = [
        ([100], ["percent", "%", "퍼센트", "cent", "$", "metre", "meter", " m", "미터"]),
        (
            [10, 100, 1000, 10_000],
            ["cm", "mm", "km", "kg", " g", "ml", " l", "litre", "liter", "gram", "metre", "meter"]
        ),
        ([1000], ["ton", "톤", "킬로", "thousand", "천", "리터", "그램"]),
        ([10, 100, 1000, 10_000], ["만", "천 원", "백", "십", "digit", "자리", "hundred", "tens"]),
        ([60, 3600, 24, 30, 15, 45], ["hour", "minute", "시간", "분", "second", "초", "day", "하루"]),
        ([24], ["day", "하루", "일"]), ([7, 14, 21, 28, 52], ["week", "주", "fortnight"]),
        ([5, 10, 25, 50, 100], ["nickel", "dime", "quarter", "cent", "penn", "coin"]),
        ([365, 366, 12, 52], ["year", "month", "년", "달", "해"]),
        ([28, 29, 30, 31], ["month", "월", "달", "january", "march", "april", "may", "june"]),
        ([12, 6], ["dozen", "다스"]), ([2], ["half", "twice", "double", "pair", "both", "twin"]),
        ([2], ["반", "두 배", "둘", "켤레", "쌍", "triangle", "삼각형"]),
        ([2], ["perimeter", "둘레", "rectang", "직사각형", "average", "middle", "circle", "원"]),
        ([3], ["triang", "삼각", "third", "triple", "tricycle", "yard", "triplet"]),
        ([4], ["square", "quarter", "rectang", "사각", "fourth", "gallon", "season", "계절"]),
        ([5, 540], ["pentagon", "오각형", "fifth"]), ([6, 720], ["hexagon", "육각형", "sixth"]),
        ([6, 8, 12], ["cube", "cuboid", "box", "육면체", "dice", "die ", "주사위"]),
        ([8], ["octagon", "팔각형", "eighth", "octopus", "문어"]),
        ([2, 3, 4, 6, 8, 10], ["leg", "다리", "wheel", "바퀴"]),
        ([180, 360, 90], ["angle", "각", "degree", "°", "turn", "바퀴", "도"]),
        ([12, 36, 16, 8], ["inch", "feet", "foot", "yard", "pound", "ounce", "cup", "pint"]),
        ([13, 52], ["card", "카드"]), ([10], ["tenth", "decade", "소수"]),
    ]
}

extension ExactNumber {
    /// The number in hundredths, nil where that is no whole number.
    fileprivate var hundredths: Int? {
        (100).isMultiple(of: denominator) && magnitude.numerator < 1_000_000
            ? numerator * (100 / denominator) : nil
    }
}
