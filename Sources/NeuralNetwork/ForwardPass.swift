public import Autograd

/// Whether a model is used or trained, and the randomness of one training pass.
///
/// Each place in a model derives its own seed from its parent's, so masks depend on nothing but the
/// seed of the pass.
public struct ForwardPass: Sendable {
    /// The seed of the masks, none in use.
    private let seed: UInt64?

    /// The pass of a model in use: no dropout.
    public static let inference = ForwardPass(seed: nil)

    /// Returns the pass of a training step.
    public static func training(seed: UInt64) -> ForwardPass {
        ForwardPass(seed: seed)
    }

    /// Whether dropout acts.
    public var isTraining: Bool { seed != nil }

    /// Returns the pass for part `index` of a module.
    public func part(_ index: Int) -> ForwardPass {
        ForwardPass(seed: seed.map { mixed($0 &+ 0x9e37_79b9_7f4a_7c15 &* UInt64(index + 1)) })
    }

    /// Returns `x` with dropout at the given rate in training, else unchanged.
    public func dropout(_ x: Tensor, rate: Float) -> Tensor {
        guard let seed, rate > 0 else { return x }
        return x.dropout(rate: rate, seed: seed)
    }

    /// The finaliser of SplitMix64.
    private func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
