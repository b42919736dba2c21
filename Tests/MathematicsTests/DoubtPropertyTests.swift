import Mathematics
import Testing

/// What denies, doubts or changes a number never passes, and what explains it does.
@Suite struct DoubtPropertyTests {
    private static func verdict(
        _ input: String, for expected: String, _ specification: String = "",
        _ language: Language = .english
    ) throws -> Verdict {
        let key = try AnswerKey(
            expected: expected, specification: AnswerSpecification(parsing: specification))
        return AnswerChecker.check(input, against: key, language: language)
    }

    private static let english = [
        "not #", "# or %", "% or #", "either # or %", "maybe # maybe %", "# maybe %", "maybe #",
        "it is not #", "it isn't #", "I don't think it's #", "# is wrong", "# isn't right", "# X",
        "# but not", "anything but #", "# or more", "more than #", "at most #", "between # and %",
        "# to %", "#, no %", "no, not #", "not = #", "wrong = #", "it could be #", "# idk", "#ish",
        "# squared", "# plus", "# and %", "# / ", "twice #", "half of #", "#...",
        "# lakh", "# mil", "# ❌", "🚫 #", "# = %", "# remainder %", "# or so", "~~#~~",
        "incorrect: #", "# take away", "#a", "# unless %",
    ]

    private static let korean = [
        "#가 아니에요", "#개 아님", "# 아니면 %", "# 또는 %", "#나 %", "#개나 %개", "# 틀림", "#개 틀려요",
        "# 모르겠어요", "#번은 패스", "# 이상", "#개 미만", "#보다 커요", "# 빼고", "#개 말고", "# 곱하기",
        "더하기 #", "# 다음 수", "#여 개", "# 남짓", "#개가량", "#개 반대", "# 글쎄요", "#개 몇", "거의 #",
        "최대 #", "# 그리고", "#개 %개", "#개와 %개", "# 제곱", "#개의 절반", "# 못 구했어요", "# 오답", "#는 아냐",
        "잘못된 답 #", "# 다시", "아마 #",
    ]

    @Test("a number that is denied or doubted is not right", arguments: 0..<60)
    func denials(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = Int.random(in: 2...900, using: &generator)
        let other = value + Int.random(in: 1...50, using: &generator)
        for (templates, language) in [
            (Self.english, Language.english), (Self.korean, .korean),
        ] {
            for template in templates {
                let text = template.replacing("#", with: "\(value)")
                    .replacing("%", with: "\(other)")
                let verdict = try Self.verdict(text, for: "\(value)", "t=num", language)
                #expect(verdict.verdictClass != .correct, "\(text)")
            }
        }
    }

    @Test("a number with its calculation is right where the calculation is", arguments: 0..<100)
    func workings(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (first, second) = (
            Int.random(in: 2...40, using: &generator), Int.random(in: 2...40, using: &generator)
        )
        let product = first * second
        for writing in [
            "\(first)×\(second)=\(product), \(product)개",
            "\(product), \(first)*\(second)=\(product)",
            "\(first) times \(second) is \(product)",
            "\(product) because \(first) x \(second) = \(product)",
            "식: \(first)×\(second)=\(product), 답: \(product)",
        ] {
            #expect(
                try Self.verdict(writing, for: "\(product)", "t=num").verdictClass == .correct,
                "\(writing)")
        }
        for writing in [
            "\(first)×\(second)=\(product + 1)", "\(first)×\(second + 1)=\(product)",
            "\(first)×\(second)=\(product + 1), \(product)",
            "\(first)×\(second)=\(product), \(product + 1)",
        ] {
            #expect(
                try Self.verdict(writing, for: "\(product)", "t=num").verdictClass != .correct,
                "\(writing)")
        }
    }

    @Test(
        "a number told by its places is right, and with two places swapped is not",
        arguments: 0..<80)
    func places(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let digits = (0..<3).map { _ in Int.random(in: 1...9, using: &generator) }
        let (hundreds, tens, ones) = (digits[0], digits[1], digits[2])
        let value = "\(100 * hundreds + 10 * tens + ones)"
        let told = "\(hundreds) hundreds \(tens) tens \(ones) ones"
        let sum = "\(100 * hundreds)+\(10 * tens)+\(ones)"

        #expect(try Self.verdict(told, for: value, "t=num").verdictClass == .correct)
        #expect(try Self.verdict(sum, for: value, "form=expanded").verdictClass == .correct)
        if tens != ones {
            let swapped = "\(hundreds) hundreds \(ones) tens \(tens) ones"
            #expect(try Self.verdict(swapped, for: value, "t=num").verdictClass == .wrong)
        }
    }

    @Test("an interval is the same in every notation", arguments: 0..<60)
    func intervals(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let low = Int.random(in: -20...20, using: &generator)
        let high = low + Int.random(in: 1...30, using: &generator)
        let writings = [
            "(\(low), \(high)]", "]\(low);\(high)]", "]\(low), \(high)]", "x ∈ (\(low), \(high)]",
            "\(low) < x ≤ \(high)", "\(high) >= x > \(low)", "x > \(low) and x <= \(high)",
        ]
        for expected in writings {
            for input in writings {
                #expect(
                    try Self.verdict(input, for: expected, "t=ineq").verdictClass == .correct,
                    "\(input) for \(expected)")
            }
            let closed = "[\(low), \(high)]"
            #expect(try Self.verdict(closed, for: expected, "t=ineq").verdictClass == .wrong)
        }
    }

    @Test("the minus of a compound amount stands before all of it", arguments: 0..<60)
    func signs(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (hours, minutes) = (
            Int.random(in: 1...9, using: &generator), Int.random(in: 1...59, using: &generator)
        )
        let total = 60 * hours + minutes
        let expected = "-\(hours) h \(minutes) min"

        #expect(try Self.verdict("-\(total) min", for: expected).verdictClass == .correct)
        #expect(try Self.verdict(expected, for: "-\(total) min").verdictClass == .correct)
        let verdict = try Self.verdict("\(hours) h \(minutes) min", for: expected)
        #expect(verdict.reason == "sign")
    }
}
