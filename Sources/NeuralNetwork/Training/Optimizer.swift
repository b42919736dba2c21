public import Autograd

/// Changes weights by their gradients.
public protocol Optimizer: AnyObject {
    /// The weights.
    var storage: ParameterStorage { get }
    /// The learning rate of the next step.
    var rate: Float { get set }
    /// The number of steps done.
    var stepCount: Int { get }
    /// Blocks of memory to save and restore with the weights, by name.
    var state: [(name: String, values: Tensor)] { get }
    /// Sets the number of steps done, after `state` has been restored.
    func resume(stepCount: Int)
    /// Does one step and forgets the gradients.
    /// - Parameters:
    ///   - greatestNorm: gradients longer than this are shortened to it.
    ///   - pool: the threads that share the work.
    /// - Returns: the norm of the gradient before shortening.
    @discardableResult
    func step(greatestNorm: Float?, pool: ShardPool) -> Float
}

extension Optimizer {
    /// Does one step on the calling thread and forgets the gradients.
    /// - Returns: the norm of the gradient before shortening.
    @discardableResult
    public func step(greatestNorm: Float? = nil) -> Float {
        step(greatestNorm: greatestNorm, pool: ShardPool(shardCount: 1))
    }
}

/// The factor that shortens a gradient to a greatest norm, as PyTorch's `clip_grad_norm_`.
///
/// Source: Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013).
func clippingFactor(norm: Double, greatestNorm: Float?) -> Float {
    guard let greatestNorm else { return 1 }
    return Float(min(1, Double(greatestNorm) / (norm + 1e-6)))
}

/// AdamW: Loshchilov and Hutter, "Decoupled weight decay regularization" (2019).
public final class AdamW: Optimizer {
    /// The weights.
    public let storage: ParameterStorage
    /// The learning rate of the next step.
    public var rate: Float
    /// The number of steps done.
    public private(set) var stepCount = 0
    private let decays: (first: Float, second: Float)
    private let epsilon: Float
    private let weightDecay: [Float]
    private let moments: (Tensor, Tensor)

    /// Creates the optimizer of a storage.
    /// - Parameters:
    ///   - storage: the weights.
    ///   - rate: the learning rate.
    ///   - decays: the decay of the mean of gradients and of their squares.
    ///   - epsilon: the number that keeps quotients finite.
    ///   - weightDecay: the decay of weights per unit of learning rate.
    ///   - decaying: which weights decay; all by default, as in PyTorch.
    public init(
        _ storage: ParameterStorage, rate: Float = 1e-3,
        decays: (first: Float, second: Float) = (0.9, 0.999), epsilon: Float = 1e-8,
        weightDecay: Float = 0.01, decaying: (Tensor) -> Bool = { _ in true }
    ) {
        self.storage = storage
        self.rate = rate
        self.decays = decays
        self.epsilon = epsilon
        self.weightDecay = storage.parameters.map { decaying($0) ? weightDecay : 0 }
        moments = (Tensor.zeros(storage.values.shape), Tensor.zeros(storage.values.shape))
    }

    /// The running means.
    public var state: [(name: String, values: Tensor)] {
        [("first", moments.0), ("second", moments.1)]
    }

    /// Sets the number of steps done.
    public func resume(stepCount: Int) { self.stepCount = stepCount }

    /// Does one step and forgets the gradients.
    @discardableResult
    public func step(greatestNorm: Float?, pool: ShardPool) -> Float {
        stepCount += 1
        let rule = AdamWRule(
            rate: rate, firstDecay: decays.first, secondDecay: decays.second, epsilon: epsilon,
            step: stepCount)
        let norm = storage.updateByAdamW(
            rule, moments: moments, pool: pool,
            gradientFactor: { clippingFactor(norm: $0, greatestNorm: greatestNorm) },
            weightDecay: { weightDecay[$0] })
        storage.clearGradients()
        return Float(norm)
    }
}

/// Stochastic gradient descent with momentum, as PyTorch's `SGD`.
public final class GradientDescent: Optimizer {
    /// The weights.
    public let storage: ParameterStorage
    /// The learning rate of the next step.
    public var rate: Float
    /// The number of steps done.
    public private(set) var stepCount = 0
    private let momentum: Float
    private let weightDecay: Float
    private let velocity: Tensor

    /// Creates the optimizer of a storage.
    public init(
        _ storage: ParameterStorage, rate: Float, momentum: Float = 0, weightDecay: Float = 0
    ) {
        self.storage = storage
        self.rate = rate
        self.momentum = momentum
        self.weightDecay = weightDecay
        velocity = Tensor.zeros(storage.values.shape)
    }

    /// The running sum of gradients.
    public var state: [(name: String, values: Tensor)] { [("velocity", velocity)] }

    /// Sets the number of steps done.
    public func resume(stepCount: Int) { self.stepCount = stepCount }

    /// Does one step and forgets the gradients.
    @discardableResult
    public func step(greatestNorm: Float?, pool: ShardPool) -> Float {
        stepCount += 1
        let norm = storage.updateByDescent(
            velocity: velocity, pool: pool, rate: rate, momentum: momentum,
            gradientFactor: { clippingFactor(norm: $0, greatestNorm: greatestNorm) },
            weightDecay: { _ in weightDecay })
        storage.clearGradients()
        return Float(norm)
    }
}
