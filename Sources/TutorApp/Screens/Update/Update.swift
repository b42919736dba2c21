import Mathematics
import TerminalUI
import Tutoring

/// Changes the model by a message and returns what is to be done; no terminal, clock or file.
func update(_ model: inout AppModel, _ message: AppMessage) -> [AppEffect] {
    model.now = max(model.now, message.time)
    switch message.body {
    case .event(let event): return model.handle(event)
    case .practice(let action): return model.practise(action)
    default: return model.take(message.body)
    }
}

extension AppModel {
    mutating func handle(_ event: Event) -> [AppEffect] {
        switch event {
        case .key(let key): return handle(key)
        case .paste(let text): return paste(text)
        case .mouse(let action, _): return handle(action)
        case .resize(let size): self.size = size
        case .resumed: break
        case .signal(let signal): return [.quit(signal.exitCode)]
        }
        return []
    }

    private mutating func handle(_ action: MouseAction) -> [AppEffect] {
        switch action {
        case .wheelUp: handle(Key.up)
        case .wheelDown: handle(Key.down)
        case .click: []
        }
    }

    /// A screen that is too small shows nothing that a key could mean, except the way out.
    private var isTooSmall: Bool { !Layout(size).isUsable }

    mutating func handle(_ key: Key) -> [AppEffect] {
        notice = nil
        lastKey = now
        if isTooSmall, !hasTextFocus, KeyTable<Command>.isQuit(key) { return perform(.quit(0)) }
        if let command = KeyTables(self).current.command(for: key) { return perform(command) }
        if hasTextFocus { return type(key) }
        if key.typed != nil, isReadingExample { return leaveExample { $0.handle(key) } }
        return replay(key)
    }

    /// What is typed or pasted while an example is read begins the answer.
    private mutating func leaveExample(
        _ begin: (inout AppModel) -> [AppEffect]
    ) -> [AppEffect] {
        let effects = practise(.readExample)
        return isReadingExample ? effects : effects + begin(&self)
    }

    /// A syllable that an input method composed stands for several keys.
    private mutating func replay(_ key: Key) -> [AppEffect] {
        guard let character = key.typed else { return [] }
        let letters = HangulKeyboard.letters(for: character)
        guard letters.count > 1 else { return [] }
        var effects: [AppEffect] = []
        for letter in letters where !hasTextFocus {
            if let command = KeyTables(self).current.command(for: .character(letter)) {
                effects += perform(command)
            }
        }
        return effects
    }

    private mutating func paste(_ text: String) -> [AppEffect] {
        if isReadingExample { return leaveExample { $0.paste(text) } }
        guard hasTextFocus else { return [] }
        let effects = edit { $0.insert(text) }
        if screen == .own, own.text.text.count == own.text.limit {
            tell(
                "Only the first \(own.text.limit) characters were kept.",
                "처음 \(own.text.limit)자만 남겼어요.")
        }
        return effects
    }

    private mutating func type(_ key: Key) -> [AppEffect] {
        edit { _ = $0.handle(key) }
    }

    /// Edits the field that has the focus.
    private mutating func edit(_ change: (inout TextField) -> Void) -> [AppEffect] {
        switch screen {
        case .practice:
            if practice?.thought != nil {
                practice.modify { $0.thought.modify(change) }
            } else if practice?.scratch.isOpen == true {
                practice.modify { change(&$0.scratch.line) }
            } else {
                practice.modify { change(&$0.answer) }
            }
        case .own where own.stage == .solving:
            change(&own.expression)
            own.fault = nil
        case .own:
            let before = own.text.text
            change(&own.text)
            return before == own.text.text ? [] : ownTextChanged()
        case .profiles: profiles.newName.modify(change)
        default: break
        }
        return []
    }

    /// Carries out what a key asks for.
    mutating func perform(_ command: Command) -> [AppEffect] {
        switch command {
        case .help:
            if overlay != .help { covered = overlay }
            overlay = .help
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .switchLanguage: return speak(language == .korean ? .english : .korean)
        case .quit(let code): return quit(code)
        default: return overlay == nil ? performOnScreen(command) : performOnOverlay(command)
        }
        return []
    }

    private mutating func performOnScreen(_ command: Command) -> [AppEffect] {
        switch screen {
        case .firstRun: performOnFirstRun(command)
        case .home: performOnHome(command)
        case .practice: performOnPractice(command)
        case .progress: performOnProgress(command)
        case .retrain: performOnRetrain(command)
        case .models: performOnModels(command)
        case .own: performOnOwn(command)
        case .settings: performOnSettings(command)
        case .profiles: performOnProfiles(command)
        }
    }

    private mutating func performOnOverlay(_ command: Command) -> [AppEffect] {
        switch overlay {
        case .help:
            overlay = covered
            covered = nil
        case .pause(let row): return performOnPause(command, row)
        case .quitWhileTraining(let row, let code):
            return performOnQuit(command, row, exitCode: code)
        case .mayTrainAlone(let row): return performOnMayTrain(command, row)
        case nil: break
        }
        return []
    }

    /// Changes the language of everything that is seen, the problem included.
    mutating func speak(_ language: Language) -> [AppEffect] {
        guard language != self.language else { return [] }
        self.language = language
        return [.saveLanguage(language)] + practise(.speak(language))
    }

    /// Only a running training asks before the program ends: everything else is saved.
    mutating func quit(_ code: Int32) -> [AppEffect] {
        if case .quitWhileTraining = overlay { return [.quit(code)] }
        guard retrain.training?.isRunning == true else { return [.quit(code)] }
        overlay = .quitWhileTraining(0, exitCode: code)
        return []
    }

    private mutating func performOnQuit(
        _ command: Command, _ row: Int, exitCode: Int32
    ) -> [AppEffect] {
        switch command {
        case .up, .left: overlay = .quitWhileTraining(max(row - 1, 0), exitCode: exitCode)
        case .down, .right: overlay = .quitWhileTraining(min(row + 1, 2), exitCode: exitCode)
        case .back: overlay = nil
        case .enter: return performOnQuit(.choose(row), row, exitCode: exitCode)
        case .choose(0): overlay = nil
        // What was learned by the last whole pass is kept, and gone on from another time.
        case .choose(1): return [.quit(exitCode)]
        case .choose(2): return [.stopTraining, .quit(exitCode)]
        default: break
        }
        return []
    }

    /// The question comes once; Esc means no, which the Retrain menu can change.
    private mutating func performOnMayTrain(_ command: Command, _ row: Int) -> [AppEffect] {
        switch command {
        case .up, .left: overlay = .mayTrainAlone(0)
        case .down, .right: overlay = .mayTrainAlone(1)
        case .enter: return performOnMayTrain(.choose(row), row)
        case .choose(let choice) where choice < 2:
            overlay = nil
            retrain.trainsAlone = choice == 1
            return [.letTrainAlone(choice == 1)]
        case .back:
            overlay = nil
            retrain.trainsAlone = false
            return [.letTrainAlone(false)]
        default: break
        }
        return []
    }

    /// Goes one screen back.
    mutating func goBack() -> [AppEffect] {
        if stack.count > 1 { stack.removeLast() }
        return screen == .home ? [.loadFigures] : []
    }

    mutating func open(_ screen: ScreenName) {
        stack.append(screen)
    }
}

extension Optional {
    /// Changes the value where there is one.
    mutating func modify(_ change: (inout Wrapped) -> Void) {
        guard var value = self else { return }
        change(&value)
        self = value
    }
}

extension KeyTable {
    /// Whether the key means "quit" even where nothing can be drawn.
    fileprivate static func isQuit(_ key: Key) -> Bool {
        [.character("q"), .character("ㅂ"), .escape].contains(key)
    }
}
