internal import Autograd
internal import NeuralNetwork

/// Trains a classifier: the linear baseline, then the Transformer, then temperatures and weights of
/// the average on held-out templates.
public struct Trainer {
    private let labels: LabelSet
    private let configuration: ClassifierConfiguration
    private let plan: TrainingPlan
    private let training: [LabeledExample]
    private let heldOut: [LabeledExample]

    /// Creates a trainer of rows that were split by template.
    public init(
        labels: LabelSet, configuration: ClassifierConfiguration, plan: TrainingPlan,
        training: [LabeledExample], heldOut: [LabeledExample]
    ) {
        self.labels = labels
        self.configuration = configuration
        self.plan = plan
        self.training = training
        self.heldOut = heldOut
    }

    /// Trains a model; the same rows, plan and machine give the same bytes.
    ///
    /// - Parameters:
    ///   - start: a model to go on from, or nil to start from random weights; one with other labels
    ///     or another vocabulary cannot be gone on from and is ignored.
    ///   - saved: the state of an interrupted run of this very training, or nil.
    ///   - generator: gives the randomness of a named stream.
    ///   - save: given the state after every epoch.
    ///   - observe: told what happened after every step; says whether to go on.
    /// - Returns: the model of the best pass.
    /// - Throws: `TrainingError`.
    public func train<Generator: RandomNumberGenerator>(
        from start: ClassifierModel? = nil, resuming saved: TrainingState? = nil,
        generator: @escaping (_ stream: String) -> Generator,
        save: (TrainingState) -> Void = { _ in },
        observe: (TrainingEvent) -> TrainingControl
    ) throws(TrainingError) -> ClassifierModel {
        guard training.count >= 16, heldOut.count >= 4 else {
            throw .tooFewRows(training: training.count, heldOut: heldOut.count)
        }
        var model = untrained(from: start)
        var linearGenerator = generator("linear")
        var isCancelled = false
        model.leafLinear = linear(\.leafRow, using: &linearGenerator, model.leafLinear) { share in
            isCancelled = observe(.baseline(share: share / 2)) == .cancel
            return isCancelled
        }
        guard !isCancelled else { throw .cancelled }
        model.operationLinear = linear(
            \.operationRow, using: &linearGenerator, model.operationLinear
        ) { share in
            isCancelled = observe(.baseline(share: 0.5 + share / 2)) == .cancel
            return isCancelled
        }
        guard !isCancelled else { throw .cancelled }
        if !labels.codes.isEmpty {
            model.gradeLinear = linear(
                \.gradeRow, using: &linearGenerator,
                LinearClassifier(
                    bucketCount: configuration.gradeBuckets ?? 1_024,
                    classCount: LabelSet.grades.count)
            ) { _ in observe(.baseline(share: 1)) == .cancel }
            model.codeLinear = linear(
                \.codeRow, using: &linearGenerator,
                LinearClassifier(
                    bucketCount: configuration.codeBuckets ?? 256,
                    classCount: labels.codes.count)
            ) { _ in observe(.baseline(share: 1)) == .cancel }
        }
        var run = NetworkTraining(
            model: model, plan: plan, training: training, heldOut: heldOut,
            start: start?.labels == labels ? start?.transformer : nil, generator: generator)
        if let saved { run.restore(saved) }
        model.transformer = try run.run(save: save, observe: observe)
        model.fusion = FusionFitting(model: model, heldOut: heldOut).fusion()
        return model
    }

    private func untrained(from start: ClassifierModel?) -> ClassifierModel {
        let canContinue = start?.labels == labels && start?.configuration == configuration
        let vocabulary =
            canContinue ? start?.vocabulary : nil
        return ClassifierModel(
            labels: labels, configuration: configuration,
            vocabulary: vocabulary
                ?? Vocabulary(
                    of: training.lazy.map(\.input), limit: configuration.vocabularyLimit),
            transformer: nil,
            leafLinear: LinearClassifier(
                bucketCount: configuration.leafBuckets, classCount: labels.leaves.count),
            operationLinear: LinearClassifier(
                bucketCount: configuration.operationBuckets,
                classCount: labels.operations.count),
            fusion: Fusion())
    }

    private func linear(
        _ row: KeyPath<LinearRows, [LinearClassifier.Row]>,
        using generator: inout some RandomNumberGenerator, _ untrained: LinearClassifier,
        isCancelled: (_ share: Double) -> Bool
    ) -> LinearClassifier {
        var linear = untrained
        let rows = LinearRows(
            examples: training, labels: labels, bucketCount: untrained.bucketCount)
        linear.train(
            on: rows[keyPath: row], epochs: plan.linearEpochs, using: &generator,
            isCancelled: isCancelled)
        return linear
    }
}

/// The rows of the two linear classifiers.
private struct LinearRows {
    let examples: [LabeledExample]
    let labels: LabelSet
    let bucketCount: Int

    var leafRow: [LinearClassifier.Row] {
        examples.compactMap { example in
            guard let leaf = example.leaf.flatMap(labels.position(ofLeaf:)) else { return nil }
            return LinearClassifier.Row(
                features: .ofWording(example.input, bucketCount: bucketCount), label: leaf,
                weight: example.weight)
        }
    }

    var gradeRow: [LinearClassifier.Row] {
        examples.compactMap { example in
            guard let grade = example.grade.flatMap(LabelSet.grades.firstIndex) else { return nil }
            return explanationRow(example, label: grade)
        }
    }

    var codeRow: [LinearClassifier.Row] {
        examples.compactMap { example in
            guard let code = example.code.flatMap(labels.position(ofCode:)) else { return nil }
            return explanationRow(example, label: code)
        }
    }

    private func explanationRow(_ example: LabeledExample, label: Int) -> LinearClassifier.Row {
        LinearClassifier.Row(
            features: .ofExplanation(example.input, bucketCount: bucketCount), label: label,
            weight: example.weight)
    }

    var operationRow: [LinearClassifier.Row] {
        examples.compactMap { example in
            guard let operation = example.operation.flatMap(labels.position(ofOperation:)) else {
                return nil
            }
            return LinearClassifier.Row(
                features: .ofOperation(example.input, bucketCount: bucketCount),
                label: operation, weight: example.weight)
        }
    }
}
