import Foundation
import TextClassification

@testable import Retraining

/// Small models and registries for tests.
enum Models {
    static let labels = LabelSet(strands: ["join": "A", "share": "C"])

    /// A model that leans to the first leaf as much as `bias` says.
    static func model(bias: Float) -> ClassifierModel {
        var weights = [Float](repeating: 0, count: 17 * 2)
        weights[32] = bias
        return ClassifierModel(
            labels: labels, configuration: .tiny(), vocabulary: Vocabulary(words: ["<unknown>"]),
            transformer: nil,
            leafLinear: LinearClassifier(bucketCount: 16, classCount: 2, weights: weights),
            operationLinear: LinearClassifier(bucketCount: 16, classCount: 5), fusion: Fusion())
    }

    static func version() -> ModelVersion {
        ModelVersion(
            id: "", created: 5, parent: nil, seed: 1, trainingRows: 10, labelRows: 0,
            dataHash: "ab", leafAccuracy: 0.5, operationAccuracy: 0.5, calibrationError: 0.1,
            checksum: "", decision: "")
    }

    static func rows(_ leaves: [String], templates: Int = 20) -> [LabeledExample] {
        leaves.enumerated().map { number, leaf in
            LabeledExample(
                input: ClassifierInput(
                    words: ["word\(number)"], inQuestion: [true], relations: [],
                    ruleOperation: "addition"),
                leaf: leaf, operation: nil, template: "t\(number % templates)", language: "en")
        }
    }

    static func withRegistry(_ body: (ModelRegistry) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "registry-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let factory = folder.appending(path: "factory")
        try ModelRegistry.writeFolder(
            factory, model: model(bias: 0), version: version(), files: [:])
        try body(ModelRegistry(directory: folder.appending(path: "models"), factory: factory))
    }
}
