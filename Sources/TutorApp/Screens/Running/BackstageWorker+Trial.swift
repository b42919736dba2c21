import LearnerModel
import LearnerStore
import Mathematics
import ProblemEncoding
import Retraining
import TerminalUI
import TextClassification
import Tutoring

extension BackstageWorker {
    /// Loads the model that reads along without being heard, where there is one.
    func loadSilentModel() {
        silent = nil
        guard let registry, let id = registry.trialID else { return }
        do {
            silent = (id, ProblemClassifier(ServedClassifier(try registry.model(id))))
        } catch {
            // A damaged model cannot stand its trial.
            registry.endTrial()
        }
    }

    /// Takes over what another window chose, keeps what the models said about an answered problem, and
    /// lets a model go that is contradicted too often.
    func watchModels(
        after wish: PracticeEffect, _ action: PracticeAction?, _ environment: TutorEnvironment
    ) {
        // What a guest does leaves nothing.
        guard let registry, environment.store.location != nil else { return }
        if registry.currentID != loadedFor || registry.trialID != silent?.id { loadModel() }
        do {
            switch (wish, action) {
            case (_, .recorded(let feedback)?) where feedback.isAnswerShown:
                guard feedback.attempt.counted, feedback.attempt.outcome == .answered else {
                    return
                }
                let outcome = try registry.log(
                    reading(of: feedback), disputed: try disputed(environment))
                try take(outcome, environment)
            case (.label(_, .readingIsRight(false)), _):
                let outcome = try registry.rollBackIfContradicted(
                    disputed: try disputed(environment))
                try take(outcome, environment)
            default: break
            }
        } catch {
            let failure = Failure(reporting: error)
            post(.trouble(english: failure.english, korean: failure.korean))
        }
    }

    private func reading(of feedback: Feedback) -> LoggedReading {
        let attempt = feedback.attempt
        return LoggedReading(
            attempt: attempt.id, kind: attempt.skill,
            shown: LoggedReading.Answer(
                model: attempt.model, kind: feedback.readings.first?.skill),
            silent: silent.map { silent in
                let prediction = silent.classifier.classify(attempt.text)
                return LoggedReading.Answer(
                    model: silent.id, kind: prediction.abstained ? nil : prediction.skill)
            })
    }

    /// The attempts whose reading was called wrong and not right again.
    private func disputed(_ environment: TutorEnvironment) throws -> Set<String> {
        var wrong: Set<String> = []
        for label in try environment.store.labels(task: "reading") {
            let attempt = String(label.id.prefix { $0 != ":" })
            if label.label == "wrong" { wrong.insert(attempt) } else { wrong.remove(attempt) }
        }
        return wrong
    }

    private func take(
        _ outcome: ModelRegistry.Outcome?, _ environment: TutorEnvironment
    ) throws {
        guard let outcome else { return }
        loadModel()
        listModels()
        let (event, model, english, korean) =
            switch outcome {
            case .tookOver(let id):
                (
                    "promoted", id, "Model \(id) has read along long enough and is in use now.",
                    "함께 읽어 본 모델 \(KoreanParticle.object.attached(to: id)) 이제부터 써요."
                )
            case .failedTrial(let id):
                (
                    "refused", id, "Model \(id) read worse while it read along; the old one stays.",
                    "모델 \(KoreanParticle.topic.attached(to: id)) 함께 읽어 보니 더 못해서, 쓰던 모델을 계속 써요."
                )
            case .rolledBack(let id, let parent):
                (
                    "rolled back", id,
                    "The new model was often wrong, so model \(parent) is back in use.",
                    "새 모델이 자주 틀려서 모델 \(KoreanParticle.object.attached(to: parent)) 다시 써요."
                )
            }
        let time = clock.milliseconds()
        try environment.store.add(
            ModelNote(
                id: "\(event):\(model):\(time)", time: time, model: model, event: event,
                detail: english))
        post(.done(english: english, korean: korean))
    }

    /// What the list of models says about one.
    func note(on version: ModelVersion, _ trial: ModelRegistry.Trial?) -> String {
        let isKorean = environment?.language == .korean
        let decision = isKorean ? version.koreanDecision ?? version.decision : version.decision
        guard let trial, trial.model == version.id else { return decision }
        let (read, of) = (trial.readings, ModelRegistry.trialLength)
        return isKorean
            ? "지금 함께 읽어 보는 중: \(of)문제 가운데 \(read)문제. " + decision
            : "Reading along: \(read) of \(of) problems. " + decision
    }

    // MARK: Training by itself

    /// Tells the screen what was chosen about training by itself.
    func tellTrainingWish() throws {
        guard let environment else { return }
        let kept = try environment.store.setting(TrainingSettings.aloneKey)
        post(.trainsAlone(kept.map { $0 == "on" }))
    }

    func letTrainAlone(_ isAllowed: Bool) throws {
        try environment?.store.set(TrainingSettings.aloneKey, to: isAllowed ? "on" : "off")
        try tellTrainingWish()
    }

    /// Begins a training if it is allowed and there is reason to, or asks whether it may.
    func considerTraining(restedSeconds: Int) throws {
        guard let registry, let environment, environment.store.location != nil,
            training?.isFinished ?? true
        else { return }
        let kept = try environment.store.setting(TrainingSettings.aloneKey)
        guard kept == "on" || (kept == nil && !hasAskedToTrain) else { return }
        var situation = AutomaticTraining.Situation()
        situation.isAllowed = kept == "on"
        situation.newLabels = try newLabels(registry, environment)
        if kept == nil {
            guard situation.newLabels >= AutomaticTraining().fewestLabels else { return }
            hasAskedToTrain = true
            return post(.mayTrainAlone)
        }
        let now = clock.milliseconds()
        situation.hasDrifted = registry.hasDrifted(disputed: try disputed(environment))
        situation.sinceTraining = registry.lastTraining.map { Double(now - $0) / 1_000 }
        situation.isOnBattery = PowerSupply.isOnBattery()
        situation.load = MachineLoad.perProcessor()
        situation.sinceKey = Double(restedSeconds)
        guard AutomaticTraining().decision(in: situation) == .train else { return }
        let form = RetrainState()
        post(.trainingBegan(TrainingFigures(began: now, epochs: form.epochs)))
        startTraining(
            TrainingRequest(
                epochs: form.epochs, size: form.size, startsFromChampion: false,
                usesAnswers: true, seed: UInt64(now / 1_000) % 10_000,
                goesOn: registry.interruptedTraining() != nil))
    }

    private func newLabels(
        _ registry: ModelRegistry, _ environment: TutorEnvironment
    ) throws -> Int {
        var policy = LabelPolicy()
        policy.takenBack = try takenBack(environment)
        policy.quarantined = registry.quarantine()
        let selection = policy.selection(
            from: try environment.store.labels(task: "skill"),
            drawnRows: registry.versions().first?.trainingRows ?? 0)
        return registry.newLabels(in: selection)
    }
}
