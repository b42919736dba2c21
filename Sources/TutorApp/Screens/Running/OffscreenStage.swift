import Mathematics
import TerminalUI

/// The screens without a terminal: events, effects and what comes of them follow one another on one
/// thread, so that what is seen depends on nothing but what is sent.
final class OffscreenStage {
    private(set) var model: AppModel
    /// Set where the screens asked to end the program.
    private(set) var exitCode: Int32?
    let worker: BackstageWorker
    private let mailbox = Mailbox<AppMessage>()
    /// What the world reported and the screens have not taken yet.
    private var waiting: [AppMessage] = []
    /// Whether problems are solved elsewhere and nothing is asked before the start.
    private let isPlain: Bool

    /// Opens the record and the problems; what comes of it waits to be delivered.
    init(
        global: GlobalOptions, clock: WallClock, seed: UInt64, model: AppModel, isPlain: Bool
    ) {
        self.model = model
        self.isPlain = isPlain
        worker = BackstageWorker(global: global, clock: clock, mailbox: mailbox, seed: seed)
        worker.open()
    }

    /// Lets the screens take an event; answers to it wait to be delivered.
    func send(_ body: AppMessage.Body) {
        take(AppMessage(body: body, time: worker.clock.milliseconds()))
    }

    /// Delivers the first waiting message that fits, at the time that it is; false where none does.
    @discardableResult
    func deliver(where fits: (AppMessage) -> Bool) -> Bool {
        waiting += mailbox.drain()
        guard let index = waiting.firstIndex(where: fits) else { return false }
        let message = waiting.remove(at: index)
        take(AppMessage(body: message.body, time: worker.clock.milliseconds()))
        return true
    }

    /// Delivers everything that waits, and what comes of it.
    func settle() {
        while deliver(where: { _ in true }) {}
    }

    /// Sends an event and delivers everything that comes of it.
    func answer(_ event: Event) {
        send(.event(event))
        settle()
    }

    /// Goes back from practice that took place elsewhere.
    func leavePractice() {
        model.practice = nil
        worker.renewSession()
        answer(.key(.escape))
    }

    private func take(_ message: AppMessage) {
        guard exitCode == nil else { return }
        let effects = update(&model, message)
        if isPlain, model.screen == .firstRun { model.stack = [.home] }
        effects.forEach(carryOut)
    }

    private func carryOut(_ effect: AppEffect) {
        switch effect {
        case .quit(let code): exitCode = code
        case .suspend, .redraw, .show, .tickInASecond: break
        case .practice where isPlain: break
        default: worker.carryOut(effect)
        }
    }
}
