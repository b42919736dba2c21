public import Autograd

/// Numbers sorted into equally wide bins.
public struct Histogram: Sendable, Equatable {
    /// The smallest number.
    public let lowest: Float
    /// The largest number.
    public let highest: Float
    /// How many numbers each bin holds, lowest first.
    public let counts: [Int]

    /// Counts numbers; those that are not finite are left out.
    public init(_ values: UnsafeBufferPointer<Float>, bins: Int = 20) {
        precondition(bins > 0, "a histogram needs bins")
        let finite = values.lazy.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
        var counts = [Int](repeating: 0, count: bins)
        for value in finite {
            let share = high > low ? (value - low) / (high - low) : 0
            counts[min(bins - 1, Int(share * Float(bins)))] += 1
        }
        (lowest, highest, self.counts) = (low, high, counts)
    }
}

/// What a look at one weight showed.
public struct ParameterDetail: Sendable, Equatable {
    /// The weight's full name.
    public let name: String
    /// The Euclidean length of the weight.
    public let norm: Float
    /// The length of the last change divided by that of the weight; about 1e-3 is healthy.
    public let updateRatio: Float
    /// The distribution of its numbers.
    public let histogram: Histogram
}

/// What one training step showed.
public struct TrainingStep: Sendable, Equatable {
    /// The number of the step, from 0.
    public let number: Int
    /// The mean loss of the batch before the update.
    public let loss: Float
    /// The share of the batch that was right.
    public let accuracy: Float
    /// The length of the gradient before clipping.
    public let gradientNorm: Float
    /// The learning rate used.
    public let rate: Float
    /// A look at every weight, at the steps that ask for it.
    public let details: [ParameterDetail]?
}

/// The loss of part of a batch.
public struct BatchLoss {
    /// The mean loss of the part.
    public let loss: Tensor
    /// How many of the part were right.
    public let correct: Int

    /// Creates the loss of part of a batch.
    public init(loss: Tensor, correct: Int) {
        self.loss = loss
        self.correct = correct
    }
}

/// Runs training steps: shards a batch over threads, updates the weights, tells what happened.
///
/// Equal seeds and shard counts give equal weights, bit for bit.
public final class Trainer {
    private let parameters: [NamedParameter]
    private let optimizer: any Optimizer
    private let schedule: Schedule?
    private let greatestNorm: Float?
    private let average: MovingAverage?
    private let detailInterval: Int?
    private let seed: UInt64
    private let pool: ShardPool
    private let shardCount: Int
    private let partSize: Int
    private let turnWeights: () -> Void

    /// Creates a trainer.
    /// - Parameters:
    ///   - module: the model, for the names of its weights.
    ///   - optimizer: what changes the weights; its storage has the shards that this trainer uses.
    ///   - schedule: the learning rates; the optimizer's own without it.
    ///   - greatestNorm: gradients longer than this are shortened to it.
    ///   - average: follows the weights.
    ///   - detailInterval: how many steps lie between looks at every weight; never without it.
    ///   - partSize: the most examples that a shard takes forward and backward at a time; a few
    ///     hundred rows of numbers stay near the processor, and memory falls with the size.
    ///   - seed: of the dropout masks.
    public init(
        _ module: some Module, optimizer: any Optimizer, schedule: Schedule? = nil,
        greatestNorm: Float? = 1, average: MovingAverage? = nil, detailInterval: Int? = nil,
        partSize: Int = .max, seed: UInt64
    ) {
        precondition(partSize > 0, "a part of a batch holds an example or more, not \(partSize)")
        parameters = module.parameters
        self.optimizer = optimizer
        self.schedule = schedule
        self.greatestNorm = greatestNorm
        self.average = average
        self.detailInterval = detailInterval
        self.partSize = partSize
        self.seed = seed
        turnWeights = { module.prepareForInference() }
        shardCount = optimizer.storage.gradients.count
        pool = ShardPool(shardCount: shardCount)
    }

    /// Trains on one batch.
    /// - Parameters:
    ///   - count: the number of examples.
    ///   - loss: computes the mean loss of a range of them; it runs on several threads at once.
    /// - Returns: what the step showed.
    /// - Precondition: the batch is not empty.
    public func step(
        count: Int, loss: (_ examples: Range<Int>, _ pass: ForwardPass) -> BatchLoss
    ) -> TrainingStep {
        precondition(count > 0, "a batch needs an example")
        let number = optimizer.stepCount
        if let schedule { optimizer.rate = schedule.rate(at: number) }
        let pass = ForwardPass.training(seed: seed &+ UInt64(number))
        turnWeights()
        let (mean, correct) = backward(count, pass, loss)
        let isDetailed = detailInterval.map { $0 > 0 && number % $0 == 0 } ?? false
        let before = isDetailed ? parameters.map { $0.tensor.values } : nil
        let norm = optimizer.step(greatestNorm: greatestNorm, pool: pool)
        average?.update()
        return TrainingStep(
            number: number, loss: mean, accuracy: Float(correct) / Float(count),
            gradientNorm: norm, rate: optimizer.rate, details: before.map(details))
    }

    /// Runs all shards forward and backward; each example weighs the same in any split.
    private func backward(
        _ count: Int, _ pass: ForwardPass, _ loss: (Range<Int>, ForwardPass) -> BatchLoss
    ) -> (loss: Float, correct: Int) {
        var results = [(loss: Float, correct: Int)](repeating: (0, 0), count: shardCount)
        results.withUnsafeMutableBufferPointer { results in
            let slots = results
            pool.run { shard in
                let own = (count * shard / shardCount)..<(count * (shard + 1) / shardCount)
                for (index, range) in own.parts(of: partSize).enumerated() {
                    let share = Float(range.count) / Float(count)
                    let part = loss(range, pass.part(shard + index * shardCount))
                    part.loss.backward(Tensor(share))
                    slots[shard].loss += part.loss.item * share
                    slots[shard].correct += part.correct
                }
            }
        }
        return results.reduce((0, 0)) { ($0.0 + $1.loss, $0.1 + $1.correct) }
    }

    private func details(_ before: [[Float]]) -> [ParameterDetail] {
        zip(parameters, before).map { parameter, old in
            parameter.tensor.withValues { new in
                var (change, length) = (0.0, 0.0)
                for (now, then) in zip(new, old) {
                    change += Double(now - then) * Double(now - then)
                    length += Double(now) * Double(now)
                }
                return ParameterDetail(
                    name: parameter.name, norm: Float(length.squareRoot()),
                    updateRatio: length > 0 ? Float((change / length).squareRoot()) : 0,
                    histogram: Histogram(new))
            }
        }
    }
}

extension Range<Int> {
    /// This range cut into pieces of a size, the last one smaller where it must be.
    fileprivate func parts(of size: Int) -> [Range<Int>] {
        stride(from: lowerBound, to: upperBound, by: Swift.min(size, Swift.max(count, 1)))
            .map { $0..<Swift.min($0 + Swift.min(size, count), upperBound) }
    }
}
