import ArgumentParser
import Foundation
import LearnerStore
import Mathematics
import TerminalUI
import Tutoring

/// The menu of plain mode: numbers or words choose what to do.
///
/// Practice is a session of lines; everything else is a screen of the full tutor, told in sentences.
struct PlainMenu {
    private let global: GlobalOptions
    private let stage: OffscreenStage
    private var screens: PlainScreens
    private var input = LineReader(longestLine: 20_000)

    private var phrases: PlainPhrases { PlainPhrases(language: stage.model.language) }

    init(global: GlobalOptions) throws {
        self.global = global
        let clock = try WallClock.ofEnvironment()
        var model = AppModel(
            size: Size(rows: 24, columns: 80), language: global.languageInForce())
        model.now = clock.milliseconds()
        stage = OffscreenStage(
            global: global, clock: clock, seed: UInt64.random(in: 0...UInt64.max), model: model,
            isPlain: true)
        screens = PlainScreens(stage: stage)
    }

    /// Runs until the learner leaves or the input ends.
    mutating func run(because source: String?) throws {
        defer { stage.worker.close() }
        stage.settle()
        if let failure = stage.model.failure { throw failure }
        try say(phrases.opening(because: source))
        while true {
            stage.settle()
            if let notice = stage.model.notice { try say(notice.text) }
            try say(phrases.menu)
            guard let line = input.next() else { return }
            switch PlainWord(line) {
            case .help: for sentence in phrases.help { try say(sentence) }
            case .back: continue
            case .quit: return
            default:
                guard let item = item(line) else {
                    try say(phrases.notMenu)
                    continue
                }
                guard try open(item) else { return }
            }
        }
    }

    /// What a line chooses: a row of the start screen, or the end.
    private enum Item {
        case row(HomeRow), quit
    }

    private func item(_ line: String) -> Item? {
        let word = line.trimmed.lowercased()
        if let number = Int(word) {
            return number == HomeRow.allCases.count + 1
                ? .quit : HomeRow(rawValue: number - 1).map { .row($0) }
        }
        return Self.words.first { $0.value.contains(word) }.map { .row($0.key) }
    }

    private static let words: [HomeRow: Set<String>] = [
        .practice: ["practice", "연습", "연습하기"], .progress: ["progress", "진도", "내 진도"],
        .own: ["own", "try your own", "내 문제"], .retrain: ["retrain", "train", "학습"],
        .models: ["models", "모델"], .settings: ["settings", "설정"],
        .profiles: ["profiles", "사용자"],
    ]

    /// Opens one item and returns whether the menu goes on.
    private mutating func open(_ item: Item) throws -> Bool {
        guard case .row(let row) = item else { return false }
        if row == .practice { return try practise(skill: nil, template: nil) }
        screens.open(row)
        while stage.model.screen != .home {
            if stage.model.screen == .practice {
                let plan = stage.model.practice?.flow.plan
                let goesOn = try practise(skill: plan?.skill, template: plan?.template)
                stage.leavePractice()
                guard goesOn else { return false }
                continue
            }
            guard try screens.takeLine(&input) else { return false }
        }
        return true
    }

    /// Practises by lines over the record that is open; returns whether the menu goes on.
    private mutating func practise(skill: String?, template: String?) throws -> Bool {
        guard let environment = stage.worker.environment else { return false }
        var command = try PracticeCommand.parse([])
        command.global = global
        command.skill = skill
        let ending = try command.practise(
            &input, in: environment.changed(language: stage.model.language), template: template)
        stage.worker.renewSession()
        return ending != .quit && ending != .endOfInput
    }

    private func say(_ line: String) throws {
        try StandardOutput.line(SpokenText.line(line))
    }
}
