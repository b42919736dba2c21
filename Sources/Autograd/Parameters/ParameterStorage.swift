import KernelTable

/// The weights of a model, moved into one block of memory, with their gradients in another.
///
/// One loop then updates, clips or clears them all. With several shards each has gradients of its own,
/// so that parts of a batch can run beside each other; the order of adding them is fixed.
public final class ParameterStorage {
    /// The weights, each once, in the order given.
    public let parameters: [Tensor]
    /// Where each weight lies in the block; starts are multiples of sixteen.
    public let ranges: [Range<Int>]
    /// All weights as one vector, gaps between them included.
    public let values: Tensor
    /// All gradients as one vector for each shard.
    public let gradients: [Tensor]
    /// The weights whose gradients arrive in few rows, and the rows touched so far in each shard.
    let touchedRows: [[TouchedRows?]]

    /// Moves the weights' memory together.
    /// - Parameters:
    ///   - parameters: leaves; one that occurs twice is kept once.
    ///   - shards: how many parts of a batch collect gradients at the same time.
    ///   - sparse: tables of which a step touches few rows, read by `rows(at:)` alone.
    /// - Precondition: every parameter is a leaf and at least one shard is asked for.
    public init(_ parameters: [Tensor], shards: Int = 1, sparse: [Tensor] = []) {
        precondition(shards >= 1, "a storage needs at least one shard, not \(shards)")
        var seen: Set<ObjectIdentifier> = []
        let unique = parameters.filter { seen.insert(ObjectIdentifier($0)).inserted }
        let sparseIdentities = Set(sparse.map { ObjectIdentifier($0) })
        self.parameters = unique
        var ranges: [Range<Int>] = []
        var end = 0
        for parameter in unique {
            precondition(
                parameter.node?.isLeaf == true,
                "a parameter of shape \(parameter.shape) is not a leaf")
            ranges.append(end..<(end + parameter.count))
            end = (end + parameter.count + 15) / 16 * 16
        }
        self.ranges = ranges
        values = Tensor.zeros([end])
        let blocks = (0..<shards).map { _ in Tensor.zeros([end]) }
        gradients = blocks
        touchedRows = unique.map { parameter in
            let isSparse = sparseIdentities.contains(ObjectIdentifier(parameter))
            return (0..<shards).map { _ in isSparse ? TouchedRows(parameter.shape) : nil }
        }
        for (index, parameter) in unique.enumerated() { bind(parameter, index) }
    }

    private func bind(_ parameter: Tensor, _ index: Int) {
        let start = ranges[index].lowerBound
        (values.output + start).update(from: parameter.input, count: parameter.count)
        parameter.storage = values.storage
        parameter.offset = start
        parameter.node?.slots = gradients.indices.map { shard in
            let slot = GradientSlot()
            slot.gradient = Tensor(
                shape: parameter.shape, storage: gradients[shard].storage, offset: start)
            slot.isBound = true
            slot.touched = touchedRows[index][shard]
            slot.isFilled = slot.touched != nil
            return slot
        }
    }

    /// The number of weights, gaps left out.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

    /// Makes all gradients zero, without touching memory that the next pass overwrites anyway.
    public func clearGradients() {
        for (index, parameter) in parameters.enumerated() {
            for (shard, slot) in (parameter.node?.slots ?? []).enumerated() {
                if let touched = touchedRows[index][shard] {
                    touched.clear(in: gradients[shard].output + ranges[index].lowerBound)
                } else {
                    slot.isFilled = false
                }
            }
        }
    }

    /// Writes zeros where no gradient has arrived, so that the blocks can be read as a whole.
    public func completeGradients() {
        for (index, parameter) in parameters.enumerated() {
            for (shard, slot) in (parameter.node?.slots ?? []).enumerated() where !slot.isFilled {
                (gradients[shard].output + ranges[index].lowerBound)
                    .update(repeating: 0, count: parameter.count)
                slot.isFilled = true
            }
        }
    }

    /// Adds the gradients of all other shards to the first's, for part of the block.
    func mergeGradients(in range: Range<Int>) {
        for shard in gradients.dropFirst() {
            kernels.blend(
                1, shard.input + range.lowerBound, 1, gradients[0].output + range.lowerBound,
                range.count)
        }
    }

    /// The part of the block that worker `index` of `count` cares for.
    func part(_ index: Int, of count: Int) -> Range<Int> {
        let units = values.count / 16
        return (units * index / count * 16)..<(units * (index + 1) / count * 16)
    }

    /// The square of the Euclidean length of the first shard's gradient.
    func squaredGradientNorm(in range: Range<Int>) -> Double {
        kernels.sumOfSquares(gradients[0].input + range.lowerBound, range.count)
    }
}

/// The rows of a table that have a gradient.
final class TouchedRows {
    let width: Int
    private(set) var rows: [Int] = []
    private var isTouched: [Bool]

    init(_ shape: Shape) {
        precondition(shape.count == 2, "a table of rows has two axes, not the shape \(shape)")
        width = shape[1]
        isTouched = Array(repeating: false, count: shape[0])
    }

    func insert(_ indices: [Int]) {
        for index in indices where !isTouched[index] {
            isTouched[index] = true
            rows.append(index)
        }
    }

    func clear(in gradient: Output) {
        for row in rows {
            (gradient + row * width).update(repeating: 0, count: width)
            isTouched[row] = false
        }
        rows.removeAll(keepingCapacity: true)
    }
}
