import TerminalUI

extension AppModel {
    mutating func performOnRetrain(_ command: Command) -> [AppEffect] {
        if let training = retrain.training { return perform(command, during: training) }
        let count = retrain.rows.count
        switch command {
        case .up: retrain.row.move(by: -1, count: count)
        case .down: retrain.row.move(by: 1, count: count)
        case .left, .right: return change(by: command == .left ? -1 : 1)
        case .enter:
            guard ![.alone, .waiting].contains(retrain.selected) else { return change(by: 1) }
            return startTraining()
        case .back: return goBack()
        default: break
        }
        return []
    }

    private mutating func change(by step: Int) -> [AppEffect] {
        switch retrain.selected {
        case .alone:
            let isAllowed = retrain.trainsAlone != true
            retrain.trainsAlone = isAllowed
            return [.letTrainAlone(isAllowed)]
        case .waiting: return [.endQuarantine, .lookAtTraining]
        default:
            retrain.change(by: step)
            return []
        }
    }

    private mutating func startTraining() -> [AppEffect] {
        let interrupted = retrain.selected == .goOn ? retrain.facts?.interrupted : nil
        let epochs = interrupted?.of ?? retrain.epochs
        retrain.training = TrainingFigures(began: now, epochs: epochs)
        retrain.facts?.interrupted = nil
        return [
            .startTraining(
                TrainingRequest(
                    epochs: epochs, size: retrain.size,
                    startsFromChampion: retrain.startsFromChampion,
                    usesAnswers: retrain.usesAnswers, seed: UInt64(retrain.seed),
                    goesOn: interrupted != nil)),
            .tickInASecond,
        ]
    }

    private mutating func perform(
        _ command: Command, during training: TrainingFigures
    ) -> [AppEffect] {
        switch command {
        case .pauseTraining where training.isRunning:
            retrain.training.modify { $0.isPaused.toggle() }
            return [.pauseTraining(!training.isPaused)]
        case .stopTraining where training.isRunning: return [.stopTraining]
        case .enter where !training.isRunning: return closeResult()
        case .otherModel, .throwAway: return decide(command, training)
        case .back:
            if training.isRunning { return goBack() }
            return closeResult() + goBack()
        default: break
        }
        return []
    }

    private mutating func closeResult() -> [AppEffect] {
        retrain.training = nil
        return [.lookAtTraining]
    }

    /// The learner decides otherwise than the gate did.
    private mutating func decide(
        _ command: Command, _ training: TrainingFigures
    ) -> [AppEffect] {
        guard case .finished(let result) = training.stage else { return [] }
        let effect: AppEffect =
            command == .throwAway ? .deleteModel(result.model) : .useModel(result.model)
        return [effect] + closeResult()
    }

    mutating func performOnModels(_ command: Command) -> [AppEffect] {
        let list = models.models ?? []
        let selected =
            list.indices.contains(models.selection.index)
            ? list[models.selection.index] : nil
        if let deleting = models.deleting {
            models.deleting = nil
            return command == .confirm ? [.deleteModel(deleting)] : []
        }
        if let learned = models.learned { return performOnLearned(command, learned) }
        switch command {
        case .back: return goBack()
        case .learned: return selected.map { [.listLearned($0.id)] } ?? []
        case .enter:
            guard let selected, !selected.isInUse else { return [] }
            return [.useModel(selected.id)]
        case .delete: askToDelete(selected)
        default: models.selection.perform(command, count: list.count)
        }
        return []
    }

    private mutating func performOnLearned(
        _ command: Command, _ learned: LearnedFigures
    ) -> [AppEffect] {
        switch command {
        case .back, .learned:
            models.learned = nil
            models.learnedRow = ListSelection()
        case .takeBack:
            guard learned.labels.indices.contains(models.learnedRow.index) else { return [] }
            let learner = learned.labels[models.learnedRow.index].learner
            return [.takeBack(learner: learner, model: learned.model)]
        default: models.learnedRow.perform(command, count: learned.labels.count)
        }
        return []
    }

    private mutating func askToDelete(_ selected: ModelFigure?) {
        guard let selected else { return }
        let say = Speech(language)
        if selected.isBuiltIn {
            notice = Notice(
                text: say(
                    "The model that came with the program stays.", "프로그램과 함께 온 모델은 지울 수 없어요."),
                isTrouble: false)
        } else if selected.isInUse {
            notice = Notice(
                text: say("The model in use cannot be deleted.", "쓰고 있는 모델은 지울 수 없어요."),
                isTrouble: false)
        } else {
            models.deleting = selected.id
        }
    }
}

extension RetrainState {
    /// Changes the value of the selected row.
    fileprivate mutating func change(by step: Int) {
        func moved(_ value: Int, in choices: [Int]) -> Int {
            let index = choices.firstIndex(of: value) ?? 0
            return choices[min(max(0, index + step), choices.count - 1)]
        }
        switch selected {
        case .size: size = moved(size, in: RetrainState.sizeChoices)
        case .epochs: epochs = moved(epochs, in: RetrainState.epochChoices)
        case .start: startsFromChampion.toggle()
        case .useAnswers: usesAnswers.toggle()
        case .seed: seed = min(max(0, seed + step), 9999)
        case .goOn, .waiting, .alone, .begin, nil: break
        }
    }
}
