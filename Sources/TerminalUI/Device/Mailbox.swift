internal import CTerminalSupport
internal import Synchronization

/// Messages from other threads to the one that draws; posting also wakes it.
public final class Mailbox<Message: Sendable>: Sendable {
    private let messages = Mutex<[Message]>([])

    /// Creates an empty mailbox.
    public init() {}

    /// Adds a message; callable from any thread.
    public func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        terminal_support_wake()
    }

    /// Takes everything that was posted, oldest first.
    public func drain() -> [Message] {
        messages.withLock { pending in
            let taken = pending
            pending.removeAll()
            return taken
        }
    }
}

/// The scheduling priority of the thread that asks.
public enum ThreadPriority {
    /// Makes the calling thread give way to every other; the screen stays quick.
    public static func lower() {
        // Where the system refuses, the thread merely keeps its priority.
        _ = terminal_support_lower_thread_priority(19)
    }
}
