import Foundation
import Mathematics
import Problems
import Retraining
import TextClassification

/// A model that has seen part of the product's templates, and people who label texts of others.
struct LabelStream {
    /// What people teach.
    enum Batch: String, CaseIterable {
        case good = "400 right labels"
        case poisoned = "400 labels, a quarter wrong"
        case narrow = "400 labels of two kinds, nothing else"
        case tiny = "10 right labels"
    }

    private let labels: LabelSet
    private let seen: [LabeledExample]
    private let taught: [LabeledExample]
    private let heldOut: [LabeledExample]
    private let champion: ClassifierModel

    init(data: URL) throws {
        var size = TrainingCorpus.Size()
        size.rowsPerTemplate = 12
        size.heldOutRowsPerTemplate = 20
        size.rowsPerWording = 8
        let corpus = try TrainingCorpus(
            bank: try ProblemBank(dataDirectory: data), dataDirectory: data, size: size)
        labels = corpus.labels
        let rows = corpus.training.filter { $0.leaf != nil }
        let people = Set(
            corpus.trainingTemplates.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
        seen = rows.filter { !people.contains($0.template) }
        taught = rows.filter { people.contains($0.template) }
        heldOut = corpus.heldOut.filter { $0.leaf != nil }
        var generator = SplitMix64(stream: ["champion"])
        champion = Self.model(of: seen, labels, using: &generator)
    }

    /// Trains a challenger on a batch and says what the gate did.
    func report(_ batch: Batch, _ number: Int) -> String {
        var generator = SplitMix64(stream: ["stream", batch.rawValue, "\(number)"])
        let rows = rows(of: batch, using: &generator)
        let replay = batch == .narrow ? [] : seen
        let challenger = Self.model(of: replay + rows, labels, using: &generator)
        let decision = PromotionGate().decide(
            challenger: challenger, champion: champion, heldOut: heldOut)
        let failed = decision.checks.filter { $0.holds != true }.map(\.condition.rawValue)
        let points = String(format: "%+.1f", decision.both.mean * 100)
        return "\(batch.rawValue), \(number): \(points) points, "
            + (decision.isPromoted ? "taken" : "refused (\(failed.joined(separator: ", ")))")
    }

    private func rows(of batch: Batch, using generator: inout SplitMix64) -> [LabeledExample] {
        var pool = taught.shuffled(using: &generator)
        if batch == .narrow {
            let kinds = Set(labels.leaves.shuffled(using: &generator).prefix(2))
            pool = (seen + taught).filter { $0.leaf.map(kinds.contains) ?? false }
        }
        return pool.prefix(batch == .tiny ? 10 : 400).enumerated().map { number, row in
            var row = row
            row.weight = 2
            if batch == .poisoned, number % 4 == 0 {
                row.leaf = labels.leaves.randomElement(using: &generator)
            }
            return row
        }
    }

    private static func model(
        of rows: [LabeledExample], _ labels: LabelSet, using generator: inout SplitMix64
    ) -> ClassifierModel {
        let configuration = ClassifierConfiguration()
        var linear = LinearClassifier(
            bucketCount: configuration.leafBuckets, classCount: labels.leaves.count)
        let learned = rows.compactMap { row in
            row.leaf.flatMap(labels.position(ofLeaf:)).map {
                LinearClassifier.Row(
                    features: .ofWording(row.input, bucketCount: configuration.leafBuckets),
                    label: $0, weight: row.weight)
            }
        }
        linear.train(on: learned, epochs: 4, using: &generator)
        return ClassifierModel(
            labels: labels, configuration: configuration,
            vocabulary: Vocabulary(
                of: rows.lazy.map(\.input), limit: configuration.vocabularyLimit),
            transformer: nil, leafLinear: linear,
            operationLinear: LinearClassifier(
                bucketCount: configuration.operationBuckets,
                classCount: labels.operations.count), fusion: Fusion())
    }
}
