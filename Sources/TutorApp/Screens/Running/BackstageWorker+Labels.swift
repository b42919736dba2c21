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
}
