import CVectors
import KernelTable

/// Rows in blocks of as many as a vector has lanes: one division serves all of their sums, and no row
/// waits for its own.
func softmax(_ x: Input, _ y: Output, _ rows: Int, _ width: Int, _ scale: Float) {
    guard width > 0 else { return }
    forVectors(rows) { start, count in
        var totals = Vector(repeating: 1)
        for r in 0..<count {
            let offset = (start &+ r) &* width
            totals[r] = exponentials(x + offset, y + offset, width, scale)
        }
        let inverses = 1 / totals
        for r in 0..<count {
            let out = y + (start &+ r) &* width
            let inverse = Vector(repeating: inverses[r])
            @inline(__always) func share(_ v: Vector) -> Vector { v * inverse }
            mapElements(out, out, width, share)
        }
    }
}

/// Writes e to the power of each scaled element less the largest, and returns their sum.
@inline(__always)
private func exponentials(_ row: Input, _ out: Output, _ width: Int, _ scale: Float) -> Float {
    let factor = Vector(repeating: scale)
    let largest = Vector(repeating: rowMaximum(row, width, scale))
    var total = Vector.zero
    forVectors(width) { i in
        let e = exponentialOfNegative(vector_load(row + i) * factor - largest)
        total += e
        vector_store(out + i, e)
    } rest: { i, left in
        let e = exponentialOfNegative(vector_load_first(row + i, left) * factor - largest)
        vector_store_first(out + i, e, left)
        total += vector_load_first(out + i, left)
    }
    return vector_sum(total)
}

/// The largest scaled element; zero instead of minus infinity, so that a fully masked row gives NaN
/// nowhere but in its own sum.
@inline(__always)
private func rowMaximum(_ row: Input, _ width: Int, _ scale: Float) -> Float {
    let factor = Vector(repeating: scale)
    var largest = Vector(repeating: -.infinity)
    forVectors(width) { i in
        let v = vector_load(row + i) * factor
        largest = largest.replacing(with: v, where: v .> largest)
    } rest: { i, left in
        for j in i..<(i &+ left) { largest[0] = max(largest[0], row[j] * scale) }
    }
    let result = vector_largest(largest)
    return result == -.infinity ? 0 : result
}

func softmaxPullback(
    _ y: Input, _ g: Input, _ dx: Output, _ rows: Int, _ width: Int, _ scale: Float
) {
    let factor = Vector(repeating: scale)
    for r in 0..<rows {
        let row = y + r &* width
        let gradient = g + r &* width
        var total = Vector.zero
        forVectors(width) { i in
            total = multiplyAdd(vector_load(row + i), vector_load(gradient + i), total)
        } rest: { i, left in
            total = multiplyAdd(
                vector_load_first(row + i, left), vector_load_first(gradient + i, left), total)
        }
        let dot = Vector(repeating: vector_sum(total))
        @inline(__always) func slope(_ y: Vector, _ g: Vector) -> Vector { y * (g - dot) * factor }
        combineElements(row, gradient, dx + r &* width, width, slope)
    }
}

/// Mean first, then the squared distances from it: the one-pass formula cancels badly.
func normalize(
    _ x: Input, _ gain: Input, _ bias: Input, _ y: Output, _ means: Output, _ reciprocals: Output,
    _ rows: Int, _ width: Int, _ epsilon: Float
) {
    guard width > 0 else { return }
    let share = 1 / Float(width)
    for r in 0..<rows {
        let row = x + r &* width
        let out = y + r &* width
        let mean = blockSum(row, width) * share
        let variance = squaredDistance(row, mean, width) * share
        let reciprocal = 1 / (variance + epsilon).squareRoot()
        means[r] = mean
        reciprocals[r] = reciprocal
        let centre = Vector(repeating: mean)
        let factor = Vector(repeating: reciprocal)
        forVectors(width) { i in
            let unit = (vector_load(row + i) - centre) * factor
            vector_store(
                out + i, multiplyAdd(unit, vector_load(gain + i), vector_load(bias + i)))
        } rest: { i, left in
            let unit = (vector_load_first(row + i, left) - centre) * factor
            let result = multiplyAdd(
                unit, vector_load_first(gain + i, left), vector_load_first(bias + i, left))
            vector_store_first(out + i, result, left)
        }
    }
}

@inline(__always)
private func squaredDistance(_ row: Input, _ mean: Float, _ width: Int) -> Float {
    let centre = Vector(repeating: mean)
    var first = Vector.zero
    var second = Vector.zero
    var i = 0
    while i &+ 2 &* lanes <= width {
        let a = vector_load(row + i) - centre
        let b = vector_load(row + i + lanes) - centre
        first = multiplyAdd(a, a, first)
        second = multiplyAdd(b, b, second)
        i &+= 2 &* lanes
    }
    var rest: Float = vector_sum(first + second)
    while i < width {
        let distance = row[i] - mean
        rest += distance * distance
        i &+= 1
    }
    return rest
}

/// dx = (g gain - mean(g gain) - unit mean(g gain unit)) / deviation, row by row.
func normalizePullback(
    _ x: Input, _ gain: Input, _ means: Input, _ reciprocals: Input, _ g: Input,
    _ dx: Output, _ dgain: Output, _ dbias: Output, _ rows: Int, _ width: Int
) {
    guard width > 0 else { return }
    let share = 1 / Float(width)
    for r in 0..<rows {
        let row = x + r &* width
        let gradient = g + r &* width
        let centre = Vector(repeating: means[r])
        let factor = Vector(repeating: reciprocals[r])
        var plain = Vector.zero
        var weighted = Vector.zero
        func gather(_ i: Int, _ left: Int) {
            let unit = (loadUpTo(row + i, left) - centre) * factor
            let incoming = loadUpTo(gradient + i, left)
            let scaled = incoming * loadUpTo(gain + i, left)
            plain += scaled
            weighted = multiplyAdd(scaled, unit, weighted)
            storeUpTo(
                dgain + i, multiplyAdd(incoming, unit, loadUpTo(dgain + i, left)), left)
            storeUpTo(dbias + i, incoming + loadUpTo(dbias + i, left), left)
        }
        forVectors(width) {
            gather($0, lanes)
        } rest: {
            gather($0, $1)
        }
        let plainMean = Vector(repeating: vector_sum(plain) * share)
        let weightedMean = Vector(repeating: vector_sum(weighted) * share)
        func spread(_ i: Int, _ left: Int) {
            let unit = (loadUpTo(row + i, left) - centre) * factor
            let scaled = loadUpTo(gradient + i, left) * loadUpTo(gain + i, left)
            let result = (scaled - plainMean - unit * weightedMean) * factor
            storeUpTo(dx + r &* width + i, result, left)
        }
        forVectors(width) {
            spread($0, lanes)
        } rest: {
            spread($0, $1)
        }
    }
}

/// Loshchilov and Hutter, "Decoupled weight decay regularization" (2019), as PyTorch computes it.
func adamW(
    _ p: Output, _ g: Input, _ m: Output, _ v: Output, _ count: Int, _ c: AdamWConstants
) {
    let firstDecay = Vector(repeating: c.firstDecay)
    let firstShare = Vector(repeating: 1 - c.firstDecay)
    let secondDecay = Vector(repeating: c.secondDecay)
    let secondShare = Vector(repeating: 1 - c.secondDecay)
    let epsilon = Vector(repeating: c.epsilon)
    @inline(__always) func update(_ i: Int, _ left: Int) {
        let gradient = loadUpTo(g + i, left) * c.gradientScale
        let first = multiplyAdd(gradient, firstShare, loadUpTo(m + i, left) * firstDecay)
        let second = multiplyAdd(
            gradient * gradient, secondShare, loadUpTo(v + i, left) * secondDecay)
        let divisor = multiplyAdd(
            vector_square_root(second), Vector(repeating: c.secondScale), epsilon)
        let weight = loadUpTo(p + i, left) * c.decay - c.stepSize * first / divisor
        storeUpTo(m + i, first, left)
        storeUpTo(v + i, second, left)
        storeUpTo(p + i, weight, left)
    }
    forVectors(count) {
        update($0, lanes)
    } rest: {
        update($0, $1)
    }
}
