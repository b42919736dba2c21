extension Tensor {
    /// Whether an operation on these inputs is recorded now.
    @inline(__always)
    static func records(
        _ first: Tensor, _ second: Tensor? = nil, _ third: Tensor? = nil, _ fourth: Tensor? = nil
    ) -> Bool {
        guard EngineContext.current.isRecording else { return false }
        return first.node != nil || second?.node != nil || third?.node != nil
            || fourth?.node != nil
    }

    /// Notes that this tensor came from `inputs`, and how its gradient reaches them.
    ///
    /// Every differentiable operation ends here.
    /// - Returns: this tensor.
    func recorded(
        _ name: String, from inputs: [Tensor], pullback: @escaping (Node) -> Void
    ) -> Tensor {
        let context = EngineContext.current
        context.anomalies?.check(self, name, .forward)
        guard context.isRecording, inputs.contains(where: { $0.requiresGradient }) else {
            return self
        }
        context.lastSequence += 1
        node = Node(
            name: name, shape: shape, sequence: context.lastSequence,
            inputs: inputs.map(\.node), pullback: pullback)
        return self
    }

    /// Notes that this tensor came from `input` by an operation without a derivative.
    ///
    /// Silently dropping the gradient would freeze all weights before it, so this refuses.
    func unrecorded(_ name: String, from input: Tensor) -> Tensor {
        input.refuseRecording(name)
        return self
    }

    func refuseRecording(_ name: String) {
        precondition(
            !(requiresGradient && EngineContext.current.isRecording),
            "\(name) has no derivative: detach its input or call it in withoutGradient")
    }
}

/// A tensor that a pullback needs later, guarded against changes in place.
struct Saved {
    private let held: Tensor
    private let version: Int

    init(_ tensor: Tensor) {
        held = tensor.detached()
        version = tensor.storage.version
    }

    /// The tensor, as it was.
    var tensor: Tensor {
        precondition(
            held.storage.version == version,
            "a tensor of shape \(held.shape) that a pullback needs was changed in place")
        return held
    }

    var input: UnsafePointer<Float> { tensor.input }
}
