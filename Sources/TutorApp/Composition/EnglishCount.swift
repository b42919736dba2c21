/// English counts that agree with their nouns.
enum EnglishCount {
    /// `1 answer`, `2 answers`.
    static func answers(_ count: some BinaryInteger) -> String {
        "\(count) \(count == 1 ? "answer" : "answers")"
    }
}
