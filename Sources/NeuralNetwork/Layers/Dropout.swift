public import Autograd

/// Random zeros in training, like PyTorch's `nn.Dropout`.
public struct Dropout: Module {
    /// The share of elements that become zero.
    public let rate: Float

    /// Creates a layer.
    /// - Precondition: the rate lies in 0..<1.
    public init(rate: Float) {
        precondition(rate >= 0 && rate < 1, "a dropout rate of \(rate) lies outside 0..<1")
        self.rate = rate
    }

    /// Dropout owns nothing.
    public var members: [Member] { [] }

    /// Returns `x` with dropout in training, else unchanged.
    public func callAsFunction(_ x: Tensor, _ pass: ForwardPass) -> Tensor {
        pass.dropout(x, rate: rate)
    }
}
