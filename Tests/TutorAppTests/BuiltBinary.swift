import Foundation
import TestSupport

/// Runs the built `mathtutor` as its user would.
struct BuiltBinary {
    struct Result {
        let code: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
        var results: [String] { lines.filter { $0.hasPrefix("Result:") } }
    }

    /// A folder that is removed with `remove()`.
    let home = FileManager.default.temporaryDirectory.appending(path: "mt-\(UUID().uuidString)")
    var environment = ["LANG": "C.UTF-8", "MATHTUTOR_NOW": "2026-03-02T09:00:00Z"]

    /// The executable stands beside the test bundle.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "mathtutor")

    func remove() {
        // What stays in the temporary folder does no harm.
        try? FileManager.default.removeItem(at: home)
    }

    /// Runs one command to its end with the given standard input.
    func run(_ arguments: [String], input: String = "") throws -> Result {
        try run(arguments, bytes: Data(input.utf8))
    }

    /// Runs one command to its end with the given bytes on standard input.
    func run(_ arguments: [String], bytes: Data) throws -> Result {
        let folder = FileManager.default.temporaryDirectory
        let name = UUID().uuidString
        let files = ["in", "out", "err"].map { folder.appending(path: "\(name).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        try bytes.write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = self.process(arguments)
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }

    /// A process that is ready to run with this home and environment.
    func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        var variables = environment
        variables["MATHTUTOR_HOME"] = variables["MATHTUTOR_HOME"] ?? home.path()
        variables["MATHTUTOR_DATA"] = variables["MATHTUTOR_DATA"] ?? dataDirectory.path()
        variables["HOME"] = variables["HOME"] ?? home.path()
        process.environment = variables
        return process
    }
}
