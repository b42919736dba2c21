import Glibc

extension Tensor {
    /// Creates a tensor from its elements in row-major order.
    /// - Precondition: there are as many elements as the shape holds.
    public convenience init(_ values: [Float], shape: Shape, requiresGradient: Bool = false) {
        precondition(
            values.count == shape.elementCount,
            "\(values.count) numbers do not fill the shape \(shape)")
        self.init(uninitialized: shape)
        values.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { output.update(from: start, count: source.count) }
        }
        if requiresGradient { becomeLeaf() }
    }

    /// Creates a vector.
    public convenience init(_ values: [Float], requiresGradient: Bool = false) {
        self.init(values, shape: [values.count], requiresGradient: requiresGradient)
    }

    /// Creates a tensor without axes.
    public convenience init(_ value: Float, requiresGradient: Bool = false) {
        self.init([value], shape: [], requiresGradient: requiresGradient)
    }

    /// Creates a tensor with the same number everywhere.
    public static func filled(
        _ shape: Shape, with value: Float, requiresGradient: Bool = false
    ) -> Tensor {
        let result = Tensor(uninitialized: shape)
        result.output.update(repeating: value, count: result.count)
        if requiresGradient { result.becomeLeaf() }
        return result
    }

    /// Creates a tensor of zeros.
    public static func zeros(_ shape: Shape, requiresGradient: Bool = false) -> Tensor {
        filled(shape, with: 0, requiresGradient: requiresGradient)
    }

    /// Creates a tensor of ones.
    public static func ones(_ shape: Shape, requiresGradient: Bool = false) -> Tensor {
        filled(shape, with: 1, requiresGradient: requiresGradient)
    }

    /// Creates a tensor of numbers drawn evenly from a range.
    public static func uniform(
        _ shape: Shape, in range: ClosedRange<Float>, requiresGradient: Bool = false,
        using generator: inout some RandomNumberGenerator
    ) -> Tensor {
        let result = Tensor(uninitialized: shape)
        for i in 0..<result.count {
            let share = Float(generator.next() >> 40) / 16_777_216
            result.output[i] = range.lowerBound + share * (range.upperBound - range.lowerBound)
        }
        if requiresGradient { result.becomeLeaf() }
        return result
    }

    /// Creates a tensor of normally distributed numbers, by the formula of Box and Muller (1958).
    public static func normal(
        _ shape: Shape, mean: Float = 0, deviation: Float = 1, requiresGradient: Bool = false,
        using generator: inout some RandomNumberGenerator
    ) -> Tensor {
        let result = Tensor(uninitialized: shape)
        for i in 0..<result.count {
            let radius = Double((generator.next() >> 11) + 1) / 9_007_199_254_740_992
            let angle = Double(generator.next() >> 11) / 9_007_199_254_740_992
            let unit = (-2 * log(radius)).squareRoot() * cos(2 * .pi * angle)
            result.output[i] = mean + deviation * Float(unit)
        }
        if requiresGradient { result.becomeLeaf() }
        return result
    }

    /// Makes this tensor a leaf that collects gradients.
    func becomeLeaf() {
        node = Node(name: "leaf", shape: shape, sequence: 0)
    }
}
