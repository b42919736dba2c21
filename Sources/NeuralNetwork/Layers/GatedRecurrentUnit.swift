public import Autograd

/// A recurrent layer with reset and update gates, with the weights of PyTorch's `nn.GRU`.
///
/// Source: Cho et al., "Learning phrase representations using RNN encoder-decoder" (2014), in the form of
/// cuDNN and PyTorch, where the reset gate acts after the product.
public struct GatedRecurrentUnit: Module {
    /// From inputs to the three gates, `[3 width, inputs]`: reset, update, new.
    public let inputWeight: Tensor
    /// From the state to the three gates, `[3 width, width]`.
    public let stateWeight: Tensor
    /// The biases on the inputs' side, `[3 width]`.
    public let inputBias: Tensor
    /// The biases on the state's side, `[3 width]`.
    public let stateBias: Tensor
    /// The numbers in the state.
    public let width: Int

    /// Creates a layer with PyTorch's initial weights, evenly from ±1/sqrt(width).
    public init(inputs: Int, width: Int, using generator: inout some RandomNumberGenerator) {
        let bound = 1 / Float(max(width, 1)).squareRoot()
        func even(_ shape: Shape) -> Tensor {
            Tensor.uniform(shape, in: -bound...bound, requiresGradient: true, using: &generator)
        }
        self.width = width
        inputWeight = even([3 * width, inputs])
        stateWeight = even([3 * width, width])
        inputBias = even([3 * width])
        stateBias = even([3 * width])
    }

    /// What this layer owns.
    public var members: [Member] {
        [
            .parameter("weight_ih_l0", inputWeight), .parameter("weight_hh_l0", stateWeight),
            .parameter("bias_ih_l0", inputBias), .parameter("bias_hh_l0", stateBias),
        ]
    }

    /// Returns the state after every row, `[rows, width]`; each sequence begins with a state of zeros.
    ///
    /// Sequences are taken from long to short, so those still running are always the first ones.
    public func callAsFunction(_ x: Tensor, lengths: SequenceLengths) -> Tensor {
        let inputs = x.linear(inputWeight, bias: inputBias)
        let order = lengths.lengths.indices
            .sorted { (-lengths.lengths[$0], $0) < (-lengths.lengths[$1], $1) }
        var state = Tensor.zeros([order.count, width])
        var outputs: [Tensor] = []
        var placeOfRow = [Int](repeating: 0, count: lengths.total)
        var written = 0
        for time in 0..<(lengths.lengths.max() ?? 0) {
            let active = order.prefix { lengths.lengths[$0] > time }
            let rows = active.map { lengths.starts[$0] + time }
            for (offset, row) in rows.enumerated() { placeOfRow[row] = written + offset }
            written += rows.count
            state = step(inputs.rows(at: rows), state.sliced(0..<rows.count))
            outputs.append(state)
        }
        guard !outputs.isEmpty else { return Tensor.zeros([0, width]) }
        return Tensor.concatenated(outputs).rows(at: placeOfRow)
    }

    /// r = sigmoid, z = sigmoid, n = tanh(x + r h), h' = n + z (h - n).
    private func step(_ x: Tensor, _ state: Tensor) -> Tensor {
        let h = state.linear(stateWeight, bias: stateBias)
        func gate(_ tensor: Tensor, _ index: Int) -> Tensor {
            tensor.sliced((index * width)..<((index + 1) * width), axis: 1)
        }
        let reset = (gate(x, 0) + gate(h, 0)).sigmoid()
        let update = (gate(x, 1) + gate(h, 1)).sigmoid()
        let new = (gate(x, 2) + reset * gate(h, 2)).tanh()
        return new + update * (state - new)
    }
}
