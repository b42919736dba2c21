import Foundation
import Mathematics
import TerminalUI
import Testing

@testable import TutorApp

/// What a person is told when a command cannot do what was asked.
@Suite struct AdviceTests {
    private let binary = BuiltBinary()

    @Test(
        "a file that cannot be read is named, with the reason and what to do",
        arguments: [["import", "/nonexistent"], ["evaluate", "--on", "/nonexistent"]])
    func unreadable(arguments: [String]) throws {
        defer { binary.remove() }

        let result = try binary.run(arguments)
        let korean = try binary.run(arguments + ["--language", "ko"])

        #expect(result.code == 1 && korean.code == 1)
        #expect(result.errors.contains("/nonexistent cannot be read: No such file"))
        #expect(result.errors.contains("Try:"))
        #expect(korean.errors.contains("그런 파일이나 폴더가 없어요"))
    }

    @Test func `a file that is no backup is called so`() throws {
        defer { binary.remove() }

        let result = try binary.run(["restore", "/etc/passwd"])

        #expect(result.code == 3)
        #expect(result.errors.contains("no backup of mathtutor"))
        #expect(result.errors.contains("backup --list"))
        #expect(!result.errors.contains("restore FILE"))
    }

    @Test func `the doctor ends with 1 when a check other than the record's fails`() throws {
        defer { binary.remove() }

        #expect(try binary.run(["--data", "/nope", "doctor"]).code == 1)
        #expect(try binary.run(["--data", "/nope", "doctor", "--json"]).code == 1)
        #expect(try binary.run(["doctor"]).code == 0)
    }

    @Test func `the doctor advises to move another program's file away, not to copy it`() throws {
        defer { binary.remove() }
        try FileManager.default.createDirectory(
            at: binary.home, withIntermediateDirectories: true)
        try Data("another program's file".utf8)
            .write(to: binary.home.appending(path: "learners.sqlite"))

        let result = try binary.run(["doctor"])

        #expect(result.code == 3)
        #expect(result.output.contains("mv -n ") && result.output.contains("--home DIR"))
        #expect(!result.output.contains("mathtutor backup"))
    }

    @Test func `an absent record is said to be absent, and a home that cannot be made too`() throws
    {
        let absent = try binary.run(["progress"])
        let impossible = try binary.run(["progress", "--home", "/proc/nowhere"])

        #expect(absent.code == 0 && absent.errors.contains("there is no record in"))
        #expect(impossible.code == 0 && impossible.errors.contains("none can be made there"))
        #expect(try binary.run(["doctor", "--home", "/proc/nowhere"]).code == 4)
        #expect(!FileManager.default.fileExists(atPath: binary.home.path))
    }

    @Test func `lines that cannot be imported are explained in Korean`() throws {
        defer { binary.remove() }
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }  // Left-overs do no harm.
        try Data("nothing\n{\"id\": 3}\n".utf8).write(to: file)

        let errors = try binary.run(["import", file.path, "--language", "ko"]).errors

        #expect(errors.contains("1번째 줄: JSON 객체가 아니에요"))
        #expect(errors.contains("2번째 줄: \"id\" 값의 종류가 달라요"))
    }

    @Test(
        "messages in Korean leave no particle to the reader",
        arguments: [
            ["practice", "--plain", "--skill", "nosuch"], ["models", "use", "nosuch"],
            ["models", "use", "factory"], ["generate", "--template", "nosuch"],
            ["autograd", "y+foo", "y=1"], ["practice", "--plain", "--data", "/nonexistent"],
        ])
    func particles(arguments: [String]) throws {
        defer { binary.remove() }

        let result = try binary.run(arguments + ["--language", "ko"])

        for open in ["은(는)", "이(가)", "을(를)", "(으)로", "(이)라"] {
            #expect(!(result.errors + result.output).contains(open))
        }
    }

    @Test func `an error is broken at spaces and fits the terminal`() {
        let message = "mathtutor: /proc/none에 기록을 둘 수 없어요: 권한이 없어요.\nTry:  x"

        let lines = StandardOutput.fitted(message, to: 30).split(separator: "\n")

        #expect(lines.allSatisfy { $0.displayWidth <= 30 })
        #expect(lines.last == "Try:  x")
        let words = message.split { $0 == " " || $0 == "\n" }
        #expect(lines.flatMap { $0.split(separator: " ") } == words)
    }

    @Test func `what cannot be written is named in Korean too`() {
        let failure = Failure.unwritable("standard output", because: "No space left on device")

        #expect(failure.message(in: .korean).hasPrefix("표준 출력에 쓸 수 없어요: 디스크가 가득 찼어요."))
        #expect(failure.message(in: .english).hasPrefix("cannot write to standard output: "))
    }

    @Test func `one answer is singular`() {
        #expect(EnglishCount.answers(1) == "1 answer")
        #expect(EnglishCount.answers(0) == "0 answers")
    }
}
