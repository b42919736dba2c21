internal import Foundation
internal import TextClassification

/// Turns the events of a training into reports, at most ten a second, and answers with what the run
/// is to do next.
final class ProgressReporter {
    private let run: TrainingRun
    private let budget: Double?
    private let report: (TrainingProgress) -> Void
    private let start = ContinuousClock.now
    private var lastReport: ContinuousClock.Instant?
    private var progress: TrainingProgress
    /// When the newest step ended, unless something else than learning came after it.
    private var lastStep: Double?
    private var learnedRows = 0
    private(set) var learningSeconds = 0.0
    private var divergence = DivergenceGuard()
    /// When learning began and where, for the estimate of the rest.
    private var learning: (began: Double, fraction: Double)?

    /// Why the run has to end though nobody asked for it.
    private(set) var fault: RetrainingError?

    /// The least time between two reports.
    private static let interval = Duration.milliseconds(100)
    /// The time that is kept free at the end of a budget for measuring the result.
    private static let reserve = 0.3

    init(
        epochs: Int, run: TrainingRun, budget: Double?, memoryLimit: Int,
        report: @escaping (TrainingProgress) -> Void
    ) {
        self.run = run
        self.budget = budget
        self.report = report
        progress = TrainingProgress(
            phase: .preparing, epoch: 0, epochs: epochs, fraction: 0, losses: [], loss: nil,
            measuredEpoch: 0, leafAccuracy: nil, operationAccuracy: nil, learningRate: nil,
            gradientNorm: nil, rowsPerSecond: nil, seconds: 0,
            remainingSeconds: nil)
        progress.memoryLimit = memoryLimit
    }

    /// Seconds since the start.
    var seconds: Double {
        let passed = start.duration(to: .now)
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    }

    /// Rows learned from per second of learning.
    var rowsPerSecond: Double? { progress.rowsPerSecond }

    /// Reports that another phase has begun.
    func enter(_ phase: TrainingProgress.Phase) {
        progress.phase = phase
        progress.phaseFraction = 0
        ResidentMemory.giveBack()
        send()
    }

    /// Takes note of the problems drawn; returns whether to go on.
    func proceeds(drawn: Int, of count: Int) -> Bool {
        progress.drawn = drawn
        progress.toDraw = count
        return proceeds(share: Double(drawn) / Double(max(count, 1)))
    }

    /// Takes note of how far a phase is; returns whether to go on.
    func proceeds(share: Double) -> Bool {
        progress.phaseFraction = share
        sendIfDue()
        let phase = progress.phase
        waitWhilePaused(then: phase)
        return !run.isCancelled && fault == nil
    }

    /// Takes note of how well the model in use does on the held-out rows.
    func note(championAccuracy: Double) {
        progress.championAccuracy = championAccuracy
        send()
    }

    /// Takes note of an event and says whether to go on.
    func observe(_ event: TrainingEvent) -> TrainingControl {
        switch event {
        case .baseline(let share):
            if case .warmingUp = progress.phase {} else { enter(.warmingUp) }
            return proceeds(share: share) ? .proceed : .cancel
        case .step(let epoch, let step, let steps, let loss, let rows, let rate, let norm):
            progress.phase = .training
            progress.learningRate = rate
            progress.gradientNorm = norm
            measureSpeed(rows: rows)
            progress.epoch = epoch
            progress.loss = loss
            progress.losses.append(loss)
            let done = Double(epoch - 1) + Double(step) / Double(steps)
            progress.fraction = done / Double(progress.epochs)
            estimate()
            sendIfDue()
            if divergence.isAstray(after: loss) {
                fault = .trainingFailed(reason: "the loss rose again and again")
            }
        case .epoch(let number, _, _, let leaf, let operation):
            lastStep = nil
            progress.measuredEpoch = number
            progress.leafAccuracy = leaf
            progress.operationAccuracy = operation
            send()
        }
        return control()
    }

    private func control() -> TrainingControl {
        waitWhilePaused(then: .training)
        if run.isCancelled || fault != nil { return .cancel }
        if let budget, seconds > budget * (1 - Self.reserve) { return .finish }
        return .proceed
    }

    private func waitWhilePaused(then phase: TrainingProgress.Phase) {
        guard run.isPaused, !run.isCancelled else { return }
        lastStep = nil
        let began = seconds
        progress.phase = .paused
        send()
        while run.isPaused, !run.isCancelled { Thread.sleep(forTimeInterval: 0.05) }
        learning?.began += seconds - began
        progress.phase = phase
        send()
    }

    private func measureSpeed(rows: Int) {
        let now = seconds
        if let lastStep {
            learnedRows += rows
            learningSeconds += now - lastStep
        }
        lastStep = now
        if learningSeconds > 0 { progress.rowsPerSecond = Double(learnedRows) / learningSeconds }
    }

    private func estimate() {
        guard let (began, fraction) = learning else {
            learning = (seconds, progress.fraction)
            return
        }
        let done = progress.fraction - fraction
        guard done > 0.02 / Double(progress.epochs), seconds > began + 1 else { return }
        let rest = (seconds - began) / done * (1 - progress.fraction)
        progress.remainingSeconds = budget.map { min(rest, max($0 - seconds, 0)) } ?? rest
    }

    private func sendIfDue() {
        if let lastReport, lastReport.duration(to: .now) < Self.interval { return }
        send()
    }

    private func send() {
        lastReport = .now
        progress.seconds = seconds
        progress.residentBytes = ResidentMemory.bytes()
        keepWithinMemory()
        report(progress)
        progress.losses = []
    }

    /// Gives back what is free, and gives the training up if that is not enough.
    private func keepWithinMemory() {
        guard let bytes = progress.residentBytes, bytes > progress.memoryLimit else { return }
        ResidentMemory.giveBack()
        let left = ResidentMemory.bytes() ?? bytes
        progress.residentBytes = left
        guard left > progress.memoryLimit else { return }
        fault = .tooMuchMemory(bytes: left, limit: progress.memoryLimit)
    }
}
