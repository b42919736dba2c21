import Foundation
import Mathematics
import Problems
import Testing
import TextClassification
import TestSupport

@testable import ProblemEncoding

@Suite struct EncodingTests {
    @Test(
        "the last operation of an expression is its root",
        arguments: [
            ("12 + 5", RootOperation.addition), ("( 76.0 - 25.0 )", .subtraction),
            ("(3 + 4) * 2", .multiplication), ("9 / 3 + 1", .addition),
            ("(22 - 17) / 5", .division), ("ceil(41 / 8)", .division),
            ("-3 + 5", .addition), ("4 * -2", .multiplication), ("max(2.5, 2.45)", .other),
            ("7", .other), ("((8) - (3))", .subtraction), ("12 × 4", .multiplication),
        ])
    func root(expression: String, expected: RootOperation) {
        #expect(RootOperation(ofExpression: expression) == expected)
    }

    @Test func `the sentence that asks is marked`() {
        let input = ProblemEncoder.encode("Leo has 3 pens. How many pens are there?").input

        let asked = zip(input.words, input.inQuestion).filter(\.1).map(\.0)
        #expect(asked == ["<q>", "how", "many", "pens", "are", "there"])
    }

    @Test(
        "a sentence asks by its words where no question mark does",
        arguments: ["넓이는 12입니다. 둘레를 구하시오.", "It is 4 m long. Find the area."])
    func askingWords(text: String) {
        let input = ProblemEncoder.encode(text).input

        #expect(input.inQuestion.first == false && input.inQuestion.last == true)
    }

    @Test(
        "relations are computed exactly",
        arguments: [
            ("24 and 6", "quotient:whole"), ("24 and 7", "quotient:no"),
            ("0.6 and 0.2", "quotient:no"), ("6 and 24", "order:up"), ("24 and 6", "order:down"),
            ("1/3 and 1/3", "order:same"), ("1,000 and 3", "spread:far"),
        ])
    func relations(text: String, tag: String) {
        #expect(ProblemEncoder.encode(text).input.relations.contains(tag))
    }

    @Test(
        "keyword rules name the operation of plain questions",
        arguments: [
            (
                "Ann has 5 pens and Bo has 9 pens. How many more pens does Bo have than Ann?",
                "subtraction"
            ),
            (
                "Ann has 5 pens and Bo has 9 pens. How many pens do they have altogether?",
                "addition"
            ),
            (
                "There are 4 boxes with 6 pens in each. How many pens are there in all?",
                "multiplication"
            ),
            (
                "24 pens are shared equally among 6 children. How many pens does each child get?",
                "division"
            ),
            ("구슬 24개를 6명에게 똑같이 나누어 주면 한 명에게 몇 개씩 줄 수 있습니까?", "division"),
            ("사과가 한 상자에 6개씩 4상자 있습니다. 사과는 모두 몇 개입니까?", "multiplication"),
            ("사과 9개 중에서 4개를 먹었습니다. 남은 사과는 몇 개입니까?", "subtraction"),
        ])
    func rules(text: String, operation: String) {
        #expect(ProblemEncoder.encode(text).input.ruleOperation == operation)
    }

    /// The kind of a problem is read from its words alone, so equal words are an equal kind.
    @Test func `when only the numbers change, the words that name the kind do not`() throws {
        let bank = try ProblemBank(dataDirectory: dataDirectory)
        var generator = SplitMix64(seed: 7)
        var pairs = 0
        for number in 0..<500 {
            let template = bank.templates[number % bank.templates.count]
            for language in Language.allCases {
                let text = try bank.problem(
                    template: template.id, level: number % 5 + 1, language: language,
                    seed: UInt64(number)
                ).text
                let changed = Self.withOtherNumbers(text, using: &generator)
                #expect(
                    ProblemEncoder.encode(changed).input.words
                        == ProblemEncoder.encode(text).input.words, "\(text)\n\(changed)")
                pairs += 1
            }
        }
        #expect(pairs == 1_000)
    }

    /// Draws every digit anew; a leading digit stays above zero and a fraction below its bar too.
    private static func withOtherNumbers(
        _ text: String, using generator: inout SplitMix64
    ) -> String {
        String(
            text.map { character in
                guard character.isASCII, character.isNumber else { return character }
                return Character("\(Int.random(in: 1...9, using: &generator))")
            })
    }
}
