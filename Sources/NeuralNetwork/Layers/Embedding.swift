public import Autograd

/// A table with a row for every token, like PyTorch's `nn.Embedding`.
public struct Embedding: Module {
    /// The rows, `[count, width]`.
    public let weight: Tensor

    /// Creates a table of random rows.
    public init(
        count: Int, width: Int, initialization: Initialization = .normal(deviation: 1),
        using generator: inout some RandomNumberGenerator
    ) {
        weight = initialization.weight([count, width], using: &generator)
    }

    /// What this table owns.
    public var members: [Member] { [.parameter("weight", weight)] }

    /// Returns the rows of tokens, `[tokens, width]`.
    public func callAsFunction(_ tokens: [Int]) -> Tensor {
        weight.rows(at: tokens)
    }
}
