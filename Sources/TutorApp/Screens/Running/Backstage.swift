import Dispatch
import Synchronization
import TerminalUI

/// Carries out the effects of the screens, one after another, away from the thread that draws.
struct Backstage: Sendable {
    private let effects: AsyncStream<AppEffect>.Continuation
    private let isDone = DispatchSemaphore(value: 0)
    private let newestReading = NewestReading()

    /// Starts to open the record and the problems; what comes of it arrives in the mailbox.
    init(
        global: GlobalOptions, clock: WallClock, mailbox: Mailbox<AppMessage>, seed: UInt64
    ) {
        let (stream, continuation) = AsyncStream<AppEffect>.makeStream()
        effects = continuation
        let isDone = isDone
        let newestReading = newestReading
        Task.detached {
            let worker = BackstageWorker(
                global: global, clock: clock, mailbox: mailbox, seed: seed)
            worker.open()
            for await effect in stream where !newestReading.isOutdated(effect) {
                worker.carryOut(effect)
            }
            worker.close()
            isDone.signal()
        }
    }

    /// Adds an effect to those that wait.
    func carryOut(_ effect: AppEffect) {
        newestReading.note(effect)
        effects.yield(effect)
    }

    /// Lets everything that was asked for be finished; an answer on its way to the disk gets there.
    func finish() {
        effects.finish()
        _ = isDone.wait(timeout: .now() + 10)
    }
}

/// Which text of the learner's own was the last one to be read; older ones need no answer.
private final class NewestReading: Sendable {
    private let sequence = Mutex(0)

    func note(_ effect: AppEffect) {
        guard case .read(_, let number) = effect else { return }
        sequence.withLock { $0 = number }
    }

    func isOutdated(_ effect: AppEffect) -> Bool {
        guard case .read(_, let number) = effect else { return false }
        return sequence.withLock { number < $0 }
    }
}
