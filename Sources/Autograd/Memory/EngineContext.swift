import Glibc

/// What one thread knows: whether it records, its memory, and which copy of the gradients is its own.
final class EngineContext {
    var isRecording = true
    var anomalies: AnomalyLog?
    /// Which set of gradients this thread adds to while shards of a batch run side by side.
    var shard = 0
    var lastSequence = 0
    let pool = BufferPool()

    /// The key under which the C library keeps the context of each thread.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { stored in
            Unmanaged<EngineContext>.fromOpaque(stored.unsafelyUnwrapped).release()
        }
        precondition(status == 0, "no thread-local storage is left: \(status)")
        return key
    }()

    /// The context of the running thread.
    static var current: EngineContext {
        if let stored = pthread_getspecific(key) {
            return Unmanaged<EngineContext>.fromOpaque(stored).takeUnretainedValue()
        }
        let context = EngineContext()
        pthread_setspecific(key, Unmanaged.passRetained(context).toOpaque())
        return context
    }
}

/// Runs `body` without recording operations, for inference and updates of weights.
public func withoutGradient<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    let context = EngineContext.current
    let before = context.isRecording
    context.isRecording = false
    defer { context.isRecording = before }
    return try body()
}

/// Runs `body` with recording on, also inside `withoutGradient`.
public func withGradient<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    let context = EngineContext.current
    let before = context.isRecording
    context.isRecording = true
    defer { context.isRecording = before }
    return try body()
}
