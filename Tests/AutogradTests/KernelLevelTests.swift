import Autograd
import KernelTable
import KernelsBaseline
import KernelsV3
import KernelsV4
import Mathematics
import Testing

/// The kernel sets that this processor can run.
private let levels: [KernelTable] = {
    let name = EngineReport.current.kernels
    var tables = [KernelsBaseline.kernelTable(named: "baseline", hasManyRegisters: true)]
    if name.contains("v3") || name.contains("v4") {
        tables.append(KernelsV3.kernelTable(named: "v3", hasManyRegisters: true))
    }
    if name.contains("v4") {
        tables.append(KernelsV4.kernelTable(named: "v4", hasManyRegisters: true))
    }
    return tables
}()

private func numbers(_ count: Int, _ seed: UInt64) -> [Float] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in Float.random(in: 0.1...2, using: &generator) }
}

@Suite struct KernelLevelTests {
    @Test("every level computes the same functions at every length", arguments: Array(0...35))
    func functions(_ count: Int) {
        let (x, y, g) = (numbers(count, 1), numbers(count, 2), numbers(count, 3))
        for function in ElementFunction.allCases {
            let results = levels.map { table in
                var (forward, backward) = (g, g)
                table.map(function, x, &forward, count)
                table.mapPullback(function, x, y, g, &backward, count)
                return forward + backward
            }
            for result in results {
                #expect(agree(result, results[0]), "\(function) at \(count)")
            }
        }
    }

    @Test(
        "every level multiplies matrices of every size",
        arguments: [
            (1, 1, 1), (12, 32, 8), (13, 33, 5), (4, 16, 3), (5, 17, 40), (29, 47, 300),
            (24, 64, 257),
            (3, 5, 0), (17, 1, 9), (1, 50, 20),
        ])
    func products(_ rows: Int, _ columns: Int, _ inner: Int) {
        let (a, b) = (numbers(rows * inner, 1), numbers(inner * columns, 2))
        for isTurned in [false, true] {
            for isAdded in [false, true] {
                var expected = [Double](repeating: 0, count: rows * columns)
                for i in 0..<rows {
                    for j in 0..<columns {
                        expected[i * columns + j] = isAdded ? 0.5 : 0
                        for k in 0..<inner {
                            let left = isTurned ? a[k * rows + i] : a[i * inner + k]
                            expected[i * columns + j] += Double(left * b[k * columns + j])
                        }
                    }
                }
                for table in levels {
                    // One row more than the product has, to see that it stays as it is.
                    var c = [Float](repeating: 0.5, count: (rows + 1) * columns)
                    a.withUnsafeBufferPointer { a in
                        b.withUnsafeBufferPointer { b in
                            c.withUnsafeMutableBufferPointer { c in
                                guard let a = a.baseAddress, let b = b.baseAddress,
                                    let c = c.baseAddress
                                else { return }
                                table.multiply?(
                                    ProductArguments(
                                        a: a, rowStep: isTurned ? 1 : inner,
                                        columnStep: isTurned ? rows : 1, b: b, bStride: columns,
                                        bColumns: columns, c: c, cStride: columns, rows: rows,
                                        columns: columns, inner: inner, isAdded: isAdded))
                            }
                        }
                    }
                    #expect(agree(Array(c.prefix(rows * columns)), expected.map { Float($0) }))
                    #expect(c.suffix(columns).allSatisfy { $0 == 0.5 })
                }
            }
        }
    }

    @Test(
        "every level turns matrices of every size",
        arguments: [
            (1, 1), (16, 16), (17, 16), (16, 33), (40, 50), (0, 3),
        ])
    func transposes(_ rows: Int, _ columns: Int) {
        let x = numbers(rows * columns, 4)
        for table in levels {
            var y = [Float](repeating: 0, count: rows * columns)
            table.transpose(x, &y, rows, columns, columns, rows)
            for i in 0..<rows {
                for j in 0..<columns { #expect(y[j * rows + i] == x[i * columns + j]) }
            }
        }
    }

    private func agree(_ found: [Float], _ expected: [Float]) -> Bool {
        zip(found, expected).allSatisfy { abs($0 - $1) <= 2e-6 * max(1, abs($1)) }
    }
}
