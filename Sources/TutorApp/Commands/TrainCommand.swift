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
            that it has not seen. A new model that is better there than the one in use first reads \
            fifty answered problems along in silence, and takes over if it does as well; mathtutor \
            models use N takes it at once.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: "The most passes over the problems.")
    var epochs: Int?

    @Option(help: "The longest time, such as 60s, 5m or 1h.")
    var budget: String?

    @Option(help: "The seed of everything random; the same seed gives the same model.")
    var seed: UInt64?

    @Option(help: .init("What to start from.", valueName: "factory|champion|scratch"))
    var from: TrainingStart?

    @Option(
        help: .init("A folder for the model; the models in use are left alone.", valueName: "dir"))
    var output: String?

    func run() throws {
        let language = global.languageInForce()
        let registry = try ModelFolders(global).registry()
        let bank = try ModelFolders(global).bank()
        var configuration = try trainingConfiguration()
        if let interrupted = interrupted(registry) {
            configuration = interrupted.continuing(configuration)
            if !global.json { StandardOutput.complain(Self.goingOn(interrupted, language)) }
        }
        let printer = TrainingPrinter(
            isJSON: global.json, isASCII: global.ascii, language: language)
        let service = RetrainingService(
            bank: bank, dataDirectory: try global.dataDirectory(), registry: registry)
        let priority = Self.hasTerminalForItself ? SessionPriority.lowered() : nil
        defer { priority?.restore() }
        let training: TrainingRun
        do {
            training = try service.start(configuration, report: printer.show)
        } catch {
            throw Failure.training(error)
        }
        let stop = TrainingStop(training)
        training.wait()
        if let code = stop.exitCode {
            if !global.json { StandardOutput.complain(Self.stopped(registry, language)) }
            priority?.restore()
            throw ExitCode(code)
        }
        if let failure = printer.failure { throw Failure.training(failure) }
    }

    /// Whether nothing else of this session is to be slowed down: the training is what its terminal is
    /// used for, or it has none.
    private static var hasTerminalForItself: Bool {
        let group = tcgetpgrp(STDIN_FILENO)
        return group < 0 ? getsid(0) == getpid() : group == getpgrp()
    }

    private static func stopped(_ registry: ModelRegistry, _ language: Language) -> String {
        guard let kept = registry.interruptedTraining() else {
            return language == .korean
                ? "첫 번째 반복이 끝나기 전에 멈춰서 남은 것이 없어요."
                : "Stopped before the first pass was done; nothing was kept."
        }
        return language == .korean
            ? "\(kept.epochsDone)번째까지 남겨 뒀어요. mathtutor train을 다시 하면 이어서 해요."
            : "Kept up to pass \(kept.epochsDone); mathtutor train goes on from there."
    }

    /// A training that was interrupted is gone on from unless another one is asked for.
    private func interrupted(_ registry: ModelRegistry) -> InterruptedTraining? {
        guard output == nil, budget == nil, let found = registry.interruptedTraining(),
            epochs == nil || epochs == found.epochs, seed == nil || seed == found.seed,
            from == nil || from?.start == found.start
        else { return nil }
        return found
    }

    private static func goingOn(
        _ training: InterruptedTraining, _ language: Language
    ) -> String {
        let (done, of) = (training.epochsDone, training.epochs)
        return language == .korean
            ? "멈췄던 학습을 이어서 해요(\(of)번 가운데 \(done)번 끝남)."
            : "Going on with the training that was interrupted after pass \(done) of \(of)."
    }

    private func trainingConfiguration() throws -> TrainingConfiguration {
        var configuration = TrainingConfiguration(
            seed: seed ?? SystemRandomNumberGenerator().drawn())
        if let from { configuration.start = from.start }
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
            configuration.labels = try ModelFolders(global).labels()
            configuration.policy.takenBack = try ModelFolders(global).takenBack()
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
    case factory, champion, scratch

    var start: TrainingConfiguration.Start {
        switch self {
        case .factory: .factory
        case .champion: .champion
        case .scratch: .scratch
        }
    }
}

extension SystemRandomNumberGenerator {
    fileprivate func drawn() -> UInt64 {
        var generator = self
        // Short enough to be typed again.
        return generator.next() >> 44
    }
}
