import KernelTable

extension Tensor {
    /// Returns the matrix product of the last two axes; the axes before them are a batch, and a batch
    /// of one, or none, is repeated.
    /// - Precondition: both have two axes or more, and the inner sizes agree.
    public func multiplied(
        by other: Tensor, transposingSelf: Bool = false, transposingOther: Bool = false
    ) -> Tensor {
        let plan = ProductPlan(self, other, transposingSelf, transposingOther)
        let result = Tensor(uninitialized: plan.shape)
        plan.run(self, other, into: result)
        guard Tensor.records(self, other) || isSearchingAnomalies else { return result }
        let (a, b) = (Saved(self), Saved(other))
        return result.recorded("matrixProduct", from: [self, other]) { step in
            let g = step.gradient
            if step.needs(0) {
                // For C = A B: dA = G B', for C = A' B: dA = B G', and so on.
                let da =
                    transposingSelf
                    ? b.tensor.plainProduct(g, transposingOther, true)
                    : g.plainProduct(b.tensor, false, !transposingOther)
                step.deliver(0, da.summed(to: a.tensor.shape))
            }
            if step.needs(1) {
                let db =
                    transposingOther
                    ? g.plainProduct(a.tensor, true, transposingSelf)
                    : a.tensor.plainProduct(g, !transposingSelf, false)
                step.deliver(1, db.summed(to: b.tensor.shape))
            }
        }
    }

    private func plainProduct(_ other: Tensor, _ left: Bool, _ right: Bool) -> Tensor {
        let plan = ProductPlan(self, other, left, right)
        let result = Tensor(uninitialized: plan.shape)
        plan.run(self, other, into: result)
        return result
    }
}

/// The sizes of a batched matrix product.
private struct ProductPlan {
    let shape: Shape
    let rows: Int
    let columns: Int
    let inner: Int
    let transposes: (Bool, Bool)
    let batch: Shape

    init(_ a: Tensor, _ b: Tensor, _ transposeA: Bool, _ transposeB: Bool) {
        precondition(
            a.rank >= 2 && b.rank >= 2,
            "a matrix product needs two axes or more, the shapes are \(a.shape) and \(b.shape)")
        let (m, k) = Self.sizes(a.shape, transposeA)
        let (otherK, n) = Self.sizes(b.shape, transposeB)
        precondition(
            k == otherK,
            "matrix product: the inner sizes \(k) of \(a.shape) and \(otherK) of \(b.shape) differ")
        (rows, columns, inner) = (m, n, k)
        transposes = (transposeA, transposeB)
        batch = Shape.broadcast(
            Shape(a.shape.dropLast(2)), Shape(b.shape.dropLast(2)), operation: "matrix product")
        shape = Shape(Array(batch) + [m, n])
    }

    private static func sizes(_ shape: Shape, _ isTransposed: Bool) -> (Int, Int) {
        let (first, second) = (shape[shape.count - 2], shape[shape.count - 1])
        return isTransposed ? (second, first) : (first, second)
    }

    func run(_ a: Tensor, _ b: Tensor, into result: Tensor) {
        let left = a.repeated(to: Shape(Array(batch) + a.shape.suffix(2)))
        let right = b.repeated(to: Shape(Array(batch) + b.shape.suffix(2)))
        for index in 0..<batch.elementCount {
            multiplyMatrices(
                MatrixOperand(
                    pointer: left.input + index * rows * inner,
                    stride: max(1, transposes.0 ? rows : inner), isTransposed: transposes.0),
                MatrixOperand(
                    pointer: right.input + index * inner * columns,
                    stride: max(1, transposes.1 ? inner : columns), isTransposed: transposes.1),
                into: result.output + index * rows * columns, stride: max(1, columns),
                rows: rows, columns: columns, inner: inner)
        }
    }
}
