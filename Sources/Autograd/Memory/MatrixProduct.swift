import COpenBLAS
package import KernelTable

/// A matrix in memory: where it starts, how far its rows lie apart, and whether to read it turned.
package struct MatrixOperand {
    var pointer: Input
    var stride: Int
    var isTransposed: Bool
    /// The columns that may be read, where that is more than the product has.
    var readableColumns: Int?

    package init(
        pointer: Input, stride: Int, isTransposed: Bool = false, readableColumns: Int? = nil
    ) {
        self.pointer = pointer
        self.stride = stride
        self.isTransposed = isTransposed
        self.readableColumns = readableColumns
    }
}

/// `c = alpha a b + beta c`, row-major, `a` being `[rows, inner]` and `b` `[inner, columns]` after
/// turning; `c`'s rows lie `stride` apart.
package func multiplyMatrices(
    _ a: MatrixOperand, _ b: MatrixOperand, into c: Output, stride: Int,
    rows: Int, columns: Int, inner: Int, alpha: Float = 1, beta: Float = 0
) {
    guard rows > 0, columns > 0 else { return }
    guard inner > 0 else {
        for row in 0..<rows {
            kernels.blend(0, c + row * stride, beta, c + row * stride, columns)
        }
        return
    }
    if let multiply = kernels.multiply, alpha == 1, beta == 0 || beta == 1 {
        multiplyInPlace(
            multiply, a, b, into: c, stride: stride, rows: rows, columns: columns, inner: inner,
            isAdded: beta == 1)
        return
    }
    cblas_sgemm(
        CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans,
        b.isTransposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns),
        blasint(inner), alpha, a.pointer, blasint(a.stride), b.pointer, blasint(b.stride), beta, c,
        blasint(stride))
}

/// The same by the engine's own kernel, which reads `b` by rows: a turned `b` is turned back first,
/// its rows filled up to whole vectors.
private func multiplyInPlace(
    _ multiply: (ProductArguments) -> Void, _ a: MatrixOperand, _ b: MatrixOperand,
    into c: Output, stride: Int, rows: Int, columns: Int, inner: Int, isAdded: Bool
) {
    var arguments = ProductArguments(
        a: a.pointer, rowStep: a.isTransposed ? 1 : a.stride,
        columnStep: a.isTransposed ? a.stride : 1, b: b.pointer, bStride: b.stride,
        bColumns: b.readableColumns ?? columns, c: c, cStride: stride, rows: rows, columns: columns,
        inner: inner,
        isAdded: isAdded)
    guard b.isTransposed else {
        multiply(arguments)
        return
    }
    let turned = TurnedMatrix(b.pointer, rows: columns, columns: inner, stride: b.stride)
    arguments.bStride = turned.stride
    arguments.bColumns = turned.stride
    turned.storage.withPointer {
        arguments.b = UnsafePointer($0)
        multiply(arguments)
    }
}

/// A matrix copied with rows and columns exchanged, its rows filled up to whole vectors.
package struct TurnedMatrix {
    let storage: Storage
    let stride: Int

    package init(_ source: Input, rows: Int, columns: Int, stride sourceStride: Int) {
        stride = (rows + 15) / 16 * 16
        storage = Storage(count: stride * columns)
        storage.withPointer { [stride] in
            kernels.transpose(source, $0, rows, columns, sourceStride, stride)
        }
    }

    /// The matrix as the right side of a product.
    package var operand: MatrixOperand {
        MatrixOperand(
            pointer: UnsafePointer(storage.pointer), stride: stride, readableColumns: stride)
    }
}

/// A weight turned ahead of time, and the state of the weight that it was made from.
struct TurnedWeight {
    let matrix: TurnedMatrix
    let source: Input
    let version: Int
}

extension Tensor {
    /// Keeps a copy of this weight in the order that a linear layer reads.
    ///
    /// A changed weight makes the copy void. This must not run while another thread uses the weight.
    /// - Precondition: this tensor is a leaf of two axes.
    public func prepareForInference() {
        precondition(
            node?.isLeaf == true && rank == 2, "a tensor of shape \(shape) is not a linear weight")
        // The old copy goes first, so that the new one finds its memory.
        node?.turned = nil
        node?.turned = TurnedWeight(
            matrix: TurnedMatrix(
                input, rows: shape[0], columns: shape[1], stride: max(1, shape[1])),
            source: input, version: storage.version)
    }

    /// This tensor as the right side of a product with its rows as columns.
    var turnedOperand: MatrixOperand {
        if let turned = node?.turned, turned.source == input, turned.version == storage.version {
            return turned.matrix.operand
        }
        return MatrixOperand(pointer: input, stride: max(1, shape[1]), isTransposed: true)
    }
}
