/// The sizes of a tensor's axes, at most eight, kept inline.
public struct Shape: Hashable, Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    /// The most axes a tensor may have.
    public static let greatestRank = 8
    private var sizes = SIMD8<Int32>.zero
    private var rank: Int32 = 0

    /// Creates a shape of the given sizes.
    /// - Precondition: at most eight sizes, none negative, each below 2^31.
    public init(_ sizes: some Collection<Int>) {
        precondition(
            sizes.count <= Shape.greatestRank,
            "a tensor has at most \(Shape.greatestRank) axes, not \(sizes.count)")
        for size in sizes { append(size) }
    }

    /// Creates a shape of the given sizes.
    public init(arrayLiteral sizes: Int...) {
        self.init(sizes)
    }

    /// The index of the first axis.
    public var startIndex: Int { 0 }
    /// The number of axes.
    public var endIndex: Int { Int(rank) }

    /// The size of one axis.
    public subscript(axis: Int) -> Int {
        get { Int(sizes[axis]) }
        set {
            precondition(newValue >= 0, "an axis cannot have the size \(newValue)")
            sizes[axis] = Int32(newValue)
        }
    }

    /// The number of elements, the product of the sizes.
    public var elementCount: Int {
        var product = 1
        for axis in 0..<Int(rank) { product *= Int(sizes[axis]) }
        return product
    }

    /// Adds an axis at the end.
    mutating func append(_ size: Int) {
        precondition(size >= 0, "an axis cannot have the size \(size)")
        precondition(Int(rank) < Shape.greatestRank, "a tensor has at most eight axes")
        sizes[Int(rank)] = Int32(size)
        rank += 1
    }

    /// Returns the axis that `axis` names, counted from the end where negative.
    func resolve(_ axis: Int) -> Int {
        let resolved = axis < 0 ? axis + count : axis
        precondition(
            resolved >= 0 && resolved < count, "axis \(axis) does not exist in the shape \(self)")
        return resolved
    }

    /// The shape without the axes in `axes`, or with size 1 in their place.
    func reducing(_ axes: [Int], keepingDimensions: Bool) -> Shape {
        var result = Shape([])
        for axis in 0..<count {
            if axes.contains(axis) {
                if keepingDimensions { result.append(1) }
            } else {
                result.append(self[axis])
            }
        }
        return result
    }

    /// The product of the sizes in a range of axes.
    func elementCount(in axes: Range<Int>) -> Int {
        axes.reduce(1) { $0 * self[$1] }
    }

    /// How far apart neighbours along each axis lie in memory.
    var strides: [Int] {
        var result = [Int](repeating: 1, count: count)
        for axis in stride(from: count - 2, through: 0, by: -1) {
            result[axis] = result[axis + 1] * self[axis + 1]
        }
        return result
    }
}

extension Shape: CustomStringConvertible {
    /// The sizes in brackets, as in `[2, 3]`.
    public var description: String {
        "[\(map(String.init).joined(separator: ", "))]"
    }
}
