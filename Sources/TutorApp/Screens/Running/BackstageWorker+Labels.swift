import LearnerModel
import LearnerStore
import Retraining
import Tutoring

extension BackstageWorker {
    /// Posts what a model learned from people.
    func listLearned(_ id: String) throws {
        guard let registry, let environment else { return }
        let takenBack = try takenBack(environment)
        let names = Dictionary(
            try environment.store.learners().map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        let version = registry.version(id)
        post(
            .learned(
                LearnedFigures(
                    model: id, rows: version?.trainingRows ?? 0,
                    labels: registry.learnedLabels(of: id).map { label in
                        LearnedFigures.Label(
                            text: label.text, skill: label.kind, learner: label.learner,
                            name: names[label.learner] ?? label.learner,
                            isKeptAside: label.isKeptAside,
                            isTakenBack: !takenBack.isDisjoint(
                                with: [label.learner, label.source]))
                    })))
    }

    /// Takes back what a learner said, or lets it count again: from the next training on.
    func takeBack(_ learner: String, _ model: String) throws {
        guard let environment else { return }
        var chosen = try takenBack(environment)
        if chosen.remove(learner) == nil { chosen.insert(learner) }
        try environment.store.set(
            TrainingSettings.takenBackKey, to: TrainingSettings.stored(chosen))
        try listLearned(model)
    }

    /// Takes over what another window chose, and lets a model go that is contradicted too often.
    func watchModels(after wish: PracticeEffect, _ environment: TutorEnvironment) {
        guard let registry else { return }
        if registry.currentID != loadedFor { loadModel() }
        guard case .label(_, .readingIsRight(false)) = wish else { return }
        do {
            guard try isContradicted(environment), let parent = parentInUse() else { return }
            try registry.use(parent)
            loadModel()
            listModels()
            post(
                .done(
                    english: "The new model was often wrong, so model \(parent) is back in use.",
                    korean: "새 모델이 자주 틀려서 모델 \(parent)을(를) 다시 써요."))
        } catch {
            let failure = Failure(reporting: error)
            post(.trouble(english: failure.english, korean: failure.korean))
        }
    }

    private func parentInUse() -> String? {
        guard let registry, let parent = registry.version(registry.currentID)?.parent,
            registry.version(parent) != nil
        else { return nil }
        return parent
    }

    /// Whether the model in use was called wrong much more often than its parent.
    private func isContradicted(_ environment: TutorEnvironment) throws -> Bool {
        guard let registry, let parent = parentInUse() else { return false }
        let attempts = try environment.store.attempts(of: environment.learner.id).map(\.attempt)
        var wrong: Set<String> = []
        for label in try environment.store.labels(task: "reading") {
            let attempt = String(label.id.prefix { $0 != ":" })
            if label.label == "wrong" { wrong.insert(attempt) } else { wrong.remove(attempt) }
        }
        func tally(_ model: String) -> DisputeWatch.Tally {
            let newest = attempts.filter { $0.model == model }.suffix(DisputeWatch.window)
            return DisputeWatch.Tally(
                readings: newest.count, disputes: newest.count { wrong.contains($0.id) })
        }
        return DisputeWatch().mustGiveWay(tally(registry.currentID), to: tally(parent))
    }
}
