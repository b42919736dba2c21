public import Foundation
internal import Glibc
internal import Mathematics
public import Problems
internal import TextClassification

/// Trains models beside the running tutor, one at a time, and puts a new one into use only if it is
/// better on templates that it has never seen.
public struct RetrainingService: Sendable {
    private let bank: ProblemBank
    private let dataDirectory: URL
    private let registry: ModelRegistry

    /// Creates a service over a bank, its data folder and a registry.
    public init(bank: ProblemBank, dataDirectory: URL, registry: ModelRegistry) {
        self.bank = bank
        self.dataDirectory = dataDirectory
        self.registry = registry
    }

    /// Starts a training on a thread of its own, at the lowest priority unless told otherwise.
    ///
    /// - Parameters:
    ///   - configuration: what is to be done.
    ///   - isBackground: whether the thread gives way to everything else on the machine.
    ///   - report: told how the training stands, on the training's thread, at most ten times a second;
    ///     the last report is `finished`, `cancelled` or `failed`.
    /// - Returns: the training under way.
    /// - Throws: `RetrainingError.alreadyRunning` where another training runs, also in another process.
    public func start(
        _ configuration: TrainingConfiguration, isBackground: Bool = true,
        report: @escaping @Sendable (TrainingProgress) -> Void
    ) throws(RetrainingError) -> TrainingRun {
        let lock: TrainingLock?
        switch configuration.destination {
        case .folder: lock = nil
        case .registry: lock = try lockTraining()
        }
        let run = TrainingRun()
        let job = TrainingJob(
            bank: bank, dataDirectory: dataDirectory, registry: registry,
            configuration: configuration, run: run, report: report)
        let thread = Thread {
            if isBackground { Self.lowerPriority() }
            job.perform()
            // Whoever waits for the end may begin the next training at once.
            lock?.release()
            run.finish()
        }
        thread.stackSize = 8 << 20
        thread.name = "training"
        thread.start()
        return run
    }

    private func lockTraining() throws(RetrainingError) -> TrainingLock {
        do {
            return try registry.lockTraining()
        } catch ModelRegistryError.trainingElsewhere {
            throw .alreadyRunning
        } catch {
            throw .unwritable(reason: "\(error)")
        }
    }

    /// Nice 19 for this thread and the threads it starts.
    ///
    /// Stays in the session of the tutor: across
    /// sessions the kernel's automatic groups would make niceness mean nothing.
    private static func lowerPriority() {
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
    }
}
