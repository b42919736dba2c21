import Foundation
import Problems
import Synchronization
import Testing
import TestSupport
import TextClassification

@testable import Retraining

@Suite struct RetrainingServiceTests {
    private final class Reports: Sendable {
        private let all = Mutex<[TrainingProgress]>([])
        func add(_ progress: TrainingProgress) { all.withLock { $0.append(progress) } }
        var phases: [String] {
            all.withLock { $0.map { "\($0.phase)".prefix { $0 != "(" }.description } }
        }
        var outcome: TrainingOutcome? {
            all.withLock { reports in
                guard case .finished(let outcome)? = reports.last?.phase else { return nil }
                return outcome
            }
        }
    }

    private func configuration() -> TrainingConfiguration {
        var configuration = TrainingConfiguration(seed: 3)
        configuration.start = .scratch
        configuration.model = .tiny()
        configuration.plan.epochs = 1
        configuration.plan.linearEpochs = 1
        configuration.size.rowsPerTemplate = 1
        configuration.size.heldOutRowsPerTemplate = 1
        configuration.size.rowsPerWording = 2
        return configuration
    }

    private func train(
        _ configuration: TrainingConfiguration, in registry: ModelRegistry,
        steering: (TrainingRun) -> Void = { _ in }
    ) throws -> Reports {
        let service = RetrainingService(
            bank: try ProblemBank(dataDirectory: dataDirectory), dataDirectory: dataDirectory,
            registry: registry)
        let reports = Reports()
        let run = try service.start(configuration, report: reports.add)
        steering(run)
        run.wait()
        return reports
    }

    @Test func `a training ends with a version in the registry and a decision`() throws {
        try Models.withRegistry { registry in
            let reports = try train(configuration(), in: registry)

            let outcome = try #require(reports.outcome)
            #expect(outcome.version.id == "1")
            let model = try registry.model("1")
            #expect(model.transformer?.isFinite == true)
            #expect(registry.currentID == (outcome.decision.isPromoted ? "1" : "factory"))
            #expect(reports.phases.first == "preparing")
            let folder = try registry.folder(of: "1")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(files == ["card.md", "manifest.json", "metrics.json", "model.safetensors"])
        }
    }

    @Test func `a cancelled training changes nothing`() throws {
        try Models.withRegistry { registry in
            let reports = try train(configuration(), in: registry) { $0.cancel() }

            #expect(reports.phases.last == "cancelled")
            #expect(registry.versions().map(\.id) == ["factory"])
        }
    }

    @Test func `a second training is refused while one runs`() throws {
        try Models.withRegistry { registry in
            let lock = try registry.lockTraining()

            #expect(throws: RetrainingError.alreadyRunning) {
                _ = try train(configuration(), in: registry)
            }
            withExtendedLifetime(lock) {}
        }
    }

    @Test func `a paused training goes on when it is told to`() throws {
        try Models.withRegistry { registry in
            let reports = try train(configuration(), in: registry) { run in
                run.pause()
                run.resume()
            }

            #expect(reports.outcome != nil)
        }
    }

    @Test func `templates that are held out never train`() throws {
        var size = TrainingCorpus.Size()
        size.rowsPerTemplate = 1
        size.heldOutRowsPerTemplate = 1
        size.rowsPerWording = 2

        let corpus = try TrainingCorpus(
            bank: try ProblemBank(dataDirectory: dataDirectory), dataDirectory: dataDirectory,
            size: size)

        #expect(
            Set(corpus.training.map(\.template)).isDisjoint(with: corpus.heldOut.map(\.template)))
        let leaves = Set(corpus.training.compactMap(\.leaf))
        #expect(leaves == Set(corpus.labels.leaves))
        #expect(leaves.isSubset(of: Set(corpus.heldOut.compactMap(\.leaf))))
    }
}
