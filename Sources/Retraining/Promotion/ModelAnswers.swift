internal import Glibc
internal import Mathematics
internal import TextClassification

/// What a model answers on rows: right or not, nil where a row has no such label.
struct ModelAnswers {
    private(set) var leafRight: [Bool?] = []
    private(set) var operationRight: [Bool?] = []
    /// Milliseconds of processor time for each row.
    private var times: [Double] = []
    private var probabilities: [[Float]] = []
    private var classes: [Int] = []
    private let labels: LabelSet
    /// The share of texts without sense whose kind was told.
    private(set) var toldNonsense = 0.0
    /// How it grades explanations, where it does.
    var grades: GradeAnswers?

    /// Lets a model answer; `proceeds` is told the share done, and what is left out when it says no
    /// counts as without label.
    init(
        _ model: ClassifierModel, _ rows: [LabeledExample],
        proceeds: (Double) -> Bool = { _ in true }
    ) {
        let served = ServedClassifier(model)
        labels = model.labels
        for (number, row) in rows.enumerated() {
            guard number % 64 > 0 || proceeds(Double(number) / Double(rows.count)) else { break }
            answer(row, served)
        }
        let missing = rows.count - leafRight.count
        leafRight += [Bool?](repeating: nil, count: missing)
        operationRight += [Bool?](repeating: nil, count: missing)
        guard missing == 0 else { return }
        let nonsense = Self.nonsense(model.vocabulary)
        let told = nonsense.count {
            !served.abstains($0, leaf: served.opinion($0, voice: .fusion).leaf)
        }
        toldNonsense = Double(told) / Double(max(nonsense.count, 1))
    }

    private mutating func answer(_ row: LabeledExample, _ served: ServedClassifier) {
        let began = Self.processorMilliseconds()
        let opinion = served.opinion(row.input, voice: .fusion)
        times.append(Self.processorMilliseconds() - began)
        leafRight.append(row.leaf.map { labels.leaves[Self.best(opinion.leaf)] == $0 })
        operationRight.append(
            row.operation.map { labels.operations[Self.best(opinion.operation)] == $0 })
        guard let label = row.leaf.flatMap(labels.position(ofLeaf:)) else { return }
        probabilities.append(opinion.leaf)
        classes.append(label)
    }

    /// The figures of the leaf.
    var leafMetrics: ClassificationMetrics {
        ClassificationMetrics(
            probabilities: probabilities, labels: classes, classCount: labels.leaves.count)
    }

    /// The share of right readings, leaf and operation together.
    var accuracy: Double { (leafAccuracy + operationAccuracy) / 2 }
    /// The share of right leaves.
    var leafAccuracy: Double { Self.share(leafRight) }
    /// The share of right operations.
    var operationAccuracy: Double { Self.share(operationRight) }

    /// The processor time under which 95 in 100 rows were read.
    var readingTime: Double {
        times.isEmpty ? 0 : times.sorted()[min(times.count - 1, times.count * 95 / 100)]
    }

    private static func share(_ right: [Bool?]) -> Double {
        let known = right.compactMap(\.self)
        return known.isEmpty ? 0 : Double(known.count(where: \.self)) / Double(known.count)
    }

    /// Texts of words in no order, for which no kind is the right one.
    private static func nonsense(_ vocabulary: Vocabulary) -> [ClassifierInput] {
        guard vocabulary.words.count > 100 else { return [] }
        var generator = SplitMix64(stream: ["nonsense"])
        return (0..<100).map { _ in
            let words = (0..<Int.random(in: 8...24, using: &generator)).map { _ in
                vocabulary.words[Int.random(in: 1..<vocabulary.words.count, using: &generator)]
            }
            return ClassifierInput(
                words: words, inQuestion: words.map { _ in false }, relations: [],
                ruleOperation: "other")
        }
    }

    private static func best(_ distribution: [Float]) -> Int {
        distribution.indices.max { distribution[$0] < distribution[$1] } ?? 0
    }

    /// The processor time of this thread, which a busy machine does not lengthen.
    private static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
}

extension GateEvidence {
    /// Puts the answers of two models on the same rows side by side.
    init(
        _ heldOut: [LabeledExample], labels: LabelSet, new: ModelAnswers, old: ModelAnswers,
        factory: ModelAnswers?
    ) {
        var rows: [Row] = []
        for (position, example) in heldOut.enumerated() {
            var row = Row(template: example.template, language: example.language)
            row.leaf = example.leaf
            row.strand = example.leaf.flatMap(labels.position(ofLeaf:)).map { labels.strands[$0] }
            row.operation = example.operation
            row.oldLeaf = old.leafRight[position]
            row.newLeaf = new.leafRight[position]
            row.oldOperation = old.operationRight[position]
            row.newOperation = new.operationRight[position]
            rows.append(row)
        }
        self.init(rows: rows)
        let metrics = new.leafMetrics
        macroF1 = factory.map { (metrics.macroF1, $0.leafMetrics.macroF1) }
        calibrationError = (metrics.calibrationError, old.leafMetrics.calibrationError)
        toldNonsense = (new.toldNonsense, old.toldNonsense)
        grades = (new.grades, old.grades, factory?.grades)
        readingTime = new.readingTime
    }
}
