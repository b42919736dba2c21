import CVectors
import KernelTable

// The matrix product of small models. OpenBLAS copies both matrices into its own order before it
// multiplies; matrices of a few hundred columns are read just as fast where they lie. Twelve rows by
// thirty-two columns of the result stay in registers, which needs the 32 registers of x86-64-v4.

/// One row of a tile: the columns' vectors and what is done with them.
private protocol TileRow {
    static var width: Int { get }
    init(zero: Void)
    mutating func add(_ factor: Float, _ b: Input, _ left: Int)
    mutating func load(_ c: Input, _ left: Int)
    func store(_ c: Output, _ left: Int)
}

private struct WideRow: TileRow {
    static var width: Int { 32 }
    var first: Vector
    var second: Vector

    @inline(__always) init(zero: Void) { (first, second) = (.zero, .zero) }

    @inline(__always) mutating func add(_ factor: Float, _ b: Input, _ left: Int) {
        let f = Vector(repeating: factor)
        first = multiplyAdd(f, vector_load(b), first)
        second = multiplyAdd(f, vector_load(b + lanes), second)
    }

    @inline(__always) mutating func load(_ c: Input, _ left: Int) {
        first = vector_load(c)
        second = left >= 32 ? vector_load(c + lanes) : vector_load_first(c + lanes, left - lanes)
    }

    @inline(__always) func store(_ c: Output, _ left: Int) {
        vector_store(c, first)
        if left >= 32 {
            vector_store(c + lanes, second)
        } else {
            vector_store_first(c + lanes, second, left - lanes)
        }
    }
}

private struct NarrowRow: TileRow {
    static var width: Int { 16 }
    var first: Vector

    @inline(__always) init(zero: Void) { first = .zero }

    @inline(__always) mutating func add(_ factor: Float, _ b: Input, _ left: Int) {
        first = multiplyAdd(Vector(repeating: factor), vector_load(b), first)
    }

    @inline(__always) mutating func load(_ c: Input, _ left: Int) {
        first = left >= lanes ? vector_load(c) : vector_load_first(c, left)
    }

    @inline(__always) func store(_ c: Output, _ left: Int) {
        storeUpTo(c, first, min(left, lanes))
    }
}

/// The columns that are left where `b` may not be read past its end.
private struct RestRow: TileRow {
    static var width: Int { 16 }
    var first: Vector

    @inline(__always) init(zero: Void) { first = .zero }

    @inline(__always) mutating func add(_ factor: Float, _ b: Input, _ left: Int) {
        first = multiplyAdd(Vector(repeating: factor), vector_load_first(b, left), first)
    }

    @inline(__always) mutating func load(_ c: Input, _ left: Int) {
        first = vector_load_first(c, left)
    }

    @inline(__always) func store(_ c: Output, _ left: Int) { vector_store_first(c, first, left) }
}

/// Twelve rows of a tile; written out because only named variables stay in registers.
@inline(__always)
private func tileOf12<Row: TileRow>(
    _ p: ProductArguments, _ a: Input, _ rowStep: Int, _ columnStep: Int, _ b: Input, _ c: Output,
    _ left: Int, _ inner: Int, _ isAdded: Bool, _: Row.Type
) {
    var (r0, r1, r2) = (Row(zero: ()), Row(zero: ()), Row(zero: ()))
    var (r3, r4, r5) = (Row(zero: ()), Row(zero: ()), Row(zero: ()))
    var (r6, r7, r8) = (Row(zero: ()), Row(zero: ()), Row(zero: ()))
    var (r9, r10, r11) = (Row(zero: ()), Row(zero: ()), Row(zero: ()))
    let stride = p.cStride
    if isAdded {
        r0.load(c, left)
        r1.load(c + stride, left)
        r2.load(c + 2 &* stride, left)
        r3.load(c + 3 &* stride, left)
        r4.load(c + 4 &* stride, left)
        r5.load(c + 5 &* stride, left)
        r6.load(c + 6 &* stride, left)
        r7.load(c + 7 &* stride, left)
        r8.load(c + 8 &* stride, left)
        r9.load(c + 9 &* stride, left)
        r10.load(c + 10 &* stride, left)
        r11.load(c + 11 &* stride, left)
    }
    var (x, y) = (a, b)
    for _ in 0..<inner {
        r0.add(x[0], y, left)
        r1.add(x[rowStep], y, left)
        r2.add(x[2 &* rowStep], y, left)
        r3.add(x[3 &* rowStep], y, left)
        r4.add(x[4 &* rowStep], y, left)
        r5.add(x[5 &* rowStep], y, left)
        r6.add(x[6 &* rowStep], y, left)
        r7.add(x[7 &* rowStep], y, left)
        r8.add(x[8 &* rowStep], y, left)
        r9.add(x[9 &* rowStep], y, left)
        r10.add(x[10 &* rowStep], y, left)
        r11.add(x[11 &* rowStep], y, left)
        x += columnStep
        y += p.bStride
    }
    r0.store(c, left)
    r1.store(c + stride, left)
    r2.store(c + 2 &* stride, left)
    r3.store(c + 3 &* stride, left)
    r4.store(c + 4 &* stride, left)
    r5.store(c + 5 &* stride, left)
    r6.store(c + 6 &* stride, left)
    r7.store(c + 7 &* stride, left)
    r8.store(c + 8 &* stride, left)
    r9.store(c + 9 &* stride, left)
    r10.store(c + 10 &* stride, left)
    r11.store(c + 11 &* stride, left)
}

/// Four rows of a tile.
@inline(__always)
private func tileOf4<Row: TileRow>(
    _ p: ProductArguments, _ a: Input, _ rowStep: Int, _ columnStep: Int, _ b: Input, _ c: Output,
    _ left: Int, _ inner: Int, _ isAdded: Bool, _: Row.Type
) {
    var (r0, r1) = (Row(zero: ()), Row(zero: ()))
    var (r2, r3) = (Row(zero: ()), Row(zero: ()))
    let stride = p.cStride
    if isAdded {
        r0.load(c, left)
        r1.load(c + stride, left)
        r2.load(c + 2 &* stride, left)
        r3.load(c + 3 &* stride, left)
    }
    var (x, y) = (a, b)
    for _ in 0..<inner {
        r0.add(x[0], y, left)
        r1.add(x[rowStep], y, left)
        r2.add(x[2 &* rowStep], y, left)
        r3.add(x[3 &* rowStep], y, left)
        x += columnStep
        y += p.bStride
    }
    r0.store(c, left)
    r1.store(c + stride, left)
    r2.store(c + 2 &* stride, left)
    r3.store(c + 3 &* stride, left)
}

/// One row of a tile.
@inline(__always)
private func tileOf1<Row: TileRow>(
    _ p: ProductArguments, _ a: Input, _ columnStep: Int, _ b: Input, _ c: Output,
    _ left: Int, _ inner: Int, _ isAdded: Bool, _: Row.Type
) {
    var row = Row(zero: ())
    if isAdded { row.load(c, left) }
    var (x, y) = (a, b)
    for _ in 0..<inner {
        row.add(x[0], y, left)
        x += columnStep
        y += p.bStride
    }
    row.store(c, left)
}

/// Walks along the columns of `rows` (12, 4 or 1) rows.
@inline(__always)
private func walkColumns(
    _ p: ProductArguments, _ row: Int, _ start: Int, _ inner: Int, _ rowStep: Int,
    _ columnStep: Int, _ rows: Int
) {
    let a = p.a + row &* rowStep + start &* columnStep
    let isAdded = p.isAdded || start > 0
    @inline(__always) func run<Row: TileRow>(_ column: Int, _ type: Row.Type) {
        let b = p.b + start &* p.bStride + column
        let c = p.c + row &* p.cStride + column
        let left = p.columns &- column
        switch rows {
        case 12:
            tileOf12(p, a, rowStep, columnStep, b, c, left, inner, isAdded, type)
        case 4:
            tileOf4(p, a, rowStep, columnStep, b, c, left, inner, isAdded, type)
        default: tileOf1(p, a, columnStep, b, c, left, inner, isAdded, type)
        }
    }
    var column = 0
    while column < p.columns {
        let left = p.columns &- column
        if left > lanes, column &+ 32 <= p.bColumns {
            run(column, WideRow.self)
            column &+= 32
        } else if column &+ lanes <= p.bColumns {
            run(column, NarrowRow.self)
            column &+= lanes
        } else {
            run(column, RestRow.self)
            column &+= lanes
        }
    }
}

@inline(__always)
private func walkRows(_ p: ProductArguments, _ rowStep: Int, _ columnStep: Int) {
    let block = 256
    var start = 0
    repeat {
        let inner = min(block, p.inner &- start)
        var row = 0
        while row &+ 12 <= p.rows {
            walkColumns(p, row, start, inner, rowStep, columnStep, 12)
            row &+= 12
        }
        while row &+ 4 <= p.rows {
            walkColumns(p, row, start, inner, rowStep, columnStep, 4)
            row &+= 4
        }
        while row < p.rows {
            walkColumns(p, row, start, inner, rowStep, columnStep, 1)
            row &+= 1
        }
        start &+= block
    } while start < p.inner
}

/// The product, specialised for `a` stored as it is and stored turned.
func multiply(_ p: ProductArguments) {
    if p.columnStep == 1 {
        walkRows(p, p.rowStep, 1)
    } else {
        walkRows(p, 1, p.columnStep)
    }
}
