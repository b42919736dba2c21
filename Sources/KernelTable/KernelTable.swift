/// A pointer to numbers that a kernel reads.
public typealias Input = UnsafePointer<Float>
/// A pointer to numbers that a kernel writes.
public typealias Output = UnsafeMutablePointer<Float>

/// A function applied to every element.
public enum ElementFunction: Sendable, CaseIterable {
    case negate, square, reciprocal, squareRoot, exponential, logarithm, sine, cosine
    case absolute, rectify, tanh, sigmoid, geluTanh, geluExact
}

/// An operator that joins two elements.
public enum ElementOperator: Sendable, CaseIterable {
    case add, subtract, multiply, divide
}

/// The constants of one AdamW step, bias corrections already applied.
public struct AdamWConstants: Sendable {
    /// The factor that decays a weight, one minus rate times weight decay.
    public var decay: Float
    /// The learning rate divided by the first bias correction.
    public var stepSize: Float
    /// The reciprocal square root of the second bias correction.
    public var secondScale: Float
    /// The factor on the gradient, for example from clipping.
    public var gradientScale: Float
    /// The decay of the mean of gradients.
    public var firstDecay: Float
    /// The decay of the mean of squared gradients.
    public var secondDecay: Float
    /// The number that keeps the quotient finite.
    public var epsilon: Float

    /// Creates the constants of one step.
    public init(
        decay: Float, stepSize: Float, secondScale: Float, gradientScale: Float,
        firstDecay: Float, secondDecay: Float, epsilon: Float
    ) {
        self.decay = decay
        self.stepSize = stepSize
        self.secondScale = secondScale
        self.gradientScale = gradientScale
        self.firstDecay = firstDecay
        self.secondDecay = secondDecay
        self.epsilon = epsilon
    }
}

/// The kernels of one processor level, as functions over contiguous numbers.
///
/// Unless said otherwise an output may be the same memory as an input.
public struct KernelTable: Sendable {
    /// The processor level, for reports.
    public var name: String
    /// `y[i] = f(x[i])`.
    public var map: @Sendable (ElementFunction, Input, Output, Int) -> Void
    /// `dx[i] = f'(x[i]) * g[i]`, given x, y = f(x) and g.
    public var mapPullback: @Sendable (ElementFunction, Input, Input, Input, Output, Int) -> Void
    /// `y[i] = a[i] op b[i]`.
    public var combine: @Sendable (ElementOperator, Input, Input, Output, Int) -> Void
    /// `y[i] = a[i] op s`.
    public var combineScalar: @Sendable (ElementOperator, Input, Float, Output, Int) -> Void
    /// `y[i] = s op a[i]`.
    public var combineScalarFirst: @Sendable (ElementOperator, Float, Input, Output, Int) -> Void
    /// `y[r, c] = x[r, c] op row[c]` for rows of a width.
    public var combineRow: @Sendable (ElementOperator, Input, Input, Output, Int, Int) -> Void
    /// `y[i] = p x[i] + q y[i]`.
    public var blend: @Sendable (Float, Input, Float, Output, Int) -> Void
    /// `x` gains the bias row, `y = GELU(x)` in the form given, then, where the memory of `y` is
    /// another than that of `x`, `x` becomes GELU's derivative; sizes are rows and width.
    public var biasThenGELU: @Sendable (ElementFunction, Output, Input, Output, Int, Int) -> Void
    /// The sum of all elements.
    public var sum: @Sendable (Input, Int) -> Float
    /// The sum of the squares of all elements.
    public var sumOfSquares: @Sendable (Input, Int) -> Double
    /// `y[c] += sum over r of x[r, c]`; sizes are rows and width.
    public var addColumnSums: @Sendable (Input, Output, Int, Int) -> Void
    /// Softmax of rows: x, y, rows, width and the scale applied to x first.
    public var softmax: @Sendable (Input, Output, Int, Int, Float) -> Void
    /// The gradient of x from y and g, rows, width and scale.
    public var softmaxPullback: @Sendable (Input, Input, Output, Int, Int, Float) -> Void
    /// Layer normalisation: x, gain, bias, y, mean, reciprocal deviation, rows, width, epsilon.
    public var normalize:
        @Sendable (Input, Input, Input, Output, Output, Output, Int, Int, Float) -> Void
    /// Its pullback: x, gain, mean, reciprocal deviation, g, dx, dgain += , dbias +=, rows, width.
    public var normalizePullback:
        @Sendable (Input, Input, Input, Input, Input, Output, Output, Output, Int, Int) -> Void
    /// One AdamW step: weights, gradient, first and second moment.
    public var adamW: @Sendable (Output, Input, Output, Output, Int, AdamWConstants) -> Void
    /// `y[i] = x[i] * factor` or zero by the random mask of a seed: x, y, count, rate, seed.
    public var dropout: @Sendable (Input, Output, Int, Float, UInt64) -> Void
    /// `y[c, r] = x[r, c]`: x, y, rows, columns, row stride of x, row stride of y; the memory must
    /// differ.
    public var transpose: @Sendable (Input, Output, Int, Int, Int, Int) -> Void
    /// The product of two matrices, where this level does it faster than the BLAS.
    public var multiply: (@Sendable (ProductArguments) -> Void)?

    /// Creates a table; each kernel target makes one.
    public init(
        name: String,
        map: @escaping @Sendable (ElementFunction, Input, Output, Int) -> Void,
        mapPullback:
            @escaping @Sendable (ElementFunction, Input, Input, Input, Output, Int) ->
            Void,
        combine: @escaping @Sendable (ElementOperator, Input, Input, Output, Int) -> Void,
        combineScalar: @escaping @Sendable (ElementOperator, Input, Float, Output, Int) -> Void,
        combineScalarFirst:
            @escaping @Sendable (ElementOperator, Float, Input, Output, Int) ->
            Void,
        combineRow: @escaping @Sendable (ElementOperator, Input, Input, Output, Int, Int) -> Void,
        blend: @escaping @Sendable (Float, Input, Float, Output, Int) -> Void,
        biasThenGELU:
            @escaping @Sendable (ElementFunction, Output, Input, Output, Int, Int) ->
            Void,
        sum: @escaping @Sendable (Input, Int) -> Float,
        sumOfSquares: @escaping @Sendable (Input, Int) -> Double,
        addColumnSums: @escaping @Sendable (Input, Output, Int, Int) -> Void,
        softmax: @escaping @Sendable (Input, Output, Int, Int, Float) -> Void,
        softmaxPullback: @escaping @Sendable (Input, Input, Output, Int, Int, Float) -> Void,
        normalize:
            @escaping @Sendable (
                Input, Input, Input, Output, Output, Output, Int, Int, Float
            ) -> Void,
        normalizePullback:
            @escaping @Sendable (
                Input, Input, Input, Input, Input, Output, Output, Output, Int, Int
            ) -> Void,
        adamW: @escaping @Sendable (Output, Input, Output, Output, Int, AdamWConstants) -> Void,
        dropout: @escaping @Sendable (Input, Output, Int, Float, UInt64) -> Void,
        transpose: @escaping @Sendable (Input, Output, Int, Int, Int, Int) -> Void,
        multiply: (@Sendable (ProductArguments) -> Void)?
    ) {
        self.name = name
        self.map = map
        self.mapPullback = mapPullback
        self.combine = combine
        self.combineScalar = combineScalar
        self.combineScalarFirst = combineScalarFirst
        self.combineRow = combineRow
        self.blend = blend
        self.biasThenGELU = biasThenGELU
        self.sum = sum
        self.sumOfSquares = sumOfSquares
        self.addColumnSums = addColumnSums
        self.softmax = softmax
        self.softmaxPullback = softmaxPullback
        self.normalize = normalize
        self.normalizePullback = normalizePullback
        self.adamW = adamW
        self.dropout = dropout
        self.transpose = transpose
        self.multiply = multiply
    }
}
