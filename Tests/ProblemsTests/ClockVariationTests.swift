import Mathematics
import Testing

@testable import Problems

/// Times of day in a person's own problem.
@Suite struct ClockVariationTests {
    private static let problems: [(text: String, expression: String, pattern: String)] = [
        (
            "A film starts at 3:30 pm and lasts 95 minutes. When does it end?", "3:30 pm + 95",
            "p.m."
        ),
        (
            "A train leaves at 9:15 a.m. and arrives at 11:40 a.m. How many minutes is the ride?",
            "11:40 - 9:15", ""
        ),
        ("School is from 8:30 to 1:15. How long is that?", "1:15 - 8:30", "hour"),
        (
            "The bus leaves at 14:20 and takes 3 hours. At what time does it arrive?", "14:20 + 3",
            ":"
        ),
        ("A shop opens at 9 am and closes at 5 pm. How long is it open?", "5 pm - 9 am", "hour"),
        (
            "영화가 오후 3시 30분에 시작해서 95분 동안 해요. 몇 시 몇 분에 끝나나요?", "오후 3시 30분 + 95",
            "오후"
        ),
        ("기차가 오전 9시 15분에 떠나 11시 40분에 도착해요. 몇 분 걸리나요?", "11시 40분 - 9시 15분", ""),
        ("아침 8시에 나가서 저녁 6시에 돌아왔어요. 얼마 동안 나가 있었나요?", "18:00 - 8시", "시간"),
    ]

    private func minutes(_ text: String, _ language: Language) -> [Int] {
        TextNumberFinder.numbers(in: text, language).filter { $0.clock != nil }
            .compactMap(\.value.integer)
    }

    @Test(
        "times vary, earlier stays earlier and the answer is right by its key", arguments: problems)
    func vary(problem: (text: String, expression: String, pattern: String)) throws {
        let variation = try ProblemVariation(text: problem.text, expression: problem.expression)
        let before = minutes(problem.text, variation.language)

        let made = try variation.variants(count: 8, seed: 1)

        #expect(made.count >= 5)
        for variant in made {
            let after = minutes(variant.text, variation.language)
            #expect(after.count == before.count)
            #expect(after != before)
            for (first, second) in zip(
                zip(before, before.dropFirst()), zip(after, after.dropFirst()))
            {
                #expect((first.0 < first.1) == (second.0 < second.1), "\(variant.text)")
            }
            let verdict = AnswerChecker.check(
                variant.answer.text, against: try variant.answerKey(), language: variant.language)
            #expect(verdict.verdictClass == .correct, "\(variant.answer.text): \(variant.text)")
            #expect(variant.answer.text.contains(problem.pattern) || problem.pattern.isEmpty)
            #expect(variant.steps.last?.value == variant.answer.value)
            #expect(!variant.steps.contains { $0.text.contains("..") })
        }
    }

    @Test(
        "an answer that is a time is written as the text writes times",
        arguments: [
            ("It is 15:40 now. What time is it in 50 minutes?", "15:40 + 50", "1\\d:\\d\\d"),
            ("It is 3:40 now. What time is it in 50 minutes?", "3:40 + 50", "\\d+:\\d\\d"),
            (
                "It is 3:40 p.m. now. What time is it in 50 minutes?", "3:40 + 50",
                "\\d+:\\d\\d p\\.m\\."
            ),
            ("지금은 오전 9시예요. 50분 뒤는 몇 시인가요?", "9시 + 50", "오전 \\d+시( \\d+분)?"),
            ("지금은 9시예요. 50분 뒤는 몇 시인가요?", "9시 + 50", "\\d+시( \\d+분)?"),
        ])
    func answer(text: String, expression: String, pattern: String) throws {
        let form = try Regex(pattern)
        let variation = try ProblemVariation(text: text, expression: expression)

        for problem in try variation.variants(count: 4, seed: 1) {
            #expect(problem.answer.text.wholeMatch(of: form) != nil, "\(problem.answer.text)")
        }
    }

    @Test(
        "the half of the day follows from the times around",
        arguments: [
            ("from 9:30 to 1:00", [570, 780]), ("from 9:30 to 11:00 p.m.", [1290, 1380]),
            ("오전 9시부터 2시까지", [540, 840]), ("12:30 pm and 12:10 am", [750, 10]),
            ("at 08:05 and 17:45", [485, 1065]), ("낮 12시", [720]), ("3시 반", [210]),
            ("3:30 in the afternoon", [930]),
        ] as [(String, [Int])])
    func halves(text: String, expected: [Int]) {
        #expect(ClockFinder.times(in: Array(text)).compactMap(\.value.integer) == expected)
    }

    @Test(
        "what only looks like a time stays out",
        arguments: [
            "The ratio is 3:45.", "3시간 걸려요.", "25:10", "3:4", "10:30:15", "시속 60", "4 apples",
            "번호 010-1234", "$3:00",
        ])
    func none(text: String) {
        #expect(ClockFinder.times(in: Array(text)).isEmpty)
    }

    @Test(
        "nonsense with times is met with a sentence",
        arguments: [
            "3:30 + 4:45", "3:30 * 2", "95 - 3:30", "3:30 / 4:45",
        ])
    func nonsense(expression: String) {
        let error = #expect(throws: VariationError.self) {
            try ProblemVariation(
                text: "From 3:30 to 4:45 pm there are 95 cars. How long?", expression: expression)
        }
        #expect(error == .clockUse)
    }

    @Test func `a pinned time stays and the other one varies`() throws {
        let variation = try ProblemVariation(
            text: "A train leaves at 9:15 a.m. and arrives at 11:40 a.m. How long is the ride?",
            expression: "11:40 - 9:15", pinned: ["9:15"])

        for problem in try variation.variants(count: 6, seed: 1) {
            #expect(problem.text.contains("9:15 a.m."))
            #expect(!problem.text.contains("11:40"))
        }
        #expect(variation.possibleNumbers == ["9:15", "11:40"])
    }

    @Test(
        "minutes after hours stay below sixty",
        arguments: [
            ("It took 2 hours 45 minutes and 7 breaks. How many minutes?", "2 * 60 + 45"),
            ("2시간 45분 걸렸어요. 몇 분인가요?", "2 * 60 + 45"),
        ])
    func belowSixty(text: String, expression: String) throws {
        let variation = try ProblemVariation(text: text, expression: expression)

        for problem in try variation.variants(count: 20, seed: 1) {
            let numbers = TextNumberFinder.numbers(in: problem.text, variation.language)
            #expect(numbers[1].value.numerator < 60)
        }
    }
}
