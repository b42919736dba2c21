/// Fits temperatures and the weights of the average on held-out templates.
struct FusionFitting {
    let model: ClassifierModel
    let heldOut: [LabeledExample]

    /// What each voice says about one row of a head.
    private struct Row {
        let transformer: [Float]
        let linear: [Float]
        let rules: [Float]
        let label: Int
    }

    /// Held-out wordings have the authors of those that train, so they flatter what was learned.
    ///
    /// The rules do not depend on our wordings and keep a voice of their own whatever the fit says.
    private static let ruleWeights: [Float] = [0.3, 0.4]

    func fusion() -> Fusion {
        var fusion = Fusion()
        let leafRows = rows(isLeaf: true)
        let operationRows = rows(isLeaf: false)
        fusion.leaf = head(leafRows, ruleWeights: [0])
        fusion.operation = head(operationRows, ruleWeights: Self.ruleWeights)
        if model.readsExplanations {
            fusion.grade = head(readingRows(isGrade: true), ruleWeights: Self.gradeRuleWeights)
            fusion.code = head(readingRows(isGrade: false), ruleWeights: [0])
        }
        return fusion
    }

    /// Relations transfer to unseen problems and words hardly do, so the rules weigh more here.
    ///
    /// Held-out templates cannot choose the weight, for their words are ours; explanations from
    /// elsewhere that were written by hand did, and they also say that salad stays salad.
    private static let gradeRuleWeights: [Float] = [0.65]

    private func readingRows(isGrade: Bool) -> [Row] {
        let served = ServedClassifier(model)
        return heldOut.compactMap { example in
            let label =
                isGrade
                ? example.grade.flatMap(LabelSet.grades.firstIndex)
                : example.code.flatMap(model.labels.position(ofCode:))
            guard let label else { return nil }
            let logits = served.readingLogits(example.input)
            return Row(
                transformer: isGrade ? logits.transformer.grade : logits.transformer.code,
                linear: isGrade ? logits.linear.grade : logits.linear.code,
                rules: isGrade ? example.input.ruleGrades : [], label: label)
        }
    }

    private func rows(isLeaf: Bool) -> [Row] {
        var neutral = model
        neutral.fusion = Fusion()
        let served = ServedClassifier(neutral)
        return heldOut.compactMap { example in
            let label =
                isLeaf
                ? example.leaf.flatMap(model.labels.position(ofLeaf:))
                : example.operation.flatMap(model.labels.position(ofOperation:))
            guard let label else { return nil }
            let logits = served.logits(example.input)
            return Row(
                transformer: isLeaf ? logits.transformer.leaf : logits.transformer.operation,
                linear: isLeaf ? logits.linear.leaf : logits.linear.operation,
                rules: isLeaf ? [] : model.ruleOpinion(example.input), label: label)
        }
    }

    private func head(_ rows: [Row], ruleWeights: [Float]) -> Fusion.Head {
        var head = Fusion.Head()
        guard !rows.isEmpty else { return head }
        let labels = rows.map(\.label)
        head.transformerTemperature = Calibration.temperature(
            logits: rows.map(\.transformer), labels: labels)
        head.linearTemperature = Calibration.temperature(
            logits: rows.map(\.linear), labels: labels)
        let first = rows.map {
            Probabilities.softmax($0.transformer, temperature: head.transformerTemperature)
        }
        let second = rows.map {
            Probabilities.softmax($0.linear, temperature: head.linearTemperature)
        }
        var bestLoss = Double.infinity
        for linearWeight in [0.3, 0.4, 0.5, 0.6, 0.7] as [Float] {
            for ruleWeight in ruleWeights {
                let blended = rows.indices.map { row in
                    let learned = Probabilities.blend(
                        first[row], second[row], secondWeight: linearWeight)
                    guard ruleWeight > 0 else { return learned }
                    return Probabilities.blend(
                        learned, rows[row].rules, secondWeight: ruleWeight)
                }
                let metrics = ClassificationMetrics(
                    probabilities: blended, labels: labels, classCount: blended[0].count)
                if metrics.logLoss < bestLoss {
                    bestLoss = metrics.logLoss
                    head.linearWeight = linearWeight
                    head.ruleWeight = ruleWeight
                }
            }
        }
        return head
    }
}
