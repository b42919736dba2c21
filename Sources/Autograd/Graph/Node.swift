import KernelTable

/// One recorded operation, or a leaf whose gradient is kept: the whole tape.
///
/// A tensor that needs a gradient has a node. The nodes of an operation's inputs are its `inputs`; its
/// `pullback` reads the gradient that arrived and delivers to them. Sequence numbers rise in the order
/// of recording, so running backward is running by falling number.
final class Node {
    let name: String
    let shape: Shape
    let sequence: Int
    var inputs: [Node?]
    var pullback: ((Node) -> Void)?
    /// The gradient that has arrived so far.
    var pending: Tensor?
    var hooks: [(Tensor) -> Tensor?] = []
    /// Whether the gradient is kept after the pass; always for leaves.
    var keepsGradient: Bool
    /// The kept gradients: one, or one per shard of a batch.
    var slots: [GradientSlot]
    /// A copy of a weight for inference.
    var turned: TurnedWeight?
    var visit = 0
    var hasRun = false

    init(
        name: String, shape: Shape, sequence: Int, inputs: [Node?] = [],
        pullback: ((Node) -> Void)? = nil
    ) {
        self.name = name
        self.shape = shape
        self.sequence = sequence
        self.inputs = inputs
        self.pullback = pullback
        keepsGradient = pullback == nil
        slots = pullback == nil ? [GradientSlot()] : []
    }

    var isLeaf: Bool { sequence == 0 }

    /// Frees long chains in a loop: nested deinitialisers would overflow the stack.
    deinit {
        guard inputs.contains(where: { $0 != nil }) else { return }
        var waiting = inputs
        inputs = []
        pullback = nil
        while var node = waiting.popLast() {
            guard node != nil, isKnownUniquelyReferenced(&node), let last = node else { continue }
            waiting.append(contentsOf: last.inputs)
            last.inputs = []
            last.pullback = nil
        }
    }
}

/// Where a kept gradient lives.
final class GradientSlot {
    var gradient: Tensor?
    /// Whether `gradient` is memory of a flat storage that must be written in place.
    var isBound = false
    /// Whether `gradient` counts: bound memory holds old numbers until the first delivery.
    var isFilled = false
    /// The rows that hold something, for tables with sparse gradients.
    var touched: TouchedRows?
}

// What pullbacks call.
extension Node {
    /// The gradient of the operation's result, complete.
    var gradient: Tensor {
        guard let pending else { preconditionFailure("\(name) has no gradient yet") }
        return pending
    }

    /// Whether input `index` wants a gradient.
    func needs(_ index: Int) -> Bool { inputs[index] != nil }

    /// Memory of the gradient's size to write the input's gradient into: the gradient's own where
    /// nobody else holds it.
    func reusableGradient() -> Tensor {
        if var own = pending {
            pending = nil
            let isFree =
                isKnownUniquelyReferenced(&own) && isKnownUniquelyReferenced(&own.storage)
            pending = own
            if isFree, !keepsGradient { return own }
        }
        return Tensor(uninitialized: gradient.shape)
    }

    /// Adds the value of `contribution` to the gradient of input `index`, if that wants one.
    func deliver(_ index: Int, _ contribution: @autoclosure () -> Tensor) {
        guard let input = inputs[index] else { return }
        let value = contribution()
        precondition(
            value.shape == input.shape,
            "\(name) gave a gradient of shape \(value.shape) to an input of shape \(input.shape)")
        EngineContext.current.anomalies?.check(value, name, .backward)
        input.receive(value)
    }

    /// Lets `write` add to the gradient of input `index` in place: it gets the memory and the factor
    /// for what is there, 0 or 1.
    func accumulate(_ index: Int, _ write: (Tensor, Float) -> Void) {
        guard let input = inputs[index] else { return }
        input.accumulate(write)
        if let log = EngineContext.current.anomalies {
            log.check(input.latestGradient, name, .backward)
        }
    }

    /// Like `accumulate`, for a write that touches only some rows of a table.
    func accumulateRows(_ index: Int, _ rows: [Int], _ write: (Tensor, Float) -> Void) {
        guard let input = inputs[index] else { return }
        input.slots.isEmpty ? () : input.slots[input.slotIndex].touched?.insert(rows)
        accumulate(index, write)
    }

    private var latestGradient: Tensor? {
        pending ?? (slots.isEmpty ? nil : slots[slotIndex].gradient)
    }
}

// How gradients add up.
extension Node {
    fileprivate var slotIndex: Int { slots.count == 1 ? 0 : EngineContext.current.shard }

    /// Whether contributions go to the kept gradient at once instead of waiting for the pass to end.
    private var addsDirectly: Bool { isLeaf && hooks.isEmpty }

    func receive(_ value: Tensor) {
        if addsDirectly {
            slots[slotIndex].receive(value)
        } else {
            Node.add(value, to: &pending)
        }
    }

    func accumulate(_ write: (Tensor, Float) -> Void) {
        if addsDirectly {
            slots[slotIndex].accumulate(shape, write)
        } else if pending != nil, Node.isSole(&pending), let pending {
            write(pending, 1)
        } else {
            let value = Tensor(uninitialized: shape)
            write(value, 0)
            Node.add(value, to: &pending)
        }
    }

    static func isSole(_ tensor: inout Tensor?) -> Bool {
        guard isKnownUniquelyReferenced(&tensor), let own = tensor else { return false }
        return isKnownUniquelyReferenced(&own.storage)
    }

    static func add(_ value: Tensor, to sum: inout Tensor?) {
        guard sum != nil else {
            sum = value
            return
        }
        if !isSole(&sum), let old = sum {
            let copy = Tensor(uninitialized: old.shape)
            kernels.blend(1, old.input, 0, copy.output, old.count)
            sum = copy
        }
        if let sum { kernels.blend(1, value.input, 1, sum.output, value.count) }
    }
}

extension GradientSlot {
    func receive(_ value: Tensor) {
        if isBound, let gradient {
            kernels.blend(1, value.input, isFilled ? 1 : 0, gradient.output, value.count)
        } else {
            if !isFilled { gradient = nil }
            Node.add(value, to: &gradient)
        }
        isFilled = true
    }

    func accumulate(_ shape: Shape, _ write: (Tensor, Float) -> Void) {
        if isBound, let gradient {
            write(gradient, isFilled ? 1 : 0)
        } else if isFilled, Node.isSole(&gradient), let gradient {
            write(gradient, 1)
        } else {
            let value = Tensor(uninitialized: shape)
            write(value, 0)
            if !isFilled { gradient = nil }
            Node.add(value, to: &gradient)
        }
        isFilled = true
    }
}
