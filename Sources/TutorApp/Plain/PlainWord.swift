/// The words that plain mode understands, in both languages whatever the language in force.
enum PlainWord: CaseIterable {
    case hint, skip, explain, back, quit, help

    /// The ways to write each word, lower case.
    var spellings: Set<String> {
        switch self {
        case .hint: ["hint", "힌트", "도움"]
        case .skip: ["skip", "건너뛰기", "건너뛰어", "넘기기", "넘어가기"]
        case .explain: ["explain", "설명", "풀이", "설명해", "설명해줘"]
        case .back: ["back", "뒤로", "뒤로가기", "돌아가기"]
        case .quit: ["quit", "exit", "끝", "끝내기", "그만", "나가기", "종료"]
        case .help: ["help", "?", "도움말"]
        }
    }

    /// What is to be calculated, where a line begins with the word for it: `calculate 12 * 4`.
    static func calculation(_ line: String) -> String? {
        let parts = line.trimmed.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, ["calculate", "calc", "계산"].contains(parts[0].lowercased()) else {
            return nil
        }
        return String(parts[1])
    }

    /// Reads a line that is nothing but one of the words.
    init?(_ line: String) {
        let word = line.lowercased().filter { !$0.isWhitespace }
        guard let found = Self.allCases.first(where: { $0.spellings.contains(word) }) else {
            return nil
        }
        self = found
    }
}
