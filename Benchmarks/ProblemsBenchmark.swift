import ArgumentParser
import Foundation
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
        let clock = ContinuousClock()
        var bank: ProblemBank?
        let loading = try clock.measure {
            bank = try ProblemBank(dataDirectory: URL(filePath: data))
        }
        guard let bank else { return }
        print("load \(bank.templates.count) templates: \(loading)")
        for language in Language.allCases {
            var best = Duration.seconds(1_000_000)
            var characters = 0
            for run in 0..<runs {
                characters = 0
                let duration = try clock.measure {
                    for place in 0..<count {
                        let template = bank.templates[place % bank.templates.count]
                        characters += try bank.problem(
                            template: template.id, level: place % 5 + 1, language: language,
                            seed: UInt64(run * count + place)
                        ).text.utf8.count
                    }
                }
                best = min(best, duration)
            }
            let seconds =
                Double(best.components.seconds)
                + Double(best.components.attoseconds) * 1e-18
            print(
                "\(language.rawValue): \(Int(Double(count) / seconds)) problems/s, "
                    + "\(characters / count) bytes of text each, best of \(runs) runs")
        }
    }
}
