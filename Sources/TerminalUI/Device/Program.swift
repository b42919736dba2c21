/// What carrying out an effect asks of the loop.
public enum Directive: Sendable, Hashable {
    /// Nothing.
    case proceed
    /// End with an exit code.
    case quit(Int32)
    /// Stop as Ctrl-Z does.
    case suspend
    /// Draw everything again.
    case redraw
}

/// The loop of a full-screen program: events and messages change a model, the model is drawn.
///
/// One thread runs it and owns the terminal; other threads post to the mailbox. While nothing
/// happens it sleeps without a timer, and a batch of events is drawn once.
@MainActor
public final class Program<Model, Message: Sendable, Effect> {
    /// The functions that make the program.
    public struct Functions {
        let message: (Event) -> Message
        let update: (inout Model, Message) -> [Effect]
        let view: (Model) -> Canvas
        let perform: @MainActor (Effect, Program) -> Directive

        /// Creates the set of functions.
        public init(
            message: @escaping (Event) -> Message,
            update: @escaping (inout Model, Message) -> [Effect],
            view: @escaping (Model) -> Canvas,
            perform: @escaping @MainActor (Effect, Program) -> Directive
        ) {
            self.message = message
            self.update = update
            self.view = view
            self.perform = perform
        }
    }

    /// The state of the program.
    public private(set) var model: Model
    /// The device.
    public let terminal: any Terminal
    /// Where other threads post.
    public let mailbox: Mailbox<Message>
    private let functions: Functions
    private var timers: [(due: ContinuousClock.Instant, message: Message)] = []
    private var exitCode: Int32?
    private var needsDrawing = true

    /// Creates a program that has not begun.
    public init(
        model: Model, terminal: any Terminal, mailbox: Mailbox<Message>, functions: Functions
    ) {
        self.model = model
        self.terminal = terminal
        self.mailbox = mailbox
        self.functions = functions
    }

    /// Delivers a message after a while; one timer is one wake-up.
    public func schedule(_ message: Message, after delay: Duration) {
        timers.append((ContinuousClock.now + delay, message))
    }

    /// Runs until an effect asks to quit and returns the exit code; `effects` are the first.
    public func run(_ effects: [Effect] = []) -> Int32 {
        draw()
        effects.forEach(carryOut)
        while exitCode == nil {
            draw()
            let events = terminal.events(timeout: timeUntilNextTimer)
            for event in events { send(functions.message(event)) }
            for message in mailbox.drain() { send(message) }
            for message in takeDueTimers() { send(message) }
        }
        terminal.close()
        return exitCode ?? 0
    }

    private func send(_ message: Message) {
        guard exitCode == nil else { return }
        needsDrawing = true
        functions.update(&model, message).forEach(carryOut)
    }

    private func carryOut(_ effect: Effect) {
        guard exitCode == nil else { return }
        switch functions.perform(effect, self) {
        case .proceed: break
        case .quit(let code): exitCode = code
        case .suspend:
            terminal.suspend()
            send(functions.message(.resumed))
        case .redraw:
            terminal.redraw()
            needsDrawing = true
        }
    }

    private func draw() {
        guard needsDrawing else { return }
        needsDrawing = false
        terminal.present(functions.view(model))
    }

    private var timeUntilNextTimer: Duration? {
        timers.map(\.due).min().map { max(.zero, $0 - ContinuousClock.now) }
    }

    private func takeDueTimers() -> [Message] {
        guard !timers.isEmpty else { return [] }
        let now = ContinuousClock.now
        let due = timers.filter { $0.due <= now }
        timers.removeAll { $0.due <= now }
        return due.sorted { $0.due < $1.due }.map(\.message)
    }
}
