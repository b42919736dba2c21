import Mathematics
import Testing
import TextClassification

@testable import ProblemEncoding

@Suite struct NumeralTests {
    @Test(
        "numerals are found with their exact values",
        arguments: [
            ("12 apples and 5 pears", ["12", "5"]),
            ("It costs $1,250.50 or 1,000,000 won", ["1250.50", "1000000"]),
            ("3/4 of the 2 1/2 litres", ["3/4", "5/2"]),
            ("½ cup and 1½ cups", ["1/2", "3/2"]),
            ("the temperature is -7 degrees", ["-7"]),
            ("ages 5-7", ["5", "7"]),
            ("25% of twenty-five", ["25", "25"]),
            ("two hundred and five sheep, three quarters of them white", ["205", "3/4"]),
            ("two dozen eggs", ["24"]),
            ("each one of them", []),
            ("구슬 24개를 다섯 명에게", ["24", "5"]),
            ("열두 개와 스물세개", ["12", "23"]),
            ("3만 5천 원과 백이십 원", ["35000", "120"]),
            ("한 상자에 6개씩", ["6"]),
            ("사과 세 개와 배 네 개", ["3", "4"]),
            ("일요일에 오렌지를 샀습니다", []),
            ("１２개", ["12"]),
        ])
    func values(text: String, expected: [String]) {
        #expect(ProblemEncoder.encode(text).numbers.map(\.text) == expected)
    }

    @Test(
        "the wording is the same whatever the numbers are",
        arguments: [
            ("Noor has 12 shells.", "Noor has 9,950 shells."),
            ("Noor has twelve shells.", "Noor has 3 shells."),
            ("It weighs 2.5 kg.", "It weighs 40 kg."),
            ("3/4 of the cake", "11/12 of the cake"),
            ("사과가 다섯 개 있습니다.", "사과가 12개 있습니다."),
            ("빵이 25% 남았습니다.", "빵이 3% 남았습니다."),
        ])
    func masked(one: String, other: String) {
        #expect(
            ProblemEncoder.encode(one).input.words == ProblemEncoder.encode(other).input.words)
    }

    @Test func `very long texts and strange characters are read in bounded size`() {
        let text =
            String(repeating: "9", count: 3_000) + " \u{1B}[31m "
            + String(
                repeating: "아주 긴 글 ", count: 3_000)

        let encoded = ProblemEncoder.encode(text)

        #expect(encoded.input.words.count <= 100)
        #expect(encoded.numbers.first?.text.count == 3_000)
    }

    @Test func `decomposed Hangul reads as composed Hangul does`() {
        let text = "구슬 다섯 개를 나누어 줍니다."
        let decomposed = String(
            String.UnicodeScalarView(text.unicodeScalars.flatMap(Self.jamo)))

        #expect(ProblemEncoder.encode(decomposed).input == ProblemEncoder.encode(text).input)
    }

    private static func jamo(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        guard (0xac00...0xd7a3).contains(scalar.value) else { return [scalar] }
        let index = scalar.value - 0xac00
        return [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11a7 + index % 28]
            .filter { $0 != 0x11a7 }.compactMap(Unicode.Scalar.init)
    }
}
