public import Mathematics

/// What a learner is told about a mistake that many make: what it looks like and what to look at,
/// without giving the answer away.
public struct Misconception: Sendable, Hashable {
    /// The code, as in `wrong[].code` of a problem.
    public let code: String
    private let english: Texts
    private let korean: Texts

    struct Texts: Sendable, Hashable {
        let name: String
        let sentence: String
    }

    init(_ code: String, english: Texts, korean: Texts) {
        self.code = code
        self.english = english
        self.korean = korean
    }

    /// Returns the mistake with a code, or nil where nothing is known of it.
    public init?(code: String) {
        guard let known = Self.table[code] else { return nil }
        self = known
    }

    /// Returns the short name of the mistake, such as "adds instead".
    public func name(in language: Language) -> String {
        language == .korean ? korean.name : english.name
    }

    /// Returns one or two sentences for the learner.
    public func sentence(in language: Language) -> String {
        language == .korean ? korean.sentence : english.sentence
    }

    private static let table = Dictionary(
        (operationRows + placeRows + fractionRows + measureRows).map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first })

    /// One row of the table.
    static func row(
        _ code: String, _ english: (String, String), _ korean: (String, String)
    ) -> Misconception {
        Misconception(
            code, english: Texts(name: english.0, sentence: english.1),
            korean: Texts(name: korean.0, sentence: korean.1))
    }
}
