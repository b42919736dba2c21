import KernelTable

extension Tensor {
    /// Returns the rows of this table that `indices` name.
    ///
    /// The gradient touches only those rows.
    /// - Precondition: this tensor is `[rows, width]` and every index names a row.
    public func rows(at indices: [Int]) -> Tensor {
        checkTable(indices)
        let width = shape[1]
        let result = Tensor(uninitialized: [indices.count, width])
        for (row, index) in indices.enumerated() {
            (result.output + row * width).update(from: input + index * width, count: width)
        }
        let full = count
        return result.recorded("rows", from: [self]) { step in
            step.accumulateRows(0, indices) { target, keep in
                if keep == 0 { target.output.update(repeating: 0, count: full) }
                addRows(step.gradient, indices, to: target)
            }
        }
    }

    /// Returns for every position the sum of a token's row of this table and the position's row of
    /// another, `[positions, width]`, in one pass.
    /// - Precondition: both tables have the same width and every index names a row.
    public func rows(at tokens: [Int], plus positions: Tensor, at places: [Int]) -> Tensor {
        checkTable(tokens)
        positions.checkTable(places)
        let width = shape[1]
        precondition(
            positions.shape[1] == width && tokens.count == places.count,
            "rows: tables of shape \(shape) and \(positions.shape) do not fit each other")
        let result = Tensor(uninitialized: [tokens.count, width])
        for row in tokens.indices {
            kernels.combine(
                .add, input + tokens[row] * width, positions.input + places[row] * width,
                result.output + row * width, width)
        }
        let sizes = (count, positions.count)
        return result.recorded("rowsWithPositions", from: [self, positions]) { step in
            step.accumulateRows(0, tokens) { target, keep in
                if keep == 0 { target.output.update(repeating: 0, count: sizes.0) }
                addRows(step.gradient, tokens, to: target)
            }
            step.accumulateRows(1, places) { target, keep in
                if keep == 0 { target.output.update(repeating: 0, count: sizes.1) }
                addRows(step.gradient, places, to: target)
            }
        }
    }

    private func checkTable(_ indices: [Int]) {
        precondition(rank == 2, "rows need a table of two axes, the shape is \(shape)")
        let limit = shape[0]
        precondition(
            indices.allSatisfy { $0 >= 0 && $0 < limit },
            "a row outside 0..<\(limit) of a table of shape \(shape)")
    }
}

/// Adds each row of `source` to the row of `target` that its index names.
private func addRows(_ source: Tensor, _ indices: [Int], to target: Tensor) {
    let width = source.shape[1]
    for (row, index) in indices.enumerated() {
        kernels.blend(1, source.input + row * width, 1, target.output + index * width, width)
    }
}
