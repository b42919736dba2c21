public import Foundation
internal import Mathematics
internal import ProblemEncoding
public import Problems
public import TextClassification

/// The rows that a model learns from and those that it is measured on, split by template.
///
/// Held-out templates never train, whatever their numbers, people and things.
public struct TrainingCorpus: Sendable {
    /// How much is drawn.
    public struct Size: Sendable, Hashable {
        /// Problems of each template in each language that train.
        public var rowsPerTemplate = 60
        /// Problems of each held-out template in each language.
        public var heldOutRowsPerTemplate = 40
        /// Texts of each author-written wording.
        public var rowsPerWording = 30
        /// Explanations that train.
        public var explanations: Int { rowsPerTemplate * 200 }
        /// The seed of all draws.
        public var seed: UInt64 = 1

        /// Creates the size of the shipped model's corpus.
        public init() {}
    }

    /// Rows of the templates that train.
    public var training: [LabeledExample]
    /// Rows of the templates that are held out.
    public var heldOut: [LabeledExample]
    /// The classes.
    public let labels: LabelSet
    /// The templates that train.
    public let trainingTemplates: [String]
    /// The templates that are held out.
    public let heldOutTemplates: [String]
    /// The rows that teach to grade explanations.
    public let explanations: ExplanationCorpus
    /// How many rows came from people's labels.
    public private(set) var labelRows = 0

    /// Rows that people labelled and that are kept aside; empty while they are too few to tell anything.
    public private(set) var realRows: [LabeledExample] = []

    /// As many labelled rows as must be kept aside before they are measured on.
    private static let fewestRealRows = 100

    /// Draws the rows of a bank and of the wordings beside it.
    ///
    /// - Parameters:
    ///   - bank: the problem bank.
    ///   - dataDirectory: the folder with `training/wordings-en.txt` and `training/wordings-ko.txt`.
    ///   - size: how much is drawn.
    ///   - proceeds: told the rows drawn and planned; where it says no, drawing ends early.
    /// - Throws: `WordingGrammar.WordingError` where the wordings cannot be read.
    public init(
        bank: ProblemBank, dataDirectory: URL, size: Size = Size(),
        proceeds: (_ drawn: Int, _ planned: Int) -> Bool = { _, _ in true }
    ) throws(WordingGrammar.WordingError) {
        let folder = dataDirectory.appending(path: "training")
        let grammars = [
            try WordingGrammar(file: folder.appending(path: "wordings-en.txt"), language: "en"),
            try WordingGrammar(file: folder.appending(path: "wordings-ko.txt"), language: "ko"),
        ]
        let leaves = bank.practisableLeaves
        let held = Self.heldOut(bank: bank, grammars: grammars)
        explanations = try ExplanationCorpus(
            bank: bank, dataDirectory: dataDirectory, rows: size.explanations, seed: size.seed)
        labels = LabelSet(
            strands: Dictionary(
                leaves.map { ($0.id, $0.strand) }, uniquingKeysWith: { first, _ in first }),
            codes: explanations.codes)
        training = []
        heldOut = []
        let templates = leaves.flatMap { bank.templates(of: $0.id) }
        let counts = templates.map {
            held.contains($0.id) ? size.heldOutRowsPerTemplate : size.rowsPerTemplate
        }
        let wordings = grammars.flatMap { grammar in grammar.templates.map { (grammar, $0) } }
        let wordingCounts = wordings.map {
            held.contains($0.1.id) ? size.rowsPerWording / 2 : size.rowsPerWording
        }
        let planned =
            counts.reduce(0, +) * Language.allCases.count + wordingCounts.reduce(0, +)
        for (template, count) in zip(templates, counts) {
            guard proceeds(training.count + heldOut.count, planned) else { break }
            let rows = Self.rows(of: template, in: bank, count: count, seed: size.seed)
            if held.contains(template.id) { heldOut += rows } else { training += rows }
        }
        let known = Set(leaves.map(\.id))
        for ((grammar, template), count) in zip(wordings, wordingCounts) {
            guard proceeds(training.count + heldOut.count, planned) else { break }
            let rows = Self.rows(
                of: template, in: grammar, count: count, knownLeaves: known, seed: size.seed)
            if held.contains(template.id) { heldOut += rows } else { training += rows }
        }
        trainingTemplates = Set(training.map(\.template)).sorted()
        heldOutTemplates = Set(heldOut.map(\.template)).sorted()
    }

    /// Adds rows that people labelled: some train, others are kept aside to measure with.
    public mutating func add(labelled rows: [LabeledExample], aside: [LabeledExample] = []) {
        training += rows
        labelRows += rows.count
        if aside.count >= Self.fewestRealRows { realRows = aside }
    }

    /// A hash over all training rows, for the manifest.
    public var dataHash: String { Self.hash(training + explanations.training) }

    /// A hash over all rows that are measured on.
    public var heldOutHash: String { Self.hash(heldOut + realRows) }

    private static func hash(_ rows: [LabeledExample]) -> String {
        var hash: UInt64 = 0
        for row in rows {
            let text = row.input.words.joined(separator: " ")
            let label = (row.leaf ?? "") + (row.operation ?? "") + (row.grade ?? "")
            hash = hash &* 31 &+ StableHash.of(text + label + (row.code ?? ""))
        }
        return String(hash, radix: 16)
    }

    /// Wordings are many and short, so fewer of them are held out than of the bank's templates.
    private static let heldOutWordings: UInt64 = 12

    /// Templates of one leaf form a group, wordings of one language and operation another.
    private static func heldOut(bank: ProblemBank, grammars: [WordingGrammar]) -> Set<String> {
        var held: Set<String> = []
        for leaf in bank.practisableLeaves {
            held.formUnion(
                DatasetSplit.heldOutTemplates(of: bank.templates(of: leaf.id).map(\.id)))
        }
        for grammar in grammars {
            let groups = Dictionary(grouping: grammar.templates, by: \.operation)
            for group in groups.values {
                held.formUnion(
                    DatasetSplit.heldOutTemplates(
                        of: group.map(\.id), hundredths: heldOutWordings))
            }
        }
        return held
    }

    /// Problems of a template over its levels, each in both languages.
    private static func rows(
        of template: ProblemTemplate, in bank: ProblemBank, count: Int, seed: UInt64
    ) -> [LabeledExample] {
        var generator = SplitMix64(stream: ["corpus", template.id, "\(seed)"])
        var rows: [LabeledExample] = []
        for number in 0..<count {
            let drawn = generator.next() >> 16
            for language in Language.allCases {
                // A template that refuses a draw gives fewer rows; `bank check` reports it.
                guard
                    let problem = try? bank.problem(
                        template: template.id, level: number % 5 + 1, language: language,
                        seed: drawn, distractors: number % 4 == 3)
                else { continue }
                rows.append(
                    LabeledExample(
                        input: ProblemEncoder.encode(problem.text).input, leaf: problem.skill,
                        operation: RootOperation(ofExpression: problem.expression).rawValue,
                        template: template.id, language: language.rawValue))
            }
        }
        return rows
    }

    private static func rows(
        of template: WordingGrammar.Template, in grammar: WordingGrammar, count: Int,
        knownLeaves: Set<String>, seed: UInt64
    ) -> [LabeledExample] {
        var generator = SplitMix64(stream: ["wordings", template.id, "\(seed)"])
        return (0..<count).map { _ in
            let text = grammar.text(of: template, using: &generator)
            return LabeledExample(
                input: ProblemEncoder.encode(text).input,
                leaf: template.leaf.flatMap { knownLeaves.contains($0) ? $0 : nil },
                operation: template.operation, template: template.id,
                language: grammar.language)
        }
    }
}
