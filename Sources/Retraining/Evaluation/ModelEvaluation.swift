public import TextClassification

/// How a model does on rows: each head, each voice, each language.
public struct ModelEvaluation: Sendable {
    private let model: ClassifierModel
    private let rows: [LabeledExample]
    private let opinions: [ClassifierModel.Voice: [ClassifierModel.Opinion]]
    /// For each row, whether the tutor would have asked rather than told.
    public let abstentions: [Bool]

    /// Measures a model on rows.
    public init(model: ClassifierModel, rows: [LabeledExample]) {
        self.model = model
        self.rows = rows
        let served = ServedClassifier(model)
        var opinions: [ClassifierModel.Voice: [ClassifierModel.Opinion]] = [:]
        for voice in ClassifierModel.Voice.allCases {
            opinions[voice] = rows.map { served.opinion($0.input, voice: voice) }
        }
        self.opinions = opinions
        abstentions = zip(rows, opinions[.fusion] ?? []).map {
            served.abstains($0.input, leaf: $1.leaf)
        }
    }

    /// The labels of the model.
    public var labels: LabelSet { model.labels }
    /// The number of rows.
    public var count: Int { rows.count }

    /// The figures of the leaf, or nil where no row has a leaf that the model knows.
    ///
    /// - Parameters:
    ///   - voice: who speaks.
    ///   - language: the code of a language, or nil for all rows.
    /// - Returns: the figures.
    public func leaf(
        _ voice: ClassifierModel.Voice, language: String? = nil
    ) -> ClassificationMetrics? {
        metrics(voice, language, classCount: labels.leaves.count) { row, opinion in
            row.leaf.flatMap(labels.position(ofLeaf:)).map { ($0, opinion.leaf) }
        }
    }

    /// The figures of the operation, or nil where no row has one.
    ///
    /// - Parameters:
    ///   - voice: who speaks.
    ///   - language: the code of a language, or nil for all rows.
    /// - Returns: the figures.
    public func operation(
        _ voice: ClassifierModel.Voice, language: String? = nil
    ) -> ClassificationMetrics? {
        metrics(voice, language, classCount: labels.operations.count) { row, opinion in
            row.operation.flatMap(labels.position(ofOperation:)).map { ($0, opinion.operation) }
        }
    }

    private func metrics(
        _ voice: ClassifierModel.Voice, _ language: String?, classCount: Int,
        part: (LabeledExample, ClassifierModel.Opinion) -> (label: Int, distribution: [Float])?
    ) -> ClassificationMetrics? {
        var labels: [Int] = []
        var distributions: [[Float]] = []
        for (row, opinion) in zip(rows, opinions[voice] ?? [])
        where language == nil || row.language == language {
            guard let (label, distribution) = part(row, opinion) else { continue }
            labels.append(label)
            distributions.append(distribution)
        }
        guard !labels.isEmpty else { return nil }
        return ClassificationMetrics(
            probabilities: distributions, labels: labels, classCount: classCount)
    }
}
