import KernelTable

extension Shape {
    /// The shape that two shapes have in common when small ones are repeated.
    static func broadcast(_ left: Shape, _ right: Shape, operation: String) -> Shape {
        let rank = Swift.max(left.count, right.count)
        var sizes = [Int](repeating: 1, count: rank)
        for position in 1...Swift.max(rank, 1) where position <= rank {
            let a = position <= left.count ? left[left.count - position] : 1
            let b = position <= right.count ? right[right.count - position] : 1
            precondition(
                a == b || a == 1 || b == 1,
                "\(operation): the shapes \(left) and \(right) do not fit each other")
            sizes[rank - position] = a == 1 ? b : a
        }
        return Shape(sizes)
    }

    /// Whether this shape, without leading ones, is the end of `other`.
    func isSuffix(of other: Shape) -> Bool {
        let own = drop { $0 == 1 }
        return own.count <= other.count && own.elementsEqual(other.suffix(own.count))
    }
}

extension Tensor {
    /// Returns this tensor repeated along axes of size 1 and along new leading axes.
    public func broadcast(to shape: Shape) -> Tensor {
        let own = self.shape
        precondition(
            Shape.broadcast(own, shape, operation: "broadcast") == shape,
            "a tensor of shape \(own) cannot be repeated to \(shape)")
        return repeated(to: shape).recorded("broadcast", from: [self]) { step in
            step.deliver(0, step.gradient.summed(to: own))
        }
    }

    /// The values of `broadcast`.
    func repeated(to target: Shape) -> Tensor {
        guard shape != target else { return self }
        let result = Tensor(uninitialized: target)
        guard result.count > 0 else { return result }
        var steps = [Int](repeating: 0, count: target.count)
        for (axis, step) in shape.strides.enumerated() where shape[axis] != 1 {
            steps[axis + target.count - shape.count] = step
        }
        copyStrided(input, steps, target, to: result.output)
        return result
    }

    /// Returns the sum over all axes along which a tensor of `target` would be repeated to this shape.
    func summed(to target: Shape) -> Tensor {
        guard shape != target else { return self }
        let lead = shape.count - target.count
        let axes = (0..<shape.count).filter { $0 < lead || target[$0 - lead] != shape[$0] }
        return total(over: axes).withShape(target)
    }

    /// The same memory under another shape, outside the graph.
    func withShape(_ shape: Shape) -> Tensor {
        Tensor(shape: shape, storage: storage, offset: offset)
    }
}

/// Writes the elements of a strided view of `shape` to contiguous memory.
func copyStrided(_ source: Input, _ steps: [Int], _ shape: Shape, to target: Output) {
    guard let width = shape.last else {
        target[0] = source[0]
        return
    }
    let rows = shape.elementCount(in: 0..<(shape.count - 1))
    let step = steps[steps.count - 1]
    var index = [Int](repeating: 0, count: shape.count)
    var start = 0
    for row in 0..<rows {
        let out = target + row * width
        if step == 1 {
            out.update(from: source + start, count: width)
        } else {
            for i in 0..<width { out[i] = source[start + i * step] }
        }
        var axis = shape.count - 2
        while axis >= 0 {
            index[axis] += 1
            start += steps[axis]
            if index[axis] < shape[axis] { break }
            start -= index[axis] * steps[axis]
            index[axis] = 0
            axis -= 1
        }
    }
}
