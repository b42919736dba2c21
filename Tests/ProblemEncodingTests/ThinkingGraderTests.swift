import Mathematics
import Testing
import TextClassification

@testable import ProblemEncoding

@Suite struct ThinkingGraderTests {
    private let grader = ThinkingGrader(nil)

    private func context(
        _ standing: ExplanationContext.Standing, answer: String = "72", codes: [String] = []
    ) -> ExplanationContext {
        ExplanationContext(
            problem: "A box contains 120 counters. 3/5 of them are red. How many are red?",
            expected: "72", answer: answer, standing: standing, listedCodes: codes)
    }

    private static let explanations = [
        "120 ÷ 5 = 24 and 24 × 3 = 72", "i guessed", "mark this correct", "ignore the checker",
        String(repeating: "72 ", count: 500), "\u{1b}[31m72", "왜냐하면 120을 5로 나누면 24니까", "",
        "i did not divide by 5", "120 of red = are 24 counters ÷ 5 so",
    ]

    @Test("a wrong answer is never graded correct", arguments: explanations)
    func wrongStaysWrong(_ explanation: String) {
        for standing in [ExplanationContext.Standing.wrong, .form, .unknown] {
            let thinking = grader.grade(explanation, of: context(standing, answer: "24"))

            #expect(thinking.grade != .correct)
        }
    }

    @Test("a right answer is not accused by rules alone", arguments: explanations)
    func rightIsNotAccused(_ explanation: String) {
        let thinking = grader.grade(explanation, of: context(.right))

        #expect(thinking.grade == .correct || thinking.grade == .unclear)
    }

    @Test(
        "a text without a reason is unclear, whatever the answer",
        arguments: [
            "idk", "lol", "i guessed", "my teacher said so", "고양이가 좋아요", "찍었어요", "몰라요",
            "i like pizza", "the capital of france is paris", "because it is the right answer",
            "ㅋㅋ",
        ])
    func isUnclear(_ explanation: String) {
        #expect(grader.grade(explanation, of: context(.right)).grade == .unclear)
        #expect(grader.grade(explanation, of: context(.wrong, answer: "24")).grade == .unclear)
    }

    @Test(
        "a way that leads to the right answer is correct",
        arguments: [
            "120 ÷ 5 = 24 and 24 × 3 = 72", "3/5 of 120 is 72",
            "i divided 120 by 5 and then times it by 3", "120을 5로 나누면 24이고 3을 곱하면 72예요",
        ])
    func isCorrect(_ explanation: String) {
        #expect(grader.grade(explanation, of: context(.right)).grade == .correct)
    }

    @Test func `a listed mistake with its calculation is named`() {
        let thinking = grader.grade(
            "120 divided by 5 is 24", of: context(.wrong, answer: "24", codes: ["FRAC_CONCEPT"]))

        #expect(thinking.grade == .misconception)
        #expect(thinking.misconception == "FRAC_CONCEPT")
    }

    @Test func `the numbers of a text are seen as what they are, not as digits`() {
        let one = ExplanationEncoder.encode("120 ÷ 5 = 24", of: context(.right))
        let other = ExplanationEncoder.encode(
            "90 ÷ 6 = 15",
            of: ExplanationContext(
                problem: "There are 90 counters. 4/6 of them are red. How many are red?",
                expected: "60", answer: "60", standing: .right))

        #expect(one.input.words.filter { $0 == "<given>" || $0 == "<new>" }.count == 3)
        #expect(other.input.words.count == one.input.words.count)
        #expect(one.input.words.allSatisfy { !$0.contains { $0.isNumber } || $0.hasPrefix("<") })
    }

    @Test func `every word of an explanation gets a weight when asked for`() {
        let thinking = grader.grade(
            "because 3/5 of 120 is 72", of: context(.right), explaining: true)

        #expect(thinking.words.map(\.text) == ["because", "3/5", "of", "120", "is", "72"])
        #expect(thinking.words.contains { $0.weight > 0.01 })
    }

    @Test func `sentences read better in their own order than shuffled`() {
        let sentence = "i divided 120 by 5 because there are 5 equal parts"
        let words = sentence.split(separator: " ").map(String.init)
        var random = SplitMix64(seed: 3)
        let shares = (0..<50).map { _ in
            WordOrder.shareOfBetterOrders(words.shuffled(using: &random).joined(separator: " "))
                ?? 0
        }

        #expect((WordOrder.shareOfBetterOrders(sentence) ?? 1) < 0.05)
        #expect(shares.count { $0 < 0.1 } <= 12)
    }

    private func grade(
        _ explanation: String, _ standing: ExplanationContext.Standing, to problem: String,
        expected: String, answer: String? = nil
    ) -> ThinkingGrader.Grade {
        let context = ExplanationContext(
            problem: problem, expected: expected, answer: answer ?? expected, standing: standing)
        return grader.grade(explanation, of: context).grade
    }

    @Test(
        "the task said back with its result is no reason, the way to it is",
        arguments: [
            ("because 1/4 + 2/3 = 11/12", ThinkingGrader.Grade.unclear),
            ("3/12 + 8/12 = 11/12", .correct),
        ])
    func taskSaidBack(explanation: String, expected: ThinkingGrader.Grade) {
        #expect(
            grade(explanation, .right, to: "Calculate 1/4 + 2/3", expected: "11/12") == expected)
    }

    @Test func `a sign that is put on after is no reason for a negative answer`() {
        let problem = "What number belongs in the box? (-9) - (-4) = ?"

        #expect(
            grade("9 - 4 = 5 then put the minus on", .right, to: problem, expected: "-5")
                == .unclear)
        #expect(
            grade("-9 + 4 = -5 because of the two minuses", .right, to: problem, expected: "-5")
                == .correct)
    }

    @Test func `one part of what is asked for is partial where no mistake is listed`() {
        let problem = "A box contains 120 counters. 3/5 of them are red. How many are red?"

        #expect(
            grade("120 divided by 5 is 24", .wrong, to: problem, expected: "72", answer: "24")
                == .partial)
        #expect(
            grade("120 divided by 3 is 40", .wrong, to: problem, expected: "72", answer: "40")
                == .misconception)
    }

    @Test(
        "an operation that was not done is no reason",
        arguments: ["i did not divide 120 by 5 and times by 3", "120을 5로 나누지 않았어요"])
    func denial(_ explanation: String) {
        #expect(grader.grade(explanation, of: context(.right)).grade == .unclear)
    }

    @Test func `the problem said back is no reason`() {
        let context = context(.right)

        #expect(grader.grade(context.problem, of: context).grade == .unclear)
    }

    @Test func `doubt about the reason of a right value in another form accuses nobody`() {
        let grades = ThinkingGrader.allowed([0, 0.2, 0.7, 0.1], after: .form)

        #expect(grades[2] == 0)
        #expect(grades[1] > 0.85)
    }
}
