import Mathematics
import TerminalUI

/// One table for each state of the screens: it answers keys, draws the hint line and fills the
/// help, so that none of the three can differ from the others.
struct KeyTables {
    let model: AppModel
    let say: Speech

    init(_ model: AppModel) {
        self.model = model
        say = Speech(model.language)
    }

    /// The keys of what is seen now.
    var current: KeyTable<Command> {
        let own: [KeyBinding<Command>]
        switch model.overlay {
        case .help: own = closing
        case .pause:
            own = choices(
                escape: say("home", "처음으로"),
                escapeHelp: say("home; the problem waits", "처음으로, 문제는 기다려요"))
        case .quitWhileTraining, .mayTrainAlone: own = choices(escape: say("stay", "그대로"))
        case nil: own = bindings(of: model.screen)
        }
        return KeyTable(own + (model.overlay == .help ? unnamed : general))
    }

    private func bindings(of screen: ScreenName) -> [KeyBinding<Command>] {
        switch screen {
        case .firstRun: firstRun
        case .home: home
        case .practice: practice
        case .progress: progress
        case .retrain: retrain
        case .models: models
        case .own: own
        case .settings: settings
        case .profiles: profiles
        }
    }

    /// Keys that work on every screen and stand in every help.
    private var general: [KeyBinding<Command>] {
        let helpKeys: [Key] = [.character("?"), .function(1)]
        let other = model.language == .korean ? "English" : "한국어"
        return [
            KeyBinding(
                model.screen == .own ? [.function(1), .control("g")] : helpKeys, .help,
                caption: model.screen == .own ? "F1" : "?", hint: say("help", "도움말"),
                help: model.screen == .own
                    ? say("this help (also Ctrl-G)", "이 도움말 (Ctrl-G도 돼요)")
                    : say("this help (also F1)", "이 도움말 (F1도 돼요)")),
            KeyBinding(
                [.control("t"), .function(2)], .switchLanguage, caption: "Ctrl-T", hint: other,
                help: say("the same screen in Korean (also F2)", "같은 화면을 영어로 (F2도 돼요)")),
        ] + unnamed
    }

    /// Keys that work everywhere, overlays included.
    private var unnamed: [KeyBinding<Command>] {
        [
            KeyBinding(
                [.control("l")], .redraw, caption: "Ctrl-L",
                help: say("draw the screen again", "화면 다시 그리기")),
            KeyBinding(
                [.control("z")], .suspend, caption: "Ctrl-Z",
                help: say("to the shell; fg comes back", "셸로 나가기, fg로 돌아와요")),
            KeyBinding(
                [.control("c")], .quit(130), caption: "Ctrl-C",
                help: say("quit; everything is saved", "끝내기, 모두 저장돼 있어요")),
            KeyBinding(
                [.function(10)], .quit(0), caption: "F10",
                help: say("quit as well", "이것도 끝내기")),
        ]
    }

    private var closing: [KeyBinding<Command>] {
        [
            KeyBinding(
                [.escape, .enter, .character("?"), .function(1), .character("q")], .back,
                caption: "Esc", hint: say("closes the help", "도움말 닫기"),
                help: say("closes the help", "도움말 닫기"))
        ]
    }

    /// The keys of a list: arrows, Enter and digits.
    func choices(
        escape: String, hint: String? = nil, escapeHelp: String? = nil
    ) -> [KeyBinding<Command>] {
        moving + [
            KeyBinding(
                [.enter], .enter, caption: "Enter", hint: hint ?? say("choose", "선택"),
                help: say("takes the selected one", "고른 것을 해요"))
        ] + digits + [back(escape, help: escapeHelp)]
    }

    var moving: [KeyBinding<Command>] {
        [
            KeyBinding(
                [.up, .character("k")], .up, caption: "↑↓", hint: say("move", "이동"),
                help: say("up and down (also k j)", "위아래로 (k j도 돼요)")),
            KeyBinding([.down, .character("j")], .down, caption: "", help: ""),
        ]
    }

    /// The same keys in the help alone, where the line has no room for them.
    func unhinted(_ keys: [KeyBinding<Command>]) -> [KeyBinding<Command>] {
        keys.map { KeyBinding($0.keys, $0.command, caption: $0.caption, help: $0.help) }
    }

    var digits: [KeyBinding<Command>] {
        (1...9).map { number in
            KeyBinding(
                [.character(Character(String(number)))], .choose(number - 1),
                caption: number == 1 ? "1-9" : "",
                help: number == 1 ? say("takes that one at once", "번호로 바로 고르기") : "")
        }
    }

    var sideways: [KeyBinding<Command>] {
        [
            KeyBinding(
                [.left, .character("h")], .left, caption: "←→", hint: say("change", "바꾸기"),
                help: say("changes the value", "값을 바꿔요")),
            KeyBinding([.right, .character("l")], .right, caption: "", help: ""),
        ]
    }

    var paging: [KeyBinding<Command>] {
        [
            KeyBinding(
                [.pageUp], .pageUp, caption: "PgUp PgDn",
                help: say("a page up or down", "한 쪽씩 위아래로")),
            KeyBinding([.pageDown], .pageDown, caption: "", help: ""),
            KeyBinding(
                [.home], .first, caption: "Home End", help: say("first and last", "처음과 끝")),
            KeyBinding([.end], .last, caption: "", help: ""),
        ]
    }

    /// The keys of a question whose answer cannot be undone.
    func confirming(
        _ hint: String, _ help: String, otherwise: String
    ) -> [KeyBinding<Command>] {
        [
            key([.character("y"), .character("1")], .confirm, "1", hint, help),
            key(
                [.escape, .character("n"), .character("2"), .enter], .back, "Esc",
                say("keep", "두기"), otherwise),
        ]
    }

    func back(_ hint: String, help: String? = nil) -> KeyBinding<Command> {
        KeyBinding(
            [.escape, .character("q")], .back, caption: "Esc", hint: hint,
            help: help ?? say("one step back", "한 걸음 뒤로"))
    }

    func key(
        _ keys: [Key], _ command: Command, _ caption: String, _ hint: String, _ help: String
    ) -> KeyBinding<Command> {
        KeyBinding(keys, command, caption: caption, hint: hint, help: help)
    }
}
