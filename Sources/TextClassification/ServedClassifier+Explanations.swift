extension ServedClassifier {
    /// Returns what is said about an explanation, or nil where the model reads none.
    ///
    /// - Parameters:
    ///   - input: the explanation with the engine's tokens.
    ///   - voice: who speaks; the rules know grades only and leave misconceptions even.
    /// - Returns: the distributions.
    public func reading(
        _ input: ClassifierInput, voice: ClassifierModel.Voice
    ) -> ClassifierModel.Reading? {
        guard model.readsExplanations else { return nil }
        let logits = readingLogits(input)
        return ClassifierModel.Reading(
            grade: distribution(
                model.fusion.grade ?? Fusion.Head(), logits.transformer.grade,
                logits.linear.grade, rules: input.ruleGrades, voice: voice),
            code: distribution(
                model.fusion.code ?? Fusion.Head(), logits.transformer.code,
                logits.linear.code, rules: [], voice: voice))
    }

    private func distribution(
        _ head: Fusion.Head, _ transformer: [Float], _ linear: [Float], rules: [Float],
        voice: ClassifierModel.Voice
    ) -> [Float] {
        let first = Probabilities.softmax(transformer, temperature: head.transformerTemperature)
        let second = Probabilities.softmax(linear, temperature: head.linearTemperature)
        let hasRules = rules.count == linear.count
        switch voice {
        case .transformer: return first
        case .linear: return second
        case .rules:
            return hasRules
                ? rules : [Float](repeating: 1 / Float(max(linear.count, 1)), count: linear.count)
        case .fusion:
            let learned = Probabilities.blend(first, second, secondWeight: head.linearWeight)
            guard hasRules, head.ruleWeight > 0 else { return learned }
            return Probabilities.blend(learned, rules, secondWeight: head.ruleWeight)
        }
    }
}
