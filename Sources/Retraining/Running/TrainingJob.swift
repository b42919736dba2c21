internal import Foundation
internal import Mathematics
internal import Problems
internal import TextClassification

/// One training from its rows to the decision about its result.
struct TrainingJob: Sendable {
    let bank: ProblemBank
    let dataDirectory: URL
    let registry: ModelRegistry
    let configuration: TrainingConfiguration
    let run: TrainingRun
    let report: @Sendable (TrainingProgress) -> Void

    func perform() {
        let reporter = ProgressReporter(
            epochs: configuration.plan.epochs, run: run, budget: configuration.budget,
            report: report)
        do {
            reporter.enter(.preparing)
            let outcome = try outcome(reporter)
            reporter.enter(.finished(outcome))
        } catch RetrainingError.trainingFailed(let reason) where reason == Self.cancelled {
            reporter.enter(.cancelled)
        } catch {
            reporter.enter(.failed(error))
        }
    }

    private static let cancelled = "cancelled"

    private func outcome(_ reporter: ProgressReporter) throws(RetrainingError) -> TrainingOutcome {
        let corpus = try corpus()
        let champion = try champion()
        if run.isCancelled { throw .trainingFailed(reason: Self.cancelled) }
        let challenger = try trained(corpus, champion, reporter)
        reporter.enter(.evaluating)
        let decision = PromotionGate().decide(
            challenger: challenger, champion: champion?.model ?? challenger,
            heldOut: corpus.heldOut)
        let version = try store(challenger, corpus, decision, parent: champion?.id)
        return TrainingOutcome(
            version: version, decision: decision, model: challenger, seconds: reporter.seconds)
    }

    private func corpus() throws(RetrainingError) -> TrainingCorpus {
        do {
            var corpus = try TrainingCorpus(
                bank: bank, dataDirectory: dataDirectory, size: configuration.size)
            corpus.add(labelled: configuration.labelled)
            return corpus
        } catch {
            throw .badData(reason: "\(error)")
        }
    }

    /// The model to measure against; none where a model is made for a folder from scratch.
    private func champion() throws(RetrainingError) -> ModelRegistry.Loaded? {
        do {
            return try registry.loadCurrent()
        } catch {
            if configuration.start == .scratch, case .folder = configuration.destination {
                return nil
            }
            throw .damagedModel(reason: "\(error)")
        }
    }

    private func trained(
        _ corpus: TrainingCorpus, _ champion: ModelRegistry.Loaded?, _ reporter: ProgressReporter
    ) throws(RetrainingError) -> ClassifierModel {
        let trainer = Trainer(
            labels: corpus.labels, configuration: configuration.model, plan: configuration.plan,
            training: corpus.training, heldOut: corpus.heldOut)
        let seed = configuration.plan.seed
        let purpose = purpose(corpus, parent: champion?.id)
        let file = stateFile
        let saved = file.flatMap { TrainingState(contentsOf: $0) }
        do {
            let model = try trainer.train(
                from: configuration.start == .champion ? champion?.model : nil,
                resuming: saved?.purpose == purpose ? saved : nil,
                generator: { SplitMix64(stream: ["training", $0, "\(seed)"]) },
                save: { state in
                    guard let file else { return }
                    // Without a saved state an interrupted run starts again from its beginning.
                    try? state.write(to: file, purpose: purpose)
                },
                observe: reporter.observe)
            removeState()
            return model
        } catch .cancelled {
            removeState()
            throw .trainingFailed(reason: Self.cancelled)
        } catch {
            removeState()
            throw .trainingFailed(reason: "\(error)")
        }
    }

    /// Where the state after each epoch goes; a model for a folder is made in one go.
    private var stateFile: URL? {
        guard configuration.destination == .registry else { return nil }
        return registry.directory.appending(path: ".training-state.safetensors")
    }

    private func removeState() {
        guard let stateFile else { return }
        // It may never have been written.
        try? FileManager.default.removeItem(at: stateFile)
    }

    /// What a saved state must have been made for to be gone on from.
    private func purpose(_ corpus: TrainingCorpus, parent: String?) -> String {
        [
            corpus.dataHash, "\(configuration.plan)", "\(configuration.model)",
            configuration.start.rawValue, parent ?? "",
        ].joined(separator: " ")
    }

    private func store(
        _ model: ClassifierModel, _ corpus: TrainingCorpus, _ decision: PromotionDecision,
        parent: String?
    ) throws(RetrainingError) -> ModelVersion {
        let evaluation = ModelEvaluation(model: model, rows: corpus.heldOut)
        var version = ModelVersion(
            id: "", created: configuration.now, parent: parent, seed: configuration.plan.seed,
            trainingRows: corpus.training.count, labelRows: corpus.labelRows,
            dataHash: corpus.dataHash, leafAccuracy: evaluation.leaf(.fusion)?.accuracy ?? 0,
            operationAccuracy: evaluation.operation(.fusion)?.accuracy ?? 0,
            calibrationError: evaluation.leaf(.fusion)?.calibrationError ?? 0, checksum: "",
            decision: decision.sentence(in: .english))
        let card = ModelCard(
            evaluation: evaluation, corpus: corpus, configuration: configuration, model: model)
        let files = ["card.md": card.text, "metrics.json": card.metrics]
        do {
            switch configuration.destination {
            case .registry:
                version = try registry.add(model, version: version, files: files)
                if decision.isPromoted { try registry.use(version.id) }
            case .folder(let folder):
                version.id = folder.lastPathComponent
                version.parent = configuration.start == .scratch ? nil : parent
                version.decision = ""
                version.checksum = ModelFile.checksum(of: model)
                try ModelRegistry.writeFolder(
                    folder, model: model, version: version, files: files)
            }
            return version
        } catch {
            throw .unwritable(reason: "\(error)")
        }
    }
}
