internal import TextClassification

/// How a model grades explanations: what it said about each, by what it should have said, and how often
/// it praised a text that is no reason.
public struct GradeAnswers: Sendable, Hashable {
    /// Rows by grade, then by what was said; in the order of the contract's grades.
    public var confusion: [[Int]]
    /// The mean F1 on the explanations written by hand, which never train; nil where there are none.
    public var goldMacroF1: Double?
    /// What was called correct of one kind of text that only looks like a reason.
    public struct Attack: Sendable, Hashable {
        /// The kind.
        public let name: String
        /// The share that was called correct.
        public let rate: Double
        /// The share that may be.
        public let bar: Double

        /// Creates a figure.
        public init(name: String, rate: Double, bar: Double) {
            self.name = name
            self.rate = rate
            self.bar = bar
        }
    }

    /// The kinds of texts that only look like reasons.
    public var attacks: [Attack]

    private static let correct = 0

    /// Creates answers from what was counted.
    public init(confusion: [[Int]], goldMacroF1: Double? = nil, attacks: [Attack] = []) {
        self.confusion = confusion
        self.goldMacroF1 = goldMacroF1
        self.attacks = attacks
    }

    /// The share of the explanations called correct that are; 1 where none was.
    public var precisionOfCorrect: Double {
        let called = confusion.reduce(0) { $0 + $1[Self.correct] }
        return called == 0 ? 1 : Double(confusion[Self.correct][Self.correct]) / Double(called)
    }

    /// How many explanations deserve a grade, and the share of them that got it.
    func recall(of grade: Int) -> (count: Int, share: Double) {
        let count = confusion[grade].reduce(0, +)
        return (count, count == 0 ? 0 : Double(confusion[grade][grade]) / Double(count))
    }
}

extension GradeAnswers {
    /// Lets a model grade; nil where it reads no explanations or there are none.
    init?(_ model: ClassifierModel, on trial: ExplanationTrial) {
        guard model.readsExplanations, !trial.isEmpty else { return nil }
        let served = ServedClassifier(model)
        func opinions(_ rows: [ExplanationEvaluation.Row]) -> [[Float]] {
            rows.map { row in
                row.allowed(
                    served.reading(row.input, voice: .fusion)?.grade ?? row.input.ruleGrades)
            }
        }
        let size = LabelSet.grades.count
        var confusion = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
        let gold = opinions(trial.gold)
        for (row, opinion) in zip(trial.gold + trial.drawn, gold + opinions(trial.drawn)) {
            guard let label = LabelSet.grades.firstIndex(of: row.grade) else { continue }
            confusion[label][Self.said(opinion)] += 1
        }
        self.init(
            confusion: confusion,
            goldMacroF1: gold.isEmpty
                ? nil
                : ExplanationFigures(opinions: gold, labels: trial.gold.map(\.grade)).macroF1,
            attacks: trial.attacks.map { attack in
                let praised = opinions(attack.rows).count { Self.said($0) == Self.correct }
                return Attack(
                    name: attack.name, rate: Double(praised) / Double(attack.rows.count),
                    bar: attack.bar)
            })
    }

    private static func said(_ opinion: [Float]) -> Int {
        opinion.indices.max { opinion[$0] < opinion[$1] } ?? opinion.count - 1
    }
}
