import Foundation
import TerminalUI

/// Drives the screens by lines: each line becomes the keys that mean the same, the same `update`
/// takes them, and what changed on the screen is said.
struct PlainScreens {
    private let stage: OffscreenStage
    /// What was said of the screen that is open.
    private var said: Set<String> = []
    private var notices: [String] = []
    private var training = SpokenTraining()

    private var phrases: PlainPhrases { PlainPhrases(language: stage.model.language) }

    init(stage: OffscreenStage) {
        self.stage = stage
    }

    /// Opens a row of the start screen; nothing is said yet.
    mutating func open(_ row: HomeRow) {
        said = []
        press(.character(Character(String(row.rawValue + 1))))
    }

    /// Says what is new, takes one line and returns whether there are more.
    mutating func takeLine(_ input: inout LineReader) throws -> Bool {
        try sayNews()
        try awaitTraining(&input)
        guard let line = input.next() else {
            while isTraining { try tellTraining(after: 200) }
            try sayNews()
            return false
        }
        switch PlainWord(line) {
        case .quit: return false
        case .back: press(.escape)
        case .help: try help()
        default: try take(line)
        }
        return true
    }

    private mutating func take(_ line: String) throws {
        let word = line.trimmed
        let model = stage.model
        if model.hasTextFocus {
            type(word)
        } else if word.isEmpty {
            press(.enter)
        } else if let number = Int(word), chooses(number) {
            return
        } else if let key = PlainKeys.key(
            named: word, in: KeyTables(model).current, phrases.language)
        {
            press(key)
        } else if model.screen == .profiles, word.count > 1 {
            press(.character("n"))
            type(word)
        } else {
            try say([phrases.notUnderstood])
        }
    }

    /// A text replaces what stands in the field and is sent off; nothing leaves it as it is.
    private mutating func type(_ text: String) {
        if !text.isEmpty {
            press(.end)
            press(.control("u"))
            stage.answer(.paste(text))
            note()
        }
        press(.enter)
    }

    /// A number is a key where the screen has one for it, else a row of the list.
    private mutating func chooses(_ number: Int) -> Bool {
        let table = KeyTables(stage.model).current
        if (1...9).contains(number) {
            let key = Key.character(Character(String(number)))
            if table.command(for: key) != nil {
                press(key)
                return true
            }
        }
        return select(row: number)
    }

    /// Moves to a row as the arrow keys would; returns whether there is such a row.
    private mutating func select(row: Int) -> Bool {
        guard let list = stage.model.list, (1...max(1, list.count)).contains(row) else {
            return false
        }
        let steps = row - 1 - list.selected
        for _ in 0..<abs(steps) { stage.answer(.key(steps < 0 ? .up : .down)) }
        note()
        return true
    }

    private mutating func press(_ key: Key) {
        stage.answer(.key(key))
        note()
    }

    private mutating func note() {
        if let notice = stage.model.notice?.text, !notices.contains(notice) {
            notices.append(notice)
        }
    }

    /// Says the notices, the sentences that were not there before, and what can be done.
    private mutating func sayNews() throws {
        let lines = spoken(stage.model)
        try say(notices + lines.filter { !said.contains($0) })
        notices = []
        said = Set(lines)
        guard stage.model.screen != .home, stage.model.screen != .practice else { return }
        try say([phrases.next(PlainKeys.prompt(of: stage.model, phrases))])
    }

    private func help() throws {
        let bindings = KeyTables(stage.model).current.bindings
        try say(
            bindings.filter { !$0.help.isEmpty && !$0.caption.isEmpty }
                .filter { !PlainKeys.isOfTheScreen($0) }
                .map { "\(PlainKeys.spoken($0.caption, phrases)): \($0.help)." })
        try say([phrases.screenHelp])
    }

    private func say(_ lines: [String]) throws {
        for line in lines { try StandardOutput.line(SpokenText.line(line)) }
    }
}

extension PlainScreens {
    private var isTraining: Bool { stage.model.retrain.training?.isRunning == true }

    /// Tells how a training goes on for as long as nothing is typed.
    private mutating func awaitTraining(_ input: inout LineReader) throws {
        while isTraining, stage.model.screen == .retrain, !input.isReady(within: 500) {
            try tellTraining(after: 0)
        }
    }

    private mutating func tellTraining(after milliseconds: Int) throws {
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
        stage.settle()
        guard let figures = stage.model.retrain.training else { return }
        if figures.isRunning {
            if training.isNews(figures) { try say(spoken(stage.model)) }
        } else {
            try sayNews()
        }
    }
}

/// When a running training is worth a sentence: another stage, else once in half a minute.
struct SpokenTraining {
    private var stage: TrainingFigures.Stage?
    private var told: Int64 = 0

    mutating func isNews(_ figures: TrainingFigures) -> Bool {
        guard figures.stage != stage || figures.reported - told >= 30_000 else { return false }
        stage = figures.stage
        told = figures.reported
        return true
    }
}
