import ArgumentParser
import Foundation
import Mathematics
import TerminalUI
import TestSupport
import Testing

@testable import TutorApp

/// What the pages for strangers say is what the program does.
@Suite struct ReadmeTests {
    private static let pages = ["README.md", "README.ko.md"]

    private func page(_ name: String) throws -> String {
        try String(contentsOf: sourceRoot.appending(path: name), encoding: .utf8)
    }

    @Test(arguments: pages)
    func `the screen of a README is the one that the program draws`(name: String) throws {
        let text = try page(name)
        let parts = text.components(separatedBy: "<!-- screen: ")
        try #require(parts.count == 2)
        let label = parts[1].prefix { $0 != " " }
        let language: Language = name.contains(".ko.") ? .korean : .english
        let screen = try #require(SampleScreen.all.first { $0.name == label })
        let drawn = view(screen.model(language: language)).drawnText
            .trimmingCharacters(in: .newlines)
        let block = parts[1].components(separatedBy: "```")[1].dropFirst("text\n".count)
        let shown = block.trimmingCharacters(in: .newlines)

        if ProcessInfo.processInfo.environment["GOLDEN_UPDATE"] == "1" {
            try text.replacing(shown, with: drawn)
                .write(to: sourceRoot.appending(path: name), atomically: true, encoding: .utf8)
        } else {
            #expect(shown == drawn, "\(name) differs; GOLDEN_UPDATE=1 draws it anew")
        }
    }

    @Test(arguments: pages)
    func `every command in a README is one of the program's`(name: String) throws {
        let known = Set(
            MathTutor.configuration.subcommands.map { $0._commandName } + ["help", "--plain"])
        let used = try page(name).matches(of: /(?m)^    mathtutor ([^ \n]+)/).map { String($0.1) }

        #expect(!used.isEmpty)
        #expect(used.filter { !known.contains($0) } == [])
    }

    @Test func `the Swift of the README stands in an example that is built and run`() throws {
        let example = try page("Examples/Sources/TrainOnCSV/main.swift")
        let blocks = try page("README.md").components(separatedBy: "```swift\n").dropFirst()
        try #require(!blocks.isEmpty)
        for block in blocks {
            let code = block.components(separatedBy: "```")[0]
            #expect(example.contains(code))
        }
    }

    @Test func `the manual page names every command`() throws {
        let manual = try page("Documentation/mathtutor.1")
        for command in MathTutor.configuration.subcommands {
            #expect(
                manual.contains(".SS \"\(command._commandName)\""),
                "\(command._commandName) is missing: make manual")
        }
    }

    @Test func `every link of the README leads to a file`() throws {
        for name in Self.pages {
            let links = try page(name).matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
            for link in links where !link.hasPrefix("http") {
                let path = sourceRoot.appending(path: link).path
                #expect(FileManager.default.fileExists(atPath: path), "\(link)")
            }
        }
    }
}
