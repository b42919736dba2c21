/// A product `c = a b`, or `c += a b`: `a` is `[rows, inner]`, `b` is `[inner, columns]`.
public struct ProductArguments {
    /// The first element of `a`.
    public var a: Input
    /// How far apart the rows of `a` lie; 1 where `a` is stored turned.
    public var rowStep: Int
    /// How far apart the columns of `a` lie; 1 where `a` is stored as it is.
    public var columnStep: Int
    /// The first element of `b`.
    public var b: Input
    /// How far apart the rows of `b` lie.
    public var bStride: Int
    /// The columns of `b` that may be read: those of the product, or more.
    public var bColumns: Int
    /// The first element of `c`.
    public var c: Output
    /// How far apart the rows of `c` lie.
    public var cStride: Int
    /// The rows of `a` and `c`.
    public var rows: Int
    /// The columns of `b` and `c`.
    public var columns: Int
    /// The columns of `a` and rows of `b`.
    public var inner: Int
    /// Whether the product is added to `c`.
    public var isAdded: Bool

    /// Creates the arguments of a product.
    public init(
        a: Input, rowStep: Int, columnStep: Int, b: Input, bStride: Int, bColumns: Int, c: Output,
        cStride: Int, rows: Int, columns: Int, inner: Int, isAdded: Bool
    ) {
        self.a = a
        self.rowStep = rowStep
        self.columnStep = columnStep
        self.b = b
        self.bStride = bStride
        self.bColumns = bColumns
        self.c = c
        self.cStride = cStride
        self.rows = rows
        self.columns = columns
        self.inner = inner
        self.isAdded = isAdded
    }
}
