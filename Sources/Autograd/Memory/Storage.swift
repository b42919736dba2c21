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

    /// Calls `body` with the memory, which stays this storage's own until `body` has ended.
    ///
    /// A bare `pointer` is good only as long as something else, such as a tensor, holds the storage.
    func withPointer<Result>(_ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
        withExtendedLifetime(self) { body(pointer) }
    }

    deinit {
        EngineContext.current.pool.give(pointer, count)
    }
}
