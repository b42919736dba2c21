import Mathematics
import Testing

/// Random answers that have parts: times, ratios, remainders, lists, equations and expressions.
@Suite struct StructurePropertyTests {
    private func verdict(
        _ input: String, for expected: String, _ specification: String
    ) throws -> String {
        try RenderingPropertyTests.verdict(input, for: expected, specification)
    }

    private func expectRight(
        _ inputs: [String], for expected: String, _ specification: String
    ) throws {
        for input in inputs {
            let verdict = try verdict(input, for: expected, specification)
            #expect(verdict == "correct", "\(input) for \(expected), \(specification)")
        }
    }

    private func expectWrong(
        _ inputs: [String], for expected: String, _ specification: String
    ) throws {
        for input in inputs {
            let verdict = try verdict(input, for: expected, specification)
            #expect(verdict.hasPrefix("wrong"), "\(input) for \(expected): \(verdict)")
        }
    }

    @Test("a duration is right in every unit and script", arguments: 0..<80)
    func durations(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (hours, minutes) = (
            Int.random(in: 1...23, using: &generator), Int.random(in: 10...59, using: &generator)
        )
        let total = hours * 60 + minutes
        let expected = "\(hours) h \(minutes) min"

        try expectRight(
            [
                expected, "\(total) min", "\(total)", "\(hours)h\(minutes)m", "\(hours)h\(minutes)",
                "\(hours) hours and \(minutes) minutes", "\(hours)시간 \(minutes)분", "\(total)분",
                "\(hours)시간\(minutes)분이에요", "\(total * 60) s", "\(hours - 1) h \(minutes + 60) min",
                fullWidth("\(hours)") + "시간 " + fullWidth("\(minutes)") + "분",
                "\(expected) = \(total) min",
            ].filter { !$0.hasPrefix("0 h") && $0 != "\(total)" }, for: expected, "t=dur")
        try expectWrong(
            ["\(total + 1) min", "\(hours) h \(minutes - 1) min", "-\(total) min"],
            for: expected, "t=dur")
        #expect(try verdict("\(hours):\(minutes)", for: expected, "t=dur") == "form:unit")
        #expect(try verdict("\(total) cm", for: expected, "t=dur") == "unit:wrong")
        #expect(try verdict("\(hours)시 \(minutes)분", for: expected, "t=dur") == "form:unit")
    }

    @Test("a ratio is right in its multiples and wrong turned round", arguments: 0..<80)
    func ratios(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let first = Int.random(in: 1...20, using: &generator)
        let second = first + Int.random(in: 1...20, using: &generator)
        let factor = Int.random(in: 2...9, using: &generator)
        let expected = "\(first):\(second)"

        try expectRight(
            [
                expected, "\(first) : \(second)", "\(first) to \(second)", "\(first)대 \(second)",
                "\(first * factor):\(second * factor)", fullWidth(expected), "\(first)∶\(second)",
                "\(first)의 \(second)에 대한 비", "\(second)에 대한 \(first)의 비",
                "\(first)과 \(second)의 비", "\(english(first)) to \(english(second))",
            ], for: expected, "t=ratio")
        #expect(try verdict("\(second):\(first)", for: expected, "t=ratio") == "wrong:order")
        #expect(try verdict("\(first)/\(second)", for: expected, "t=ratio") == "form:ratio")
        try expectWrong(
            ["\(first + 1):\(second)", "\(first):\(second + 1)", "-\(first):\(second)"],
            for: expected, "t=ratio")
    }

    @Test("a quotient with its remainder is right in words and signs", arguments: 0..<80)
    func remainders(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let divisor = Int.random(in: 4...30, using: &generator)
        let rest = Int.random(in: 1..<divisor, using: &generator)
        let quotient = rest + Int.random(in: 1...40, using: &generator)
        let (expected, specification) = ("\(quotient) r \(rest)", "t=rem;divisor=\(divisor)")

        try expectRight(
            [
                expected, "\(quotient)R\(rest)", "\(quotient) remainder \(rest)",
                "\(quotient) 나머지 \(rest)", "몫 \(quotient), 나머지 \(rest)", "\(quotient)...\(rest)",
                "\(quotient) ··· \(rest)", "q=\(quotient), r=\(rest)",
                "\(quotient)개씩 나누어 주고 \(rest)개가 남아요", fullWidth("\(quotient)") + "…\(rest)",
            ], for: expected, specification)
        #expect(try verdict("\(rest) r \(quotient)", for: expected, specification) == "wrong:order")
        #expect(try verdict("\(quotient)", for: expected, specification) == "wrong:partial")
        let exact = Rational(quotient * divisor + rest, divisor).description
        #expect(try verdict(exact, for: expected, specification) == "form:remainder")
        try expectWrong(
            ["\(quotient + 1) r \(rest)", "\(quotient) r \(rest + 1)"], for: expected,
            specification)
    }

    @Test("a set is right in any order and a list in its own", arguments: 0..<80)
    func listsAndSets(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let first = Int.random(in: -50...50, using: &generator)
        let (second, third) = (first + 3, first + 17)
        let expected = "\(first), \(second), \(third)"
        let turned = "\(third), \(first), \(second)"

        try expectRight(
            [
                expected, turned, "{\(turned)}", "\(first); \(second); \(third)",
                "\(first), \(second) and \(third)", "x=\(first) or x=\(second) or x=\(third)",
                fullWidth("\(third)") + ", \(second), \(first)",
            ], for: expected, "t=set")
        try expectRight([expected, "(\(expected))", "[\(expected)]"], for: expected, "t=list")
        #expect(try verdict(turned, for: expected, "t=list") == "wrong:order")
        for specification in ["t=set", "t=list"] {
            #expect(
                try verdict("\(first), \(second)", for: expected, specification) == "wrong:partial")
            try expectWrong(
                ["\(first), \(second), \(third + 1)", "\(expected), 99"], for: expected,
                specification)
        }
    }

    @Test("an equation is right when it is solved, however it is written", arguments: 0..<80)
    func equations(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let root = Int.random(in: 2...40, using: &generator)
        let factor = Int.random(in: 2...9, using: &generator)
        let shift = Int.random(in: 1...30, using: &generator)
        let expected = "x = \(root)"
        let unsolved = [
            "\(factor)x = \(factor * root)", "x - \(root) = 0", "\(root * 2) = x + \(root)",
            "\(factor)x + \(shift) = \(factor * root + shift)",
            "\(factor)(x + \(shift)) = \(factor * (root + shift))",
            "\(factor * root)/x = \(factor)",
        ]

        try expectRight(
            [expected, "\(root) = x", "\(root)", "X=\(root)", "x는 \(root)", "x=\(root).0"],
            for: expected, "t=eqn")
        try expectRight(unsolved, for: expected, "t=eqn;solved=opt")
        for text in unsolved {
            #expect(try verdict(text, for: expected, "t=eqn") == "form:unevaluated", "\(text)")
        }
        try expectWrong(
            [
                "x = -\(root)", "x = \(root + 1)", "\(root + 1)", "x > \(root)", "x = x",
                "y = \(root)",
            ],
            for: expected, "t=eqn")
    }

    @Test("an inequality is right from both sides and in words", arguments: 0..<80)
    func inequalities(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let low = Int.random(in: 1...40, using: &generator)
        let high = low + Int.random(in: 1...40, using: &generator)
        try expectRight(
            [
                "x >= \(low)", "\(low) ≤ x", "x is at least \(low)", "\(low) or more", "\(low) 이상",
                "x는 \(low)보다 크거나 같다", "[\(low), ∞)", "x is no less than \(low)", "x ≥ \(low)",
            ], for: "x >= \(low)", "t=ineq")
        try expectRight(
            [
                "\(high) > x >= \(low)", "x >= \(low) and x < \(high)", "\(low) 이상 \(high) 미만",
                "[\(low), \(high))",
            ], for: "\(low) <= x < \(high)", "t=ineq")
        try expectRight(
            [
                "x > \(high) or x < \(low)", "(-∞, \(low)) ∪ (\(high), ∞)", "x<\(low) 또는 x>\(high)",
                "x is less than \(low) or greater than \(high)", "\(low) 미만 또는 \(high) 초과",
            ], for: "x < \(low) or x > \(high)", "t=ineq")
        try expectWrong(
            [
                "x > \(low)", "x <= \(low)", "x >= \(low + 1)", "x >= -\(low)", "x = \(low)",
                "\(low)",
                "\(low) 초과", "\(low) or less", "x >= \(low) and x < \(high)",
            ], for: "x >= \(low)", "t=ineq")
    }

    @Test("an expression is right in any order and wrong in a slip", arguments: 0..<80)
    func expressions(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let (a, b, c) = (
            Int.random(in: 2...9, using: &generator), Int.random(in: 1...9, using: &generator),
            Int.random(in: 1...9, using: &generator)
        )
        let expected = "\(a)x^2 + \(b)x - \(c)"
        try expectRight(
            [
                expected, "\(b)x - \(c) + \(a)x^2", "-\(c) + \(a)x² + \(b)x",
                "\(a)*x*x+\(b)*x-\(c)",
                "x(\(a)x + \(b)) - \(c)", "\(a)x**2+x*\(b)-\(c)", "y = \(expected)",
                "(\(2 * a)x^2 + \(2 * b)x - \(2 * c))/2", fullWidth(expected),
            ], for: expected, "t=expr")
        try expectWrong(
            [
                "\(a)x^2 - \(b)x - \(c)", "\(a)x^2 + \(b)x + \(c)", "\(a)x + \(b)x - \(c)",
                "\(a + b)x^2 - \(c)", "\(a)x^2 + \(b + 1)x - \(c)",
            ], for: expected, "t=expr")
        #expect(
            try verdict("-\(a)x^2 - \(b)x + \(c)", for: expected, "t=expr") == "wrong:sign")
    }

    private static let pool: [(type: String, texts: [String])] = [
        ("num", ["1/2", "0.5", "2/4", "2", "-1/2", "50%", "1/3", "0.333...", "half"]),
        ("ratio", ["1:2", "2:4", "2:1", "3:6", "1:2:3", "2:4:6"]),
        ("set", ["1, 2", "2, 1", "1", "{1, 2, 2}", "1, 3", "1.0, 2"]),
        ("list", ["1, 2", "2, 1", "1, 2.0", "1, 2, 3"]),
        ("expr", ["2x+2", "2(x+1)", "x+x+2", "2x-2", "2x", "(4x+4)/2"]),
        ("surd", ["2√3", "√12", "√3", "6/√3", "12^(1/2)"]),
        ("qty", ["1 m", "100 cm", "1 m 0 cm", "1 cm", "1 m^2"]),
        ("ineq", ["x > 2", "2 < x", "x >= 2", "x < 2"]),
        ("eqn", ["x = 2", "2 = x", "x = 3", "x = 2 or x = 3"]),
    ]

    @Test("what is right is right the other way round", arguments: Self.pool.map(\.type))
    func symmetry(type: String) throws {
        let texts = try #require(Self.pool.first { $0.type == type }).texts
        for first in texts {
            for second in texts {
                let there = try verdict(first, for: second, "t=\(type);eval=opt")
                let back = try verdict(second, for: first, "t=\(type);eval=opt")
                #expect((there == "correct") == (back == "correct"), "\(first), \(second)")
            }
        }
    }

    private static let rightRows = AnswerCase.all.filter { row in
        let kinds = ["num", "frac", "pct", "qty", "dur", "pi", "surd", "money"]
        return row.verdict == "correct"
            && kinds.contains { "\(row.specification);".hasPrefix("t=\($0);") }
    }

    @Test("an answer as it was read is right when it is typed", arguments: Self.rightRows)
    func readingAgain(row: AnswerCase) throws {
        let key = try AnswerKey(
            expected: row.expected,
            specification: AnswerSpecification(parsing: row.specification))
        let first = AnswerChecker.check(row.input, against: key, language: row.language)
        // Two dollar signs stand around mathematics.
        guard first.reading.filter({ $0 == "$" }).count < 2 else { return }

        let again = AnswerChecker.check(first.reading, against: key, language: row.language)
        #expect(again.verdictClass == .correct, "\(first.reading)")
    }
}
