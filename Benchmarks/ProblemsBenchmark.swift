import ArgumentParser
import Foundation
import Glibc
import Mathematics
import Problems

/// Measures how many problems are made in a second on one core.
struct ProblemsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "Generation of problems.")

    @Option(help: "The data folder.")
    var data = "Data"

    @Option(help: "How many problems to make in each run.")
    var count = 20_000

    @Option(help: "How many runs to make.")
    var runs = 5

    func run() throws {
        let start = processorSeconds()
        let bank = try ProblemBank(dataDirectory: URL(filePath: data))
        let milliseconds = Int((processorSeconds() - start) * 1000)
        print("load \(bank.templates.count) templates: \(milliseconds) ms of processor time")
        for language in Language.allCases {
            var best = Double.infinity
            var characters = 0
            for run in 0..<runs {
                let start = processorSeconds()
                characters = try make(bank, language, firstSeed: UInt64(run * count))
                best = min(best, processorSeconds() - start)
            }
            print(
                "\(language.rawValue): \(Int(Double(count) / best)) problems/s of processor time, "
                    + "\(characters / count) bytes of text each, best of \(runs) runs")
        }
    }

    /// Makes problems of all templates and levels in turn and counts the bytes of their texts.
    private func make(
        _ bank: ProblemBank, _ language: Language, firstSeed: UInt64
    ) throws -> Int {
        var characters = 0
        for place in 0..<count {
            let template = bank.templates[place % bank.templates.count]
            characters += try bank.problem(
                template: template.id, level: place % 5 + 1, language: language,
                seed: firstSeed + UInt64(place)
            ).text.utf8.count
        }
        return characters
    }

    /// The time that this thread has had on a core; what else the machine does is not in it.
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
