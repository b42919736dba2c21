public import Foundation
public import Mathematics
public import TextClassification

/// Names the leaf and the root operation of a problem text with a trained model.
///
/// The weights never change, so one classifier serves any number of threads at once; a retrained
/// model is another classifier.
public struct ProblemClassifier: Sendable {
    /// What serves the predictions.
    public let model: ServedClassifier

    /// Creates a classifier that serves a model.
    public init(_ model: ServedClassifier) {
        self.model = model
    }

    /// Loads the model in a folder.
    ///
    /// - Throws: `ModelFileError` where a file is missing, damaged or from another version.
    public init(modelFolder: URL) throws(ModelFileError) {
        self.init(ServedClassifier(try ModelFile.read(folder: modelFolder)))
    }

    /// Classifies a text.
    ///
    /// - Parameters:
    ///   - text: the problem, in any language; longer than 4,000 characters is cut.
    ///   - language: the language, or nil to tell it from the letters.
    ///   - explaining: whether to leave out each word in turn to see how much it mattered.
    /// - Returns: the prediction.
    public func classify(
        _ text: String, language: Language? = nil, explaining: Bool = false
    ) -> Prediction {
        let encoded = ProblemEncoder.encode(text)
        let opinion = model.opinion(encoded.input, voice: .fusion)
        let ranked = opinion.leaf.indices.sorted { opinion.leaf[$0] > opinion.leaf[$1] }
        let best = ranked[0]
        let operation = opinion.operation.indices.max {
            opinion.operation[$0] < opinion.operation[$1]
        }
        return Prediction(
            skill: model.labels.leaves[best], strand: model.labels.strands[best],
            operation: operation.flatMap {
                RootOperation(rawValue: model.labels.operations[$0])
            } ?? .other,
            probability: Double(opinion.leaf[best]),
            abstained: model.abstains(encoded.input, leaf: opinion.leaf),
            top: ranked.prefix(5).map {
                Prediction.RankedSkill(
                    skill: model.labels.leaves[$0], probability: Double(opinion.leaf[$0]))
            },
            numbers: encoded.numbers.map(\.text),
            words: explaining ? weights(of: encoded, leaf: best, whole: opinion.leaf[best]) : [],
            language: language ?? encoded.language,
            operationProbabilities: opinion.operation.map(Double.init))
    }

    private func weights(
        of encoded: ProblemEncoder.EncodedProblem, leaf: Int, whole: Float
    ) -> [Prediction.WordWeight] {
        encoded.display.indices.compactMap { position in
            guard !encoded.display[position].isEmpty else { return nil }
            let without = model.opinion(
                encoded.input.removingWord(at: position), voice: .fusion)
            return Prediction.WordWeight(
                text: encoded.display[position], weight: Double(whole - without.leaf[leaf]))
        }
    }
}
