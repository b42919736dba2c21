public import Mathematics

/// Counts of one leaf: how much there is to practise and how varied it is.
public struct LeafStatistics: Sendable, Hashable {
    /// The identifier of the leaf.
    public let leaf: String
    /// How many templates it has.
    public let templates: Int
    /// How many different number sets were drawn, over templates and levels.
    public let distinctInstances: Int
    /// How many different texts there were once numbers were masked, by language.
    public let distinctWordings: [Language: Int]
    /// The share of draws that met the conditions.
    public let acceptanceRate: Double
    /// The share of templates with hints, always three each.
    public let hintCoverage: Double
    /// The share of templates with a picture.
    public let pictureCoverage: Double
}

/// Counts of a whole bank.
public struct BankStatistics: Sendable {
    /// One entry for every leaf of the taxonomy, in its order.
    public let leaves: [LeafStatistics]

    /// Draws `draws` problems of every template in each language and counts.
    public init(bank: ProblemBank, draws: Int) {
        leaves = bank.skills.leaves.map { leaf in
            Self.statistics(of: leaf.id, bank: bank, draws: draws)
        }
    }

    private static func statistics(
        of leaf: String, bank: ProblemBank, draws: Int
    ) -> LeafStatistics {
        let templates = bank.templates(of: leaf)
        var total = TemplateStatistics()
        for template in templates {
            var check = TemplateCheck(
                generator: bank.generator(template), draws: draws, inspects: false)
            check.run()
            total.distinctInstances += check.statistics.distinctInstances
            total.accepted += check.statistics.accepted
            total.tries += check.statistics.tries
            for (language, texts) in check.statistics.wordings {
                total.wordings[language, default: []].formUnion(texts)
            }
        }
        let count = Double(max(1, templates.count))
        return LeafStatistics(
            leaf: leaf, templates: templates.count,
            distinctInstances: total.distinctInstances,
            distinctWordings: total.wordings.mapValues(\.count),
            acceptanceRate: Double(total.accepted) / Double(max(1, total.tries)),
            hintCoverage: Double(templates.filter { $0.hints.count == 3 }.count) / count,
            pictureCoverage: Double(templates.filter(\.hasPicture).count) / count)
    }
}
