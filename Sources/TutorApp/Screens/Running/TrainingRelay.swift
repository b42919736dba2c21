import Mathematics
import Retraining
import Synchronization

/// Turns the reports of a training, given on its own thread, into what the screen shows.
final class TrainingRelay: Sendable {
    private let figures: Mutex<TrainingFigures>
    private let clock: WallClock
    private let post: @Sendable (AppMessage.Body) -> Void

    init(
        began: Int64, epochs: Int, championAccuracy: Double?, clock: WallClock,
        post: @escaping @Sendable (AppMessage.Body) -> Void
    ) {
        var figures = TrainingFigures(began: began, epochs: epochs)
        figures.championAccuracy = championAccuracy
        self.figures = Mutex(figures)
        self.clock = clock
        self.post = post
    }

    /// Takes a report and shows it.
    func take(_ progress: TrainingProgress) {
        let now = clock.milliseconds()
        post(
            .training(
                figures.withLock { figures in
                    figures.take(progress)
                    figures.memory = ProcessMemory.residentBytes()
                    figures.reported = now
                    return figures
                }))
    }

    /// The training could not start.
    func fail(_ failure: Failure) {
        post(
            .training(
                figures.withLock { figures in
                    figures.stage = .failed(english: failure.english, korean: failure.korean)
                    return figures
                }))
    }
}

extension TrainingFigures {
    /// Takes the figures of one report.
    fileprivate mutating func take(_ progress: TrainingProgress) {
        epoch = progress.epoch
        epochs = max(1, progress.epochs)
        fraction = progress.fraction
        secondsLeft = progress.remainingSeconds
        learningRate = progress.learningRate.map(Double.init)
        gradientNorm = progress.gradientNorm.map(Double.init)
        rowsPerSecond = progress.rowsPerSecond
        let losses = progress.losses.filter(\.isFinite)
        if !losses.isEmpty {
            let mean = Double(losses.reduce(0, +)) / Double(losses.count)
            trainingLosses.append(PlotPoint(x: progress.fraction * Double(epochs), y: mean))
        }
        let measured = Double(progress.measuredEpoch)
        if let accuracy = progress.leafAccuracy, heldOutAccuracies.last?.x != measured {
            heldOutAccuracies.append(PlotPoint(x: measured, y: accuracy))
        }
        isPaused = false
        switch progress.phase {
        case .preparing: stage = .preparing
        case .training: stage = .training
        case .paused: isPaused = true
        case .evaluating: stage = .judging
        case .cancelled: stage = .stopped
        case .failed(let error):
            let failure = Failure.training(error)
            stage = .failed(english: failure.english, korean: failure.korean)
        case .finished(let outcome):
            fraction = 1
            stage = .finished(TrainingResult(outcome))
        }
    }
}

extension TrainingResult {
    fileprivate init(_ outcome: TrainingOutcome) {
        // Both models on the same problems: what the manifest of the old one says was measured on
        // others.
        let champion = outcome.version.leafAccuracy - outcome.decision.leaf.mean
        self.init(
            model: outcome.version.id, isPromoted: outcome.decision.isPromoted,
            english: outcome.decision.sentence(in: .english),
            korean: outcome.decision.sentence(in: .korean),
            accuracy: outcome.version.leafAccuracy, championAccuracy: champion,
            checks: outcome.decision.checks.map {
                Check(
                    english: "\($0.name(in: .english)): \($0.figure(in: .english))",
                    korean: "\($0.name(in: .korean)): \($0.figure(in: .korean))",
                    holds: $0.holds)
            })
    }
}
