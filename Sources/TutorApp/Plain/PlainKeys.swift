import Mathematics
import TerminalUI

/// The keys of the screens as words that can be typed on a line.
enum PlainKeys {
    /// The key that a word means: its own name, its caption, or what the hint calls it.
    static func key(
        named word: String, in table: KeyTable<Command>, _ language: Language
    ) -> Key? {
        let wanted = word.lowercased()
        if let key = names.first(where: { $0.value.contains(wanted) })?.key,
            table.command(for: key) != nil
        {
            return key
        }
        if wanted.count == 1, let letter = wanted.first,
            table.command(for: .character(letter)) != nil
        {
            return .character(letter)
        }
        return table.bindings.first { $0.hint.lowercased() == wanted }?.keys.first
    }

    private static let names: [Key: Set<String>] = [
        .enter: ["enter", "엔터"], .tab: ["tab", "탭"], .up: ["up", "위", "위로"],
        .down: ["down", "아래", "아래로"], .left: ["left", "왼쪽"], .right: ["right", "오른쪽"],
        .pageDown: ["more", "더"], .pageUp: ["before", "앞"], .home: ["first", "처음"],
        .end: ["last", "끝으로"],
    ]

    /// Keys that make sense only where something is drawn.
    static func isOfTheScreen(_ binding: KeyBinding<Command>) -> Bool {
        switch binding.command {
        case .redraw, .suspend, .quit, .help, .switchLanguage, .clear: true
        default: false
        }
    }

    /// A caption as it is said: arrows by their names.
    static func spoken(_ caption: String, _ phrases: PlainPhrases) -> String {
        switch caption {
        case "↑↓": phrases.pick("up or down", "위로나 아래로")
        case "←→": phrases.pick("left or right", "왼쪽이나 오른쪽")
        case "Esc": phrases.pick("back", "뒤로")
        case "PgUp PgDn": phrases.pick("before or more", "앞이나 더")
        case "Home End": phrases.pick("first or last", "처음이나 끝으로")
        case "Tab": phrases.pick("tab", "탭")
        default: caption
        }
    }

    /// What can be typed on the screen that is open, from the table that answers its keys.
    static func prompt(of model: AppModel, _ phrases: PlainPhrases) -> String {
        let bindings = KeyTables(model).current.bindings
            .filter { !$0.hint.isEmpty && !isOfTheScreen($0) }
        var parts = bindings.compactMap { binding -> String? in
            switch binding.caption {
            case "↑↓": nil
            case "Esc": phrases.pick("back", "뒤로")
            default: "\(spoken(binding.caption, phrases)) \(binding.hint)"
            }
        }
        let hasDigits =
            bindings.contains { $0.caption.hasPrefix("1-") }
            || KeyTables(model).current.command(for: .character("1")) != nil
        if model.hasTextFocus {
            parts.insert(phrases.pick("a line of text", "글 한 줄"), at: 0)
        } else if let list = model.list, list.count > 1, !hasDigits {
            parts.insert(phrases.pick("a number chooses a row", "번호로 줄 고르기"), at: 0)
        }
        return parts.joined(separator: "; ")
    }
}
