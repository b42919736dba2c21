/// Multinomial logistic regression on hashed features: the baseline that the Transformer is
/// always reported beside, and its partner where an average of both is better.
public struct LinearClassifier: Sendable {
    /// One row to learn from.
    public struct Row: Sendable {
        /// What is on.
        public let features: HashedFeatures
        /// The class.
        public let label: Int
        /// How much the row counts.
        public let weight: Float

        /// Creates a row.
        public init(features: HashedFeatures, label: Int, weight: Float = 1) {
            self.features = features
            self.label = label
            self.weight = weight
        }
    }

    /// The number of buckets.
    public let bucketCount: Int
    /// The number of classes.
    public let classCount: Int
    /// The weights, `[bucket, class]`, and behind them the biases, `[class]`.
    public private(set) var weights: [Float]

    /// Creates a classifier from stored weights, or with all weights zero.
    ///
    /// - Precondition: `weights` has `(bucketCount + 1) * classCount` entries.
    public init(bucketCount: Int, classCount: Int, weights: [Float]? = nil) {
        let count = (bucketCount + 1) * classCount
        precondition(
            weights == nil || weights?.count == count,
            "\(weights?.count ?? 0) weights for \(bucketCount) buckets and \(classCount) classes")
        self.bucketCount = bucketCount
        self.classCount = classCount
        self.weights = weights ?? [Float](repeating: 0, count: count)
    }

    /// Returns the logits of the classes.
    public func logits(_ features: HashedFeatures) -> [Float] {
        var logits = Array(weights[(bucketCount * classCount)...])
        weights.withUnsafeBufferPointer { weights in
            for bucket in features.buckets {
                let start = Int(bucket) * classCount
                for label in 0..<classCount {
                    logits[label] += features.value * weights[start + label]
                }
            }
        }
        return logits
    }

    /// Learns from rows by AdaGrad, one row at a time, in an order drawn anew for each epoch.
    ///
    /// Source: Duchi, Hazan and Singer, "Adaptive subgradient methods" (2011).
    ///
    /// - Parameters:
    ///   - rows: what to learn from.
    ///   - epochs: the passes over the rows.
    ///   - rate: the learning rate.
    ///   - decay: the decay of the weights.
    ///   - generator: where the order comes from.
    ///   - isCancelled: told the share done between rows; true ends the training early.
    public mutating func train(
        on rows: [Row], epochs: Int, rate: Float = 0.5, decay: Float = 1e-5,
        using generator: inout some RandomNumberGenerator,
        isCancelled: (_ share: Double) -> Bool = { _ in false }
    ) {
        var squares = [Float](repeating: 1e-2, count: weights.count)
        var order = Array(rows.indices)
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            for (count, index) in order.enumerated() {
                if count % 512 == 0 {
                    let done = Double(epoch) + Double(count) / Double(order.count)
                    if isCancelled(done / Double(epochs)) { return }
                }
                learn(rows[index], rate: rate, decay: decay, squares: &squares)
            }
        }
    }

    private mutating func learn(_ row: Row, rate: Float, decay: Float, squares: inout [Float]) {
        var gradient = Probabilities.softmax(logits(row.features))
        gradient[row.label] -= 1
        let classCount = classCount
        let biases = bucketCount * classCount
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                func update(_ start: Int, _ value: Float) {
                    for label in 0..<classCount {
                        let position = start + label
                        let slope =
                            row.weight * gradient[label] * value + decay * weights[position]
                        squares[position] += slope * slope
                        weights[position] -= rate * slope / squares[position].squareRoot()
                    }
                }
                for bucket in row.features.buckets {
                    update(Int(bucket) * classCount, row.features.value)
                }
                update(biases, 0.1)
            }
        }
    }
}
