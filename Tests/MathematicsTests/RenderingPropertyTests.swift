import Mathematics
import Testing

/// Random answers of every kind of question, in every notation, locale and script, and slips of each.
@Suite struct RenderingPropertyTests {
    static func verdict(
        _ input: String, for expected: String, _ specification: String,
        _ language: Language = .english
    ) throws -> String {
        let key = try AnswerKey(
            expected: expected, specification: AnswerSpecification(parsing: specification))
        let verdict = AnswerChecker.check(input, against: key, language: language)
        return verdict.verdictClass.rawValue + (verdict.reason.map { ":\($0)" } ?? "")
    }

    private func expectRight(
        _ inputs: [String], for expected: String, _ specification: String,
        _ language: Language = .english
    ) throws {
        for input in inputs {
            let verdict = try Self.verdict(input, for: expected, specification, language)
            #expect(verdict == "correct", "\(input) for \(expected), \(specification)")
        }
    }

    private func expectCounted(
        _ inputs: [String], for expected: String, _ specification: String
    ) throws {
        for input in inputs {
            let verdict = try Self.verdict(input, for: expected, specification)
            let isRefused = verdict.hasPrefix("wrong") || verdict == "unit:wrong"
            #expect(isRefused, "\(input) for \(expected), \(specification): \(verdict)")
        }
    }

    @Test("a decimal is right where its locale puts point and separators", arguments: 0..<100)
    func locales(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let whole = Int.random(in: 1000...9_999_999, using: &generator)
        let part = Int.random(in: 1...9, using: &generator)
        let expected = "\(whole).\(part)"
        let (german, french) = (
            grouped(whole, by: ".") + ",\(part)", grouped(whole, by: "\u{202F}") + ",\(part)"
        )
        let english = grouped(whole, by: ",") + ".\(part)"

        try expectRight(
            [expected, english, fullWidth(english), "\(expected)0", "+\(expected)"],
            for: expected, "t=num")
        try expectRight([english, fullWidth(expected)], for: expected, "t=num", .korean)
        try expectRight(
            [german, fullWidth(german), "\(whole),\(part)"], for: expected, "t=num;loc=de")
        try expectRight(
            [french, "\(whole),\(part)", grouped(whole, by: " ") + ",\(part)", expected],
            for: expected, "t=num;loc=fr")
        for (foreign, locale) in [(german, "en"), (german, "ko"), (english, "de"), (english, "fr")]
        {
            let verdict = try Self.verdict(foreign, for: expected, "t=num;loc=\(locale)")
            #expect(verdict == "unparsed", "\(foreign) in \(locale)")
        }
    }

    @Test("money is right with its sign before or after and in cents", arguments: 0..<100)
    func money(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (dollars, cents) = (
            Int.random(in: 1...9999, using: &generator), Int.random(in: 10...99, using: &generator)
        )
        let amount = "\(dollars).\(cents)"
        let expected = "$\(amount)"

        try expectRight(
            [
                expected, amount, "\(amount)$", "\(amount) $", "US$\(amount)", "\(amount) USD",
                "\(amount) dollars", "\(dollars * 100 + cents) cents", "\(dollars * 100 + cents)¢",
                "\(dollars) dollars and \(cents) cents", "$\(dollars) \(cents)¢",
                fullWidth(amount) + "달러", "It costs \(expected).",
            ], for: expected, "t=money;cur=USD")
        try expectRight(
            ["\(dollars),\(cents) €", "\(dollars),\(cents) Euro", "€\(dollars),\(cents)"],
            for: "€\(amount)", "t=money;loc=de")
        try expectCounted(
            ["€\(amount)", "-\(expected)", "\(amount) cents", "$\(dollars + 1).\(cents)"],
            for: expected, "t=money;cur=USD")
    }

    @Test("a percentage is right in every script and wrong a hundredfold", arguments: 1..<99)
    func percentages(value: Int) throws {
        let expected = "\(value)%"
        try expectRight(
            [
                expected, "\(value) %", "\(value)", "\(value) percent", "\(value)퍼센트",
                "\(value)프로", fullWidth(expected), english(value) + " percent",
                korean(value) + " 퍼센트", "\(value).0%",
            ], for: expected, "t=pct")
        #expect(try Self.verdict("\(value)/100", for: expected, "t=pct") == "form:percent")
        #expect(try Self.verdict("\(value * 100)%", for: expected, "t=pct") == "wrong:percent")
        #expect(try Self.verdict("\(value)", for: expected, "t=pct;form=percent") == "form:percent")
        try expectCounted(["-\(value)%", "\(value + 1)%", "\(value) cm"], for: expected, "t=pct")
    }

    @Test("a repeating decimal is its fraction", arguments: 1..<99)
    func repeatingDecimals(period: Int) throws {
        let digits = period < 10 ? "0\(period)" : "\(period)"
        guard period % 11 != 0 else { return }
        let value = Rational(period, 99)
        let overlined = digits.map { "\($0)\u{0305}" }.joined()

        try expectRight(
            [
                "0.(\(digits))", "0.\(digits)\(digits)...", "0.\(digits)\(digits)…",
                "0.\(overlined)", "0.[\(digits)]", "0.\\overline{\(digits)}",
                ".\(digits)\(digits)\(digits)...",
            ], for: value.description, "t=num")
        #expect(
            try Self.verdict("0.\(digits)", for: value.description, "t=num") == "wrong:rounding")
    }

    @Test("a number in scientific notation is right in every notation", arguments: 0..<80)
    func scientific(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let mantissa =
            "\(Int.random(in: 1...9, using: &generator)).\(Int.random(in: 1...9, using: &generator))"
        let power = Int.random(in: 2...20, using: &generator) * (seed % 2 == 0 ? 1 : -1)
        let expected = "\(mantissa)e\(power)"
        let raised = String(
            "\(power)".map { $0 == "-" ? "⁻" : Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0.wholeNumberValue ?? 0] })

        try expectRight(
            [
                expected, "\(mantissa)E\(power)", "\(mantissa)*10^\(power)",
                "\(mantissa) × 10^(\(power))", "\(mantissa) x 10^\(power)",
                "\(mantissa)·10\(raised)",
                "\(mantissa)*10**(\(power))", "\(mantissa) \\times 10^{\(power)}",
                "10^\(power) * \(mantissa)", "(\(mantissa))(10^\(power))",
            ], for: expected, "t=num;form=sci")
        try expectCounted(
            ["\(mantissa)e\(power + 1)", "\(mantissa)e\(-power)", "-\(expected)"], for: expected,
            "t=num;form=sci")
    }

    @Test("a mixed number is right mixed and asked for elsewhere", arguments: 0..<80)
    func mixedNumbers(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let whole = Int.random(in: 1...20, using: &generator)
        let bottom = Int.random(in: 2...12, using: &generator)
        let top = Int.random(in: 1..<bottom, using: &generator)
        let value = Rational(whole * bottom + top, bottom)
        let improper = "\(whole * bottom + top)/\(bottom)"

        try expectRight(
            [
                "\(whole) \(top)/\(bottom)", "\(whole) and \(top)/\(bottom)",
                "\(whole)과 \(bottom)분의 \(top)", "\(whole)와 \(top)/\(bottom)",
                "\(whole)\\frac{\(top)}{\(bottom)}", fullWidth("\(whole)") + " \(top)⁄\(bottom)",
            ], for: value.description, "t=frac;form=mixed")
        #expect(
            try Self.verdict(improper, for: value.description, "t=frac;form=mixed") == "form:mixed")
        #expect(
            try Self.verdict(
                "\(whole) \(top)/\(bottom)", for: value.description, "t=frac;form=improper")
                == "form:improper")
        let minus = try Self.verdict("\(whole)-\(top)/\(bottom)", for: value.description, "t=frac")
        #expect(minus.hasPrefix("wrong"))
    }

    @Test("multiples of pi and roots are right in every notation", arguments: 2..<60)
    func irrationals(value: Int) throws {
        try expectRight(
            [
                "\(value)pi", "\(value)π", "\(value) * pi", "\(value)파이", "π × \(value)",
                "\(value)\\pi", fullWidth("\(value)") + "π", "\(value * 2)π/2",
            ], for: "\(value)pi", "t=pi")
        try expectCounted(["-\(value)pi", "\(value)", "\(value + 1)pi"], for: "\(value)pi", "t=pi")
        let expected = "\(value)sqrt(7)"
        try expectRight(
            [
                expected, "\(value)√7", "\(value)루트7", "\(value) * sqrt 7", "√\(value * value * 7)",
                "\(value)\\sqrt{7}", "\(value)*7^(1/2)",
            ], for: expected, "t=surd")
        try expectCounted(["\(value)√8", "-\(value)√7", "\(value)*7"], for: expected, "t=surd")
    }
}
