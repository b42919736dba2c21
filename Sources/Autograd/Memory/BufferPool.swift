import Glibc

/// Memory of one thread that is given back and used again, because asking the system for fresh pages
/// costs forty times as much as the work done in them.
///
/// Sizes are rounded up to one of four steps per power of two, so at most a quarter is wasted. The
/// pool keeps no more than the most that was ever in use at once.
final class BufferPool {
    private var free: [[UnsafeMutablePointer<Float>]] = Array(repeating: [], count: 256)
    private var liveBytes = 0
    private(set) var peakLiveBytes = 0
    private(set) var cachedBytes = 0

    deinit {
        for list in free {
            for pointer in list { Glibc.free(pointer) }
        }
    }

    /// Returns uninitialised memory for `count` numbers, at an address divisible by 64.
    func take(_ count: Int) -> UnsafeMutablePointer<Float> {
        let index = BufferPool.sizeClass(count)
        let bytes = BufferPool.capacity(index) * MemoryLayout<Float>.stride
        liveBytes += bytes
        peakLiveBytes = max(peakLiveBytes, liveBytes)
        if let pointer = free[index].popLast() {
            cachedBytes -= bytes
            return pointer
        }
        guard let raw = aligned_alloc(64, bytes) else {
            fatalError("no memory for \(count) numbers")
        }
        return raw.bindMemory(to: Float.self, capacity: BufferPool.capacity(index))
    }

    /// Takes memory back that any pool of the process has given out for `count` numbers.
    func give(_ pointer: UnsafeMutablePointer<Float>, _ count: Int) {
        let index = BufferPool.sizeClass(count)
        let bytes = BufferPool.capacity(index) * MemoryLayout<Float>.stride
        liveBytes -= bytes
        if cachedBytes + bytes > peakLiveBytes {
            Glibc.free(pointer)
        } else {
            cachedBytes += bytes
            free[index].append(pointer)
        }
    }

    /// The class of sizes that `count` belongs to: sixteen numbers, then four steps per doubling.
    static func sizeClass(_ count: Int) -> Int {
        let units = max(1, (count + 15) / 16)
        guard units > 4 else { return units - 1 }
        let power = Int.bitWidth - 1 - (units - 1).leadingZeroBitCount
        let step = (units - 1) >> (power - 2)
        return (power - 1) * 4 + step - 4
    }

    /// The number of numbers that a buffer of a class holds.
    static func capacity(_ index: Int) -> Int {
        guard index >= 4 else { return (index + 1) * 16 }
        let power = index / 4 + 1
        let step = index % 4 + 4
        return ((step + 1) << (power - 2)) * 16
    }
}
