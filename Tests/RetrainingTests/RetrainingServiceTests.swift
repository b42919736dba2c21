import Foundation
import LearnerStore
import Problems
import Synchronization
import Testing
import TestSupport
import TextClassification

@testable import Retraining

@Suite struct RetrainingServiceTests {
    private final class Reports: Sendable {
        let all = Mutex<[TrainingProgress]>([])
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
        let service = try Models.service(in: registry)
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
            #expect(registry.currentID == "factory")
            #expect(registry.trialID == (outcome.decision.isPromoted ? "1" : nil))
            #expect(reports.phases.first == "preparing")
            let folder = try registry.folder(of: "1")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(
                files == [
                    "card.md", "learned.jsonl", "manifest.json", "metrics.json",
                    "model.safetensors",
                ])
        }
    }

    @Test func `a cancelled training changes nothing`() throws {
        try Models.withRegistry { registry in
            let reports = try train(configuration(), in: registry) { $0.cancel() }

            #expect(reports.phases.last == "cancelled")
            #expect(registry.versions().map(\.id) == ["factory"])
        }
    }

    @Test func `what was drawn is told while problems are made`() throws {
        try Models.withRegistry { registry in
            let reports = try train(configuration(), in: registry)

            let drawn = reports.all.withLock { $0.map(\.drawn) }
            #expect(drawn.contains { $0 > 0 })
            #expect(drawn == drawn.sorted())
        }
    }

    @Test func `a model in use is measured as the new one is`() throws {
        try Models.withRegistry { registry in
            let reports = try train(configuration(), in: registry)

            let last = reports.all.withLock { $0.last }
            let outcome = try #require(reports.outcome)
            let champion = try #require(last?.championAccuracy)
            #expect(abs(champion - outcome.decision.oldAccuracy) < 0.05)
        }
    }

    @Test func `a training that would need too much memory is given up`() throws {
        try Models.withRegistry { registry in
            var greedy = configuration()
            greedy.memoryLimit = 1 << 20

            let reports = try train(greedy, in: registry)

            #expect(reports.phases.last == "failed")
            #expect(registry.versions().map(\.id) == ["factory"])
        }
    }

    @Test func `labels that trained lie beside the model`() throws {
        try Models.withRegistry { registry in
            var taught = configuration()
            taught.labels = (0..<6).map {
                Label(
                    id: "l\($0)", time: Int64($0), learner: "a", task: "skill",
                    text: "Story \("abcdef".dropFirst($0)) of 3 apples.",
                    label: "add_to.result", source: "learner")
            }

            let outcome = try #require(try train(taught, in: registry).outcome)

            let learned = registry.learnedLabels(of: outcome.version.id)
            #expect(learned.map(\.label).sorted() == taught.labels.map(\.id))
            #expect(learned.count { !$0.isKeptAside } == outcome.version.labelRows)
        }
    }

    @Test func `an interrupted training that goes on gives the same bytes`() throws {
        var plan = configuration()
        plan.plan.epochs = 3
        var unbroken: String?
        try Models.withRegistry { registry in
            unbroken = try train(plan, in: registry).outcome?.version.checksum
        }
        try Models.withRegistry { registry in
            let copy = registry.directory.appending(path: "copy")
            try FileManager.default.createDirectory(
                at: copy, withIntermediateDirectories: true)
            let names = [".training.json", ".training-state.safetensors"]
            let service = try Models.service(in: registry)
            // What lies on the disk after the first pass is what a power cut would leave.
            let run = try service.start(plan) { progress in
                guard progress.measuredEpoch == 1 else { return }
                for name in names {
                    try? FileManager.default.copyItem(
                        at: registry.directory.appending(path: name),
                        to: copy.appending(path: name))
                }
            }
            run.wait()
            for name in names {
                try FileManager.default.moveItem(
                    at: copy.appending(path: name), to: registry.directory.appending(path: name))
            }

            let interrupted = try #require(registry.interruptedTraining())
            #expect(interrupted.epochsDone == 1)
            let resumed = try train(interrupted.continuing(plan), in: registry)

            #expect(resumed.outcome?.version.checksum == unbroken)
            #expect(registry.interruptedTraining() == nil)
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
