import Foundation
import LearnerModel
import LearnerStore
import Testing

/// The built program beside the tests.
private let tutor: URL? = {
    // Without /proc there is no way to find the program, and the tests of it do not run.
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let beside = link.map { URL(filePath: $0).deletingLastPathComponent() }
    let built = beside?.appending(path: "mathtutor")
    return built.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }
}()

private struct Ended {
    let code: Int32
    let output: String
    let errors: String
}

private func run(_ arguments: [String], home: URL, input: String = "") throws -> Ended {
    let process = Process()
    process.executableURL = tutor
    process.arguments = arguments + ["--home", home.path]
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let errors = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ended(
        code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
        errors: String(decoding: errors, as: UTF8.self))
}

@Suite(.enabled(if: tutor != nil), .serialized) struct BinaryTests {
    @Test(
        "the program refuses a damaged record, leaves it and names a way out",
        arguments: [Mutilation.emptied, .text, .garbageHeader, .halved, .flippedAnswer, .removed])
    func damage(_ mutilation: Mutilation) throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        try mutilation.apply(to: folder.location)
        let before = FileManager.default.contents(atPath: folder.location.database.path)

        let reading = try run(["export"], home: folder.url)
        let practising = try run(
            ["practice", "--plain", "--count", "1"], home: folder.url, input: "1\n2\n")

        #expect([reading.code, practising.code] == [3, 3])
        #expect(reading.errors.contains("restore"))
        #expect(FileManager.default.contents(atPath: folder.location.database.path) == before)
    }

    @Test func `what one program exports another imports once`() throws {
        let (source, target) = (try TemporaryFolder(), try TemporaryFolder())
        try filledStore(at: source.url)
        let file = source.url.appending(path: "out.jsonl")

        #expect(try run(["export", "--output", file.path], home: source.url).code == 0)
        for _ in 0..<2 { #expect(try run(["import", file.path], home: target.url).code == 0) }

        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(try run(["export"], home: target.url).output == text)
    }

    @Test func `a second program is told which process has the record`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let file = folder.url.appending(path: "out.jsonl")
        #expect(try run(["export", "--output", file.path], home: folder.url).code == 0)
        let store = try LearnerStore.open(at: folder.url, now: noon)

        let second = try run(["import", file.path], home: folder.url)

        #expect(second.code == 1)
        #expect(second.errors.contains("\(getpid())"))
        #expect(try store.attemptCount() == 20)
    }

    @Test func `answers of a session that is killed are there afterwards, each once`() throws {
        let folder = try TemporaryFolder()
        var acknowledged = 0
        for round in 0..<soak(3, full: 20) {
            let process = Process()
            process.executableURL = tutor
            process.arguments = [
                "practice", "--plain", "--language", "en", "--count", "9", "--seed", "\(round)",
                "--home", folder.url.path,
            ]
            let (stdin, stdout) = (Pipe(), Pipe())
            process.standardInput = stdin
            process.standardOutput = stdout
            process.standardError = FileHandle.nullDevice
            try process.run()
            for line in 0..<9 {
                let text = "\(100_000 + round * 100 + line)\n2\n"
                try stdin.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            }
            var seen = Data()
            while seen.ranges(of: Data("Result:".utf8)).count <= round % 4 {
                let piece = stdout.fileHandleForReading.availableData
                if piece.isEmpty { break }
                seen += piece
            }
            kill(process.processIdentifier, SIGKILL)
            seen += stdout.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            acknowledged += seen.ranges(of: Data("Result:".utf8)).count
        }

        let store = try LearnerStore.open(at: folder.url, now: noon)
        let stored = try store.learners().flatMap { try store.attempts(of: $0.id) }
        let inputs = stored.map(\.attempt.input)
        #expect(acknowledged > 0)
        #expect(stored.count >= acknowledged)
        #expect(stored.count <= acknowledged + soak(3, full: 20))
        #expect(Set(inputs).count == inputs.count)
    }

    @Test(
        "a guest practises, and nothing of it is on the disk", arguments: ["guest", "Guest", "손님"])
    func guest(_ name: String) throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "never made")

        let practised = try run(
            ["practice", "--plain", "--language", "en", "--count", "1", "--profile", name],
            home: home, input: "123456\n2\n")

        #expect(practised.code == 0)
        #expect(practised.output.contains("Result:"))
        #expect(practised.output.contains("nothing is kept"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test func `a guest changes nothing in the record of the others`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url)
        let before = FileManager.default.contents(atPath: folder.location.database.path)

        let practised = try run(
            ["practice", "--plain", "--count", "2", "--profile", "guest"], home: folder.url,
            input: "123456\n2\n123457\n2\n")
        let asked = try run(["progress", "--profile", "guest"], home: folder.url)
        let renamed = try run(["profiles", "rename", "maya", "guest"], home: folder.url)

        #expect([practised.code, asked.code, renamed.code] == [0, 1, 1])
        #expect(FileManager.default.contents(atPath: folder.location.database.path) == before)
    }

    @Test func `a home that cannot be made says why and what to do`() throws {
        let practised = try run(
            ["practice", "--plain"], home: URL(filePath: "/proc/none"), input: "1\n")

        #expect(practised.code == 4)
        #expect(practised.errors.contains("No such file or directory.\nTry:"))
        #expect(practised.errors.contains("--profile guest"))
    }

    @Test func `an export goes into a pipe and through a link, and leaves both`() throws {
        let folder = try TemporaryFolder()
        try filledStore(at: folder.url, answers: 3)
        let text = try run(["export"], home: folder.url).output
        let pipe = folder.url.appending(path: "pipe")
        try #require(mkfifo(pipe.path, 0o600) == 0)
        let reader = open(pipe.path, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        let (file, link) = (
            folder.url.appending(path: "out.jsonl"), folder.url.appending(path: "link")
        )
        try Data().write(to: file)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)

        let results = try [pipe, link].map {
            try run(["export", "--output", $0.path], home: folder.url).code
        }

        #expect(results == [0, 0])
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = max(0, read(reader, &bytes, bytes.count))
        #expect(String(decoding: bytes.prefix(count), as: UTF8.self) == text)
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    }

    @Test func `too little memory is said, and nothing is made`() throws {
        let folder = try TemporaryFolder()
        let home = folder.url.appending(path: "home")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "ulimit -v 450000; exec \"$@\"", "sh", tutor?.path ?? "", "practice", "--plain",
            "--home", home.path,
        ]
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let text = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()

        #expect(process.terminationStatus == 1)
        #expect(text.contains("MiB"))
        #expect(!FileManager.default.fileExists(atPath: home.path))
    }
}
