import Testing

@testable import Problems

private func value(_ text: String, a: Int = 0, b: Int = 0) throws -> String {
    let formula = try FormulaParser.formula(text, variables: ["a": 0, "b": 1])
    return try formula.value([ExactNumber(a), ExactNumber(b)]).exactText
}

@Suite struct FormulaTests {
    @Test(
        "a formula has the exact value that mathematics gives it",
        arguments: [
            ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("10 - 4 - 3", "3"), ("1 / 3", "1/3"),
            ("1 / 3 + 1 / 6", "0.5"), ("2 ^ 3 ^ 2", "512"), ("-2 ^ 2", "-4"), ("47 div 6", "7"),
            ("47 mod 6", "5"), ("-7 div 2", "-4"), ("-7 mod 2", "1"), ("0.1 + 0.2", "0.3"),
            ("3 < 4 and 4 <= 4", "1"), ("not 3 == 3 or 2 > 5", "0"), ("abs(3 - 8)", "5"),
        ])
    func arithmetic(_ text: String, _ expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test(
        "the functions for mistakes do what a learner did",
        arguments: [
            ("nocarry(47, 38)", "75"), ("nocarry(9, 9, 9)", "7"), ("noborrow(52, 38)", "26"),
            ("base10time(590, 675)", "125"), ("rnd(1250, 100)", "1300"), ("cat(3, 12, 5)", "3125"),
            ("spf(91)", "7"), ("isqrt(80)", "8"), ("C(6, 2)", "15"), ("P(6, 2)", "30"),
            ("gcd(84, 36)", "12"), ("lcm(4, 6)", "12"), ("floor(7 / 2)", "3"), ("ceil(7 / 2)", "4"),
            ("median(9, 1, 5)", "5"), ("min(3, 1 / 2)", "0.5"), ("pick(2, 7, 8, 9)", "8"),
        ])
    func functions(_ text: String, _ expected: String) throws {
        #expect(try value(text) == expected)
    }

    @Test(
        "what cannot be calculated is an error",
        arguments: ["1 / 0", "9 ^ 60", "gcd(1 / 2, 3)", "C(5, 99)", "a mod b"])
    func errors(_ text: String) throws {
        #expect(throws: FormulaError.self) { try value(text) }
    }

    @Test(
        "what is no formula is refused at its place",
        arguments: [
            ("a + c", 4), ("a +", 3), ("(a", 2), ("a < b < 3", 7), ("gcd(a)", 6), ("2 a", 2),
        ])
    func syntax(_ text: String, _ offset: Int) throws {
        let error = #expect(throws: FormulaSyntaxError.self) { try value(text) }
        #expect(error?.offset == offset)
    }

    @Test(
        "a formula is printed with its numbers and no bracket too many",
        arguments: [
            ("a + b * 2", "12 + 5 * 2"), ("(a + b) * 2", "(12 + 5) * 2"),
            ("a - (b - 1)", "12 - (5 - 1)"),
            ("a - b - 1", "12 - 5 - 1"), ("a div b + 1", "floor(12 / 5) + 1"),
            ("a / (b / 2)", "12 / (5 / 2)"),
        ])
    func printing(_ text: String, _ expected: String) throws {
        let formula = try FormulaParser.formula(text, variables: ["a": 0, "b": 1])

        #expect(formula.printed([ExactNumber(12), ExactNumber(5)]) == expected)
    }
}
