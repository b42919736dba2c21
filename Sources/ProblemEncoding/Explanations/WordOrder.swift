internal import Mathematics
internal import TextClassification

/// Tells sentences from shuffled words: the order that was written is compared with random orders of
/// the same words.
///
/// A shuffled text is itself a random order, so it passes a threshold of one in ten in one case of
/// ten, whatever its words are.
enum WordOrder {
    /// How well the order of the words reads.
    enum Level: String, Sendable, Hashable {
        case fluent, halting, shuffled
    }

    /// Tells how well the order of a text reads; what is too short to tell reads well.
    static func level(of text: String) -> Level {
        guard let share = shareOfBetterOrders(text) else { return .fluent }
        guard text.unicodeScalars.contains(where: TextScanner.isHangul) else {
            return share < 0.1 ? .fluent : share < 0.3 ? .halting : .shuffled
        }
        // Korean words stand more freely, so only a clear sign counts in a short text.
        if share >= 0.4 { return .shuffled }
        let isShort = text.split(whereSeparator: \.isWhitespace).count < 6
        return share < 0.2 || isShort ? .fluent : .halting
    }

    /// The share of random orders that read at least as well as the one written, 0...1; nil where the
    /// text is too short to tell.
    ///
    /// What stands between two spaces stays together, as in `8-5=3`.
    static func shareOfBetterOrders(_ text: String) -> Double? {
        let pieces = text.split(whereSeparator: \.isWhitespace).prefix(longestText)
        guard pieces.count >= shortestText else { return nil }
        let classes = pieces.map { piece in
            TextScanner(String(piece)).tokens.map {
                $0.number == nil ? WordClass(of: $0.word) : .number
            }
        }
        guard Set(classes).count > 1 else { return nil }
        let written = score(classes)
        var random = SplitMix64(seed: StableHash.of(pieces.joined(separator: " ")))
        var better = 0.0
        var shuffled = classes
        for _ in 0..<shuffles {
            shuffled.shuffle(using: &random)
            let other = score(shuffled)
            better += other > written ? 1 : other == written ? 0.5 : 0
        }
        return better / Double(shuffles)
    }

    private static let longestText = 40
    private static let shortestText = 4
    private static let shuffles = 100

    private static func score(_ pieces: [[WordClass]]) -> Int {
        var score = 0
        var previous = WordClass.start
        for piece in pieces {
            for next in piece {
                score += WordClass.liking(of: next, after: previous)
                previous = next
            }
        }
        return score + WordClass.liking(of: .end, after: previous)
    }
}

/// The part that a word plays in the order of a sentence.
enum WordClass: UInt8, Sendable, Hashable {
    case start, end, article, preposition, joining, being, helping, subject, number, operation
    case equals, verb, describing, content, koreanTopic, koreanObject, koreanLinking, koreanFinal
    case to

    init(of word: String) {
        self = Self.table[word] ?? Self.byShape(word)
    }

    private static func byShape(_ word: String) -> WordClass {
        if word.hasPrefix("<") { return .number }
        if let last = word.unicodeScalars.last, TextScanner.isHangul(last) { return korean(word) }
        if word.hasSuffix("ed") || word.hasSuffix("ing") { return .verb }
        return .content
    }

    private static func korean(_ word: String) -> WordClass {
        if ["요", "다", "음", "함", "임", "죠", "네", "용", "여", "됨", "남", "듯", "눔", "림", "침"].contains(
            where: word.hasSuffix)
        {
            return .koreanFinal
        }
        if ["니까", "면", "서", "고", "니깐", "는데", "려고", "므로", "데"].contains(where: word.hasSuffix) {
            return .koreanLinking
        }
        if ["을", "를", "에", "로", "에서", "랑", "와", "과", "의", "하고"].contains(where: word.hasSuffix) {
            return .koreanObject
        }
        if ["은", "는", "이", "가", "도"].contains(where: word.hasSuffix) { return .koreanTopic }
        return .content
    }

    private static let table: [String: WordClass] = {
        let rows: [(WordClass, [String])] = [
            (
                .article,
                [
                    "the", "a", "an", "my", "your", "their", "this", "every", "each", "its", "한",
                    "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "안", "더",
                ]
            ),
            (
                .preposition,
                [
                    "of", "in", "by", "from", "with", "on", "at", "for", "into", "than", "out",
                    "between", "as", "over", "under", "per", "about",
                ]
            ),
            (
                .joining,
                [
                    "because", "so", "and", "but", "if", "when", "since", "or", "that", "which",
                    "then", "becuase", "cos", "bcoz", "bc", "cause", "therefore", "왜냐하면", "왜냐면",
                    "그래서", "그리고",
                ]
            ),
            (.being, ["is", "are", "was", "were", "be", "isn't", "isnt", "'s"]),
            (
                .helping,
                [
                    "can", "will", "would", "do", "did", "have", "has", "had", "need", "should",
                    "could", "don't", "dont", "didn't", "must", "does",
                ]
            ),
            (
                .subject,
                [
                    "i", "you", "we", "they", "he", "she", "it", "there", "it's", "that's",
                    "thats", "i'm", "im",
                ]
            ),
            (.to, ["to"]),
            (
                .operation,
                [
                    "+", "-", "×", "÷", "/", "*", "x", "plus", "minus", "times", "더하기", "빼기", "곱하기",
                    "나누기",
                ]
            ),
            (.equals, ["=", "equals"]),
            (
                .verb,
                [
                    "got", "get", "add", "take", "took", "makes", "make", "gives", "goes", "go",
                    "know", "think", "thought", "knew", "divide", "multiply", "find", "means",
                    "look", "did", "equal", "change", "put", "work", "count", "keep", "see",
                ]
            ),
            (
                .describing,
                [
                    "more", "less", "bigger", "smaller", "same", "biggest", "larger", "greater",
                    "not", "simplest", "whole", "common", "left", "equal", "first", "only", "just",
                ]
            ),
        ]
        var table: [String: WordClass] = [:]
        for (part, words) in rows {
            for word in words { table[word] = part }
        }
        return table
    }()

    /// How well a word of this class stands behind one of another: above zero is usual.
    static func liking(of next: WordClass, after previous: WordClass) -> Int {
        likings[Int(previous.rawValue) * 19 + Int(next.rawValue)]
    }

    private static let likings: [Int] = {
        var table = [Int](repeating: 0, count: 19 * 19)
        func set(_ value: Int, _ previous: WordClass, _ next: [WordClass]) {
            for one in next { table[Int(previous.rawValue) * 19 + Int(one.rawValue)] = value }
        }
        set(2, .start, [.subject, .joining])
        set(1, .start, [.number, .article, .verb, .describing, .operation])
        set(-2, .start, [.being, .equals, .koreanFinal, .preposition, .to])
        set(2, .article, [.content, .describing])
        set(1, .article, [.number, .koreanFinal, .koreanObject, .koreanLinking])
        set(-3, .article, [.being, .preposition, .joining, .article, .subject, .end, .helping])
        set(-3, .article, [.equals, .operation, .to, .koreanTopic])
        set(2, .preposition, [.article, .number])
        set(1, .preposition, [.content])
        set(-2, .preposition, [.being, .joining, .end, .helping, .equals, .verb, .operation])
        set(-1, .preposition, [.preposition, .subject])
        set(2, .joining, [.subject, .article])
        set(1, .joining, [.number, .joining, .verb])
        set(-3, .joining, [.end])
        set(-2, .joining, [.equals, .operation, .being])
        set(2, .being, [.article, .number, .describing])
        set(1, .being, [.content, .verb])
        set(-3, .being, [.being, .helping])
        set(-1, .being, [.end])
        set(-1, .being, [.operation, .equals, .joining])
        set(2, .helping, [.verb])
        set(1, .helping, [.subject, .to, .article, .describing])
        set(-2, .helping, [.being, .equals, .operation, .end, .preposition])
        set(3, .subject, [.being, .helping, .verb])
        set(-2, .subject, [.article, .subject, .preposition, .equals, .operation, .end])
        set(-1, .subject, [.content, .number, .to])
        set(2, .number, [.operation, .equals])
        set(1, .number, [.content, .joining, .being, .preposition, .end, .koreanObject])
        set(1, .number, [.koreanTopic, .koreanLinking])
        set(-1, .number, [.number, .subject, .article])
        set(3, .operation, [.number])
        set(-2, .operation, [.operation, .equals, .end, .being, .joining, .article, .subject])
        set(3, .equals, [.number])
        set(-2, .equals, [.equals, .operation, .end, .being, .joining, .article, .subject])
        set(1, .verb, [.article, .number, .subject, .to, .preposition, .describing, .content])
        set(-1, .verb, [.equals, .operation, .being])
        set(1, .describing, [.content, .preposition, .number, .end])
        set(-1, .describing, [.equals, .operation, .subject])
        set(1, .content, [.being, .preposition, .joining, .end, .koreanObject, .koreanTopic])
        set(-1, .content, [.article, .operation, .equals, .subject])
        set(2, .to, [.verb])
        set(1, .to, [.article, .number])
        set(-2, .to, [.end, .being, .joining, .preposition, .equals, .subject, .helping])
        set(1, .start, [.koreanTopic, .koreanObject])
        set(-2, .start, [.koreanLinking, .koreanFinal])
        set(2, .content, [.koreanFinal, .koreanLinking])
        set(1, .koreanTopic, [.number, .content, .koreanFinal, .koreanObject, .koreanLinking])
        set(-3, .koreanTopic, [.end])
        set(-2, .koreanTopic, [.equals, .operation])
        set(3, .koreanObject, [.koreanLinking, .koreanFinal])
        set(2, .koreanObject, [.number])
        set(1, .koreanObject, [.content])
        set(-3, .koreanObject, [.end])
        set(-2, .koreanObject, [.equals, .operation])
        set(1, .koreanLinking, [.number, .content, .koreanTopic, .end])
        set(3, .koreanLinking, [.koreanFinal])
        set(-1, .koreanLinking, [.equals, .operation])
        set(3, .koreanFinal, [.end])
        set(-3, .koreanFinal, [.number, .koreanFinal, .koreanObject, .koreanTopic, .content])
        set(-3, .koreanFinal, [.koreanLinking])
        set(-2, .koreanFinal, [.equals, .operation])
        return table
    }()
}
