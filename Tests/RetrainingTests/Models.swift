import Foundation
import Problems
import TestSupport
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

    /// A service over the real problems and wordings, and a few of the explanations written by hand.
    static func service(in registry: ModelRegistry) throws -> RetrainingService {
        let folder = registry.directory.deletingLastPathComponent().appending(path: "data")
        let gold = folder.appending(path: "gold")
        if !FileManager.default.fileExists(atPath: gold.path) {
            try FileManager.default.createDirectory(at: gold, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "training"),
                withDestinationURL: dataDirectory.appending(path: "training"))
            let all = try String(
                contentsOf: GoldExplanation.file(in: dataDirectory), encoding: .utf8)
            try Data(all.split(separator: "\n").prefix(12).joined(separator: "\n").utf8)
                .write(to: GoldExplanation.file(in: folder))
        }
        return RetrainingService(
            bank: try ProblemBank(dataDirectory: dataDirectory), dataDirectory: folder,
            registry: registry)
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
