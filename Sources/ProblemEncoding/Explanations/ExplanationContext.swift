public import Mathematics

/// What an explanation belongs to: the problem, the answer, and what the checker made of it.
public struct ExplanationContext: Sendable, Hashable {
    /// What the checker said, as far as thinking is concerned.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// The answer is right.
        case right
        /// The value is right, its form or unit is not.
        case form
        /// The answer is wrong.
        case wrong
        /// There is nothing to check against, or the answer could not be read.
        case unknown
    }

    /// The text of the problem.
    public var problem: String
    /// The right answer as text, where it is known.
    public var expected: String?
    /// What was answered.
    public var answer: String
    /// What the checker said.
    public var standing: Standing
    /// The codes of the listed mistakes whose value was answered.
    public var listedCodes: [String]

    /// Creates a context from its parts.
    public init(
        problem: String, expected: String?, answer: String, standing: Standing,
        listedCodes: [String] = []
    ) {
        self.problem = problem
        self.expected = expected
        self.answer = answer
        self.standing = standing
        self.listedCodes = listedCodes
    }

    /// Creates a context from the checker's verdict, nil where there was nothing to check.
    public init(problem: String, expected: String?, answer: String, verdict: Verdict?) {
        self.init(
            problem: problem, expected: expected, answer: answer,
            standing: Self.standing(of: verdict),
            listedCodes: verdict?.misconception.map { [$0] } ?? [])
    }

    private static func standing(of verdict: Verdict?) -> Standing {
        switch verdict?.verdictClass {
        case .correct: .right
        case .form, .unit: .form
        case .wrong: .wrong
        case .unparsed, .empty, .limit, nil: .unknown
        }
    }
}

/// Texts of other programs with the commands of LaTeX and of terminals taken out.
enum PlainNotation {
    static func text(_ source: String) -> String {
        let short = visible(source.unicodeScalars.prefix(TextScanner.longestText))
        return LatexNotation.isNeeded(for: short) ? LatexNotation.plain(short) : short
    }

    /// The text without control characters, the commands that begin with escape, and marks that nobody
    /// sees.
    private static func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var kept = String.UnicodeScalarView()
        var isCommand = false
        for scalar in scalars {
            if isCommand {
                // A command goes on with digits and signs and ends with a letter.
                isCommand = !scalar.properties.isAlphabetic
            } else if scalar == "\u{1b}" {
                isCommand = true
            } else if scalar.properties.isWhitespace {
                kept.append(" ")
            } else if ![.control, .format].contains(scalar.properties.generalCategory) {
                kept.append(scalar)
            }
        }
        return String(kept)
    }
}
