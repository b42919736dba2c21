import TextClassification

/// Two kinds of sentences that a tiny model can tell apart.
enum SmallCorpus {
    static let labels = LabelSet(strands: ["join": "A", "share": "C"])

    static func rows(_ count: Int, template: String = "t") -> [LabeledExample] {
        let nouns = ["apples", "pens", "books", "shells"]
        return (0..<count).map { number in
            let isJoin = number % 2 == 0
            let noun = nouns[number / 2 % nouns.count]
            let words =
                isJoin
                ? ["<n>", noun, "and", "<n>", "more", "<q>", "how", "many", "now"]
                : ["<n>", noun, "for", "<n>", "friends", "<q>", "how", "many", "each"]
            return LabeledExample(
                input: ClassifierInput(
                    words: words, inQuestion: words.indices.map { $0 > 4 },
                    relations: ["count:2"], ruleOperation: isJoin ? "addition" : "division"),
                leaf: isJoin ? "join" : "share", operation: isJoin ? "addition" : "division",
                template: "\(template)\(number % 4)", language: "en")
        }
    }

    static func plan() -> TrainingPlan {
        var plan = TrainingPlan()
        plan.epochs = 3
        plan.batchSize = 8
        plan.linearEpochs = 2
        return plan
    }

    static func trainer(_ plan: TrainingPlan = plan()) -> Trainer {
        Trainer(
            labels: labels, configuration: .tiny(), plan: plan, training: rows(48),
            heldOut: rows(16, template: "h"))
    }

    static func model() throws -> ClassifierModel {
        try trainer().train(generator: StableGenerator.init) { _ in .proceed }
    }
}
