internal import Foundation
internal import TextClassification

/// What a model is, how it was made and how well it does, for people and for programs.
struct ModelCard {
    let evaluation: ModelEvaluation
    let corpus: TrainingCorpus
    let configuration: TrainingConfiguration
    let model: ClassifierModel
    let explanations: ExplanationEvaluation

    /// The figures as JSON with the protocol they were taken by.
    var metrics: String {
        let report = EvaluationReport(evaluation)
        return report.json(adding: [
            "protocol": protocolSentence, "seed": "\(configuration.plan.seed)",
            "trainingRows": corpus.training.count,
            "explanationRows": corpus.explanations.training.count,
            "explanations": ExplanationReport(explanations).json(), "labelRows": corpus.labelRows,
            "trainingTemplates": corpus.trainingTemplates.count,
            "heldOutTemplates": corpus.heldOutTemplates.count, "dataHash": corpus.dataHash,
        ]) + "\n"
    }

    /// The card.
    var text: String {
        """
        # Model card

        Names the kind (leaf) of a word problem and the last operation of its solution, in English
        and Korean. A pre-norm Transformer encoder of \(model.configuration.layers) blocks, width \
        \(model.configuration.width), with embeddings of words, pairs of words and character pieces,
        averaged with a hashed linear classifier; the operation also hears keyword rules.

        ## How it was made
        `mathtutor train --from \(configuration.start.rawValue) --seed \(configuration.plan.seed)`, \
        or `make model` for the model that ships.
        Rows: \(corpus.training.count), of them \(corpus.labelRows) labelled by people; drawn from \
        \(corpus.trainingTemplates.count) templates and
        wordings of `Data/templates` and `Data/training`. Leaves: \(model.labels.leaves.count). \
        Vocabulary: \(model.vocabulary.words.count) words.
        Numerals are masked before the model sees a text. Relations between the numbers reach the
        operation only, so the leaf cannot change when only numbers do.

        ## How well it does
        \(protocolSentence)

        \(EvaluationReport(evaluation).tables)

        \(comparison)

        ## Explanations
        Grades what a learner writes about an answer and names the misconception, among \
        \(model.labels.codes.count) codes. The engine's relations (calculations that hold, the right
        answer in the text, the order of the words) stand before the masked words. Trained on
        \(corpus.explanations.training.count) drawn rows of \
        \(corpus.explanations.trainingTemplateCount) templates; the gold set was written by hand by
        one author, who also wrote the templates. Partial and unclear are one class here. Rules alone
        are the engine's relations with weights set by judgement; arithmetic decides what is right.

        \(ExplanationReport(explanations).tables)

        \(ExplanationReport(explanations).comparison)

        Average: leaf \(share(model.fusion.leaf.linearWeight)) linear; operation \
        \(share(model.fusion.operation.linearWeight)) linear, then \
        \(share(model.fusion.operation.ruleWeight)) rules.

        ## What is weak
        The held-out templates come from the same authors as those that train; texts from elsewhere
        are read less well. The same held-out rows chose the epoch, the temperature and the weights
        of the average, so these figures flatter the model a little. Kinds of problem outside the
        leaves above get the nearest leaf or an abstention.
        """ + "\n"
    }

    private var protocolSentence: String {
        """
        Held-out templates, never a random split: \(corpus.heldOutTemplates.count) templates and \
        wordings chosen by the hash of their names, \(evaluation.count) rows, none of whose \
        templates trained.
        """
    }

    /// Says plainly where the Transformer is better than the baseline, and where not.
    private var comparison: String {
        let pairs = [
            ("leaf", evaluation.leaf(.transformer), evaluation.leaf(.linear)),
            ("operation", evaluation.operation(.transformer), evaluation.operation(.linear)),
        ]
        return pairs.compactMap { name, transformer, linear in
            guard let transformer, let linear else { return nil }
            let gain = PromotionDecision.points(transformer.accuracy - linear.accuracy)
            let word = transformer.accuracy > linear.accuracy ? "beats" : "does not beat"
            return """
                On the \(name) the Transformer alone \(word) the linear baseline on the same rows \
                (\(gain) points).
                """
        }.joined(separator: "\n")
    }

    private func share(_ weight: Float) -> String {
        "\(Int((weight * 100).rounded())) %"
    }
}
