public import TextClassification

/// Grades what a learner says about an answer; the checker's verdict is never overruled.
public struct ThinkingGrader: Sendable {
    /// The grades of the contract.
    public enum Grade: String, Sendable, Hashable, CaseIterable {
        /// The answer is right and the reason holds.
        case correct
        /// The thinking goes the right way but not to the end.
        case partial
        /// The thinking shows a misconception.
        case misconception
        /// Nothing can be said about the thinking.
        case unclear
    }

    /// What the thinking behind an answer looks like.
    public struct Thinking: Sendable, Hashable {
        /// The best guess.
        public var grade: Grade
        /// Its probability.
        public var probability: Double
        /// The misconception that value and words speak for together, or nil.
        public var misconception: String?
        /// The likeliest misconceptions with their probabilities, at most three.
        public var top: [RankedCode]
        /// Whether the tutor would ask rather than tell.
        public var abstained: Bool
        /// Whether a calculation of a right-looking way does not hold.
        public var hasSlip: Bool
        /// The words and how much each mattered for the grade; empty unless asked for.
        public var words: [Prediction.WordWeight]
    }

    /// A misconception with its probability.
    public struct RankedCode: Sendable, Hashable {
        /// The code, as in `wrong[].code` of a problem.
        public let code: String
        /// Its probability.
        public let probability: Double
    }

    private let model: ServedClassifier?

    /// Creates a grader; without a model that reads explanations the engine's relations decide.
    public init(_ model: ServedClassifier?) {
        self.model = model.flatMap { $0.model.readsExplanations ? $0 : nil }
    }

    /// Whether a trained model is heard.
    public var hasModel: Bool { model != nil }

    /// Grades an explanation.
    ///
    /// - Parameters:
    ///   - explanation: the learner's own words; may be empty.
    ///   - context: the problem, the answer and what the checker said.
    ///   - voice: who speaks.
    ///   - explaining: whether to leave out each word in turn to see how much it mattered.
    /// - Returns: the grade with what it rests on.
    public func grade(
        _ explanation: String, of context: ExplanationContext,
        voice: ClassifierModel.Voice = .fusion, explaining: Bool = false
    ) -> Thinking {
        let encoded = ExplanationEncoder.encode(explanation, of: context)
        guard !encoded.isEmpty else {
            return Self.silent(context, isText: explanation.contains { !$0.isWhitespace })
        }
        let grades = self.grades(encoded.input, context.standing, voice)
        let best = grades.indices.max { grades[$0] < grades[$1] } ?? 3
        let second = grades.indices.filter { $0 != best }.map { grades[$0] }.max() ?? 0
        let codes = codes(encoded.input, context, grade: Grade.allCases[best], voice)
        let named = Self.named(codes, context, grade: Grade.allCases[best])
        return Thinking(
            grade: Grade.allCases[best], probability: Double(grades[best]), misconception: named,
            top: codes,
            abstained: grades[best] < Self.leastProbability
                || grades[best] - second < Self.leastMargin
                || (Grade.allCases[best] == .misconception && named == nil),
            hasSlip: context.standing == .wrong && encoded.hasFalseEquation,
            words: explaining
                ? weights(of: explanation, context, best, whole: grades[best], voice) : [])
    }

    private static let leastProbability: Float = 0.6
    private static let leastMargin: Float = 0.1
    /// How sure the words must be to speak of a misconception behind a right answer.
    private static let rightAnswerBar: Float = 0.85
    /// The share of wrong answers with a listed value that come from the listed thinking.
    private static let listedShare = 0.6

    /// The grade of an answer without a word: it follows from the verdict alone; signs that are no words
    /// are no reason for a right answer.
    private static func silent(_ context: ExplanationContext, isText: Bool) -> Thinking {
        let code = context.listedCodes.first
        let (grade, probability): (Grade, Double) =
            switch context.standing {
            case .right where isText: (.unclear, 0.9)
            case .right: (.correct, 1)
            case .form: (.partial, 0.9)
            case .wrong: code == nil ? (.unclear, 0.6) : (.misconception, listedShare)
            case .unknown: (.unclear, 0.5)
            }
        return Thinking(
            grade: grade, probability: probability, misconception: code,
            top: code.map { [RankedCode(code: $0, probability: listedShare)] } ?? [],
            abstained: grade != .correct && grade != .partial, hasSlip: false, words: [])
    }

    // MARK: Grades

    private func grades(
        _ input: ClassifierInput, _ standing: ExplanationContext.Standing,
        _ voice: ClassifierModel.Voice
    ) -> [Float] {
        Self.allowed(
            model?.reading(input, voice: voice)?.grade ?? input.ruleGrades, after: standing)
    }

    /// Returns the distribution over the grades that a verdict allows.
    ///
    /// - Parameters:
    ///   - opinion: the probabilities of the grades, in the order of `Grade.allCases`.
    ///   - standing: what the checker said.
    /// - Returns: the probabilities with what the verdict rules out taken away.
    public static func allowed(
        _ opinion: [Float], after standing: ExplanationContext.Standing
    ) -> [Float] {
        var grades = opinion
        let correct = 0
        let (partial, misconception) = (1, 2)
        switch standing {
        case .right:
            grades[correct] += grades[partial]
            grades[partial] = 0
            if grades[misconception] < rightAnswerBar {
                // Doubt about the reason of a right answer asks, it does not accuse.
                grades[3] += grades[misconception]
                grades[misconception] = 0
            }
        case .form, .unknown:
            grades[partial] += grades[correct]
            grades[correct] = 0
            if standing == .form, grades[misconception] < rightAnswerBar {
                // The value is right, so doubt about the reason accuses nobody here either.
                grades[partial] += grades[misconception]
                grades[misconception] = 0
            }
        case .wrong:
            // A way that sounds right ends in a wrong answer: nothing is known about the slip.
            grades[3] += grades[correct]
            grades[correct] = 0
        }
        let sum = max(grades.reduce(0, +), 1e-6)
        return grades.map { $0 / sum }
    }

    // MARK: Misconceptions

    private func codes(
        _ input: ClassifierInput, _ context: ExplanationContext, grade: Grade,
        _ voice: ClassifierModel.Voice
    ) -> [RankedCode] {
        guard context.standing != .right || grade == .misconception else { return [] }
        var shares: [String: Double] = [:]
        if let model, let reading = model.reading(input, voice: voice), voice != .rules {
            for (code, share) in zip(model.labels.codes, reading.code) {
                shares[code] = Double(share)
            }
        }
        let evidence = context.listedCodes.isEmpty ? Self.relationCodes(input) : context.listedCodes
        if !evidence.isEmpty {
            let weight = context.listedCodes.isEmpty ? 0.4 : Self.listedShare
            let kept = shares.isEmpty ? 0 : 1 - weight
            shares = shares.mapValues { $0 * kept }
            for code in evidence { shares[code, default: 0] += weight / Double(evidence.count) }
        }
        return shares.filter { $0.value >= 0.02 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
            .map { RankedCode(code: $0.key, probability: $0.value) }
    }

    /// What the relations between answer and given numbers suggest where no mistake is listed.
    private static func relationCodes(_ input: ClassifierInput) -> [String] {
        if input.relations.contains("made:given") { return ["ECHO"] }
        let made = input.relations.contains { $0.hasPrefix("made:") }
        return made && !input.relations.contains("operation:key") ? ["WRONG_OP"] : []
    }

    private static func named(
        _ codes: [RankedCode], _ context: ExplanationContext, grade: Grade
    ) -> String? {
        if context.standing == .wrong, let listed = context.listedCodes.first {
            // Words that speak clearly for another misconception count more than the value.
            return codes.first.map(\.code) ?? listed
        }
        guard grade == .misconception, let first = codes.first, first.probability >= 0.4 else {
            return nil
        }
        return first.code
    }

    // MARK: Words

    /// How much the probability of the grade falls without each word, the relations read anew.
    private func weights(
        of explanation: String, _ context: ExplanationContext, _ grade: Int, whole: Float,
        _ voice: ClassifierModel.Voice
    ) -> [Prediction.WordWeight] {
        let words = explanation.split(whereSeparator: \.isWhitespace).prefix(Self.longestExplained)
        return words.indices.map { position in
            var rest = words
            rest.remove(at: position)
            let encoded = ExplanationEncoder.encode(
                rest.joined(separator: " "), of: context)
            let without =
                encoded.isEmpty ? 0 : grades(encoded.input, context.standing, voice)[grade]
            return Prediction.WordWeight(
                text: String(words[position]), weight: Double(whole - without))
        }
    }

    private static let longestExplained = 60
}
