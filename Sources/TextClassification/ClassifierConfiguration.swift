/// The sizes of a classifier; they are stored with the weights.
public struct ClassifierConfiguration: Sendable, Hashable, Codable {
    /// The number of numbers that stand for a word inside the encoder.
    public var width = 64
    /// The number of Transformer blocks.
    public var layers = 2
    /// The number of attention heads.
    public var heads = 4
    /// The width of the feed-forward layers.
    public var feedForward = 256
    /// The longest input in words; longer ones are cut.
    public var longestInput = 96
    /// The most words that have an entry of their own.
    public var vocabularyLimit = 4_000
    /// The number of buckets for pairs of words.
    public var pairBuckets = 6_000
    /// The number of buckets for character n-grams.
    public var pieceBuckets = 6_000
    /// The number of pieces of one word that are looked at.
    public var piecesPerWord = 8
    /// The number of buckets for relation tags.
    public var relationBuckets = 256
    /// The number of buckets of the linear classifier of leaves.
    public var leafBuckets = 8_192
    /// The number of buckets of the linear classifier of operations.
    public var operationBuckets = 32_768
    /// The number of buckets of the linear classifier of grades; nil in old files.
    public var gradeBuckets: Int? = 32_768
    /// The number of buckets of the linear classifier of misconceptions; nil in old files.
    public var codeBuckets: Int? = 4_096
    /// The share of activations that are dropped while training.
    public var dropout: Float = 0.1
    /// The share of words that are hidden while training.
    public var wordDropout: Float = 0.1

    /// Creates the configuration of the shipped model.
    public init() {}

    /// Returns a configuration small enough for a test in a debug build.
    public static func tiny() -> ClassifierConfiguration {
        var tiny = ClassifierConfiguration()
        tiny.width = 16
        tiny.layers = 1
        tiny.heads = 2
        tiny.feedForward = 32
        tiny.vocabularyLimit = 300
        tiny.pairBuckets = 256
        tiny.pieceBuckets = 256
        tiny.piecesPerWord = 4
        tiny.leafBuckets = 1_024
        tiny.operationBuckets = 1_024
        tiny.gradeBuckets = 1_024
        tiny.codeBuckets = 256
        return tiny
    }
}
