internal import Foundation
internal import TextClassification

/// Puts a new model on trial: lets it and the model in use answer the same rows, and asks the gate.
struct Judge {
    let registry: ModelRegistry
    let heldOut: [LabeledExample]
    let explanations: ExplanationTrial

    /// Lets a model answer; `proceeds` is told the share done.
    func answers(
        _ model: ClassifierModel, proceeds: (Double) -> Bool = { _ in true }
    ) -> ModelAnswers {
        var answers = ModelAnswers(model, heldOut, proceeds: proceeds)
        if proceeds(1) { answers.grades = GradeAnswers(model, on: explanations) }
        return answers
    }

    /// Decides about a model whose answers and whose champion's answers are known.
    func decision(
        on model: ClassifierModel, _ new: ModelAnswers, old: ModelAnswers, champion: String,
        heldOutHash: String
    ) -> PromotionDecision {
        var evidence = GateEvidence(
            heldOut, labels: model.labels, new: new, old: old,
            factory: factory(champion: champion, old))
        evidence.accuracy = best(heldOutHash).map { (new.accuracy, $0) }
        evidence.isSound = isSound(model)
        evidence.byteCount = ModelFile.bytes(of: model).count
        return PromotionGate().decide(evidence)
    }

    private func factory(champion: String, _ old: ModelAnswers) -> ModelAnswers? {
        guard champion != ModelVersion.factoryID else { return old }
        // Without a factory model there is no such floor.
        guard let model = try? registry.model(ModelVersion.factoryID) else { return nil }
        return answers(model)
    }

    /// The best that a model of the registry has done on these rows.
    private func best(_ heldOutHash: String) -> Double? {
        registry.versions().filter { $0.heldOutHash == heldOutHash }
            .map { ($0.leafAccuracy + $0.operationAccuracy) / 2 }.max()
    }

    /// Whether a model comes back from the disk as it was: numbers only, and equal answers to twenty
    /// texts, bit by bit.
    private func isSound(_ model: ClassifierModel) -> Bool {
        guard model.transformer?.isFinite ?? true else { return false }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "model-check-\(ProcessInfo.processInfo.processIdentifier)")
        // What stays in the temporary folder does no harm.
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try ModelFile.write(model, to: folder)
            let read = try ModelFile.read(folder: folder)
            guard read.labels == model.labels, read.vocabulary.words == model.vocabulary.words
            else { return false }
            let (before, after) = (ServedClassifier(model), ServedClassifier(read))
            let step = max(1, heldOut.count / 20)
            return stride(from: 0, to: heldOut.count, by: step).allSatisfy {
                before.opinion(heldOut[$0].input, voice: .fusion)
                    == after.opinion(heldOut[$0].input, voice: .fusion)
            }
        } catch {
            return false
        }
    }
}
