import COpenBLAS
import KernelTable

/// A matrix in memory: where it starts, how far its rows lie apart, and whether to read it turned.
struct MatrixOperand {
    var pointer: Input
    var stride: Int
    var isTransposed = false
}

/// `c = alpha a b + beta c`, row-major, `a` being `[rows, inner]` and `b` `[inner, columns]` after
/// turning; `c`'s rows lie `stride` apart.
func multiplyMatrices(
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
    _ = kernels.name  // sets the BLAS to one thread on first use
    cblas_sgemm(
        CblasRowMajor, a.isTransposed ? CblasTrans : CblasNoTrans,
        b.isTransposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns),
        blasint(inner), alpha, a.pointer, blasint(a.stride), b.pointer, blasint(b.stride), beta, c,
        blasint(stride))
}
