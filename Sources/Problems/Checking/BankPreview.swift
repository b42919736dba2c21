public import Mathematics

/// Instances of a template for its author to read: ordinary ones and the extreme ones.
public struct BankPreview: Sendable {
    private let bank: ProblemBank
    private let template: ProblemTemplate
    private let language: Language

    /// Creates a preview of one template in one language.
    public init(bank: ProblemBank, template: ProblemTemplate, language: Language) {
        self.bank = bank
        self.template = template
        self.language = language
    }

    /// Returns `count` problems spread over the levels; the first are the corner cases with the
    /// smallest and largest answers, the shortest and longest texts and a distractor.
    ///
    /// - Throws: `GenerationError` where the template refuses every draw.
    public func problems(count: Int, seed: UInt64) throws(GenerationError) -> [Problem] {
        var pool: [(problem: Problem, answer: Double)] = []
        let generator = bank.generator(template)
        for place in 0..<max(200, count) {
            let (problem, facts) = try generator.problem(
                level: place % 5 + 1, language: language, seed: seed &+ UInt64(place),
                distractors: place % 7 == 3)
            pool.append((problem, facts.answer.approximation))
        }
        let byAnswer = pool.sorted { $0.answer < $1.answer }
        let byLength = pool.sorted { $0.problem.text.count < $1.problem.text.count }
        let corners =
            [byAnswer.first, byAnswer.last, byLength.first, byLength.last]
            .compactMap(\.self) + pool.filter(\.problem.distractor).prefix(1)
        var seen: Set<String> = []
        return Array(
            (corners + pool).map(\.problem).filter { seen.insert($0.id).inserted }.prefix(count))
    }
}
