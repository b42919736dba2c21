import ArgumentParser
import Foundation
import Mathematics
import Problems

struct VaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vary", abstract: "Prints a problem with other numbers.",
        discussion: """
            Reads JSON Lines {"text", "expression", "count"?, "seed"?, "pinned"?} from standard input: \
            a word problem of your own, in English or Korean, and how it is solved with its numbers, \
            such as "(24 - 9) / 3". Prints the same problem with other numbers as JSON Lines. \
            Numbers in "pinned", such as ["7"], stay as they are.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: .init("How many problems where a line names no count.", valueName: "n"))
    var count = 1

    @Option(help: .init("The randomness where a line names no seed.", valueName: "n"))
    var seed: UInt64?

    func validate() throws {
        guard (1...VariationRequest.mostVariants).contains(count) else {
            throw ValidationError("The value '\(count)' is invalid for '--count <n>'")
        }
    }

    func run() throws {
        var input = LineReader(longestLine: 1 << 20)
        var number = 0
        while let line = input.next() {
            number += 1
            guard !line.trimmed.isEmpty else { continue }
            for output in answer(line, number: number) { try StandardOutput.line(output) }
        }
    }

    private func answer(_ line: String, number: Int) -> [String] {
        let request: VariationRequest
        do {
            request = try JSONDecoder().decode(VariationRequest.self, from: Data(line.utf8))
        } catch {
            return [failure("this is not a JSON object with a text and an expression", number)]
        }
        let seed = request.seed ?? seed ?? UInt64.random(in: 0..<1 << 32)
        do {
            let variation = try ProblemVariation(
                text: request.text, expression: request.expression,
                pinned: request.pinned ?? [])
            let count = min(max(request.count ?? count, 0), VariationRequest.mostVariants)
            return try variation.variants(count: count, seed: seed).enumerated().map {
                position, problem in
                ProblemJSON.text(
                    problem,
                    extra: [("line", String(number)), ("variant", String(position + 1))])
            }
        } catch {
            return [failure(error.sentence(in: spoken(request)), number)]
        }
    }

    /// The language that was asked for, else that of the text.
    private func spoken(_ request: VariationRequest) -> Language {
        let isKorean = request.text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        return global.language ?? (isKorean ? .korean : global.languageInForce())
    }

    private func failure(_ message: String, _ number: Int) -> String {
        "{\"line\": \(number), \"error\": \(JSONLine.quoted(message))}"
    }
}

/// One line of input.
private struct VariationRequest: Decodable {
    /// More variants than these of one problem are not made.
    static let mostVariants = 1000

    let text: String
    let expression: String
    let count: Int?
    let seed: UInt64?
    let pinned: [String]?
}
