internal import Synchronization

/// A training under way: it can be cancelled, paused and waited for from any thread.
public final class TrainingRun: Sendable {
    private struct State {
        var isCancelled = false
        var isInterrupted = false
        var isPaused = false
        var isDone = false
    }

    private let state = Mutex(State())
    private let finished = Gate()

    /// Stops the training before its next batch; nothing will have changed.
    public func cancel() {
        state.withLock { $0.isCancelled = true }
    }

    /// Stops the training before its next batch, to be gone on from another time.
    public func interrupt() {
        state.withLock {
            $0.isCancelled = true
            $0.isInterrupted = true
        }
    }

    /// Lets the training rest before its next batch, using no processor time.
    public func pause() {
        state.withLock { $0.isPaused = true }
    }

    /// Lets a resting training go on.
    public func resume() {
        state.withLock { $0.isPaused = false }
    }

    /// Whether the training is to stop.
    public var isCancelled: Bool { state.withLock { $0.isCancelled } }
    /// Whether it is to be gone on from another time.
    public var isInterrupted: Bool { state.withLock { $0.isInterrupted } }
    /// Whether the training rests.
    public var isPaused: Bool { state.withLock { $0.isPaused } }
    /// Whether the training has ended, in whatever way.
    public var isFinished: Bool { state.withLock { $0.isDone } }

    /// Waits until the training has ended, in whatever way.
    public func wait() {
        finished.wait()
    }

    func finish() {
        state.withLock { $0.isDone = true }
        finished.open()
    }
}
