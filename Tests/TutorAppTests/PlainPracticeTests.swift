import Foundation
import LearnerModel
import LearnerStore
import Mathematics
import Testing

@Suite struct PlainPracticeTests {
    private let binary = BuiltBinary()
    private let start = ["practice", "--plain", "--seed", "5"]

    private func stored() throws -> [Attempt] {
        let store = try LearnerStore.open(at: binary.home, mode: .viewing, now: 0)
        return try store.attempts(of: LearnerStore.defaultProfile).map(\.attempt)
    }

    @Test func `equal seeds and clocks give equal bytes`() throws {
        defer { binary.remove() }
        let other = BuiltBinary()
        defer { other.remove() }
        let lines = "hint\n12\n1\n13\n2\nskip\nexplain\n1\n7\n"

        let first = try binary.run(start, input: lines)
        let second = try other.run(start, input: lines)

        #expect(first.output == second.output && first.code == 0)
    }

    @Test(
        "every result line stands for one stored attempt, in both languages",
        arguments: ["en", "ko"])
    func oneAttemptPerResult(language: String) throws {
        defer { binary.remove() }
        let words =
            language == "ko" ? ["힌트", "건너뛰기", "설명", "뒤로"] : ["hint", "skip", "explain", "back"]
        let lines = """
            \(words[0])
            999999
            1
            nothing at all
            2
            \(words[1])

            1
            \(words[2])
            3
            3
            2
            999999
            2
            \(words[3])
            42

            """

        let result = try binary.run(start + ["--language", language], input: lines)

        let attempts = try stored()
        #expect(result.code == 0)
        #expect(result.results.count == attempts.count && attempts.count >= 6)
        #expect(attempts.contains { $0.outcome == .skipped })
        #expect(attempts.contains { $0.outcome == .revealed })
        #expect(attempts.contains { $0.verdict == .empty && $0.outcome == .answered })
        #expect(Set(attempts.map(\.id)).count == attempts.count)
    }

    @Test func `an answer that does not count is stored and marked so`() throws {
        defer { binary.remove() }

        let result = try binary.run(start, input: "what?\n")

        #expect(result.results.count == 1)
        #expect(result.results.first?.contains("not counted") == true)
        #expect(try stored().map(\.counted) == [false])
    }

    @Test func `the right answer is called right and nothing else is`() throws {
        defer { binary.remove() }
        _ = try binary.run(start)
        let problem = try #require(
            try LearnerStore.open(at: binary.home, mode: .viewing, now: 0)
                .problemOnScreen(of: LearnerStore.defaultProfile))
        let made = try binary.run([
            "generate", "--template", problem.template, "--level", "\(problem.level)",
            "--seed", "\(problem.seed)",
        ])
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
        let answer = try #require((object["answer"] as? [String: Any])?["text"] as? String)

        let wrong = try binary.run(start, input: "123456\n")
        let right = try binary.run(start, input: "\(answer)\n2\n")

        #expect(wrong.results.first?.hasPrefix("Result: not yet.") == true)
        #expect(right.output.contains("Second try."))
        #expect(right.results.first?.hasPrefix("Result: right.") == true)
    }

    @Test func `the very problem that was left comes back with its hints`() throws {
        defer { binary.remove() }
        let first = try binary.run(start, input: "hint\n")

        let second = try binary.run(["practice", "--plain", "--seed", "99"], input: "hint\n")

        let text = first.lines.first { $0.hasPrefix("Text:") }
        #expect(text != nil && second.lines.contains(text ?? ""))
        #expect(second.output.contains("Hint 2 of 3"))
    }

    @Test func `a session of two problems ends by itself`() throws {
        defer { binary.remove() }

        let result = try binary.run(
            start + ["--count", "2"], input: "skip\nexplain\n2\nskip\nskip\nskip\n")

        #expect(result.results.count == 2)
        #expect(result.output.contains("Problem 2 of 2."))
        #expect(result.lines.contains { $0.hasPrefix("Done: 2 problems.") })
    }

    @Test func `a skill and a level can be chosen`() throws {
        defer { binary.remove() }

        let result = try binary.run(
            start + ["--skill", "add_to.result", "--level", "4", "--count", "3"],
            input: "skip\nskip\nskip\n")

        #expect(try stored().allSatisfy { $0.skill == "add_to.result" && $0.level == 4 })
        #expect(result.results.count == 3)
    }

    @Test func `hostile lines change nothing but their own results`() throws {
        defer { binary.remove() }
        var bytes = Data("\u{1B}[2J\u{07}12\u{202E}\n2\n".utf8)
        bytes += Data(repeating: UInt8(ascii: "9"), count: 1 << 20) + Data("\n2\n".utf8)
        bytes += Data([0xff, 0xfe, 0x00, 0x80, 0x0a]) + Data("2\r\n".utf8)
        bytes += Data("no end of line".utf8)

        let result = try binary.run(start, bytes: bytes)

        #expect(result.code == 0)
        // Four lines of answers, and three times the choice to go on, which skips the problem.
        #expect(result.results.count == 7)
        #expect(try stored().count == 7)
        let controls = result.output.unicodeScalars.filter { $0.value < 32 && $0 != "\n" }
        #expect(controls.isEmpty && !result.output.contains("\u{202E}"))
    }

    @Test func `each profile has its own log`() throws {
        defer { binary.remove() }

        _ = try binary.run(start + ["--profile", "Mina"], input: "skip\n")
        _ = try binary.run(start + ["--profile", "Jun"], input: "skip\nskip\n")

        let store = try LearnerStore.open(at: binary.home, mode: .viewing, now: 0)
        #expect(try store.attempts(of: "Mina").count == 1)
        #expect(try store.attempts(of: "Jun").count == 2)
    }

    @Test(
        "plain mode is switched on by the environment too",
        arguments: ["ACCESSIBLE", "MATHTUTOR_PLAIN"])
    func switchedOn(variable: String) throws {
        defer { binary.remove() }
        var binary = self.binary
        binary.environment[variable] = "1"

        let result = try binary.run(["practice", "--seed", "1"])

        #expect(result.code == 0)
        #expect(result.lines.first?.contains("from \(variable)") == true)
    }

    @Test func `the menu opens practice and comes back from it`() throws {
        defer { binary.remove() }

        let result = try binary.run(["--plain"], input: "9\n1\nskip\nback\n2\nback\n8\n")

        #expect(result.code == 0)
        #expect(result.lines.filter { $0.hasPrefix("Menu.") }.count == 4)
        #expect(result.results.count == 1)
        #expect(try stored().count == 1)
    }

    @Test func `a problem of one's own is read in sentences`() throws {
        defer { binary.remove() }

        let result = try binary.run(
            ["--plain"], input: "back\n3\nMina has 3 pens and buys 4 more. How many now?\n8\n")

        #expect(result.lines.contains { $0.hasPrefix("Kind: ") })
        #expect(result.lines.contains("Numbers found: 3, 4."))
        #expect(!result.output.contains("{"))
    }

    @Test func `with --json a session speaks in JSON Lines alone`() throws {
        defer { binary.remove() }

        let result = try binary.run(
            ["practice", "--json", "--count", "1", "--seed", "5"], input: "hint\n999999\n2\n")

        let events = try result.lines.filter { !$0.isEmpty }.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return (object as? [String: Any])?["event"] as? String
        }
        #expect(events == ["problem", "hint", "result", "answer", "done"])
        #expect(try stored().count == 1)
    }

    @Test func `what was printed survives a kill at any moment`() throws {
        defer { binary.remove() }
        var printed = 0
        for round in 0..<8 {
            let process = binary.process(["practice", "--plain", "--seed", "\(round)"])
            let input = Pipe()
            let output = Pipe()
            process.standardInput = input
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            try input.fileHandleForWriting.write(
                contentsOf: Data(String(repeating: "77777\n2\n", count: 40).utf8))
            var text = ""
            while !text.contains("Result:") {
                let data = output.fileHandleForReading.availableData
                guard !data.isEmpty else { break }
                text += String(decoding: data, as: UTF8.self)
            }
            usleep(UInt32(round * 3_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try input.fileHandleForWriting.close()
            text += String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            printed += text.split(separator: "\n").count { $0.hasPrefix("Result:") }
        }

        let attempts = try stored()

        #expect(attempts.count >= printed && attempts.count <= printed + 8)
        #expect(printed > 0)
        #expect(Set(attempts.map(\.id)).count == attempts.count)
    }
}
