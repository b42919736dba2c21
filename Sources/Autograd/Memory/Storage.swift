import KernelTable

/// Memory that tensors share; it goes back to the pool with its last tensor.
final class Storage {
    let pointer: UnsafeMutablePointer<Float>
    let count: Int
    /// Counts changes in place, so that a pullback can tell that what it saved is gone.
    var version = 0

    init(count: Int) {
        self.count = count
        pointer = EngineContext.current.pool.take(count)
    }

    deinit {
        EngineContext.current.pool.give(pointer, count)
    }
}
