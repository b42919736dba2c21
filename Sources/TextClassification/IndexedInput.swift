/// An input as row numbers of the network's tables.
struct IndexedInput: Sendable, Hashable {
    /// The number of each word in the vocabulary.
    var words: [Int]
    /// The bucket of each word together with the one before it.
    var pairs: [Int]
    /// The buckets of each word's pieces; never empty.
    var pieces: [[Int]]
    /// 1 for words of the sentence that asks, else 0.
    var asked: [Int]
    /// The buckets of the relation tags; never empty.
    var relations: [Int]

    /// The bucket that stands for nothing.
    static let nothing = 0

    init(
        _ input: ClassifierInput, vocabulary: Vocabulary, configuration: ClassifierConfiguration
    ) {
        let count = min(max(input.words.count, 1), configuration.longestInput)
        let texts = input.words.isEmpty ? [""] : Array(input.words.prefix(count))
        words = texts.map(vocabulary.number)
        asked = input.words.isEmpty ? [0] : input.inQuestion.prefix(count).map { $0 ? 1 : 0 }
        var previous = "<s>"
        pairs = texts.map { word in
            defer { previous = word }
            return Self.bucket(
                StableHash.of(previous + "\u{1f}" + word), configuration.pairBuckets)
        }
        pieces = texts.map { word in
            let hashes =
                word.hasPrefix("<") ? [] : CharacterNGrams.hashes(of: word, lengths: 3...4)
            let buckets = hashes.prefix(configuration.piecesPerWord)
                .map { Self.bucket($0, configuration.pieceBuckets) }
            return buckets.isEmpty ? [Self.nothing] : buckets
        }
        let tags = input.relations + ["rule:" + input.ruleOperation]
        relations = tags.map { Self.bucket(StableHash.of($0), configuration.relationBuckets) }
    }

    /// The number of words.
    var count: Int { words.count }

    /// All numbers in a row: the words, pairs and question marks, each word's count of pieces and its
    /// pieces, then the relations.
    ///
    /// - Precondition: no table has more than 65,536 rows.
    var packed: [UInt16] {
        var packed = [UInt16(words.count)]
        packed += words.map { UInt16($0) } + pairs.map { UInt16($0) } + asked.map { UInt16($0) }
        for pieces in pieces {
            packed.append(UInt16(pieces.count))
            packed += pieces.map { UInt16($0) }
        }
        return packed + relations.map { UInt16($0) }
    }

    /// Unpacks what `packed` gave.
    init(packed: [UInt16]) {
        var rest = packed[...]
        func take(_ count: Int) -> [Int] {
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).map { Int($0) }
        }
        let count = take(1)[0]
        words = take(count)
        pairs = take(count)
        asked = take(count)
        pieces = (0..<count).map { _ in take(take(1)[0]) }
        relations = rest.map { Int($0) }
    }

    /// Returns the input with some words hidden, so that the network does not lean on any one.
    func hidingWords(
        share: Float, using generator: inout some RandomNumberGenerator
    ) -> IndexedInput {
        var copy = self
        for position in words.indices {
            let draw = Float(generator.next() >> 40) / 16_777_216
            guard draw < share else { continue }
            copy.words[position] = Vocabulary.unknown
            guard draw < share / 2 else { continue }
            copy.pairs[position] = Self.nothing
            copy.pieces[position] = [Self.nothing]
        }
        return copy
    }

    private static func bucket(_ hash: UInt64, _ count: Int) -> Int {
        1 + Int(hash % UInt64(count - 1))
    }
}
