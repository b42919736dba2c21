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
            memoryLimit: configuration.memoryLimit, report: report)
        do {
            reporter.enter(.preparing)
            let outcome = try outcome(reporter)
            reporter.enter(.finished(outcome))
        } catch RetrainingError.trainingFailed(let reason) where reason == Self.cancelled {
            if let fault = reporter.fault, !run.isCancelled {
                reporter.enter(.failed(fault))
            } else {
                reporter.enter(.cancelled)
            }
        } catch {
            reporter.enter(.failed(error))
        }
    }

    private static let cancelled = "cancelled"

    private func outcome(_ reporter: ProgressReporter) throws(RetrainingError) -> TrainingOutcome {
        var (corpus, selection) = try corpus(reporter)
        let champion = try champion()
        let judge = Judge(
            registry: registry, heldOut: corpus.heldOut + corpus.realRows,
            explanations: ExplanationTrial(
                drawn: corpus.explanations.heldOut,
                gold: GoldExplanation.read(GoldExplanation.file(in: dataDirectory))))
        let old = champion.map { champion in
            judge.answers(champion.model) { reporter.proceeds(share: $0) }
        }
        try stopIfAsked(reporter)
        if let old { reporter.note(championAccuracy: old.accuracy) }
        let challenger = try trained(&corpus, champion, reporter)
        reporter.enter(.evaluating)
        let new = judge.answers(challenger) { reporter.proceeds(share: $0) }
        try stopIfAsked(reporter)
        let decision = judge.decision(
            on: challenger, new, old: old ?? new, champion: champion?.id ?? "",
            heldOutHash: corpus.heldOutHash)
        let version = try store(challenger, corpus, decision, selection, champion?.id, reporter)
        return TrainingOutcome(
            version: version, decision: decision, model: challenger, seconds: reporter.seconds,
            previous: champion?.id ?? "", labels: selection)
    }

    private func stopIfAsked(_ reporter: ProgressReporter) throws(RetrainingError) {
        if run.isCancelled || reporter.fault != nil {
            throw .trainingFailed(reason: Self.cancelled)
        }
    }

    /// The rows that are drawn, and those that people labelled.
    private func corpus(
        _ reporter: ProgressReporter
    ) throws(RetrainingError) -> (TrainingCorpus, LabelPolicy.Selection) {
        var corpus: TrainingCorpus
        do {
            corpus = try TrainingCorpus(
                bank: bank, dataDirectory: dataDirectory, size: configuration.size
            ) { reporter.proceeds(drawn: $0, of: $1) }
        } catch {
            throw .badData(reason: "\(error)")
        }
        try stopIfAsked(reporter)
        var policy = configuration.policy
        policy.quarantined = registry.quarantine()
        let selection = policy.selection(
            from: configuration.labels, drawnRows: corpus.training.count)
        corpus.add(
            labelled: policy.rows(of: selection.training, now: configuration.now),
            aside: policy.rows(of: selection.aside, now: configuration.now))
        return (corpus, selection)
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

    /// What the weights start from.
    private func start(
        _ champion: ModelRegistry.Loaded?
    ) throws(RetrainingError) -> ClassifierModel? {
        switch configuration.start {
        case .scratch: return nil
        case .champion: return champion?.model
        case .factory:
            guard champion?.id != ModelVersion.factoryID else { return champion?.model }
            do {
                return try registry.model(ModelVersion.factoryID)
            } catch {
                throw .damagedModel(reason: "\(error)")
            }
        }
    }

    private func trained(
        _ corpus: inout TrainingCorpus, _ champion: ModelRegistry.Loaded?,
        _ reporter: ProgressReporter
    ) throws(RetrainingError) -> ClassifierModel {
        let seed = configuration.plan.seed
        let purpose = purpose(corpus, parent: champion?.id)
        let start = try start(champion)
        let trainer = Trainer(
            labels: corpus.labels, configuration: configuration.model, plan: configuration.plan,
            training: corpus.training + corpus.explanations.training,
            heldOut: corpus.heldOut + corpus.explanations.heldOut)
        let file = isInRegistry ? registry.stateFile : nil
        let saved = file.flatMap { TrainingState(contentsOf: $0) }
        if isInRegistry { noteBeginning() }
        do {
            return try trainer.train(
                from: start,
                resuming: saved?.purpose == purpose ? saved : nil,
                generator: { SplitMix64(stream: ["training", $0, "\(seed)"]) },
                save: { state in
                    guard let file else { return }
                    // Without a saved state an interrupted run starts again from its beginning.
                    try? state.write(to: file, purpose: purpose)
                },
                observe: reporter.observe)
        } catch .cancelled {
            // A fault may pass, so what was learned before it is kept as after a power cut.
            let isUnwanted = run.isCancelled && !run.isInterrupted
            if isUnwanted, isInRegistry { registry.forgetInterruptedTraining() }
            throw .trainingFailed(reason: Self.cancelled)
        } catch {
            if isInRegistry { registry.forgetInterruptedTraining() }
            throw .trainingFailed(reason: "\(error)")
        }
    }

    private var isInRegistry: Bool { configuration.destination == .registry }

    private func noteBeginning() {
        // Without the note an interrupted run is not offered again; it can still be asked for.
        try? registry.note(InterruptedTraining(configuration))
    }

    /// What a saved state must have been made for to be gone on from.
    private func purpose(_ corpus: TrainingCorpus, parent: String?) -> String {
        [
            corpus.dataHash, "\(configuration.plan)", "\(configuration.model)",
            configuration.start.rawValue, configuration.start == .champion ? parent ?? "" : "",
        ].joined(separator: " ")
    }

    private func store(
        _ model: ClassifierModel, _ corpus: TrainingCorpus, _ decision: PromotionDecision,
        _ selection: LabelPolicy.Selection, _ parent: String?, _ reporter: ProgressReporter
    ) throws(RetrainingError) -> ModelVersion {
        let evaluation = ModelEvaluation(model: model, rows: corpus.heldOut + corpus.realRows)
        var version = ModelVersion(
            id: "", created: configuration.now, parent: parent, seed: configuration.plan.seed,
            trainingRows: corpus.training.count, labelRows: corpus.labelRows,
            dataHash: corpus.dataHash, leafAccuracy: evaluation.leaf(.fusion)?.accuracy ?? 0,
            operationAccuracy: evaluation.operation(.fusion)?.accuracy ?? 0,
            calibrationError: evaluation.leaf(.fusion)?.calibrationError ?? 0, checksum: "",
            decision: decision.sentence(in: .english))
        version.koreanDecision = decision.sentence(in: .korean)
        version.heldOutHash = corpus.heldOutHash
        version.isPromoted = decision.isPromoted
        version.isWorse = decision.isPromoted ? nil : decision.isWorse
        version.temperatures = [
            model.fusion.leaf.transformerTemperature, model.fusion.leaf.linearTemperature,
            model.fusion.operation.transformerTemperature,
            model.fusion.operation.linearTemperature,
        ]
        version.rowsPerSecond = reporter.rowsPerSecond
        version.secondsBeside = reporter.seconds - reporter.learningSeconds
        let explanations = ExplanationEvaluation(
            model: model, corpus: corpus.explanations,
            gold: GoldExplanation.read(GoldExplanation.file(in: dataDirectory)))
        let card = ModelCard(
            evaluation: evaluation, corpus: corpus, configuration: configuration, model: model,
            explanations: explanations)
        let files = [
            "card.md": card.text, "metrics.json": card.metrics,
            LearnedLabel.fileName: LearnedLabel.lines(selection, policy: configuration.policy),
        ]
        do {
            switch configuration.destination {
            case .registry:
                version = try registry.add(model, version: version, files: files)
                registry.forgetInterruptedTraining()
                if decision.isPromoted {
                    try registry.beginTrial(of: version.id)
                } else {
                    try registry.quarantineIfRefusedTwice()
                }
            case .folder(let folder):
                version.id = folder.lastPathComponent
                version.parent = configuration.start == .scratch ? nil : parent
                version.decision = ""
                version.koreanDecision = nil
                version.isPromoted = nil
                version.isWorse = nil
                version.rowsPerSecond = nil
                version.secondsBeside = nil
                version.checksum = ModelFile.checksum(of: model)
                try ModelRegistry.writeFolder(
                    folder, model: model, version: version,
                    files: files.filter { $0.key != LearnedLabel.fileName })
            }
            return version
        } catch {
            throw .unwritable(reason: "\(error)")
        }
    }
}
