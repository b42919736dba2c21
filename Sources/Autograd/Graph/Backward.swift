extension Tensor {
    /// Computes the gradients of all leaves that led to this tensor and adds them to theirs.
    ///
    /// What operations saved is freed on the way, so a second pass needs `retainingGraph` in the first.
    /// - Parameters:
    ///   - seed: the gradient to start from; one for a tensor of a single element.
    ///   - retainingGraph: whether another pass will follow.
    /// - Precondition: this tensor was recorded and, without a seed, has one element.
    public func backward(_ seed: Tensor? = nil, retainingGraph: Bool = false) {
        guard let root = node else {
            preconditionFailure("backward from a tensor that was not recorded, shape \(shape)")
        }
        precondition(
            seed != nil || count == 1,
            "backward without a seed needs one element, the shape is \(shape)")
        let start = seed ?? Tensor.filled(shape, with: 1)
        precondition(
            start.shape == shape, "a seed of shape \(start.shape) for a tensor of shape \(shape)")
        root.receive(start.detached())
        withoutGradient {
            for node in root.reachable().sorted(by: { $0.sequence > $1.sequence }) {
                node.run(retainingGraph: retainingGraph)
            }
        }
    }
}

extension Node {
    /// All recorded nodes below this one, and the leaves with hooks, found without recursion.
    fileprivate func reachable() -> [Node] {
        let context = EngineContext.current
        context.lastSequence += 1
        let mark = context.lastSequence
        var found: [Node] = []
        var waiting = [self]
        visit = mark
        while let node = waiting.popLast() {
            if !node.isLeaf || !node.hooks.isEmpty { found.append(node) }
            for case let input? in node.inputs
            where (!input.isLeaf || !input.hooks.isEmpty) && input.visit != mark {
                input.visit = mark
                waiting.append(input)
            }
        }
        return found
    }

    /// Applies the hooks, keeps the gradient if asked, and sends it on.
    fileprivate func run(retainingGraph: Bool) {
        guard pending != nil else { return }
        for hook in hooks {
            guard let replaced = hook(gradient) else { continue }
            precondition(
                replaced.shape == shape,
                "a hook gave a gradient of shape \(replaced.shape) for a shape \(shape)")
            pending = replaced.detached()
        }
        if keepsGradient { slots[0].receive(gradient) }
        if !isLeaf {
            guard let pullback else {
                preconditionFailure(
                    "backward ran twice through \(name); retain the graph in the first pass")
            }
            send(pullback, retainingGraph: retainingGraph)
        }
        pending = nil
    }

    private func send(_ pullback: (Node) -> Void, retainingGraph: Bool) {
        pullback(self)
        guard !retainingGraph else { return }
        self.pullback = nil
        inputs = []
    }
}
