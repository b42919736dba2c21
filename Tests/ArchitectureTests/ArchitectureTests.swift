import Foundation
import Testing

private let sourceRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The table of `Documentation/Architecture.md`: what each target may import of ours and of others.
private let allowedImports: [String: Set<String>] = {
    let engine: Set = ["Autograd", "NeuralNetwork", "TextClassification"]
    let domain: Set = ["Mathematics", "Problems", "LearnerModel"]
    let services: Set = ["LearnerStore", "ProblemEncoding", "Retraining", "Tutoring"]
    return [
        "KernelTable": [],
        "KernelsBaseline": ["CVectors", "KernelTable"],
        "KernelsV3": ["CVectors", "KernelTable"],
        "KernelsV4": ["CVectors", "KernelTable"],
        "Autograd": [
            "COpenBLAS", "CVectors", "KernelTable", "KernelsBaseline", "KernelsV3", "KernelsV4",
        ],
        "NeuralNetwork": ["Autograd"],
        "TextClassification": ["Autograd", "NeuralNetwork"],
        "Mathematics": ["BigInt"],
        "Problems": ["Mathematics", "Yams"],
        "LearnerModel": ["Mathematics", "Problems"],
        "LearnerStore": domain.union(["GRDB"]),
        "ProblemEncoding": ["Mathematics", "Problems", "TextClassification"],
        "Retraining": [
            "Mathematics", "Problems", "NeuralNetwork", "TextClassification", "LearnerStore",
            "ProblemEncoding", "Logging",
        ],
        "Tutoring": domain.union(
            ["LearnerStore", "TextClassification", "ProblemEncoding", "Retraining"]),
        "TerminalUI": ["CNcurses", "CTerminalSupport"],
        "TutorApp": engine.union(domain).union(services)
            .union(["TerminalUI", "ArgumentParser", "Logging"]),
    ]
}()

/// What comes with the toolchain and may be imported anywhere.
private let systemModules: Set = [
    "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization", "Swift",
]

private struct SourceFile {
    let target: String
    let path: String
    let lines: [Substring]

    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"),
                words[..<position].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }),
                position + 1 < words.endIndex
            else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "var"]
            let name = words[(position + 1)...].first { !kinds.contains($0) } ?? ""
            return String(name.split(separator: ".").first ?? "")
        }
    }
}

private let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]

private func swiftFiles(under folder: String) throws -> [SourceFile] {
    let root = sourceRoot.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
        let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return SourceFile(
            target: String(path.split(separator: "/")[0]), path: "\(folder)/\(path)",
            lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
}

@Suite struct ArchitectureTests {
    @Test func `every import is an arrow of the table`() throws {
        for file in try swiftFiles(under: "Sources") {
            let allowed = try #require(
                allowedImports[file.target], "\(file.target) is missing from the table")
            for module in file.imports where !systemModules.contains(module) {
                #expect(
                    allowed.contains(module), "\(file.path) may not import \(module)")
            }
        }
    }

    @Test func `no file is longer than 300 lines`() throws {
        for file in try swiftFiles(under: "Sources") + swiftFiles(under: "Tests")
            + swiftFiles(under: "Benchmarks")
        {
            #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func `no name says nothing`() throws {
        let banned = ["Util", "Helper", "Common", "Manager", "Handler", "Base", "Impl"]
        for file in try swiftFiles(under: "Sources") {
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            for word in banned {
                #expect(
                    !name.hasSuffix("\(word).swift") && !name.hasSuffix("\(word)s.swift"),
                    "\(file.path) is named after nothing")
            }
        }
    }
}
