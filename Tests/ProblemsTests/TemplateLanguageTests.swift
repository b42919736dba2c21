import Mathematics
import TestSupport
import Testing

@testable import Problems

/// A template of which a test replaces single lines.
private let file = """
    skill: add_to.result
    templates:
      - id: t
        people: {who: any}
        given: {a: 3..9, b: 13..19}
        answer: {value: a + b}
        check: x - b == a
        wrong: {WRONG_OP: b - a, OFF_BY_ONE: a + b - 1}
        steps: [{do: a + b, en: "Add.", ko: "더해요."}]
        hints: [{en: "A", ko: "가"}, {en: "B", ko: "나"}, {en: "x - {a} = ___", ko: "___"}]
        en: {story: ["{who} has {a} and gets {b} more."], question: "How many now?"}
        ko: {story: ["{who}은(는) {a}개가 있고 {b}개를 더 받아요."], question: "모두 몇 개인가요?"}
    """

/// A problem of the file with some lines replaced.
private func problem(
    _ changes: [(String, String)], language: Language = .english, seed: UInt64 = 1
) throws -> Problem {
    let bank = try shippedBank()
    let text = changes.reduce(file) { $0.replacing($1.0, with: $1.1) }
    let (templates, faults) = TemplateFileParser.templates(
        in: try YAMLDocument(file: "templates/x.yaml", text: text), words: bank.words,
        skills: bank.skills)
    #expect(faults == [])
    let template = try #require(templates.first)
    return try bank.generator(template).problem(
        level: 1, language: language, seed: seed, distractors: false, records: true
    ).problem
}

/// What the check says of the file with some lines replaced.
private func faults(_ changes: [(String, String)]) throws -> [BankFault] {
    let bank = try shippedBank()
    let text = changes.reduce(file) { $0.replacing($1.0, with: $1.1) }
    let (templates, faults) = TemplateFileParser.templates(
        in: try YAMLDocument(file: "templates/x.yaml", text: text), words: bank.words,
        skills: bank.skills)
    return templates.reduce(faults) { faults, template in
        var check = TemplateCheck(generator: bank.generator(template), draws: 50)
        check.run()
        return faults + check.faults
    }
}

@Suite struct TemplateLanguageTests {
    private static let clock: [(String, String)] = [
        ("given: {a: 3..9, b: 13..19}", "given: {a: 450..480 step 5, b: 20..40 step 5}"),
        ("answer: {value: a + b}", "answer: {value: a + b, kind: clock}"),
        ("{who} has {a} and gets {b} more.", "{who} leaves, {b} minutes away, at {a clock}."),
        ("{a}개가 있고 {b}개를", "{a clock}에서 {b}분을"), ("b - a", "a - b"),
    ]

    @Test func `a sentence that ends with a time of day has one full stop`() throws {
        let text = try problem(Self.clock).text

        #expect(text.contains(" a.m. How many"))
        #expect(try !faults(Self.clock).contains { $0.message.contains("is left in a text") })
    }

    @Test func `a sentence after a time of day begins with a capital`() throws {
        let change = ("{a clock}.", "{a clock}. {who.he} walks.")
        let text = try problem(Self.clock + [change]).text

        #expect(text.contains("a.m. He walks") || text.contains("a.m. She walks"))
    }

    @Test func `a step that ends with a time of day is written in times`() throws {
        let step = try #require(try problem(Self.clock).steps.last)

        #expect(step.expression.contains(":") && step.expression.contains(" + 0:"))
        #expect(step.written.contains(" minutes = ") && step.written.hasSuffix("a.m."))
    }

    @Test func `numbers keep the form of the text in the steps`() throws {
        let fractions: [(String, String)] = [
            ("given: {a: 3..9, b: 13..19}", "given: {a: \"3, 5, 7\", c: 11..19}"),
            (
                "answer: {value: a + b}",
                "let: {f: a / 8, b: 3 * c}\n    answer: {value: b * 8 - b * 8 * f}"
            ),
            ("do: a + b", "do: b * 8 * (1 - f)"),
            ("check: x - b == a", "check: x + b * 8 * f == b * 8"),
            ("{a} and", "{f fraction} and"), ("{a}개가", "{f fraction}이"), ("x - {a}", "{1 - f}"),
            ("WRONG_OP: b - a", "WRONG_OP: b + c"), ("a + b - 1", "b * 8 - b * 8 * f + 1"),
        ]
        let made = try problem(fractions)
        let shown = made.steps.map(\.expression) + made.hints + [made.expression]

        #expect(shown.joined().contains("/8"))
        #expect(!shown.joined().contains("."))
    }

    @Test(
        "calculations are written as in a school book",
        arguments: [
            ("max(a, b)", "5 > 3"), ("min(a, b)", "3 < 5"), ("a + b * a", "5 + 3 * 5 = 20"),
            ("median(a, b, 4)", "3 < [4] < 5"),
            ("median(a, b, 5, 9)", "3 < [5 = 5] < 9, (5 + 5) / 2 = 5"),
            ("gcd(4 * b, 6 * b)", "12 = 6 * 2, 18 = 6 * 3"),
            ("lcm(4, 6)", "4 * 3 = 12, 6 * 2 = 12"),
            ("(a * 10) div b", "5 * 10 / 3 = 16 R 2"),
            ("(a * 10) div b + 1", "5 * 10 / 3 = 16 R 2, 16 + 1 = 17"),
            ("isqrt(b ^ 2 + 4 ^ 2)", "√(3² + 4²) = 5"), ("P(a, b)", "5 * 4 * 3 = 60"),
        ])
    func schoolNotation(_ text: String, _ expected: String) throws {
        let values = [ExactNumber(5), ExactNumber(3)]
        let formula = try FormulaParser.formula(text, variables: ["a": 0, "b": 1])
        let notation = SchoolNotation(values: values, forms: .decimals, language: .english)

        #expect(try notation.text(formula, result: formula.value(values).exactText) == expected)
    }

    @Test func `a formula at the beginning of a hint keeps its small letter`() throws {
        #expect(try problem([]).hints[2].hasPrefix("x - "))
    }

    @Test(
        "one of a unit may be spoken of, other digits may not",
        arguments: [
            ("1 m of it weighs {a}", true), ("1 cm, that is {a}", true),
            ("2 m of it weigh {a}", false),
            ("1 more and {a}", false),
        ])
    func singleUnit(_ text: String, _ isRight: Bool) throws {
        let found = try faults([("has {a}", text)]).filter { $0.message.contains("no given") }

        #expect(found.isEmpty == isRight)
    }

    @Test func `P and C may name numbers, and dollar is a thousand in won`() throws {
        let money: [(String, String)] = [
            ("given: {a: 3..9, b: 13..19}", "given: {P: {money: 3..9}, C: {money: 13..19}}"),
            (
                "answer: {value: a + b}",
                "require: {P < 5 * dollar: cheap}\n    answer: {value: P + C, kind: money}"
            ),
            ("check: x - b == a", "check: x - C == P"), ("do: a + b", "do: P + C"),
            ("b - a", "C - P"),
            ("a + b - 1", "P + C - dollar"), ("{a}", "{P money}"), ("{b}", "{C money}"),
            ("{a}개가", "{P money}이"), ("{b}개를", "{C money}을"),
        ]
        for seed in UInt64(0)..<20 {
            let amount = try #require(
                try problem(money, language: .korean, seed: seed).givens.first { $0.name == "P" })
            #expect(["3000", "4000"].contains(amount.value))
        }
    }

    @Test func `a mistake may be a plain number of a ratio or in another unit`() throws {
        let ratio = try problem([
            ("answer: {value: a + b}", "answer: {value: a / b, kind: ratio}"),
            ("do: a + b", "do: a / b"),
            ("WRONG_OP: b - a", "ADDITIVE_RATIO: {plain: b - a}"), ("a + b - 1", "b / a"),
        ])
        let mistake = try #require(ratio.wrong.first)
        let verdict = AnswerChecker.check(
            mistake.text, against: try ratio.answerKey(), language: .english)
        #expect(verdict.misconception == "ADDITIVE_RATIO" && !mistake.text.contains(":"))

        let length = try problem([
            ("answer: {value: a + b}", "answer: {value: a + b, unit: m}"),
            ("WRONG_OP: b - a", "FORGOT_CONV: {value: a + b, unit: cm}"),
        ])
        let other = try #require(length.wrong.first)
        let finding = AnswerChecker.check(
            other.text, against: try length.answerKey(), language: .english)
        #expect(finding.misconception == "FORGOT_CONV" && other.text.hasSuffix(" cm"))
    }

    @Test func `only the files that an identifier needs are loaded`() throws {
        let whole = try shippedBank()
        for id in ["add_to.result", "add_to.result.gift", "compare"] {
            let part = try ProblemBank(dataDirectory: dataDirectory, only: id)
            let wanted =
                whole.template(id).map { [$0] }
                ?? whole.skills.leaves(of: id)
                .flatMap { whole.templates(of: $0.id) }
            #expect(part.templates.count < whole.templates.count)
            #expect(wanted.allSatisfy { part.template($0.id) != nil })
        }
        let unknown = try ProblemBank(dataDirectory: dataDirectory, only: "no.such")
        #expect(unknown.templates.count == whole.templates.count)
    }
}
