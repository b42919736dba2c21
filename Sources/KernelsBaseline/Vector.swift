import CVectors

/// Sixteen numbers, one step of every kernel.
typealias Vector = SIMD16<Float>

/// Lanes of a vector.
let lanes = 16

@inline(__always)
func multiplyAdd(_ a: Vector, _ b: Vector, _ c: Vector) -> Vector {
    vector_multiply_add(a, b, c)
}

/// e to the x; 0 below -87.3, infinite above 88.7.
///
/// At most 1 unit in the last place off near zero and 4 far out. Comparisons are written so that NaN
/// passes through.
@inline(__always)
func exponential(_ x: Vector) -> Vector {
    let low = x .< -87.3
    let high = x .> 88.72
    let clamped = x.replacing(with: -87.3, where: low).replacing(with: 88.0, where: high)
    return exponentialWithinRange(clamped)
        .replacing(with: 0, where: low).replacing(with: .infinity, where: high)
        .replacing(with: x, where: x .!= x)
}

/// e to the x for x <= 0, as `exponential`; the clamp and the sums let NaN through.
@inline(__always)
func exponentialOfNegative(_ x: Vector) -> Vector {
    let low = x .< -87.3
    return exponentialWithinRange(x.replacing(with: -87.3, where: low))
        .replacing(with: 0, where: low)
}

/// e to the x for -87.3 <= x <= 88.7.
///
/// x = n ln 2 + r with |r| <= ln 2 / 2 (fused, so that only ln 2 itself is rounded), then the polynomial
/// in r of least relative error (3e-9) that begins 1 + r, then n is added to the exponent bits.
@inline(__always)
func exponentialWithinRange(_ x: Vector) -> Vector {
    let magic: Float = 12_582_912  // 1.5 * 2^23: adding it rounds to an integer
    let shifted = multiplyAdd(x, Vector(repeating: 1.442_695_04), Vector(repeating: magic))
    let n = shifted - magic
    let r = multiplyAdd(n, Vector(repeating: -0.693_147_18), x)
    var p = Vector(repeating: 1.381_451_7e-3)
    p = multiplyAdd(p, r, Vector(repeating: 8.368_745e-3))
    p = multiplyAdd(p, r, Vector(repeating: 4.166_839_3e-2))
    p = multiplyAdd(p, r, Vector(repeating: 0.166_665_21))
    p = multiplyAdd(p, r, Vector(repeating: 0.499_999_94))
    p = multiplyAdd(p, r, Vector(repeating: 1))
    p = multiplyAdd(p, r, Vector(repeating: 1))
    let bits = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23
    return unsafeBitCast(unsafeBitCast(p, to: SIMD16<Int32>.self) &+ bits, to: Vector.self)
}

/// 1 / (1 + e to the x), to within 1e-37 far out; NaN gives any number.
@inline(__always)
func fallingSigmoid(_ x: Vector) -> Vector {
    let raised = x.replacing(with: -87, where: x .< -87)
    let clamped = raised.replacing(with: 87, where: raised .> 87)
    return vector_reciprocal(1 + exponentialWithinRange(clamped))
}

@inline(__always)
func sigmoid(_ x: Vector) -> Vector {
    1 / (1 + exponential(-x))
}

@inline(__always)
func magnitude(_ x: Vector) -> Vector {
    x.replacing(with: -x, where: x .< 0)
}

/// The hyperbolic tangent; a series near zero, where the quotient would cancel.
@inline(__always)
func hyperbolicTangent(_ x: Vector) -> Vector {
    let size = magnitude(x)
    let decayed = exponential(-2 * size)
    let far = (1 - decayed) / (1 + decayed)
    let square = x * x
    var series = multiplyAdd(square, Vector(repeating: -17.0 / 315), Vector(repeating: 2.0 / 15))
    series = multiplyAdd(series, square, Vector(repeating: -1.0 / 3))
    let near = multiplyAdd(series * square, size, size)
    let result = far.replacing(with: near, where: size .< 0.15)
    return result.replacing(with: -result, where: x .< 0)
}

/// The error function to 1.5e-7, by Abramowitz and Stegun, formula 7.1.26; `bell` is exp(-x^2).
@inline(__always)
func errorFunction(_ x: Vector, bell: Vector) -> Vector {
    let size = magnitude(x)
    let t = 1 / multiplyAdd(size, Vector(repeating: 0.327_591_1), Vector(repeating: 1))
    var p = multiplyAdd(t, Vector(repeating: 1.061_405_43), Vector(repeating: -1.453_152_03))
    p = multiplyAdd(p, t, Vector(repeating: 1.421_413_74))
    p = multiplyAdd(p, t, Vector(repeating: -0.284_496_736))
    p = multiplyAdd(p, t, Vector(repeating: 0.254_829_592))
    let result = 1 - p * t * bell
    return result.replacing(with: -result, where: x .< 0)
}

/// Runs `whole` at every full vector below `count`, then `rest` with the number of lanes left.
@inline(__always)
func forVectors(_ count: Int, _ whole: (Int) -> Void, rest: (Int, Int) -> Void) {
    var i = 0
    while i &+ lanes <= count {
        whole(i)
        i &+= lanes
    }
    if i < count { rest(i, count &- i) }
}

/// Runs `body` at every vector below `count`, with the number of its lanes that are in use.
@inline(__always)
func forVectors(_ count: Int, _ body: (Int, Int) -> Void) {
    var i = 0
    while i < count {
        body(i, min(lanes, count &- i))
        i &+= lanes
    }
}
