public import Autograd
import Glibc

/// How the learning rate changes over a training.
public struct Schedule: Sendable, Equatable {
    /// The shape of the fall after warming up.
    public enum Decay: String, Sendable, CaseIterable {
        /// No fall.
        case constant
        /// A straight line to the last rate.
        case linear
        /// Half a cosine: Loshchilov and Hutter, "SGDR" (2017), formula 5.
        case cosine
    }

    /// The rate after warming up.
    public var peak: Float
    /// The rate at the end.
    public var last: Float
    /// The steps of warming up, a straight line from zero.
    public var warmUpSteps: Int
    /// All steps.
    public var totalSteps: Int
    /// The shape of the fall.
    public var decay: Decay

    /// Creates a schedule.
    public init(
        peak: Float, last: Float = 0, warmUpSteps: Int = 0, totalSteps: Int,
        decay: Decay = .cosine
    ) {
        self.peak = peak
        self.last = last
        self.warmUpSteps = warmUpSteps
        self.totalSteps = totalSteps
        self.decay = decay
    }

    /// Returns the learning rate of a step, counted from 0.
    public func rate(at step: Int) -> Float {
        if step < warmUpSteps { return peak * Float(step + 1) / Float(warmUpSteps) }
        let span = max(1, totalSteps - warmUpSteps)
        let progress = Float(min(step - warmUpSteps, span)) / Float(span)
        switch decay {
        case .constant: return peak
        case .linear: return peak + (last - peak) * progress
        case .cosine: return last + (peak - last) * (1 + cosf(.pi * progress)) / 2
        }
    }
}

/// A copy of the weights that follows them slowly, often better than the last ones.
///
/// Source: Polyak and Juditsky, "Acceleration of stochastic approximation by averaging" (1992).
public final class MovingAverage {
    private let storage: ParameterStorage
    private let shadow: Tensor
    private var updates = 0
    /// How much of the old average stays at each update.
    public let decay: Float

    /// Starts from the weights as they are.
    public init(of storage: ParameterStorage, decay: Float = 0.999) {
        self.storage = storage
        self.decay = decay
        shadow = Tensor(storage.values.values)
    }

    /// Takes one step towards the weights; early steps are longer, as 1 - (1 + n) / (10 + n).
    public func update() {
        let early = Float(1 + updates) / Float(10 + updates)
        updates += 1
        storage.blendValues(into: shadow, decay: min(decay, early))
    }

    /// Runs `body` with the average in the weights' place.
    public func withAverage<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        exchange()
        defer { exchange() }
        return try body()
    }

    private func exchange() {
        let own = storage.values.values
        let average = shadow.values
        storage.values.update { _ = $0.update(from: average) }
        shadow.update { _ = $0.update(from: own) }
    }
}
