internal import Autograd
internal import NeuralNetwork
internal import Synchronization

/// A trained model that answers from any thread.
///
/// The weights never change. One text is read at a time, which takes well under a millisecond.
public final class ServedClassifier: Sendable {
    /// The model that is served.
    public let model: ClassifierModel
    private let network: Mutex<TextNetwork?>

    /// Creates a classifier; the Transformer's weights are copied once.
    public init(_ model: ClassifierModel) {
        self.model = model
        network = Mutex(Self.network(of: model))
    }

    /// The classes.
    public var labels: LabelSet { model.labels }

    /// Returns the distributions for one input.
    public func opinion(
        _ input: ClassifierInput, voice: ClassifierModel.Voice
    ) -> ClassifierModel.Opinion {
        let linear = model.linearLogits(input)
        let transformer =
            voice == .linear || voice == .rules ? nil : transformerLogits(input)?.problem
        return ClassifierModel.Opinion(
            leaf: leaf(transformer?.leaf, linear.leaf, voice: voice),
            operation: operation(
                transformer?.operation, linear.operation, rules: model.ruleOpinion(input),
                voice: voice))
    }

    /// Returns whether the tutor would ask rather than tell: not sure, two leaves alike, or too few
    /// known words.
    public func abstains(_ input: ClassifierInput, leaf: [Float]) -> Bool {
        let sorted = leaf.sorted(by: >)
        let best = sorted.first ?? 0
        let margin = sorted.count > 1 ? best - sorted[1] : best
        return best < model.fusion.abstentionProbability
            || margin < model.fusion.abstentionMargin
            || model.vocabulary.unknownShare(of: input) > 0.5
    }

    /// Returns the raw scores of both learned voices; without a Transformer the linear ones twice.
    func logits(_ input: ClassifierInput) -> (transformer: HeadLogits, linear: HeadLogits) {
        let linear = model.linearLogits(input)
        return (transformerLogits(input)?.problem ?? linear, linear)
    }

    /// Returns the raw scores of both learned voices about an explanation.
    func readingLogits(
        _ input: ClassifierInput
    ) -> (transformer: ReadingLogits, linear: ReadingLogits) {
        let linear = model.linearReading(input)
        return (transformerLogits(input)?.reading ?? linear, linear)
    }

    private func leaf(
        _ transformer: [Float]?, _ linear: [Float], voice: ClassifierModel.Voice
    ) -> [Float] {
        let head = model.fusion.leaf
        let second = Probabilities.softmax(linear, temperature: head.linearTemperature)
        guard let transformer else { return second }
        let first = Probabilities.softmax(
            transformer, temperature: head.transformerTemperature)
        guard voice == .fusion else { return first }
        return Probabilities.blend(first, second, secondWeight: head.linearWeight)
    }

    private func operation(
        _ transformer: [Float]?, _ linear: [Float], rules: [Float], voice: ClassifierModel.Voice
    ) -> [Float] {
        if voice == .rules { return rules }
        let head = model.fusion.operation
        let second = Probabilities.softmax(linear, temperature: head.linearTemperature)
        let first = transformer.map {
            Probabilities.softmax($0, temperature: head.transformerTemperature)
        }
        guard voice == .fusion else { return first ?? second }
        let learned = first.map {
            Probabilities.blend($0, second, secondWeight: head.linearWeight)
        }
        return Probabilities.blend(learned ?? second, rules, secondWeight: head.ruleWeight)
    }

    private struct TransformerLogits {
        let problem: HeadLogits
        let reading: ReadingLogits?
    }

    private func transformerLogits(_ input: ClassifierInput) -> TransformerLogits? {
        let indexed = IndexedInput(
            input, vocabulary: model.vocabulary, configuration: model.configuration)
        return network.withLock { network in
            guard let network else { return nil }
            return withoutGradient {
                let scores = network([indexed], .inference)
                let reading = scores.grade.flatMap { grade in
                    scores.code.map { ReadingLogits(grade: grade.values, code: $0.values) }
                }
                return TransformerLogits(
                    problem: HeadLogits(
                        leaf: scores.leaf.values, operation: scores.operation.values),
                    reading: reading)
            }
        }
    }

    private static func network(of model: ClassifierModel) -> sending TextNetwork? {
        guard let weights = model.transformer else { return nil }
        return TextNetwork(model: model, weights: weights)
    }
}

extension TextNetwork {
    /// Creates a network with the weights of a model, or nil where they do not fit its sizes.
    init?(model: ClassifierModel, weights: TransformerWeights) {
        var generator = NoRandomness()
        self.init(
            model.configuration, vocabulary: model.vocabulary.words.count,
            leaves: model.labels.leaves.count, operations: model.labels.operations.count,
            codes: model.readsExplanations ? model.labels.codes.count : 0,
            isLoading: true, using: &generator)
        do {
            try weights.checkpoint.load(into: self)
        } catch {
            return nil
        }
    }
}

/// A stand-in where every weight will be replaced at once.
private struct NoRandomness: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0x9e37_79b9_7f4a_7c15 }
}
