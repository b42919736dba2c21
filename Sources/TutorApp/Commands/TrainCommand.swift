import ArgumentParser
import Foundation
import Glibc
import Mathematics
import Problems
import Retraining
import TextClassification

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains a model.",
        discussion: """
            Draws problems from the bank, learns from them and measures the result on templates \
            that it has not seen. The new model goes into use only if it is better there than the \
            one in use.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: "The most passes over the problems.")
    var epochs: Int?

    @Option(help: "The longest time, such as 60s, 5m or 1h.")
    var budget: String?

    @Option(help: "The seed of everything random; the same seed gives the same model.")
    var seed: UInt64?

    @Option(help: .init("What to start from.", valueName: "champion|scratch"))
    var from = TrainingStart.champion

    @Option(
        help: .init("A folder for the model; the models in use are left alone.", valueName: "dir"))
    var output: String?

    func run() throws {
        let language = global.languageInForce()
        let registry = try ModelFolders(global).registry()
        let bank = try ModelFolders(global).bank()
        let configuration = try trainingConfiguration(registry, language)
        let printer = TrainingPrinter(
            isJSON: global.json, isASCII: global.ascii, language: language)
        let service = RetrainingService(
            bank: bank, dataDirectory: try global.dataDirectory(), registry: registry)
        let training: TrainingRun
        do {
            training = try service.start(configuration, isBackground: false, report: printer.show)
        } catch {
            throw Failure.training(error)
        }
        training.wait()
        if let failure = printer.failure { throw Failure.training(failure) }
    }

    private func trainingConfiguration(
        _ registry: ModelRegistry, _ language: Language
    ) throws -> TrainingConfiguration {
        var configuration = TrainingConfiguration(
            seed: seed ?? SystemRandomNumberGenerator().drawn())
        configuration.start = from.start
        if let epochs {
            guard (1...1_000).contains(epochs) else {
                throw ValidationError("--epochs is a whole number from 1 to 1000.")
            }
            configuration.plan.epochs = epochs
        }
        if let budget {
            guard let seconds = Self.seconds(budget) else {
                throw ValidationError("--budget is a time such as 60s, 5m or 1h.")
            }
            configuration.budget = seconds
            if epochs == nil { configuration.plan.epochs = 20 }
        }
        if let output {
            configuration.destination = .folder(URL(filePath: output, directoryHint: .isDirectory))
        } else {
            configuration.labelled = try ModelFolders(global).labelledRows()
            configuration.now = try ModelFolders(global).milliseconds()
        }
        return configuration
    }

    /// Reads a time such as `60s`, `5m`, `1h` or `90`; nil for anything else.
    static func seconds(_ text: String) -> Double? {
        let factors: [Character: Double] = ["s": 1, "m": 60, "h": 3_600]
        let factor = text.last.flatMap { factors[$0] }
        let digits = factor == nil ? text[...] : text.dropLast()
        guard let number = Double(digits), number > 0, number < 1e6 else { return nil }
        return number * (factor ?? 1)
    }
}

/// The values of `--from`.
enum TrainingStart: String, ExpressibleByArgument, CaseIterable {
    case champion, scratch

    var start: TrainingConfiguration.Start {
        self == .champion ? .champion : .scratch
    }
}

extension SystemRandomNumberGenerator {
    fileprivate func drawn() -> UInt64 {
        var generator = self
        // Short enough to be typed again.
        return generator.next() >> 44
    }
}
