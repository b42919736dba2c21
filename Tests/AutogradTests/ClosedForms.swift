import Foundation

/// GELU with the error function of the C library.
@Sendable func geluExactly(_ x: Double) -> Double { 0.5 * x * (1 + erf(x / 2.0.squareRoot())) }

/// GELU's approximation with the hyperbolic tangent of the C library.
@Sendable func geluByTanh(_ x: Double) -> Double {
    0.5 * x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)))
}
