import LearnerModel
import Mathematics
import TerminalUI
import Tutoring

extension AppModel {
    /// Takes what the world reports.
    mutating func take(_ body: AppMessage.Body) -> [AppEffect] {
        switch body {
        case .opened(let language, let settings, let isFirstRun):
            return opened(language, settings, isFirstRun: isFirstRun)
        case .ready(let names):
            skillNames = names
            isReady = true
            return [.loadFigures, .listModels, .tickInAMinute]
        case .figures(let figures): self.figures = figures
        case .training(let training): return take(training)
        case .retrainFacts(let facts): retrain.facts = facts
        case .trainsAlone(let isAllowed): retrain.trainsAlone = isAllowed
        case .mayTrainAlone:
            guard overlay == nil, screen == .home else { return [] }
            overlay = .mayTrainAlone(0)
        case .trainingBegan(let training):
            retrain.training = training
            return [.tickInASecond]
        case .minute: return passMinute()
        case .tick: return retrain.training?.isRunning == true ? [.tickInASecond] : []
        case .models(let models): self.models.models = models
        case .learned(let learned): models.learned = learned
        case .read(let reading, let sequence) where sequence == own.sequence:
            own.reading = reading
        case .varied(let variation, let fault, let sequence):
            takeOwn(variation, fault, sequence: sequence)
        case .kept(let kept, let isNew): takeKept(kept, isNew: isNew)
        case .profiles(let names): profiles.names = names
        case .trouble(let english, let korean):
            notice = Notice(text: Speech(language)(english, korean), isTrouble: true)
        case .done(let english, let korean):
            notice = Notice(text: Speech(language)(english, korean), isTrouble: false)
        case .fatal(let failure):
            self.failure = failure
            return [.quit(failure.kind.rawValue)]
        case .read, .event, .practice: break
        }
        return []
    }

    /// Nobody at the keys for a while may mean that the machine has time to train.
    private func passMinute() -> [AppEffect] {
        guard retrain.training?.isRunning != true else { return [.tickInAMinute] }
        return [
            .tickInAMinute,
            .considerTraining(restedSeconds: Int(max(0, now - lastKey) / 1_000)),
        ]
    }

    private mutating func opened(
        _ language: Language?, _ settings: ScreenSettings, isFirstRun: Bool
    ) -> [AppEffect] {
        self.settings = settings
        if isFirstRun { stack = [.firstRun] }
        let effects = [AppEffect.show(settings.theme, mouse: settings.usesMouse)]
        guard let language, language != self.language else { return effects }
        self.language = language
        return effects + practise(.speak(language))
    }

    private mutating func take(_ training: TrainingFigures) -> [AppEffect] {
        // A training that is over reports nothing more.
        guard let shown = retrain.training, shown.isRunning else { return [] }
        retrain.training = training
        guard !training.isRunning else { return [] }
        if case .finished(let outcome) = training.stage, screen != .retrain {
            let say = Speech(language)
            notice = Notice(
                text: outcome.isPromoted
                    ? say(
                        "Training is over: the new model reads along for a while.",
                        "학습이 끝났어요. 새 모델이 한동안 함께 읽어 봐요.")
                    : say("Training is over: the old model stays.", "학습이 끝났어요. 쓰던 모델을 계속 써요."),
                isTrouble: false)
        }
        return [.reloadModel, .loadFigures, .listModels]
    }

    mutating func performOnProgress(_ command: Command) -> [AppEffect] {
        if let skill = progress.resetting { return answerReset(skill, command) }
        switch command {
        case .wish(let wish): return self.wish(wish)
        case .nextTab: turnTab(by: 1)
        case .previousTab: turnTab(by: -1)
        case .choose(let index):
            if let tab = ProgressState.Tab(rawValue: index) { progress.tab = tab }
        case .back:
            if progress.isEntryOpen { progress.isEntryOpen = false } else { return goBack() }
        case .left, .right: changeSpan(by: command == .left ? -1 : 1)
        case .enter: return enterOnProgress()
        default: moveOnProgress(command)
        }
        return []
    }

    private mutating func turnTab(by step: Int) {
        let count = ProgressState.Tab.allCases.count
        progress.tab =
            ProgressState.Tab(rawValue: (progress.tab.rawValue + step + count) % count)
            ?? .overview
        progress.isEntryOpen = false
    }

    private mutating func changeSpan(by step: Int) {
        guard progress.tab == .overview || progress.tab == .trends,
            let index = ProgressState.spans.firstIndex(of: progress.days)
        else { return }
        progress.days =
            ProgressState.spans[
                min(max(0, index + step), ProgressState.spans.count - 1)]
    }

    private mutating func moveOnProgress(_ command: Command) {
        switch progress.tab {
        case .overview, .trends: break
        case .skills: progress.skills.perform(command, count: figures?.skills.count ?? 0)
        case .history: progress.history.perform(command, count: figures?.history.count ?? 0)
        case .mistakes: progress.mistakes.perform(command, count: figures?.mistakes.count ?? 0)
        }
    }

    private mutating func enterOnProgress() -> [AppEffect] {
        guard let figures else { return [] }
        switch progress.tab {
        case .overview, .trends: return []
        case .skills:
            guard figures.skills.indices.contains(progress.skills.index) else { return [] }
            return openPractice(skill: figures.skills[progress.skills.index].summary.skill)
        case .history:
            progress.isEntryOpen = !progress.isEntryOpen && !figures.history.isEmpty
            return []
        case .mistakes:
            guard figures.mistakes.indices.contains(progress.mistakes.index) else { return [] }
            return openPractice(skill: figures.mistakes[progress.mistakes.index].skill)
        }
    }
}

extension ListSelection {
    /// Moves as a command asks.
    mutating func perform(_ command: Command, count: Int) {
        switch command {
        case .up: move(by: -1, count: count)
        case .down: move(by: 1, count: count)
        case .pageUp: move(by: -8, count: count)
        case .pageDown: move(by: 8, count: count)
        case .first: select(0, count: count)
        case .last: select(count - 1, count: count)
        default: break
        }
    }
}
