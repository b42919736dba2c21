/// The words that a model knows by themselves; all others are known by their pieces only.
public struct Vocabulary: Sendable, Hashable {
    /// The words in the order of their numbers; number 0 is the word nobody knows.
    public let words: [String]
    private let numbers: [String: Int]

    /// The number of a word that is not in the vocabulary.
    public static let unknown = 0
    private static let unknownWord = "<unknown>"

    /// Creates a vocabulary from stored words, the unknown word first.
    public init(words: [String]) {
        self.words = words
        numbers = Dictionary(
            words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Creates a vocabulary of the most frequent words that occur at least twice.
    public init(of inputs: some Sequence<ClassifierInput>, limit: Int) {
        var counts: [String: Int] = [:]
        for input in inputs {
            for word in input.words { counts[word, default: 0] += 1 }
        }
        let frequent = counts.filter { $0.value > 1 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        self.init(words: [Self.unknownWord] + frequent.prefix(limit - 1).map(\.key))
    }

    /// Returns the number of a word, `unknown` where it has none.
    public func number(of word: String) -> Int { numbers[word] ?? Self.unknown }

    /// Returns the share of words that are not in the vocabulary, 1 for no words at all.
    public func unknownShare(of input: ClassifierInput) -> Double {
        let words = input.words.filter { !$0.hasPrefix("<") }
        guard !words.isEmpty else { return 1 }
        return Double(words.count { numbers[$0] == nil }) / Double(words.count)
    }
}
