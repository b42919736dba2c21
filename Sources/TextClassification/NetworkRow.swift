internal import Autograd

#if canImport(Glibc)
import Glibc
#endif

/// A row as the network sees it.
///
/// Tens of thousands of rows are held at once, so the numbers are packed; `input` unpacks them.
struct NetworkRow: Sendable {
    private let packed: [UInt16]
    /// The number of words.
    let count: Int
    let leaf: Int?
    let operation: Int?
    let grade: Int?
    let code: Int?
    let weight: Float

    init(_ example: LabeledExample, model: ClassifierModel) {
        let input = IndexedInput(
            example.input, vocabulary: model.vocabulary, configuration: model.configuration)
        packed = input.packed
        count = input.count
        leaf = example.leaf.flatMap(model.labels.position(ofLeaf:))
        operation = example.operation.flatMap(model.labels.position(ofOperation:))
        let reads = model.readsExplanations
        grade = reads ? example.grade.flatMap(LabelSet.grades.firstIndex) : nil
        code = reads ? example.code.flatMap(model.labels.position(ofCode:)) : nil
        weight = example.weight
    }

    /// The input as the network takes it.
    var input: IndexedInput { IndexedInput(packed: packed) }
}

/// What the linear classifiers and the rules say about a row: the partner of the network in the
/// average, before temperatures and weights are fitted.
struct HeadOpinions: Sendable {
    let leaf: [Float]
    let operation: [Float]

    init(_ input: ClassifierInput, model: ClassifierModel) {
        let logits = model.linearLogits(input)
        leaf = Probabilities.softmax(logits.leaf)
        operation = Probabilities.blend(
            Probabilities.softmax(logits.operation), model.ruleOpinion(input), secondWeight: 0.5)
    }
}

/// Counts right answers and adds up losses of one head.
struct HeadTally {
    private var right = 0
    private var rightWithPartner = 0
    private var count = 0
    private var loss = 0.0

    mutating func add(_ scores: Tensor, labels: [Int?], partners: [[Float]]? = nil) {
        let classes = scores.shape[1]
        let values = scores.values
        for (row, label) in labels.enumerated() {
            guard let label else { continue }
            let probabilities = Probabilities.softmax(
                Array(values[(row * classes)..<((row + 1) * classes)]))
            right += Self.best(probabilities) == label ? 1 : 0
            if let partner = partners?[row] {
                let average = Probabilities.blend(probabilities, partner, secondWeight: 0.5)
                rightWithPartner += Self.best(average) == label ? 1 : 0
            }
            loss -= log(Double(max(probabilities[label], 1e-9)))
            count += 1
        }
    }

    private static func best(_ probabilities: [Float]) -> Int? {
        probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    }

    var accuracy: Double { count == 0 ? 0 : Double(right) / Double(count) }
    /// The accuracy of the average with the partners.
    var accuracyWithPartner: Double {
        count == 0 ? 0 : Double(rightWithPartner) / Double(count)
    }
    var meanLoss: Double { count == 0 ? 0 : loss / Double(count) }
}

/// Batches of rows of about the same length, in an order drawn anew for each epoch.
enum LengthBuckets {
    static func batches(
        lengths: [Int], size: Int, using generator: inout some RandomNumberGenerator
    ) -> [[Int]] {
        let shuffled = Array(lengths.indices).shuffled(using: &generator)
        let windows = stride(from: 0, to: shuffled.count, by: size * 16).map { start in
            shuffled[start..<min(start + size * 16, shuffled.count)]
                .sorted { (lengths[$0], $0) < (lengths[$1], $1) }
        }
        var batches: [[Int]] = []
        for window in windows {
            for start in stride(from: 0, to: window.count, by: size) {
                batches.append(Array(window[start..<min(start + size, window.count)]))
            }
        }
        return batches.shuffled(using: &generator)
    }
}
