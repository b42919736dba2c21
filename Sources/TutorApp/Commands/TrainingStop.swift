import Dispatch
import Glibc
import Retraining
import Synchronization

/// Lets a training end in order when the process is told to: what the last whole pass left is kept.
final class TrainingStop {
    /// The signal that came, shared with the threads on which signals arrive.
    private final class Told: Sendable {
        let number = Mutex<Int32?>(nil)
    }

    private let told = Told()
    private let sources: [any DispatchSourceSignal]

    /// The code to exit with, once the process was told to end.
    var exitCode: Int32? { told.number.withLock { $0.map { 128 + $0 } } }

    init(_ run: TrainingRun) {
        let told = told
        sources = [SIGHUP, SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                told.number.withLock { $0 = number }
                run.interrupt()
            }
            source.resume()
            return source
        }
    }
}
