import Foundation
import Testing

@Suite(.serialized) struct CommandLineTests {
    private let binary = BuiltBinary()

    @Test(
        "wrong usage ends with 2 and says what to do",
        arguments: [
            ["nonsense"], ["--nonsense"], ["practice", "--level", "6"],
            ["practice", "--count", "0"],
            ["practice", "--level", "x"], ["practice", "--home"], ["--language", "xx", "practice"],
            ["practice", "--plain", "--skill", "no.such"], ["help", "nonsense"],
            ["practice", "--plain", "--data", "/nonexistent"], ["practice"], [],
        ])
    func wrongUsage(arguments: [String]) throws {
        defer { binary.remove() }

        let result = try binary.run(arguments)

        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("mathtutor: "))
        #expect(result.errors.contains("Try:"))
    }

    @Test func `errors speak Korean where Korean is asked for`() throws {
        defer { binary.remove() }

        let result = try binary.run(["practice", "--language", "ko", "--nonsense"])

        #expect(result.code == 2)
        #expect(result.errors.contains("모르는 옵션") && result.errors.contains("이렇게 해 보세요"))
    }

    @Test(
        "help and version end with 0 wherever they stand",
        arguments: [
            ["--help"], ["help"], ["help", "check"], ["practice", "--help"], ["--version"],
            ["--home", "/tmp/x", "--version"], ["practice", "--version"],
        ])
    func helpAndVersion(arguments: [String]) throws {
        let result = try binary.run(arguments)

        #expect(result.code == 0)
        #expect(result.errors.isEmpty)
        #expect(!result.output.isEmpty)
    }

    @Test func `a home that cannot be written to ends with 4`() throws {
        let result = try binary.run(["practice", "--plain", "--home", "/proc/none"])

        #expect(result.code == 4)
        #expect(result.errors.contains("/proc/none"))
    }

    @Test func `output that cannot be written ends with 4`() throws {
        defer { binary.remove() }
        let process = binary.process(["practice", "--plain", "--seed", "1"])
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = FileHandle.nullDevice

        try process.run()
        process.waitUntilExit()

        #expect(process.terminationStatus == 4)
    }

    @Test(
        "signals end it with their code",
        arguments: [(Int32(15), Int32(143)), (1, 129), (2, 130)])
    func signals(signal: Int32, code: Int32) throws {
        defer { binary.remove() }
        let process = binary.process(["practice", "--plain", "--seed", "1"])
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        _ = output.fileHandleForReading.availableData

        kill(process.processIdentifier, signal)
        process.waitUntilExit()

        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == code)
    }
}
