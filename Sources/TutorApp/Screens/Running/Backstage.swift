import Dispatch
import TerminalUI

/// Carries out the effects of the screens, one after another, away from the thread that draws.
struct Backstage: Sendable {
    private let effects: AsyncStream<AppEffect>.Continuation
    private let isDone = DispatchSemaphore(value: 0)

    /// Starts to open the record and the problems; what comes of it arrives in the mailbox.
    init(global: GlobalOptions, clock: WallClock, mailbox: Mailbox<AppMessage>) {
        let (stream, continuation) = AsyncStream<AppEffect>.makeStream()
        effects = continuation
        let isDone = isDone
        Task.detached {
            let worker = BackstageWorker(global: global, clock: clock, mailbox: mailbox)
            worker.open()
            for await effect in stream { worker.carryOut(effect) }
            worker.close()
            isDone.signal()
        }
    }

    /// Adds an effect to those that wait.
    func carryOut(_ effect: AppEffect) {
        effects.yield(effect)
    }

    /// Lets everything that was asked for be finished; an answer on its way to the disk gets there.
    func finish() {
        effects.finish()
        _ = isDone.wait(timeout: .now() + 10)
    }
}
