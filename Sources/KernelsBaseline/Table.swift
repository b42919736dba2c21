public import KernelTable

/// Returns the kernels as compiled for this target's processor level.
public func kernelTable(named name: String, hasManyRegisters: Bool = false) -> KernelTable {
    KernelTable(
        name: name, map: map, mapPullback: mapPullback, combine: combine,
        combineScalar: combineScalar, combineScalarFirst: combineScalarFirst,
        combineRow: combineRow, blend: blend, biasThenGELU: biasThenGELU, sum: sum,
        sumOfSquares: sumOfSquares, addColumnSums: addColumnSums, softmax: softmax,
        softmaxPullback: softmaxPullback, normalize: normalize,
        normalizePullback: normalizePullback, adamW: adamW, dropout: dropout,
        transpose: transpose,
        multiply: hasManyRegisters ? multiply : nil)
}
