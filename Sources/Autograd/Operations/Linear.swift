import KernelTable

extension Tensor {
    /// Returns `x W' + b`, with `W` of shape `[out, in]` as PyTorch keeps it, optionally plus a
    /// residual tensor; leading axes are a batch of rows.
    ///
    /// The bias and the residual are laid into the result first and the product is added onto them,
    /// so the sum costs no pass of its own.
    /// - Precondition: the last axis of this tensor is as wide as `weight`'s.
    public func linear(
        _ weight: Tensor, bias: Tensor? = nil, addedTo residual: Tensor? = nil
    ) -> Tensor {
        let sizes = LinearSizes(self, weight, bias)
        precondition(
            residual.map { $0.shape == sizes.shape } ?? true,
            "linear: a residual of another shape than \(sizes.shape)")
        let result = Tensor(uninitialized: sizes.shape)
        sizes.lay(bias, residual, into: result)
        sizes.forward(self, weight, into: result, beta: bias == nil && residual == nil ? 0 : 1)
        guard Tensor.records(self, weight, bias, residual) || isSearchingAnomalies else {
            return result
        }
        let inputs = [self, weight] + [bias, residual].compactMap { $0 }
        let (x, w) = (Saved(self), Saved(weight))
        let (hasBias, hasResidual) = (bias != nil, residual != nil)
        return result.recorded("linear", from: inputs) { step in
            sizes.backward(step.gradient, x, w, hasBias: hasBias, step)
            if hasResidual { step.deliver(inputs.count - 1, step.gradient) }
        }
    }

    /// Returns `gelu(x W' + b)` in one operation.
    ///
    /// GELU's derivative is computed beside its value and takes the place of what GELU was given.
    public func linearGELU(_ weight: Tensor, bias: Tensor, form: GELUForm = .tanh) -> Tensor {
        let sizes = LinearSizes(self, weight, bias)
        let inner = Tensor(uninitialized: sizes.shape)
        sizes.forward(self, weight, into: inner, beta: 0)
        let isKept = Tensor.records(self, weight, bias)
        let result = isKept ? Tensor(uninitialized: sizes.shape) : inner
        kernels.biasThenGELU(
            form.function, inner.output, bias.input, result.output, sizes.rows, sizes.columns)
        guard isKept || isSearchingAnomalies else { return result }
        let (x, w, slope) = (Saved(self), Saved(weight), Saved(inner))
        return result.recorded("linearGELU", from: [self, weight, bias]) { step in
            let g = step.gradient
            let du = step.reusableGradient()
            kernels.combine(.multiply, slope.input, g.input, du.output, du.count)
            sizes.backward(du, x, w, hasBias: true, step)
        }
    }
}

/// The sizes of a linear layer, and its three products.
private struct LinearSizes {
    let shape: Shape
    let rows: Int
    let columns: Int
    let inner: Int

    init(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) {
        precondition(
            weight.rank == 2 && x.rank >= 1 && x.shape.last == weight.shape[1],
            "linear: an input of shape \(x.shape) does not fit weights of shape \(weight.shape)")
        precondition(
            bias.map { $0.shape == [weight.shape[0]] } ?? true,
            "linear: a bias of shape \(bias?.shape ?? []) for weights of shape \(weight.shape)")
        columns = weight.shape[0]
        inner = weight.shape[1]
        rows = x.shape.elementCount(in: 0..<(x.rank - 1))
        var result = x.shape
        result[x.rank - 1] = columns
        shape = result
    }

    func lay(_ bias: Tensor?, _ residual: Tensor?, into result: Tensor) {
        switch (bias, residual) {
        case (let bias?, let residual?):
            kernels.combineRow(.add, residual.input, bias.input, result.output, rows, columns)
        case (let bias?, nil):
            for row in 0..<rows {
                (result.output + row * columns).update(from: bias.input, count: columns)
            }
        case (nil, let residual?):
            result.output.update(from: residual.input, count: result.count)
        case (nil, nil): break
        }
    }

    func forward(_ x: Tensor, _ weight: Tensor, into result: Tensor, beta: Float) {
        multiplyMatrices(
            MatrixOperand(pointer: x.input, stride: max(1, inner)),
            weight.turnedOperand,
            into: result.output, stride: max(1, columns), rows: rows, columns: columns,
            inner: inner, beta: beta)
    }

    /// dX = G W, dW += G' X, db += the sums of G's columns.
    func backward(_ g: Tensor, _ x: Saved, _ weight: Saved, hasBias: Bool, _ step: Node) {
        let wide = max(1, columns)
        step.accumulate(1) { target, keep in
            multiplyMatrices(
                MatrixOperand(pointer: g.input, stride: wide, isTransposed: true),
                MatrixOperand(pointer: x.input, stride: max(1, inner)),
                into: target.output, stride: max(1, inner), rows: columns, columns: inner,
                inner: rows, beta: keep)
        }
        if hasBias {
            step.accumulate(2) { target, keep in
                if keep == 0 { target.output.update(repeating: 0, count: columns) }
                kernels.addColumnSums(g.input, target.output, rows, columns)
            }
        }
        step.accumulate(0) { target, keep in
            multiplyMatrices(
                MatrixOperand(pointer: g.input, stride: wide),
                MatrixOperand(pointer: weight.input, stride: max(1, inner)),
                into: target.output, stride: max(1, inner), rows: rows, columns: inner,
                inner: columns, beta: keep)
        }
    }
}
