import CVectors
import KernelTable

/// `y = f(x)` for all elements; `f` must be a function that is always inlined.
@inline(__always)
func mapElements(_ x: Input, _ y: Output, _ count: Int, _ f: (Vector) -> Vector) {
    forVectors(count) { i, left in
        storeUpTo(y + i, f(loadUpTo(x + i, left)), left)
    }
}

/// `y = f(a, b)` for all elements; `f` must be a function that is always inlined.
@inline(__always)
func combineElements(
    _ a: Input, _ b: Input, _ y: Output, _ count: Int, _ f: (Vector, Vector) -> Vector
) {
    forVectors(count) { i, left in
        storeUpTo(y + i, f(loadUpTo(a + i, left), loadUpTo(b + i, left)), left)
    }
}

@inline(__always)
func sum(_ a: Vector, _ b: Vector) -> Vector { a + b }

@inline(__always)
func difference(_ a: Vector, _ b: Vector) -> Vector { a - b }

@inline(__always)
func product(_ a: Vector, _ b: Vector) -> Vector { a * b }

@inline(__always)
func quotient(_ a: Vector, _ b: Vector) -> Vector { a / b }

func combine(_ operation: ElementOperator, _ a: Input, _ b: Input, _ y: Output, _ count: Int) {
    switch operation {
    case .add: combineElements(a, b, y, count, sum)
    case .subtract: combineElements(a, b, y, count, difference)
    case .multiply: combineElements(a, b, y, count, product)
    case .divide: combineElements(a, b, y, count, quotient)
    }
}

func combineScalar(
    _ operation: ElementOperator, _ a: Input, _ scalar: Float, _ y: Output, _ count: Int
) {
    let s = Vector(repeating: scalar)
    @inline(__always) func added(_ v: Vector) -> Vector { v + s }
    @inline(__always) func multiplied(_ v: Vector) -> Vector { v * s }
    @inline(__always) func divided(_ v: Vector) -> Vector { v / s }
    switch operation {
    case .add: mapElements(a, y, count, added)
    case .subtract: combineScalar(.add, a, -scalar, y, count)
    case .multiply: mapElements(a, y, count, multiplied)
    case .divide: mapElements(a, y, count, divided)
    }
}

func combineScalarFirst(
    _ operation: ElementOperator, _ scalar: Float, _ a: Input, _ y: Output, _ count: Int
) {
    let s = Vector(repeating: scalar)
    @inline(__always) func subtracted(_ v: Vector) -> Vector { s - v }
    @inline(__always) func divided(_ v: Vector) -> Vector { s / v }
    switch operation {
    case .add, .multiply: combineScalar(operation, a, scalar, y, count)
    case .subtract: mapElements(a, y, count, subtracted)
    case .divide: mapElements(a, y, count, divided)
    }
}

func combineRow(
    _ operation: ElementOperator, _ x: Input, _ row: Input, _ y: Output, _ rows: Int, _ width: Int
) {
    guard operation == .add else {
        for r in 0..<rows {
            combine(operation, x + r &* width, row, y + r &* width, width)
        }
        return
    }
    // A bias is added after every product: no call and no choice for each of its short rows.
    for r in 0..<rows {
        combineElements(x + r &* width, row, y + r &* width, width, sum)
    }
}

func blend(_ p: Float, _ x: Input, _ q: Float, _ y: Output, _ count: Int) {
    let first = Vector(repeating: p)
    let second = Vector(repeating: q)
    @inline(__always) func scaled(_ v: Vector) -> Vector { v * first }
    @inline(__always) func scaledSum(_ v: Vector, _ w: Vector) -> Vector {
        multiplyAdd(v, first, w)
    }
    @inline(__always) func mixed(_ v: Vector, _ w: Vector) -> Vector {
        multiplyAdd(v, first, w * second)
    }
    switch (p, q) {
    case (1, 1): combineElements(x, y, y, count, sum)
    case (_, 0): mapElements(x, y, count, scaled)
    case (_, 1): combineElements(x, y, y, count, scaledSum)
    default: combineElements(x, y, y, count, mixed)
    }
}

/// Sums blocks in Float and the blocks in Double, so that long arrays stay exact enough.
func sum(_ x: Input, _ count: Int) -> Float {
    guard count > 4096 else { return blockSum(x, count) }
    var total = 0.0
    var start = 0
    while start < count {
        total += Double(blockSum(x + start, min(4096, count &- start)))
        start &+= 4096
    }
    return Float(total)
}

@inline(__always)
func blockSum(_ x: Input, _ count: Int) -> Float {
    var first = Vector.zero
    var second = Vector.zero
    var i = 0
    while i &+ 2 &* lanes <= count {
        first += vector_load(x + i)
        second += vector_load(x + i + lanes)
        i &+= 2 &* lanes
    }
    while i &+ lanes <= count {
        first += vector_load(x + i)
        i &+= lanes
    }
    if i < count { second += vector_load_first(x + i, count &- i) }
    return vector_sum(first + second)
}

/// Summed in blocks like `sum`.
func sumOfSquares(_ x: Input, _ count: Int) -> Double {
    var total = 0.0
    var start = 0
    while start < count {
        let size = min(4096, count &- start)
        var first = Vector.zero
        forVectors(size) { i in
            let v = vector_load(x + start + i)
            first = multiplyAdd(v, v, first)
        } rest: { i, left in
            let v = vector_load_first(x + start + i, left)
            first = multiplyAdd(v, v, first)
        }
        total += Double(vector_sum(first))
        start &+= size
    }
    return total
}

/// Keeps four accumulators in registers while it walks down the rows.
func addColumnSums(_ x: Input, _ y: Output, _ rows: Int, _ width: Int) {
    var column = 0
    while column &+ 4 &* lanes <= width {
        var a = vector_load(y + column)
        var b = vector_load(y + column + lanes)
        var c = vector_load(y + column + 2 &* lanes)
        var d = vector_load(y + column + 3 &* lanes)
        for r in 0..<rows {
            let row = x + r &* width + column
            a += vector_load(row)
            b += vector_load(row + lanes)
            c += vector_load(row + 2 &* lanes)
            d += vector_load(row + 3 &* lanes)
        }
        vector_store(y + column, a)
        vector_store(y + column + lanes, b)
        vector_store(y + column + 2 &* lanes, c)
        vector_store(y + column + 3 &* lanes, d)
        column &+= 4 &* lanes
    }
    while column < width {
        let left = min(lanes, width &- column)
        var total = loadUpTo(y + column, left)
        for r in 0..<rows { total += loadUpTo(x + r &* width + column, left) }
        storeUpTo(y + column, total, left)
        column &+= left
    }
}

@inline(__always)
func loadUpTo(_ x: Input, _ left: Int) -> Vector {
    left == lanes ? vector_load(x) : vector_load_first(x, left)
}

@inline(__always)
func storeUpTo(_ y: Output, _ value: Vector, _ left: Int) {
    if left == lanes { vector_store(y, value) } else { vector_store_first(y, value, left) }
}

/// A mask bit per element from a counter and a seed (the finaliser of MurmurHash3), so that the
/// same seed gives the same mask on every pass.
func dropout(_ x: Input, _ y: Output, _ count: Int, _ rate: Float, _ seed: UInt64) {
    let keep = 1 - rate
    let scale = 1 / keep
    let threshold = UInt32(min(Double(keep) * 4_294_967_296, 4_294_967_295))
    let key = UInt32(truncatingIfNeeded: seed ^ (seed >> 32))
    for i in 0..<count {
        var hash = UInt32(truncatingIfNeeded: i) &* 0x9e37_79b9 &+ key
        hash = (hash ^ (hash >> 16)) &* 0x85eb_ca6b
        hash = (hash ^ (hash >> 13)) &* 0xc2b2_ae35
        hash ^= hash >> 16
        y[i] = hash < threshold ? x[i] * scale : 0
    }
}

/// Walks in squares of sixteen, whole ones in registers.
func transpose(_ x: Input, _ y: Output, _ rows: Int, _ columns: Int, _ from: Int, _ to: Int) {
    var r = 0
    while r < rows {
        let rowEnd = min(r &+ lanes, rows)
        var c = 0
        while c < columns {
            let columnEnd = min(c &+ lanes, columns)
            if rowEnd &- r == lanes, columnEnd &- c == lanes {
                vector_transpose(x + r &* from + c, from, y + c &* to + r, to)
            } else {
                for i in r..<rowEnd {
                    for j in c..<columnEnd { y[j &* to &+ i] = x[i &* from &+ j] }
                }
            }
            c = columnEnd
        }
        r = rowEnd
    }
}
