import Glibc
import KernelTable

/// The numbers of one AdamW step.
public struct AdamWRule: Sendable {
    /// The learning rate.
    public var rate: Float
    /// The decay of the mean of gradients.
    public var firstDecay: Float
    /// The decay of the mean of squared gradients.
    public var secondDecay: Float
    /// The number that keeps the quotient finite.
    public var epsilon: Float
    /// The number of this step, from 1.
    public var step: Int

    /// Creates the rule of one step.
    public init(rate: Float, firstDecay: Float, secondDecay: Float, epsilon: Float, step: Int) {
        self.rate = rate
        self.firstDecay = firstDecay
        self.secondDecay = secondDecay
        self.epsilon = epsilon
        self.step = step
    }

    fileprivate func constants(weightDecay: Float, gradientFactor: Float) -> AdamWConstants {
        let first = 1 - pow(Double(firstDecay), Double(step))
        let second = 1 - pow(Double(secondDecay), Double(step))
        return AdamWConstants(
            decay: 1 - rate * weightDecay, stepSize: Float(Double(rate) / first),
            secondScale: Float(1 / second.squareRoot()), gradientScale: gradientFactor,
            firstDecay: firstDecay, secondDecay: secondDecay, epsilon: epsilon)
    }
}

extension ParameterStorage {
    /// Runs AdamW over all weights, or over the touched rows of sparse tables alone.
    ///
    /// - Parameters:
    ///   - rule: the numbers of this step.
    ///   - moments: two blocks as large as `values`, the running means of gradients and of their squares.
    ///   - pool: the threads that share the work.
    ///   - gradientFactor: tells the factor on the gradient from its norm.
    ///   - weightDecay: the decay of the parameter with the given index.
    /// - Returns: the norm of the whole gradient before any clipping.
    public func updateByAdamW(
        _ rule: AdamWRule, moments: (Tensor, Tensor), pool: ShardPool,
        gradientFactor: (_ norm: Double) -> Float, weightDecay: (_ index: Int) -> Float
    ) -> Double {
        update(pool: pool, gradientFactor: gradientFactor) { index, range, factor in
            kernels.adamW(
                values.output + range.lowerBound, gradients[0].input + range.lowerBound,
                moments.0.output + range.lowerBound, moments.1.output + range.lowerBound,
                range.count,
                rule.constants(weightDecay: weightDecay(index), gradientFactor: factor))
        }
    }

    /// Runs stochastic gradient descent with momentum, `v = m v + g + d p`, `p -= r v`.
    /// - Returns: the norm of the whole gradient before any clipping.
    public func updateByDescent(
        velocity: Tensor, pool: ShardPool, rate: Float, momentum: Float,
        gradientFactor: (_ norm: Double) -> Float, weightDecay: (_ index: Int) -> Float
    ) -> Double {
        update(pool: pool, gradientFactor: gradientFactor) { index, range, factor in
            let p = values.output + range.lowerBound
            let v = velocity.output + range.lowerBound
            kernels.blend(factor, gradients[0].input + range.lowerBound, momentum, v, range.count)
            let decay = weightDecay(index)
            if decay != 0 { kernels.blend(decay, p, 1, v, range.count) }
            kernels.blend(-rate, v, 1, p, range.count)
        }
    }

    /// Moves `shadow` a step towards the weights: `shadow = decay shadow + (1 - decay) weights`.
    public func blendValues(into shadow: Tensor, decay: Float) {
        kernels.blend(1 - decay, values.input, decay, shadow.output, values.count)
    }

    /// Merges the shards, measures the norm, then lets `apply` change every range of weights.
    private func update(
        pool: ShardPool, gradientFactor: (Double) -> Float,
        apply: (_ index: Int, _ range: Range<Int>, _ factor: Float) -> Void
    ) -> Double {
        completeGradients()
        values.storage.version += 1
        let workers = pool.shardCount
        var squares = [Double](repeating: 0, count: workers)
        squares.withUnsafeMutableBufferPointer { squares in
            let slots = UncheckedPointer(squares.baseAddress)
            pool.run { worker in
                let range = part(worker, of: workers)
                mergeGradients(in: range)
                slots.pointer?[worker] = squaredGradientNorm(in: range)
            }
        }
        let norm = squares.reduce(0, +).squareRoot()
        let factor = gradientFactor(norm)
        mergeTouchedRows()
        pool.run { worker in
            let own = part(worker, of: workers)
            for index in ranges.indices {
                let range = ranges[index].clamped(to: own)
                if let touched = touchedRows[index][0] {
                    for row in touched.rows {
                        let start = ranges[index].lowerBound + row * touched.width
                        let piece = (start..<(start + touched.width)).clamped(to: own)
                        if !piece.isEmpty { apply(index, piece, factor) }
                    }
                } else if !range.isEmpty {
                    apply(index, range, factor)
                }
            }
        }
        return norm
    }

    private func mergeTouchedRows() {
        for shards in touchedRows {
            for other in shards.dropFirst() { shards[0]?.insert(other?.rows ?? []) }
        }
    }
}

/// A pointer for a closure that several threads run, each at its own element.
private struct UncheckedPointer {
    let pointer: UnsafeMutablePointer<Double>?
    init(_ pointer: UnsafeMutablePointer<Double>?) { self.pointer = pointer }
}
