/// A block of Double numbers with slow, obvious arithmetic, to hold the engine's results against.
public struct Reference: Sendable {
    /// The sizes of the axes.
    public var shape: [Int]
    /// The numbers in row-major order.
    public var values: [Double]

    /// Creates a block from its numbers.
    public init(shape: [Int], values: [Double]) {
        precondition(shape.reduce(1, *) == values.count)
        self.shape = shape
        self.values = values
    }

    /// Creates a block by a formula of the index.
    public init(_ shape: [Int], _ formula: ([Int]) -> Double) {
        self.shape = shape
        values = Reference.indices(of: shape).map(formula)
    }

    /// All indices of a shape in row-major order.
    public static func indices(of shape: [Int]) -> [[Int]] {
        shape.reduce([[]]) { prefixes, size in
            prefixes.flatMap { prefix in (0..<size).map { prefix + [$0] } }
        }
    }

    /// The number at an index; axes are matched from the last and axes of size 1 repeat.
    public subscript(_ index: [Int]) -> Double {
        let own = index.suffix(shape.count)
        var place = 0
        for (position, size) in zip(own, shape) {
            place = place * size + (size == 1 ? 0 : position)
        }
        return values[place]
    }

    /// The number at an index given axis by axis.
    public subscript(_ index: Int...) -> Double { self[index] }

    /// Returns the block with a function applied to every number.
    public func map(_ function: (Double) -> Double) -> Reference {
        Reference(shape: shape, values: values.map(function))
    }

    /// Returns two blocks joined number by number, small axes repeated.
    public func combined(
        _ other: Reference, _ function: (Double, Double) -> Double
    ) -> Reference {
        let rank = max(shape.count, other.shape.count)
        let left = Array(repeating: 1, count: rank - shape.count) + shape
        let right = Array(repeating: 1, count: rank - other.shape.count) + other.shape
        let common = zip(left, right).map { $0 == 1 ? $1 : $0 }
        return Reference(common) { function(self[$0], other[$0]) }
    }

    /// Returns the last axis as probabilities.
    public func softmax(scale: Double = 1) -> Reference {
        let width = shape.last ?? 1
        var result = self
        for start in stride(from: 0, to: values.count, by: max(width, 1)) {
            let row = values[start..<(start + width)].map { exponential($0 * scale) }
            let total = row.reduce(0, +)
            for (offset, value) in row.enumerated() {
                result.values[start + offset] = value / total
            }
        }
        return result
    }
}
