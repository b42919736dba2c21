internal import Mathematics
internal import ProblemEncoding
public import TextClassification

/// How a model grades explanations: every voice on every set, what each part of the input is worth, and
/// how it stands up to texts that only look like reasons.
public struct ExplanationEvaluation: Sendable {
    /// The rows of one set, graded by every voice.
    struct Measured: Sendable {
        let name: String
        let figures: [(voice: String, figures: ExplanationFigures)]
    }

    /// How often a text that is no reason is called correct, with the bar for it.
    struct Attack: Sendable, Hashable {
        let name: String
        let rate: Double
        /// The rate where the rules alone speak.
        let ruleRate: Double
        let bar: Double
        let count: Int
    }

    let sets: [Measured]
    let ablations: [Measured]
    let attacks: [Attack]

    /// The most rows of one drawn set.
    private static let mostRows = 1_500

    /// Measures a model.
    ///
    /// - Parameters:
    ///   - model: the model; one that reads no explanations leaves only the rules to be measured.
    ///   - corpus: the drawn rows, or nil to measure on the gold set alone.
    ///   - gold: explanations written by hand.
    public init(model: ClassifierModel, corpus: ExplanationCorpus?, gold: [GoldExplanation]) {
        let served = ServedClassifier(model)
        let goldRows = gold.map(Row.init)
        var drawn: [(String, [Row])] = []
        if let corpus {
            drawn = [
                ("other numbers", corpus.otherNumbers), ("held-out templates", corpus.heldOut),
                ("held-out skills", corpus.otherSkills),
            ].map { ($0.0, $0.1.prefix(Self.mostRows).compactMap(Row.init)) }
        }
        let english = goldRows.filter { $0.language == "en" }
        let korean = goldRows.filter { $0.language == "ko" }
        sets = (drawn + [("gold, en", english), ("gold, ko", korean)])
            .filter { !$0.1.isEmpty }.map { Self.measured($0.0, $0.1, served) }
        attacks = gold.isEmpty ? [] : ExplanationAttacks(gold: gold).measured(by: served)
        ablations = corpus.map { Self.ablations($0, gold: goldRows) } ?? []
    }

    /// One explanation with what the classifier sees of it.
    struct Row: Sendable {
        let input: ClassifierInput
        let standing: ExplanationContext.Standing
        let grade: String
        let language: String

        init(_ gold: GoldExplanation) {
            let context = gold.context
            input = ExplanationEncoder.encode(gold.explanation, of: context).input
            standing = context.standing
            grade = gold.grade
            language = gold.language
        }

        init?(_ example: LabeledExample) {
            guard let grade = example.grade else { return nil }
            input = example.input
            standing =
                ExplanationContext.Standing.allCases.first {
                    example.input.relations.contains("standing:\($0.rawValue)")
                } ?? .unknown
            self.grade = grade
            language = example.language
        }

        func allowed(_ opinion: [Float]) -> [Float] {
            ThinkingGrader.allowed(opinion, after: standing)
        }
    }

    private static func measured(
        _ name: String, _ rows: [Row], _ served: ServedClassifier
    ) -> Measured {
        let labels = rows.map(\.grade)
        var figures: [(voice: String, figures: ExplanationFigures)] = []
        for voice in ClassifierModel.Voice.allCases {
            guard served.model.readsExplanations || voice == .rules else { continue }
            let opinions = rows.map { row in
                row.allowed(served.reading(row.input, voice: voice)?.grade ?? row.input.ruleGrades)
            }
            figures.append(
                (voice.rawValue, ExplanationFigures(opinions: opinions, labels: labels)))
        }
        let checker = rows.map { row -> [Float] in
            row.standing == .right ? [1, 0, 0, 0] : [0, 0, 1, 0]
        }
        figures.append(
            ("checker alone", ExplanationFigures(opinions: checker, labels: labels)))
        return Measured(name: name, figures: figures)
    }

    /// Linear classifiers that hear one part of the input each, trained on the same rows.
    private static func ablations(_ corpus: ExplanationCorpus, gold: [Row]) -> [Measured] {
        let buckets = 16_384
        let sets = [
            ("held-out templates", corpus.heldOut.prefix(mostRows).compactMap(Row.init)),
            ("gold", gold),
        ].filter { !$0.1.isEmpty }
        let trained = HashedFeatures.ExplanationPart.allCases.map { part in
            var linear = LinearClassifier(
                bucketCount: buckets, classCount: LabelSet.grades.count)
            var random = SplitMix64(stream: ["ablation", part.rawValue])
            let rows = corpus.training.compactMap { example -> LinearClassifier.Row? in
                guard let label = example.grade.flatMap(LabelSet.grades.firstIndex) else {
                    return nil
                }
                return LinearClassifier.Row(
                    features: .ofExplanation(example.input, part: part, bucketCount: buckets),
                    label: label)
            }
            linear.train(on: rows, epochs: 4, using: &random)
            return (part, linear)
        }
        return sets.map { name, rows in
            Measured(
                name: name,
                figures: trained.map { part, linear in
                    let opinions = rows.map { row in
                        row.allowed(
                            Probabilities.softmax(
                                linear.logits(
                                    .ofExplanation(row.input, part: part, bucketCount: buckets))))
                    }
                    return (
                        "linear, \(part.rawValue)",
                        ExplanationFigures(opinions: opinions, labels: rows.map(\.grade))
                    )
                })
        }
    }
}
