import KernelTable

extension Tensor {
    /// Returns the sum of all elements.
    public func sum() -> Tensor { sum(over: Array(0..<rank)) }

    /// Returns the sums over axes; an axis may count from the end.
    public func sum(over axes: [Int], keepingDimensions: Bool = false) -> Tensor {
        let resolved = axes.map { shape.resolve($0) }
        let full = shape
        let result = total(over: resolved)
            .withShape(full.reducing(resolved, keepingDimensions: keepingDimensions))
        return result.recorded("sum", from: [self]) { step in
            let kept = full.reducing(resolved, keepingDimensions: true)
            step.deliver(0, step.gradient.withShape(kept).repeated(to: full))
        }
    }

    /// Returns the mean of all elements.
    public func mean() -> Tensor { mean(over: Array(0..<rank)) }

    /// Returns the means over axes; an axis may count from the end.
    public func mean(over axes: [Int], keepingDimensions: Bool = false) -> Tensor {
        let size = axes.reduce(1) { $0 * shape[shape.resolve($1)] }
        return sum(over: axes, keepingDimensions: keepingDimensions) * (1 / Float(size))
    }

    /// Returns the largest elements along an axis; of equal ones the first gets the gradient.
    /// - Precondition: the axis is not empty.
    public func maximum(over axis: Int, keepingDimensions: Bool = false) -> Tensor {
        let resolved = shape.resolve(axis)
        let full = shape
        let places = placesOfMaximum(over: resolved)
        let result = Tensor(
            uninitialized: full.reducing([resolved], keepingDimensions: keepingDimensions))
        for (i, place) in places.enumerated() { result.output[i] = input[place] }
        return result.recorded("maximum", from: [self]) { step in
            let spread = Tensor.zeros(full)
            for (i, place) in places.enumerated() {
                spread.output[place] += step.gradient.input[i]
            }
            step.deliver(0, spread)
        }
    }

    /// Returns the largest element; of equal ones the first gets the gradient.
    /// - Precondition: no axis is empty.
    public func maximum() -> Tensor { maximum(over: Array(0..<rank)) }

    /// Returns the largest elements over several axes; of equal ones the first in memory gets the
    /// gradient.
    /// - Precondition: none of the axes is empty.
    public func maximum(over axes: [Int], keepingDimensions: Bool = false) -> Tensor {
        let resolved = Set(axes.map { shape.resolve($0) }).sorted(by: >)
        let result = resolved.reduce(self) { $0.maximum(over: $1, keepingDimensions: true) }
        guard !keepingDimensions else { return result }
        return result.reshaped(Array(shape.reducing(resolved, keepingDimensions: false)))
    }

    /// Returns where along an axis the largest elements are; integers carry no gradient.
    public func indicesOfMaximum(over axis: Int = -1) -> [Int] {
        let resolved = shape.resolve(axis)
        let inner = shape.elementCount(in: (resolved + 1)..<rank)
        return placesOfMaximum(over: resolved).map { $0 / inner % shape[resolved] }
    }

    /// Where in memory the first of the largest elements along an axis are; NaN counts as largest.
    private func placesOfMaximum(over axis: Int) -> [Int] {
        let size = shape[axis]
        precondition(size > 0, "an empty axis has no maximum, the shape is \(shape)")
        let inner = shape.elementCount(in: (axis + 1)..<rank)
        let outer = shape.elementCount(in: 0..<axis)
        var places: [Int] = []
        places.reserveCapacity(outer * inner)
        for o in 0..<outer {
            for i in 0..<inner {
                var best = o * size * inner + i
                for step in 1..<max(size, 1) {
                    let place = (o * size + step) * inner + i
                    if input[place] > input[best] || input[place].isNaN && !input[best].isNaN {
                        best = place
                    }
                }
                places.append(best)
            }
        }
        return places
    }

    /// The values of `sum`, with the axes gone; one axis after another from the last.
    func total(over axes: [Int]) -> Tensor {
        guard axes.count < rank else {
            return Tensor(kernels.sum(input, count))
        }
        var result = detached()
        for axis in Set(axes).sorted(by: >) { result = result.total(overAxis: axis) }
        return result
    }

    private func total(overAxis axis: Int) -> Tensor {
        let size = shape[axis]
        let inner = shape.elementCount(in: (axis + 1)..<rank)
        let outer = shape.elementCount(in: 0..<axis)
        let reduced = shape.reducing([axis], keepingDimensions: false)
        if inner == 1 {
            let result = Tensor(uninitialized: reduced)
            for o in 0..<outer { result.output[o] = kernels.sum(input + o * size, size) }
            return result
        }
        let result = Tensor.zeros(reduced)
        for o in 0..<outer {
            kernels.addColumnSums(
                input + o * size * inner, result.output + o * inner, size, inner)
        }
        return result
    }
}
