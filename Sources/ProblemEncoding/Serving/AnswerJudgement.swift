public import Mathematics

/// The checker's word on an answer to any problem, also one of somebody else's.
public enum AnswerJudgement {
    /// Checks an answer; nil where there is nothing to check against.
    ///
    /// Without a specification the problem's own words say whether a fraction must be simplified, and
    /// a right answer without a numeral is one of several texts to choose from.
    ///
    /// - Throws: what the checker says of a key or a specification that it cannot read.
    public static func verdict(
        on answer: String, to problem: String, expected: String?, specification text: String?,
        mistakes: [AnswerKey.ListedMistake] = [], language: Language
    ) throws -> Verdict? {
        guard let expected else { return nil }
        var specification = try AnswerSpecification(parsing: text ?? "")
        if text == nil, asksForSimplest(problem) { specification.requiresSimplest = true }
        let key: AnswerKey
        do {
            key = try AnswerKey(
                expected: expected, specification: specification, listedMistakes: mistakes)
        } catch {
            guard text == nil, let choice = choice(expected, answer) else { throw error }
            return choice
        }
        let verdict = AnswerChecker.check(
            answer, against: key, language: specification.language ?? language)
        if text == nil, verdict.verdictClass == .unparsed, let choice = choice(expected, answer) {
            return choice
        }
        return verdict
    }

    private static func asksForSimplest(_ problem: String) -> Bool {
        let text = problem.lowercased()
        return ["simplest form", "lowest terms", "fully simplified", "기약분수"]
            .contains(where: text.contains)
    }

    /// The verdict on one of several texts to choose from, nil where the right one has a numeral.
    private static func choice(_ expected: String, _ answer: String) -> Verdict? {
        func plain(_ text: String) -> String {
            text.lowercased().filter { $0.isLetter || $0.isNumber }
        }
        let right = plain(expected)
        guard !right.isEmpty, !right.contains(where: \.isNumber) else { return nil }
        guard !plain(answer).isEmpty else { return Verdict(.empty, counted: false) }
        return Verdict(plain(answer) == right ? .correct : .wrong, counted: true)
    }
}
