import Mathematics
import Problems
import Retraining
import Synchronization

/// Turns the reports of a training, given on its own thread, into what the screen shows.
final class TrainingRelay: Sendable {
    private let figures: Mutex<TrainingFigures>
    private let clock: WallClock
    private let skills: SkillGraph
    private let post: @Sendable (AppMessage.Body) -> Void

    init(
        began: Int64, epochs: Int, clock: WallClock, skills: SkillGraph,
        post: @escaping @Sendable (AppMessage.Body) -> Void
    ) {
        figures = Mutex(TrainingFigures(began: began, epochs: epochs))
        self.skills = skills
        self.clock = clock
        self.post = post
    }

    /// Takes a report and shows it.
    func take(_ progress: TrainingProgress) {
        let now = clock.milliseconds()
        let skills = skills
        post(
            .training(
                figures.withLock { figures in
                    figures.take(progress, skills)
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
    fileprivate mutating func take(_ progress: TrainingProgress, _ skills: SkillGraph) {
        epoch = progress.epoch
        epochs = max(1, progress.epochs)
        fraction = progress.fraction
        drawn = progress.drawn
        toDraw = progress.toDraw
        stageFraction = progress.phaseFraction
        championAccuracy = progress.championAccuracy
        memory = progress.residentBytes
        memoryLimit = progress.memoryLimit
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
        if let accuracy = progress.accuracy, heldOutAccuracies.last?.x != measured {
            heldOutAccuracies.append(PlotPoint(x: measured, y: accuracy))
        }
        isPaused = false
        switch progress.phase {
        case .preparing: stage = .preparing
        case .warmingUp: stage = .warmingUp
        case .training: stage = .training
        case .paused: isPaused = true
        case .evaluating: stage = .judging
        case .cancelled: stage = .stopped
        case .failed(let error):
            let failure = Failure.training(error)
            stage = .failed(english: failure.english, korean: failure.korean)
        case .finished(let outcome):
            fraction = 1
            stage = .finished(TrainingResult(outcome, skills))
        }
    }
}

extension TrainingResult {
    fileprivate init(_ outcome: TrainingOutcome, _ skills: SkillGraph) {
        let decision = outcome.decision
        func parts(
            _ kind: PromotionDecision.Part.Kind, _ standing: PromotionDecision.Part.Standing?
        ) -> [Part] {
            decision.parts
                .filter { $0.kind == kind && (standing == nil || $0.standing == standing) }
                .sorted { abs($0.difference.mean) > abs($1.difference.mean) }
                .map { Part($0, skills) }
        }
        func sentence(_ language: Language) -> String {
            let sentence = decision.sentence(in: language)
            return decision.isPromoted
                ? "\(sentence) \(PromotionDecision.trialSentence(in: language))" : sentence
        }
        self.init(
            model: outcome.version.id, previous: outcome.previous,
            isPromoted: decision.isPromoted, english: sentence(.english),
            korean: sentence(.korean), accuracy: decision.newAccuracy,
            championAccuracy: decision.oldAccuracy,
            checks: decision.checks.map { check in
                Check(
                    english: check.line(in: .english) { skills.name(of: $0, in: .english) },
                    korean: check.line(in: .korean) { skills.name(of: $0, in: .korean) },
                    holds: check.holds)
            },
            languages: parts(.language, nil), better: parts(.leaf, .better),
            worse: parts(.leaf, .worse), untold: parts(.leaf, .unknown).count,
            labels: outcome.labels.training.count, labelsAside: outcome.labels.aside.count)
    }
}

extension TrainingResult.Part {
    fileprivate init(_ part: PromotionDecision.Part, _ skills: SkillGraph) {
        switch part.kind {
        case .language:
            english = part.name == "ko" ? "Korean" : "English"
            korean = part.name == "ko" ? "한국어" : "영어"
        case .leaf, .strand, .operation:
            english = skills.name(of: part.name, in: .english)
            korean = skills.name(of: part.name, in: .korean)
        }
        old = part.oldAccuracy
        new = part.newAccuracy
    }
}
