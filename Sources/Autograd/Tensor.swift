import KernelTable

/// A block of numbers with a shape, and its place in the graph that computed it.
///
/// Memory is row-major and contiguous; reshaping and taking leading rows share it. Tensors belong to
/// the thread that made them.
public final class Tensor {
    /// The sizes of the axes.
    public let shape: Shape
    var storage: Storage
    var offset: Int
    var node: Node?

    init(shape: Shape, storage: Storage, offset: Int) {
        self.shape = shape
        self.storage = storage
        self.offset = offset
    }

    /// Memory that the caller fills.
    convenience init(uninitialized shape: Shape) {
        self.init(shape: shape, storage: Storage(count: shape.elementCount), offset: 0)
    }

    /// The number of elements.
    public var count: Int { shape.elementCount }

    /// The number of axes.
    public var rank: Int { shape.count }

    /// Whether gradients flow into this tensor.
    public var requiresGradient: Bool { node != nil }

    var input: Input { UnsafePointer(storage.pointer + offset) }
    var output: Output { storage.pointer + offset }
    var buffer: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: input, count: count) }
}

extension Tensor {
    /// The elements in row-major order.
    public var values: [Float] { Array(buffer) }

    /// The only element.
    /// - Precondition: there is exactly one.
    public var item: Float {
        precondition(count == 1, "item needs one element, the shape is \(shape)")
        return input[0]
    }

    /// Calls `body` with the elements in row-major order.
    public func withValues<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(buffer)
    }

    /// Lets `body` change the elements in place; pullbacks that saved them will refuse to run.
    public func update<Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<Float>) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(
            node?.isLeaf ?? true, "a tensor of shape \(shape) that was computed cannot be updated")
        storage.version += 1
        try body(UnsafeMutableBufferPointer(start: output, count: count))
    }

    /// The same numbers outside the graph; memory is shared.
    public func detached() -> Tensor {
        Tensor(shape: shape, storage: storage, offset: offset)
    }

    /// The gradient that backward passes have added up, if any.
    public var gradient: Tensor? {
        guard let slot = node?.slots.first, slot.isFilled else { return nil }
        return slot.gradient
    }

    /// Forgets the gradient.
    public func clearGradient() {
        for slot in node?.slots ?? [] {
            slot.isFilled = false
            if !slot.isBound { slot.gradient = nil }
        }
    }

    /// Keeps the gradient of a computed tensor too, not only of leaves.
    public func retainGradient() {
        guard let node, !node.keepsGradient else { return }
        node.keepsGradient = true
        node.slots = [GradientSlot()]
    }

    /// Calls `hook` with this tensor's complete gradient in every backward pass; what it returns, if
    /// anything, takes the gradient's place.
    /// - Precondition: the tensor requires a gradient.
    public func onGradient(_ hook: @escaping (Tensor) -> Tensor?) {
        guard let node else { preconditionFailure("a hook needs a tensor with a gradient") }
        node.hooks.append(hook)
    }
}

extension Tensor: CustomStringConvertible {
    /// The shape and the first elements.
    public var description: String {
        let shown = buffer.prefix(8).map { "\($0)" }.joined(separator: ", ")
        return "Tensor \(shape) [\(shown)\(count > 8 ? ", …" : "")]"
    }
}
