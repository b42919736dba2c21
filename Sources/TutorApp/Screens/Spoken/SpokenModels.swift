extension ScreenDrawing {
    /// The models and what they learned from.
    var spokenModels: [String] {
        if let deleting = model.models.deleting { return [deletionQuestion(deleting)] }
        if let learned = model.models.learned {
            return [learnedSentence(learned)]
                + rows(learned.labels) {
                    "\($0.text) \($0.name): \(model.name(of: $0.skill)), \(use(of: $0))."
                }
        }
        return rows(model.models.models ?? []) { item in
            let parts = [
                item.id, made(item),
                say("right on held-out problems: ", "시험 문제 정답률: ")
                    + (item.accuracy.map(precisePercent) ?? "-"),
                item.isInUse ? say("in use", "쓰는 중") : "", item.note,
            ]
            return parts.filter { !$0.isEmpty }.joined(separator: ", ") + "."
        }
    }

    /// The training: what is chosen before it, how far it is, what came of it.
    var spokenRetrain: [String] {
        guard let training = model.retrain.training else {
            return [retrainIntroduction]
                + rows(model.retrain.rows) { row in
                    let (name, value) = retrainRow(row)
                    return value.isEmpty ? "\(name)." : "\(name): \(value)."
                }
        }
        switch training.stage {
        case .finished(let outcome): return spokenOutcome(outcome)
        case .failed(let english, let korean): return [say(english, korean)]
        case .stopped: return [stoppedSentence]
        case .preparing, .warmingUp, .training, .judging: return [trainingSentence(training)]
        }
    }

    private func spokenOutcome(_ outcome: TrainingResult) -> [String] {
        let accuracies = [
            (say("new", "새 모델"), outcome.accuracy),
            (say("old", "쓰던 모델"), outcome.championAccuracy),
        ]
        let measured = accuracies.compactMap { name, share in
            share.map { "\(name) \(precisePercent($0))" }
        }
        let checks = outcome.checks.map { check in
            let mark =
                switch check.holds {
                case true?: say("yes", "네")
                case false?: say("no", "아니요")
                case nil: say("cannot be told", "알 수 없어요")
                }
            return "\(say(check.english, check.korean)): \(mark)."
        }
        return [
            say("Result: model \(outcome.model). ", "결과: 모델 \(outcome.model). ")
                + measured.joined(separator: ", ") + ".",
            say(outcome.english, outcome.korean),
        ] + outcomeLines(outcome) + checks
    }

    /// How far a running training is, in one sentence.
    func trainingSentence(_ training: TrainingFigures) -> String {
        var parts = ["\(say("Training", "학습")): \(stageName(training))"]
        if training.epoch > 0 {
            parts.append(
                say(
                    "pass \(training.epoch) of \(training.epochs)",
                    "\(training.epochs)번 중 \(training.epoch)번째"))
        }
        if let step = stageFigure(training) { parts.append("\(step.0) \(step.1)") }
        if let loss = training.trainingLosses.last {
            parts.append("\(say("loss", "손실")) \(decimal(loss.y, 3))")
        }
        if let accuracy = training.heldOutAccuracies.last {
            parts.append("\(say("read right", "맞게 읽음")) \(precisePercent(accuracy.y))")
        }
        if let left = training.secondsLeft, left.isFinite {
            let span = say.duration(seconds: Int(max(0, min(left, 1e6))))
            parts.append(say("about \(span) left", "약 \(span) 남음"))
        }
        return parts.joined(separator: ", ") + "."
    }
}
