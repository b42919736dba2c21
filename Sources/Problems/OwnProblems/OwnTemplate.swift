public import Mathematics

/// A person's own problem that is kept for practice: its text, how it is solved, and which of its
/// numbers stay.
///
/// It has the language that it was written in and no other.
public struct OwnTemplate: Sendable, Hashable {
    /// What begins the identifier of every template of this kind.
    public static let prefix = "own."
    /// The level that such a problem counts as; nothing is known of its difficulty.
    public static let level = 3

    /// The identifier: it follows from everything else.
    public let id: String
    /// The leaf that the problem exercises.
    public let skill: String
    /// The text as it was typed, in one line.
    public let text: String
    /// The calculation with the numbers of the text, such as `(24 - 9) / 3`.
    public let expression: String
    /// Numbers of the text that do not vary.
    public let pinned: [String]
    /// The language of the text.
    public var language: Language { variation.language }
    private let variation: ProblemVariation

    /// Reads a text and the expression that solves it.
    ///
    /// - Throws: `VariationError` where the text or the expression cannot be used.
    public init(
        skill: String, text: String, expression: String, pinned: [String] = []
    ) throws(VariationError) {
        variation = try ProblemVariation(text: text, expression: expression, pinned: pinned)
        self.skill = skill
        self.text = variation.text
        self.expression = expression
        self.pinned = pinned
        var generator = SplitMix64(
            stream: ["own template", skill, variation.text, expression] + pinned)
        let digits = String(generator.next(), radix: 16)
        id = Self.prefix + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Returns the first `count` problems of a seed, each with other numbers.
    ///
    /// - Throws: `noVariant` where not even one can be made.
    public func variants(count: Int, seed: UInt64) throws(VariationError) -> [Problem] {
        try variation.variants(count: count, seed: seed).map { variant in
            var problem = variant
            problem.id = "\(id)/l\(Self.level)/s\(seed)"
            problem.skill = skill
            problem.template = id
            problem.level = Self.level
            return problem
        }
    }

    /// Returns the problem that a seed stands for.
    func problem(seed: UInt64, leaf: Skill?) throws(GenerationError) -> Problem {
        do {
            guard var problem = try variants(count: 1, seed: seed).first else {
                throw VariationError.noVariant
            }
            problem.strand = leaf?.strand ?? ""
            problem.grade = leaf?.grade ?? ""
            return problem
        } catch {
            throw .noDraw(
                template: id, level: Self.level, tries: 1,
                reason: "no other numbers keep the problem as it is")
        }
    }

    /// Equal templates have equal texts, expressions and pinned numbers.
    public static func == (left: OwnTemplate, right: OwnTemplate) -> Bool { left.id == right.id }

    /// Hashes the identifier, which follows from everything else.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
