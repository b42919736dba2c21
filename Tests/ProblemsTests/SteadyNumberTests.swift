import Mathematics
import Testing

@testable import Problems

@Suite struct SteadyNumberTests {
    private func variation(_ text: String, _ expression: String) throws -> ProblemVariation {
        try ProblemVariation(text: text, expression: expression)
    }

    @Test(
        "a number that may be a constant, a count, a definition or a label does not vary",
        arguments: [
            ("A garden is 10 m by 2 m. What is its perimeter?", "2 * (10 + 2)", ["10"]),
            (
                "A triangle has a base of 8 cm and a height of 2 cm. What is its area?",
                "8 * 2 / 2", ["8"]
            ),
            ("닭 6마리와 토끼 4마리가 있습니다. 다리는 모두 몇 개입니까?", "6 * 2 + 4 * 4", ["6"]),
            (
                "Noah read 15 pages and twice as many later. How many in the two days?",
                "15 + 15 * 2", ["15"]
            ),
            (
                "A jacket costs $80. It is 25% off. What is the price?", "80 - 80 * 25 / 100",
                ["80", "25"]
            ),
            ("A jacket costs $80. It is 25% off. What is the price?", "80 * 3 / 4", ["80"]),
            ("초콜릿이 12개씩 5상자 있습니다. 이 중 1/3을 먹었습니다. 몇 개를 먹었습니까?", "12 * 5 / 3", ["12", "5"]),
            (
                "Jake scored 82, 90 and 77 on his three tests. What is his average?",
                "(82 + 90 + 77) / 3", ["82", "90", "77"]
            ),
            (
                "A triangle has three sides of 5 cm, 7 cm and 9 cm. What is its perimeter?",
                "5 + 7 + 9", ["5", "7", "9"]
            ),
            (
                "The sum of two numbers is 50. One of them is 18. What is the other?", "50 - 18",
                ["50", "18"]
            ),
            ("A puppy eats 250 g every day. How much in a week of 7 days?", "250 * 7", ["250"]),
            ("하루 30분씩 책을 읽습니다. 일주일(7일) 동안 몇 분입니까?", "30 * 7", ["30"]),
            ("하루는 24시간입니다. 잠을 9시간 자면 깨어 있는 시간은 몇 시간입니까?", "24 - 9", ["9"]),
            (
                "There are 60 minutes in an hour. A film is 3 hours long. How many minutes?",
                "60 * 3", ["3"]
            ),
            (
                "There are 365 days in a year. It rained on 31 days. How many were dry?",
                "365 - 31", ["31"]
            ),
            ("연필 1다스는 12자루입니다. 3다스는 몇 자루입니까?", "12 * 3", ["3"]),
            ("A spider has 8 legs. How many legs do 3 spiders have?", "8 * 3", ["3"]),
            ("주사위를 30번 던져 6의 눈이 5번 나왔습니다. 비율은 얼마입니까?", "5 / 30", ["30", "5"]),
            (
                "2. Sam has 24 pens and loses 9. How many are left? (5 points)", "24 - 9",
                ["24", "9"]
            ),
            ("3학년 2반 학생 24명이 4명씩 모입니다. 몇 모둠입니까?", "24 / 4", ["24", "4"]),
            ("Two children share 12 candies. How many does each get?", "12 / 2", ["2", "12"]),
            (
                "Tim has 14 shells and Sara 3 times as many. How many together?", "14 * 3 + 14",
                ["14", "3"]
            ),
            ("A rectangle is 9 cm by 5 cm. What is its perimeter?", "9 + 5 + 9 + 5", ["9", "5"]),
            ("Ann has $50. She spends 10% of it. How much is left?", "50 - 50 / 10", ["50"]),
            ("A shirt of $80 is 50% off. What is the price?", "80 * 50 / 100", ["80"]),
            ("Ann has 7 cats and eats 3 figs a day. How many in a week?", "3 * 7", ["3"]),
            ("사탕 18개를 셋이서 똑같이 나누면 몇 개씩입니까?", "18 / 3", ["18"]),
            ("A square has sides of 4 cm. What is its area?", "4 * 4", ["4"]),
            ("A square has sides of 5 cm. What is its area?", "5 * 5", ["5"]),
        ])
    func varying(text: String, expression: String, expected: [String]) throws {
        #expect(try variation(text, expression).varyingNumbers == expected)
    }

    @Test func `weeks as days stay, and what varies never meets what stays`() throws {
        let weeks = try variation("하루에 15쪽씩 읽습니다. 2주일 동안 모두 몇 쪽입니까?", "15 * 14")
        let ratio = try variation("구슬 45개를 2 : 3으로 나눕니다. 동생은 몇 개입니까?", "45 * 3 / (2 + 3)")

        #expect(weeks.varyingNumbers == ["15"])
        for problem in try ratio.variants(count: 20, seed: 1) {
            #expect(!problem.givens.contains { $0.value == "3" })
        }
    }

    @Test func `an hour that stays is still sixty minutes`() throws {
        let film = try variation(
            "A film starts at 2:45 p.m. and lasts 1 hour 50 minutes. When does it end?",
            "2:45 + 1 + 50")

        for problem in try film.variants(count: 5, seed: 1) {
            #expect(problem.expression.contains("60"), "\(problem.expression)")
        }
    }

    @Test(
        "a number from nowhere is refused, however small",
        arguments: [
            ("Sam has 24 pens and loses 9. How many are left?", "24 - 8"),
            ("Sam has 24 pens and loses 9. How many are left?", "24 - 9 * 3"),
        ])
    func foreign(text: String, expression: String) {
        let error = #expect(throws: VariationError.self) { try variation(text, expression) }
        guard case .notInText = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(
        "a remainder is not varied and that is said",
        arguments: ["50 % 8", "50 mod 8", "50 / 8", "floor(50 / 8)"])
    func remainder(expression: String) {
        #expect(throws: VariationError.remainder) {
            try variation("8 pupils share 50 pens. How many are left over?", expression)
        }
    }

    @Test func `days of a month, scores and parts of a whole stay possible`() throws {
        let dates = try variation(
            "Today is March 5. The party is on March 23. How many days until then?", "23 - 5")
        let scores = try variation(
            "She scored 82 and 95 on her tests. What is the sum?", "82 + 95")
        let parts = try variation(
            "Sam ate 3/8 of a pizza and Zoe 1/4 of it. How much together?", "3/8 + 1/4")

        for problem in try dates.variants(count: 30, seed: 1) {
            #expect(problem.givens.compactMap { Int($0.value) }.allSatisfy { $0 <= 28 })
        }
        for problem in try scores.variants(count: 30, seed: 1) {
            #expect(problem.givens.compactMap { Int($0.value) }.allSatisfy { $0 <= 100 })
        }
        for problem in try parts.variants(count: 30, seed: 1) {
            #expect(try #require(Rational(parsing: problem.answer.value)) <= 1)
        }
    }

    @Test(
        "an expression may be typed as people type it",
        arguments: [
            "24 – 9", "24 − 9", "２４－９", "= 24 - 9", "24 pens - 9 pens", "$24 - $9", "24 - 9",
        ])
    func typed(expression: String) throws {
        let made = try variation("Sam has 24 pens and loses 9 pens. How many are left?", expression)

        #expect(made.varyingNumbers == ["24", "9"])
    }

    @Test(
        "signs between numbers are read",
        arguments: ["24 x 9", "24X9", "24 × 9", "24 ∗ 9"])
    func times(expression: String) throws {
        let problem = try #require(
            try variation("Each of 24 boxes has 9 pens. How many?", expression)
                .variants(count: 1, seed: 1).first)

        #expect(problem.expression.contains(" * "))
    }

    @Test func `a colon divides and a percent sign counts hundredths`() throws {
        let shared = try variation("6 friends share 24 pens. How many each?", "24 : 6")
        let part = try variation("60% of the 30 pupils walk. How many?", "30 * 60%")

        #expect(try shared.variants(count: 1, seed: 1)[0].expression.contains(" / "))
        #expect(part.varyingNumbers == ["60", "30"])
    }

    @Test func `an answer in money says so and control characters are left out`() throws {
        let dollars = try variation(
            "A toy costs $7.49.\u{1B} Tom has $20. How much change does he get?", "20 - 7.49")
        let won = try variation("김밥은 2500원이고 물은 900원입니다. 값은 모두 얼마입니까?", "2500원 + 900원")

        #expect(!dollars.text.unicodeScalars.contains("\u{1B}"))
        for problem in try dollars.variants(count: 3, seed: 1) + won.variants(count: 3, seed: 1) {
            #expect(problem.answer.text.hasPrefix("$") || problem.answer.text.hasSuffix("원"))
            let verdict = AnswerChecker.check(
                problem.answer.text, against: try problem.answerKey(), language: problem.language)
            #expect(verdict.verdictClass == .correct)
        }
    }
}
