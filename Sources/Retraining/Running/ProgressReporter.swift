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
    private var learningSeconds = 0.0

    /// The least time between two reports.
    private static let interval = Duration.milliseconds(100)
    /// The time that is kept free at the end of a budget for measuring the result.
    private static let reserve = 0.3

    init(
        epochs: Int, run: TrainingRun, budget: Double?,
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
    }

    /// Seconds since the start.
    var seconds: Double {
        let passed = start.duration(to: .now)
        return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    }

    /// Reports that another phase has begun.
    func enter(_ phase: TrainingProgress.Phase) {
        progress.phase = phase
        send()
    }

    /// Takes note of an event and says whether to go on.
    func observe(_ event: TrainingEvent) -> TrainingControl {
        switch event {
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
        if run.isPaused, !run.isCancelled {
            lastStep = nil
            enter(.paused)
            while run.isPaused, !run.isCancelled { Thread.sleep(forTimeInterval: 0.05) }
            enter(.training)
        }
        if run.isCancelled { return .cancel }
        if let budget, seconds > budget * (1 - Self.reserve) { return .finish }
        return .proceed
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
        guard progress.fraction > 0.02 else { return }
        let rest = seconds / progress.fraction * (1 - progress.fraction)
        progress.remainingSeconds = budget.map { min(rest, max($0 - seconds, 0)) } ?? rest
    }

    private func sendIfDue() {
        if let lastReport, lastReport.duration(to: .now) < Self.interval { return }
        send()
    }

    private func send() {
        lastReport = .now
        progress.seconds = seconds
        report(progress)
        progress.losses = []
    }
}
