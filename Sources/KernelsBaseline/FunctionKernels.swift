import CVectors
import Glibc
import KernelTable

/// Each function beside its derivative: forward in `map`, `f'(x) * g` in `mapPullback`.
func map(_ function: ElementFunction, _ x: Input, _ y: Output, _ count: Int) {
    switch function {
    case .negate: mapElements(x, y, count) { -$0 }
    case .square: mapElements(x, y, count) { $0 * $0 }
    case .reciprocal: mapElements(x, y, count) { 1 / $0 }
    case .squareRoot: mapElements(x, y, count) { vector_square_root($0) }
    case .exponential: mapElements(x, y, count) { exponential($0) }
    case .logarithm: for i in 0..<count { y[i] = logf(x[i]) }
    case .sine: for i in 0..<count { y[i] = sinf(x[i]) }
    case .cosine: for i in 0..<count { y[i] = cosf(x[i]) }
    case .absolute: mapElements(x, y, count) { magnitude($0) }
    case .rectify: mapElements(x, y, count) { $0.replacing(with: 0, where: $0 .< 0) }
    case .tanh: mapElements(x, y, count) { hyperbolicTangent($0) }
    case .sigmoid: mapElements(x, y, count) { sigmoid($0) }
    case .geluTanh: mapElements(x, y, count) { geluTanh($0) }
    case .geluExact: mapElements(x, y, count) { geluExact($0) }
    }
}

func mapPullback(
    _ function: ElementFunction, _ x: Input, _ y: Input, _ g: Input, _ dx: Output, _ count: Int
) {
    switch function {
    case .negate: mapElements(g, dx, count) { -$0 }
    case .square: combineElements(x, g, dx, count) { 2 * $0 * $1 }
    case .reciprocal: combineElements(y, g, dx, count) { -$0 * $0 * $1 }
    case .squareRoot: combineElements(y, g, dx, count) { 0.5 * $1 / $0 }
    case .exponential: combineElements(y, g, dx, count) { $0 * $1 }
    case .logarithm: combineElements(x, g, dx, count) { $1 / $0 }
    case .sine: for i in 0..<count { dx[i] = cosf(x[i]) * g[i] }
    case .cosine: for i in 0..<count { dx[i] = -sinf(x[i]) * g[i] }
    case .absolute:
        combineElements(x, g, dx, count) {
            $1.replacing(with: -$1, where: $0 .< 0).replacing(with: 0, where: $0 .== 0)
        }
    case .rectify: combineElements(x, g, dx, count) { $1.replacing(with: 0, where: $0 .<= 0) }
    case .tanh: combineElements(y, g, dx, count) { (1 - $0 * $0) * $1 }
    case .sigmoid: combineElements(y, g, dx, count) { $0 * (1 - $0) * $1 }
    case .geluTanh: combineElements(x, g, dx, count) { geluTanhSlope($0) * $1 }
    case .geluExact: combineElements(x, g, dx, count) { geluExactSlope($0) * $1 }
    }
}

/// GELU's tanh form, x sigmoid(2 u), since (1 + tanh u) / 2 = sigmoid(2 u).
@inline(__always)
func geluTanh(_ x: Vector) -> Vector {
    x * fallingSigmoid(x * multiplyAdd(x * x, twiceCubic, twiceLinear))
}

/// s + x s (1 - s) 2 u' with s = sigmoid(2 u).
@inline(__always)
func geluTanhSlope(_ x: Vector) -> Vector {
    let square = x * x
    let s = fallingSigmoid(x * multiplyAdd(square, twiceCubic, twiceLinear))
    let slope = multiplyAdd(square, 3 * twiceCubic, twiceLinear)
    return multiplyAdd(-(x * slope), s * (1 - s), s)
}

// -2 sqrt(2 / pi) and that times 0.044715.
@inline(__always) private var twiceLinear: Vector { Vector(repeating: -1.595_769_1) }
@inline(__always) private var twiceCubic: Vector { Vector(repeating: -0.071_354_814) }

/// x Phi(x) with the normal distribution function Phi.
@inline(__always)
func geluExact(_ x: Vector) -> Vector {
    let scaled = x * 0.707_106_78
    return 0.5 * x * (1 + errorFunction(scaled, bell: exponential(-scaled * scaled)))
}

/// Phi(x) + x phi(x).
@inline(__always)
func geluExactSlope(_ x: Vector) -> Vector {
    let scaled = x * 0.707_106_78
    let bell = exponential(-scaled * scaled)
    return multiplyAdd(x * 0.398_942_28, bell, 0.5 * (1 + errorFunction(scaled, bell: bell)))
}

/// One exponential serves value and derivative, so the way back needs none.
func biasThenGELU(
    _ form: ElementFunction, _ x: Output, _ bias: Input, _ y: Output, _ rows: Int, _ width: Int
) {
    if form == .geluExact {
        biasThenGELU(x, bias, y, rows, width) {
            geluExact($0)
        } slope: {
            geluExactSlope($0)
        }
    } else {
        biasThenGELU(x, bias, y, rows, width) {
            geluTanh($0)
        } slope: {
            geluTanhSlope($0)
        }
    }
}

@inline(__always)
private func biasThenGELU(
    _ x: Output, _ bias: Input, _ y: Output, _ rows: Int, _ width: Int,
    _ value: (Vector) -> Vector, slope: (Vector) -> Vector
) {
    guard x != y else {
        for r in 0..<rows {
            let row = x + r &* width
            combineElements(row, bias, row, width) { value($0 + $1) }
        }
        return
    }
    for r in 0..<rows {
        let row = x + r &* width
        let out = y + r &* width
        forVectors(width) { i in
            let v = vector_load(row + i) + vector_load(bias + i)
            vector_store(out + i, value(v))
            vector_store(row + i, slope(v))
        } rest: { i, left in
            let v = vector_load_first(row + i, left) + vector_load_first(bias + i, left)
            vector_store_first(out + i, value(v), left)
            vector_store_first(row + i, slope(v), left)
        }
    }
}
