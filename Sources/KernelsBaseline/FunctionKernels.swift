import CVectors
import Glibc
import KernelTable

// What is done to an element is a function marked always to be inlined, never a closure: the compiler
// leaves a closure of more than a few instructions as a call, which takes half of the time.

/// Each function beside its derivative: forward in `map`, `f'(x) * g` in `mapPullback`.
func map(_ function: ElementFunction, _ x: Input, _ y: Output, _ count: Int) {
    switch function {
    case .negate: mapElements(x, y, count, negative)
    case .square: mapElements(x, y, count, square)
    case .reciprocal: mapElements(x, y, count, reciprocal)
    case .squareRoot: mapElements(x, y, count, vector_square_root)
    case .exponential: mapElements(x, y, count, exponential)
    case .logarithm: for i in 0..<count { y[i] = logf(x[i]) }
    case .sine: for i in 0..<count { y[i] = sinf(x[i]) }
    case .cosine: for i in 0..<count { y[i] = cosf(x[i]) }
    case .absolute: mapElements(x, y, count, magnitude)
    case .rectify: mapElements(x, y, count, rectified)
    case .tanh: mapElements(x, y, count, hyperbolicTangent)
    case .sigmoid: mapElements(x, y, count, sigmoid)
    case .geluTanh: mapElements(x, y, count, geluTanh)
    case .geluExact: mapElements(x, y, count, geluExact)
    }
}

func mapPullback(
    _ function: ElementFunction, _ x: Input, _ y: Input, _ g: Input, _ dx: Output, _ count: Int
) {
    switch function {
    case .negate: mapElements(g, dx, count, negative)
    case .square: combineElements(x, g, dx, count, squarePullback)
    case .reciprocal: combineElements(y, g, dx, count, reciprocalPullback)
    case .squareRoot: combineElements(y, g, dx, count, squareRootPullback)
    case .exponential: combineElements(y, g, dx, count, product)
    case .logarithm: combineElements(x, g, dx, count, logarithmPullback)
    case .sine: for i in 0..<count { dx[i] = cosf(x[i]) * g[i] }
    case .cosine: for i in 0..<count { dx[i] = -sinf(x[i]) * g[i] }
    case .absolute: combineElements(x, g, dx, count, absolutePullback)
    case .rectify: combineElements(x, g, dx, count, rectifyPullback)
    case .tanh: combineElements(y, g, dx, count, tanhPullback)
    case .sigmoid: combineElements(y, g, dx, count, sigmoidPullback)
    case .geluTanh: combineElements(x, g, dx, count, geluTanhPullback)
    case .geluExact: combineElements(x, g, dx, count, geluExactPullback)
    }
}

@inline(__always)
private func negative(_ x: Vector) -> Vector { -x }

@inline(__always)
private func square(_ x: Vector) -> Vector { x * x }

@inline(__always)
private func squarePullback(_ x: Vector, _ g: Vector) -> Vector { 2 * x * g }

@inline(__always)
private func reciprocal(_ x: Vector) -> Vector { 1 / x }

@inline(__always)
private func reciprocalPullback(_ y: Vector, _ g: Vector) -> Vector { -y * y * g }

@inline(__always)
private func squareRootPullback(_ y: Vector, _ g: Vector) -> Vector { 0.5 * g / y }

@inline(__always)
private func logarithmPullback(_ x: Vector, _ g: Vector) -> Vector { g / x }

@inline(__always)
private func absolutePullback(_ x: Vector, _ g: Vector) -> Vector {
    g.replacing(with: -g, where: x .< 0).replacing(with: 0, where: x .== 0)
}

@inline(__always)
private func rectified(_ x: Vector) -> Vector { x.replacing(with: 0, where: x .< 0) }

@inline(__always)
private func rectifyPullback(_ x: Vector, _ g: Vector) -> Vector {
    g.replacing(with: 0, where: x .<= 0)
}

@inline(__always)
private func tanhPullback(_ y: Vector, _ g: Vector) -> Vector { (1 - y * y) * g }

@inline(__always)
private func sigmoidPullback(_ y: Vector, _ g: Vector) -> Vector { y * (1 - y) * g }

@inline(__always)
private func geluTanhPullback(_ x: Vector, _ g: Vector) -> Vector { geluTanhSlope(x) * g }

@inline(__always)
private func geluExactPullback(_ x: Vector, _ g: Vector) -> Vector { geluExactSlope(x) * g }

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

/// A form of GELU with its slope.
private protocol GELUForm {
    static func value(_ x: Vector) -> Vector
    static func slope(_ x: Vector) -> Vector
}

private enum TanhForm: GELUForm {
    @inline(__always) static func value(_ x: Vector) -> Vector { geluTanh(x) }
    @inline(__always) static func slope(_ x: Vector) -> Vector { geluTanhSlope(x) }
}

private enum ExactForm: GELUForm {
    @inline(__always) static func value(_ x: Vector) -> Vector { geluExact(x) }
    @inline(__always) static func slope(_ x: Vector) -> Vector { geluExactSlope(x) }
}

/// One exponential serves value and derivative, so the way back needs none.
func biasThenGELU(
    _ form: ElementFunction, _ x: Output, _ bias: Input, _ y: Output, _ rows: Int, _ width: Int
) {
    if form == .geluExact {
        biasThenGELU(x, bias, y, rows, width, ExactForm.self)
    } else {
        biasThenGELU(x, bias, y, rows, width, TanhForm.self)
    }
}

@inline(__always)
private func biasThenGELU<Form: GELUForm>(
    _ x: Output, _ bias: Input, _ y: Output, _ rows: Int, _ width: Int, _: Form.Type
) {
    let keepsSlope = x != y
    for r in 0..<rows {
        let row = x + r &* width
        let out = y + r &* width
        forVectors(width) { i, left in
            let v = loadUpTo(row + i, left) + loadUpTo(bias + i, left)
            storeUpTo(out + i, Form.value(v), left)
            if keepsSlope { storeUpTo(row + i, Form.slope(v), left) }
        }
    }
}
