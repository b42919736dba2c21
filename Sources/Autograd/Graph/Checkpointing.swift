/// Returns what `body` makes of `inputs` without keeping what happens inside; the backward pass runs
/// `body` again, with recording on.
///
/// Memory falls to one run's inputs, for one more forward pass of work. Weights that `body` uses
/// collect their gradients as usual. `body` must give the same result each time.
///
/// Source: Chen et al., "Training deep nets with sublinear memory cost" (2016).
public func checkpoint(_ inputs: [Tensor], _ body: @escaping ([Tensor]) -> Tensor) -> Tensor {
    let result = withoutGradient { body(inputs.map { $0.detached() }) }.detached()
    let kept = inputs.map(Saved.init)
    let anchor = Tensor.zeros([0], requiresGradient: true)
    return result.recorded("checkpoint", from: inputs + [anchor]) { step in
        let leaves = kept.map { $0.tensor.detached() }
        for (index, leaf) in leaves.enumerated() where step.needs(index) { leaf.becomeLeaf() }
        let again = withGradient { body(leaves) }
        guard again.requiresGradient else { return }
        again.backward(step.gradient)
        for (index, leaf) in leaves.enumerated() {
            if let gradient = leaf.gradient { step.deliver(index, gradient) }
        }
    }
}
