import KernelTable

extension Tensor {
    /// Returns the same elements under another shape, without copying; one size may be -1.
    /// - Precondition: the shapes hold equally many elements.
    public func reshaped(_ sizes: [Int]) -> Tensor {
        let known = sizes.filter { $0 != -1 }.reduce(1, *)
        let open = sizes.contains(-1) && known > 0 ? count / known : 0
        let target = Shape(sizes.map { $0 == -1 ? open : $0 })
        precondition(
            target.elementCount == count,
            "a tensor of shape \(shape) cannot take the shape \(sizes)")
        let own = shape
        return withShape(target).recorded("reshape", from: [self]) { step in
            step.deliver(0, step.gradient.withShape(own))
        }
    }

    /// Returns the tensor with two axes exchanged.
    public func transposed(_ first: Int = -2, _ second: Int = -1) -> Tensor {
        var order = Array(0..<rank)
        order.swapAt(shape.resolve(first), shape.resolve(second))
        return permuted(order)
    }

    /// Returns the tensor with its axes in another order: axis `i` of the result is `order[i]`.
    public func permuted(_ order: [Int]) -> Tensor {
        let resolved = order.map { shape.resolve($0) }
        precondition(
            resolved.sorted() == Array(0..<rank),
            "\(order) does not name every axis of the shape \(shape) once")
        var inverse = resolved
        for (position, axis) in resolved.enumerated() { inverse[axis] = position }
        return reordered(resolved).recorded("permute", from: [self]) { step in
            step.deliver(0, step.gradient.reordered(inverse))
        }
    }

    private func reordered(_ order: [Int]) -> Tensor {
        let result = Tensor(uninitialized: Shape(order.map { shape[$0] }))
        guard count > 0 else { return result }
        if rank == 2, order == [1, 0] {
            kernels.transpose(
                input, result.output, shape[0], shape[1], max(1, shape[1]), max(1, shape[0]))
        } else {
            let steps = shape.strides
            copyStrided(input, order.map { steps[$0] }, result.shape, to: result.output)
        }
        return result
    }

    /// Returns a range of an axis; leading rows share memory.
    public func sliced(_ range: Range<Int>, axis: Int = 0) -> Tensor {
        let axis = shape.resolve(axis)
        precondition(
            range.lowerBound >= 0 && range.upperBound <= shape[axis],
            "the range \(range) lies outside axis \(axis) of the shape \(shape)")
        var sliceShape = shape
        sliceShape[axis] = range.count
        let block = shape.elementCount(in: (axis + 1)..<rank)
        let outer = shape.elementCount(in: 0..<axis)
        let (full, size) = (shape, range.count * block)
        let (step, start) = (shape[axis] * block, range.lowerBound * block)
        let result: Tensor
        if outer == 1 {
            result = Tensor(shape: sliceShape, storage: storage, offset: offset + start)
        } else {
            result = Tensor(uninitialized: sliceShape)
            for o in 0..<outer {
                (result.output + o * size).update(from: input + o * step + start, count: size)
            }
        }
        return result.recorded("slice", from: [self]) { node in
            node.accumulate(0) { target, keep in
                if keep == 0 { target.output.update(repeating: 0, count: full.elementCount) }
                for o in 0..<outer {
                    kernels.blend(
                        1, node.gradient.input + o * size, 1, target.output + o * step + start,
                        size)
                }
            }
        }
    }

    /// Returns tensors joined along an axis.
    /// - Precondition: there is at least one, and the other axes agree.
    public static func concatenated(_ parts: [Tensor], axis: Int = 0) -> Tensor {
        guard let first = parts.first else {
            preconditionFailure("concatenation needs at least one tensor")
        }
        let axis = first.shape.resolve(axis)
        var shape = first.shape
        shape[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
        for part in parts {
            var expected = shape
            if part.rank == expected.count { expected[axis] = part.shape[axis] }
            precondition(
                part.shape == expected,
                "the shapes \(first.shape) and \(part.shape) cannot be joined along axis \(axis)")
        }
        let result = Tensor(uninitialized: shape)
        let block = shape.elementCount(in: (axis + 1)..<shape.count)
        let outer = shape.elementCount(in: 0..<axis)
        let step = shape[axis] * block
        let sizes = parts.map { $0.shape[axis] * block }
        let starts = sizes.indices.map { sizes[..<$0].reduce(0, +) }
        for (index, part) in parts.enumerated() {
            for o in 0..<outer {
                (result.output + o * step + starts[index])
                    .update(from: part.input + o * sizes[index], count: sizes[index])
            }
        }
        let shapes = parts.map(\.shape)
        return result.recorded("concatenate", from: parts) { node in
            for index in shapes.indices where node.needs(index) {
                let piece = Tensor(uninitialized: shapes[index])
                for o in 0..<outer {
                    (piece.output + o * sizes[index]).update(
                        from: node.gradient.input + o * step + starts[index], count: sizes[index])
                }
                node.deliver(index, piece)
            }
        }
    }
}
