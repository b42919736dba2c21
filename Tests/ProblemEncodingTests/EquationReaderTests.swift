import Mathematics
import Testing

@testable import ProblemEncoding

@Suite struct EquationReaderTests {
    private func equations(_ text: String) -> [StatedEquation] {
        EquationReader(TextScanner(text).tokens).equations
    }

    @Test(
        "a calculation that holds is found and called true",
        arguments: [
            "3 + 4 = 7", "5x3=15", "12 ÷ 4 = 3", "8 -5=3", "120/5=24", "3/9 = 1/3",
            "1/3 + 2/5 = 11/15", "20% of 50 is 10", "0.5 = 1/2", "five times three is fifteen",
            "added 3 and 4 to get 7", "i took 5 from 8 and got 3", "24 divided by 3 equals 8",
            "3이랑 4를 더하면 7이에요", "8에서 5를 빼면 3", "3 더하기 4는 7", "6 곱하기 2 = 12",
            "-8 - -5 = -3", "2 + 3 × 4 = 14", "2 + 3 × 4 = 20", "(2 + 3) × 4 = 20",
            "10 ÷ 3 = 3.33", "half of 24 is 12", "3/5 of 120 is 72", "3 × 24 is 72",
        ])
    func holds(_ text: String) {
        #expect(equations(text).map(\.isTrue) == [true], "\(text): \(equations(text))")
    }

    @Test(
        "a calculation that does not hold is found and called false",
        arguments: [
            "3 + 4 = 8", "5x3=16", "1/3 + 2/5 = 3/8", "3이랑 4를 더하면 8이에요", "8 minus 5 is 4",
            "3/9 = 1/4", "6 곱하기 2는 13",
        ])
    func fails(_ text: String) {
        #expect(equations(text).map(\.isTrue) == [false], "\(text): \(equations(text))")
    }

    @Test(
        "words about numbers are no calculation",
        arguments: [
            "", "i think it is 5", "there are 3 left", "6 is shaded and 3 is not", "1 box = 5",
            "the answer is 7", "5 개가 있어요", "7, 8, 9",
        ])
    func isNone(_ text: String) {
        #expect(equations(text).isEmpty, "\(text): \(equations(text))")
    }

    @Test func `every true and false calculation of drawn numbers is told apart`() {
        var random = SplitMix64(seed: 7)
        let forms = [
            "%a %o %b = %r", "%a%o%b=%r", "so %a %o %b is %r because", "%a %o %b makes %r.",
        ]
        for _ in 0..<400 {
            let (a, b) = (
                Int.random(in: 1...99, using: &random), Int.random(in: 1...99, using: &random)
            )
            let sign = ["+", "-", "×"].randomElement(using: &random) ?? "+"
            let result = sign == "+" ? a + b : sign == "-" ? a - b : a * b
            let off = Int.random(in: 0...1, using: &random)
            let text = (forms.randomElement(using: &random) ?? "")
                .replacing("%a", with: "\(a)").replacing("%o", with: sign)
                .replacing("%b", with: "\(b)").replacing("%r", with: "\(result + off)")

            #expect(equations(text).map(\.isTrue) == [off == 0], "\(text)")
        }
    }

    @Test func `a chain of equals signs is two calculations`() {
        #expect(equations("12 ÷ 3 = 4 × 2 = 8").map(\.isTrue) == [true, true])
    }

    @Test(
        "hostile texts come to an end",
        arguments: [
            String(repeating: "(", count: 5_000), String(repeating: "1+", count: 5_000),
            String(repeating: "9", count: 5_000) + "=" + String(repeating: "9", count: 5_000),
            String(repeating: "1=", count: 5_000), String(repeating: "- ", count: 5_000),
            "1/0 = 3", "5 ÷ 0 = 0", "\u{1b}[2J\u{0} 3 + 4 = 7",
            String(repeating: "99999999×", count: 900),
        ])
    func ends(_ text: String) {
        #expect(equations(text).count <= EquationReader.mostEquations)
    }
}
