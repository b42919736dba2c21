import Foundation
import Mathematics
import Testing

@testable import Problems

@Suite struct ProblemVariationTests {
    private static let problems: [(text: String, expression: String)] = [
        (
            "Mina has 24 stickers and gives 9 away. 3 friends share the rest. How many each?",
            "(24 - 9) / 3"
        ),
        ("Twelve birds sat on a tree. Five flew away. How many are left?", "12 - 5"),
        ("A shirt costs $24.50 and a cap costs $8.25. How much are both?", "24.5 + 8.25"),
        ("She ate 3/4 of an 8-slice pizza. How many slices?", "3/4 * 8"),
        ("There are 26 boys and 17 girls, 43 in all. 8 leave. How many stay?", "43 - 8"),
        ("A box of 12 costs 1,500 won. What do 5 boxes cost?", "1500 * 5"),
        ("20% of the 450 pupils walk to school. How many is that?", "450 * 0.2"),
        ("지호는 연필 12자루를 샀어요. 동생에게 5자루를 주었어요. 남은 연필은 몇 자루일까요?", "12 - 5"),
        ("사과 세 개와 배 다섯 개가 있어요. 과일은 모두 몇 개인가요?", "3 + 5"),
    ]

    private func variants(
        _ problem: (text: String, expression: String), count: Int = 20, seed: UInt64 = 1
    ) throws -> (original: ProblemVariation, problems: [Problem]) {
        let variation = try ProblemVariation(text: problem.text, expression: problem.expression)
        return (variation, try variation.variants(count: count, seed: seed))
    }

    @Test("variants differ from each other and from the original", arguments: problems)
    func different(problem: (text: String, expression: String)) throws {
        let made = try variants(problem).problems

        #expect(Set(made.map(\.text) + [problem.text]).count == made.count + 1)
        #expect(made.count >= 5)
    }

    @Test("the answer is that of the expression and right under its own key", arguments: problems)
    func answers(problem: (text: String, expression: String)) throws {
        for made in try variants(problem).problems {
            let verdict = AnswerChecker.check(
                made.answer.text, against: try made.answerKey(), language: made.language)
            #expect(verdict.verdictClass == .correct, "\(made.answer.text) for \(made.text)")
            #expect(made.steps.last?.value == made.answer.value)
            #expect(!made.wrong.contains { $0.value == made.answer.value })
        }
    }

    @Test("order, form and every number of the text are kept", arguments: problems)
    func character(problem: (text: String, expression: String)) throws {
        let (original, made) = try variants(problem)
        let before = original.varyingNumbers.compactMap { Rational(parsing: $0) }

        for problem in made {
            let after = problem.givens.compactMap { Rational(parsing: $0.value) }
            let found = TextNumberFinder.numbers(in: problem.text, problem.language)
            #expect(after.count == before.count)
            #expect(Set(found.map(\.value.exactText)).isSuperset(of: problem.givens.map(\.value)))
            for first in before.indices {
                #expect(
                    before[first].isInteger == after[first].isInteger || !before[first].isInteger)
                for second in before.indices where before[first] < before[second] {
                    #expect(after[first] < after[second])
                }
            }
        }
    }

    @Test func `given sums still sum`() throws {
        for problem in try variants(Self.problems[4]).problems {
            let numbers = TextNumberFinder.numbers(in: problem.text, .english).map(
                \.value.numerator)
            #expect(numbers[0] + numbers[1] == numbers[2])
        }
    }

    @Test func `hours that fit into a day still do`() throws {
        let variation = try ProblemVariation(
            text:
                "Ryan learns English 6 hours a day, Chinese 7 hours and Spanish 5 hours. How many?",
            expression: "6 + 7 + 5")

        for problem in try variation.variants(count: 30, seed: 1) {
            #expect(Int(problem.answer.value).map { $0 <= 24 } == true, "\(problem.text)")
        }
    }

    @Test func `numbers that the calculation does not need are named`() throws {
        let variation = try ProblemVariation(
            text: "Sara has 12 apples and 7 pears and eats 5 apples. How many apples are left?",
            expression: "12 - 5")

        #expect(variation.unusedNumbers == ["7"])
    }

    @Test func `a large result stays large`() throws {
        let variation = try ProblemVariation(
            text: "Jessie weighed 71 kg and lost 20 kg. How much does she weigh?",
            expression: "71 - 20")

        for problem in try variation.variants(count: 20, seed: 1) {
            #expect(Int(problem.answer.value).map { $0 >= 13 } == true, "\(problem.text)")
        }
    }

    @Test func `equal seeds give equal problems`() throws {
        let first = try variants(Self.problems[0], seed: 7).problems

        #expect(try variants(Self.problems[0], seed: 7).problems == first)
        #expect(try variants(Self.problems[0], seed: 8).problems != first)
    }

    @Test func `pinned numbers stay`() throws {
        let variation = try ProblemVariation(
            text: "She reads 12 pages a day for 7 days. How many pages?", expression: "12 * 7",
            pinned: ["7"])

        for problem in try variation.variants(count: 10, seed: 1) {
            #expect(problem.text.contains("for 7 days"))
        }
    }

    @Test(
        "articles and particles follow the new number",
        arguments: [
            ("It is an 8-hour trip.", "5", "It is a 5-hour trip."),
            ("It is a 5-hour trip.", "18", "It is an 18-hour trip."),
            ("A 7 m rope.", "11", "An 11 m rope."),
            ("답은 12를 봐요.", "13", "답은 13을 봐요."),
            ("수는 5로 나눠요.", "6", "수는 6으로 나눠요."),
            ("수는 6으로 나눠요.", "7", "수는 7로 나눠요."),
            ("연필 12자루를 샀어요.", "13", "연필 13자루를 샀어요."),
        ])
    func grammar(text: String, number: String, expected: String) throws {
        let language: Language = text.contains("요") ? .korean : .english
        let numbers = TextNumberFinder.numbers(in: text, language)
        let value = try #require(NumberText.number(number))

        let varied = VariedText.text(
            text, numbers: numbers, roles: [numbers[0].value], values: [value], language)

        #expect(varied == expected)
    }

    @Test(
        "what is not a number of the story stays out",
        arguments: [
            "The 3rd bus leaves soon.", "The ratio is 3:45.", "In 2019 she moved.",
            "Room A4 is empty.",
            "Once upon a time.", "그는 3학년이에요.",
        ])
    func noNumbers(text: String) {
        #expect(TextNumberFinder.numbers(in: text, .english).isEmpty)
    }

    @Test(
        "bad input is met with a sentence",
        arguments: [
            ("", "1", VariationError.textLength(0)),
            (String(repeating: "9 ", count: 3000), "9", .textLength(6000)),
            ("I have no idea.", "1 + 1", .noNumber),
            ("I have 5 apples.", "5 + 77", .notInText("77")),
            ("I have 5 apples.", "2 + 2", .usesNoNumber),
            ("I have 5 apples.", "5 / 0", .noValue),
            ("I have 15 apples.", "15 +", nil), ("I have 15 apples.", "15 + x", nil),
            ("I have 15 apples.", "((((15", nil),
            ("I have 999999999999999999999999 apples.", "5", nil),
        ] as [(String, String, VariationError?)])
    func badInput(text: String, expression: String, expected: VariationError?) {
        let error = #expect(throws: VariationError.self) {
            try ProblemVariation(text: text, expression: expression)
        }

        if let expected { #expect(error == expected) }
        for language in Language.allCases {
            #expect(error?.sentence(in: language).isEmpty == false)
        }
    }

    @Test func `random bytes never end the program`() {
        var generator = SplitMix64(seed: 3)
        let pieces = [
            "12", "3/4", "1 1/2", "%", "a ", "세 개", "0", "9999999999", ".", ",", "/", "(", " ",
        ]
        for _ in 1...500 {
            let parts = (0..<12).map { _ in pieces[Int(generator.next() % 13)] }
            let expression = (0..<5).map { _ in pieces[Int(generator.next() % 13)] }.joined()
            let variation = try? ProblemVariation(text: parts.joined(), expression: expression)
            _ = try? variation?.variants(count: 2, seed: 1)
        }
    }
}
