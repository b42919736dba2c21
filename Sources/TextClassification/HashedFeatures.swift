/// The sparse features of a text for a linear classifier: which buckets are on.
public struct HashedFeatures: Sendable, Hashable {
    /// The buckets that are on, ascending and without repetition.
    public let buckets: [Int32]
    /// The value that each of them has, so that every text has length one.
    public let value: Float

    init(hashes: [UInt64], bucketCount: Int) {
        let all = Set(hashes.map { Int32($0 % UInt64(bucketCount)) })
        buckets = all.sorted()
        value = buckets.isEmpty ? 0 : 1 / Float(buckets.count).squareRoot()
    }

    /// Returns the features that may name the leaf: words, pairs of words, pieces of words.
    public static func ofWording(_ input: ClassifierInput, bucketCount: Int) -> HashedFeatures {
        HashedFeatures(hashes: wording(input), bucketCount: bucketCount)
    }

    /// Returns the features that may name the operation: the wording, the relations between the
    /// numbers, both crossed, and the opinion of the keyword rules.
    public static func ofOperation(_ input: ClassifierInput, bucketCount: Int) -> HashedFeatures {
        var hashes = wording(input)
        let asked = zip(input.words, input.inQuestion).filter(\.1).map(\.0)
        for tag in input.relations {
            hashes.append(hash("relation", tag))
            hashes.append(hash("rule", input.ruleOperation, tag))
        }
        hashes.append(hash("rule", input.ruleOperation))
        let quotients = input.relations.filter { $0.hasPrefix("quotient") || $0.hasPrefix("pair") }
        for word in asked {
            for tag in quotients { hashes.append(hash("crossed", word, tag)) }
        }
        return HashedFeatures(hashes: hashes, bucketCount: bucketCount)
    }

    /// Which part of an explanation a classifier hears; the parts are measured one by one.
    public enum ExplanationPart: String, Sendable, Hashable, CaseIterable {
        /// The words and the engine's tokens.
        case both
        /// The words alone, numerals masked by nothing but their being numerals.
        case text
        /// The engine's tokens alone.
        case engine
    }

    /// Returns the features of an explanation: the engine's tokens, words and pairs of words.
    public static func ofExplanation(
        _ input: ClassifierInput, part: ExplanationPart = .both, bucketCount: Int
    ) -> HashedFeatures {
        var hashes: [UInt64] = []
        if part != .text { hashes += input.relations.map { hash("relation", $0) } }
        if part != .engine {
            var previous = "<s>"
            for (word, isText) in zip(input.words, input.inQuestion) where isText {
                let shown = part == .text && word.hasPrefix("<") ? "<n>" : word
                hashes.append(hash("word", shown))
                hashes.append(hash("pair", previous, shown))
                previous = shown
            }
            hashes.append(hash("pair", previous, "<e>"))
        }
        return HashedFeatures(hashes: hashes, bucketCount: bucketCount)
    }

    private static func wording(_ input: ClassifierInput) -> [UInt64] {
        var hashes: [UInt64] = []
        var previous = "<s>"
        for (word, asks) in zip(input.words, input.inQuestion) {
            hashes.append(hash("word", word))
            hashes.append(hash("pair", previous, word))
            if asks {
                hashes.append(hash("asked", word))
                hashes.append(hash("asked", previous, word))
            }
            if !word.hasPrefix("<") {
                hashes += CharacterNGrams.hashes(of: word, lengths: 4...4)
            }
            previous = word
        }
        return hashes
    }

    private static func hash(_ parts: String...) -> UInt64 {
        var hash = StableHash.start
        for part in parts {
            for byte in part.utf8 { hash = StableHash.adding(UInt64(byte), to: hash) }
            hash = StableHash.adding(0x1f, to: hash)
        }
        return StableHash.mixed(hash)
    }
}
