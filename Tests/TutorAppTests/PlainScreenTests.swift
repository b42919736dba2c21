import Foundation
import LearnerStore
import Testing

/// The screens as lines, run as a person with a screen reader would.
@Suite struct PlainScreenTests {
    private let binary = BuiltBinary()

    private func lines(_ input: [String], _ arguments: [String] = []) throws -> [String] {
        let result = try binary.run(
            ["--plain"] + arguments, input: input.joined(separator: "\n") + "\n")
        #expect(result.code == 0, "\(result.errors)")
        return result.lines
    }

    private static let english =
        "There are 24 tulips in 6 vases with the same number in each. How many are in one vase?"
    private static let korean =
        "튤립 24송이를 꽃병 6개에 똑같이 나누어 꽂았습니다. 꽃병 하나에 있는 튤립은 몇 송이입니까?"

    @Test(arguments: [("en", english, "Example 5: "), ("ko", korean, "보기 5: ")])
    func `a problem of one's own goes into practice line by line`(
        language: String, text: String, example: String
    ) throws {
        defer { binary.remove() }

        let lines = try lines(
            ["3", text, "1", "24 / 6", "", "back", "8"], ["--language", language])

        #expect(lines.contains { $0.hasPrefix(example) })
        let kept = try FileManager.default.contentsOfDirectory(
            atPath: binary.home.appending(path: "templates").path)
        #expect(kept.count == 1)
        let practice = try self.lines(
            ["3", "", "", "12345", "2", "back", "quit"], ["--language", language])
        #expect(practice.contains { $0.hasPrefix("Result: ") })
        #expect(practice.contains { $0.contains(language == "ko" ? "꽃병" : "vases") })
    }

    @Test func `a calculation that cannot be used is answered with a sentence`() throws {
        defer { binary.remove() }

        let lines = try lines(
            ["3", Self.english, "1", "24 / 5 - 77", "apples", "24 / (6 - 6)", "3 +", "24 / 6"],
            ["--language", "en"])

        for word in ["77", "number", "zero", "read"] {
            #expect(lines.contains { $0.contains(word) && !$0.hasPrefix("Use the numbers") })
        }
        #expect(lines.contains { $0.hasPrefix("Example 1: ") })
    }

    @Test func `settings change and stay`() throws {
        defer { binary.remove() }

        let first = try lines(["6", "5", "right", "back", "8"], ["--language", "en"])
        let second = try lines(["6", "back", "8"], ["--language", "en"])

        #expect(first.contains("5 Problems per round: 20 problems."))
        #expect(second.contains("5 Problems per round: 20 problems."))
    }

    @Test func `a new learner is made by a name and progress is that learner's`() throws {
        defer { binary.remove() }

        let lines = try lines(["7", "Jun", "7", "back", "2", "3", "quit"], ["--language", "en"])

        #expect(lines.contains { $0.contains("Jun") && $0.contains("(now)") })
        #expect(lines.contains("Nothing answered yet."))
    }

    @Test func `help tells the keys of the screen and a word that means nothing is met`() throws {
        defer { binary.remove() }

        let lines = try lines(["5", "help", "wiggle", "quit"], ["--language", "en"])

        #expect(lines.contains { $0.hasPrefix("l: ") })
        #expect(lines.contains { $0.hasPrefix("That is none of the words here") })
    }

    @Test func `the same idea comes in another story`() throws {
        defer { binary.remove() }

        let result = try binary.run(
            ["practice", "--plain", "--seed", "5", "--language", "en"], input: "explain\n4\n")

        let texts = result.lines.filter { $0.hasPrefix("Text: ") }
        let kinds = result.lines.filter { $0.hasPrefix("Problem ") }
            .compactMap { $0.firstMatch(of: #/Kind: ([^.]+)\./#)?.1 }
        #expect(texts.count == 2 && Set(texts).count == 2)
        #expect(Set(kinds).count == 1)
    }

    @Test func `the calculator answers without an attempt`() throws {
        defer { binary.remove() }

        let result = try binary.run(
            ["practice", "--plain", "--seed", "5", "--language", "en"],
            input: "calculate 0.5 * 12\ncalc x\n")

        #expect(result.lines.contains("Calculator: 0.5 * 12 = 6."))
        #expect(result.results.isEmpty)
    }
}
