import Mathematics
import Testing

/// Random answers in every way of writing them, and in ways that must not be accepted.
@Suite struct AnswerPropertyTests {
    private static func verdict(
        _ input: String, for expected: String, _ specification: String = "",
        _ language: Language = .english
    ) throws -> Verdict {
        let key = try AnswerKey(
            expected: expected, specification: AnswerSpecification(parsing: specification))
        return AnswerChecker.check(input, against: key, language: language)
    }

    private static func isRight(
        _ input: String, for expected: String, _ specification: String = "",
        _ language: Language = .english
    ) throws -> Bool {
        try verdict(input, for: expected, specification, language).verdictClass == .correct
    }

    @Test("every way of writing a fraction is right", arguments: 0..<150)
    func fractions(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let bottom = Int.random(in: 2...40, using: &generator)
        let top = Int.random(in: 1...200, using: &generator)
        let value = Rational(top, bottom)
        let factor = Int.random(in: 2...9, using: &generator)
        var writings = [
            "\(top)/\(bottom)", " \(top) / \(bottom) ", "\(top * factor)/\(bottom * factor)",
            "\(bottom)분의 \(top)", "\\frac{\(top)}{\(bottom)}", "-\(top)/-\(bottom)",
            fullWidth("\(top)/\(bottom)"), "x = \(top)/\(bottom)", "\(top)⁄\(bottom)",
        ]
        let whole = top / bottom
        if whole > 0 && top % bottom > 0 {
            writings.append("\(whole) \(top % bottom)/\(bottom)")
            writings.append("\(whole)과 \(bottom)분의 \(top % bottom)")
            writings.append("\(whole) and \(top % bottom)/\(bottom)")
        }
        if let decimal = value.decimalText {
            writings.append(decimal)
            writings.append((value * 100).decimalText.map { $0 + "%" } ?? decimal)
        }

        for writing in writings {
            #expect(try Self.isRight(writing, for: value.description, "t=num"), "\(writing)")
        }
    }

    @Test("a slip is never right", arguments: 0..<150)
    func slips(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = Rational(
            Int.random(in: 2...5000, using: &generator), Int.random(in: 1...60, using: &generator))
        guard value != 1 else { return }
        var slips = [-value, value * 10, value / 10, value + 1, value - 1, value * 100]
        if let reciprocal = value.reciprocal { slips.append(reciprocal) }

        for slip in slips where slip != value {
            let verdict = try Self.verdict(slip.description, for: value.description, "t=num")
            #expect(verdict.verdictClass == .wrong, "\(slip) for \(value)")
            #expect(verdict.counted)
        }
    }

    @Test("whole numbers are right with separators, in words and in Korean", arguments: 0..<150)
    func wholeNumbers(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let value = Int.random(in: 1...99_999_999, using: &generator) >> Int(seed % 20)
        guard value > 0 else { return }
        let separated = grouped(value, by: ",")

        for writing in [
            "\(value)", separated, fullWidth("\(value)"), english(value), korean(value),
        ] {
            #expect(try Self.isRight(writing, for: "\(value)", "t=num"), "\(writing)")
        }
        #expect(try Self.isRight(grouped(value, by: "."), for: "\(value)", "t=num;loc=de"))
        #expect(
            try Self.isRight(grouped(value, by: "\u{202F}"), for: "\(value)", "t=num;loc=fr"))
        #expect(try Self.isRight(korean(value) + "원", for: "\(value)", "t=money;cur=KRW", .korean))
    }

    @Test("a length is right in every unit and wrong in the next", arguments: 0..<100)
    func lengths(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let centimetres = Rational(Int.random(in: 1...9999, using: &generator))
        let expected = "\(centimetres) cm"
        let metres = (centimetres / 100).decimalText ?? ""
        let writings = [
            "\(centimetres)cm", "\(metres) m", "\(metres)미터", "\(centimetres) 센티미터",
            "\(centimetres * 10) mm", "\(centimetres) centimetres",
            "\((centimetres / 100).floor) m \(centimetres - (centimetres / 100).floor * 100) cm",
        ]

        for writing in writings {
            #expect(try Self.isRight(writing, for: expected, "t=qty;unit=req"), "\(writing)")
        }
        for unit in ["m", "mm", "km", "kg", "in", "cm^2", "min"] {
            let verdict = try Self.verdict("\(centimetres) \(unit)", for: expected, "t=qty")
            #expect(verdict.verdictClass == .unit && verdict.reason == "wrong", "\(unit)")
        }
    }

    @Test("a time of day is right in every form", arguments: 0..<100)
    func times(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (hour, minute) = (
            Int.random(in: 0...23, using: &generator), Int.random(in: 0...59, using: &generator)
        )
        let digits = minute < 10 ? "0\(minute)" : "\(minute)"
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        let (half, other) = hour < 12 ? ("am", "pm") : ("pm", "am")
        let expected = ExactValue.clock(seconds: hour * 3600 + minute * 60).description

        for writing in [
            "\(twelve):\(digits) \(half)", "\(twelve):\(digits)\(half)",
            "\(half == "am" ? "오전" : "오후") \(twelve)시 \(minute)분",
        ] {
            #expect(try Self.isRight(writing, for: expected, "t=clock"), "\(writing)")
        }
        let verdict = try Self.verdict("\(twelve):\(digits) \(other)", for: expected, "t=clock")
        #expect(verdict.verdictClass == .wrong && verdict.reason == "ampm")
    }

    @Test("right is symmetric", arguments: 0..<100)
    func symmetry(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        func number() -> String {
            Rational(
                Int.random(in: -6...6, using: &generator), Int.random(in: 1...4, using: &generator)
            ).description
        }
        let (first, second) = (number(), number())

        #expect(
            try Self.isRight(first, for: second, "t=num")
                == Self.isRight(second, for: first, "t=num"))
    }

    @Test("reading what was printed gives the same value", arguments: 0..<200)
    func printing(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let rational = Rational(
            Int.random(in: -999...999, using: &generator), Int.random(in: 1...99, using: &generator)
        )
        let radicand = Rational(Int.random(in: 2...50, using: &generator))
        let root = try #require(ExactNumber(rational, pi: Int(seed % 3), root: radicand))
        let values: [ExactValue] = [
            .number(ExactNumber(rational)), .number(root), .ratio([3, 4, 7]),
            .clock(seconds: Int(seed) * 431 % 86_400),
            .remainder(quotient: Rational(Int(seed)), remainder: 3),
            .list([ExactNumber(rational), root]),
        ]

        for value in values {
            #expect(ExactValue(parsing: value.description) == value, "\(value)")
        }
    }
}
