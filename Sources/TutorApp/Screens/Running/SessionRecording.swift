import Foundation
import LearnerStore
import Mathematics
import TerminalUI

/// A session of the full screen as JSON Lines.
///
/// It tells how it began, what was pressed and reported and when, and the screen that it ended
/// with. The same keys over the same record lead there again.
struct SessionRecording {
    /// How a session began.
    struct Beginning: Codable, Equatable {
        var kind = "mathtutor session"
        var version = 1
        let columns: Int
        let rows: Int
        /// The language of the first screen.
        let language: String
        /// What the command line asked for.
        let languageOption: String?
        let profile: String?
        let isASCII: Bool
        let glyphs: String
        let seed: UInt64
        /// Milliseconds since 1970, and minutes that local time is ahead.
        let time: Int64
        let utcOffset: Int
    }

    /// One thing that happened.
    struct Entry: Codable, Equatable {
        let time: Int64
        var key: String?
        var paste: String?
        var mouse: String?
        var columns: Int?
        var rows: Int?
        var signal: String?
        var isResumed: Bool?
        /// What the world reported; the replay has its own report of the same name.
        var message: String?
        /// The exit code, on the last line, and the screen as text.
        var exitCode: Int32?
        var screen: String?

        init(time: Int64) {
            self.time = time
        }
    }

    let beginning: Beginning
    let entries: [Entry]

    /// Reads a recording; nil where the file is none.
    init?(contentsOf file: URL) {
        // A file that cannot be read is no recording.
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        let lines = text.split(separator: "\n").map { Data($0.utf8) }
        let decoder = JSONDecoder()
        guard let first = lines.first,
            let beginning = try? decoder.decode(Beginning.self, from: first),
            beginning.version == 1
        else { return nil }
        self.beginning = beginning
        entries = lines.dropFirst().compactMap { try? decoder.decode(Entry.self, from: $0) }
        guard entries.count == lines.count - 1 else { return nil }
    }
}

extension SessionRecording.Entry {
    /// Notes what the screens were told.
    init(_ message: AppMessage) {
        self.init(time: message.time)
        guard case .event(let event) = message.body else {
            self.message = message.body.name
            return
        }
        switch event {
        case .key(let key): self.key = key.recorded
        case .paste(let text): paste = text
        case .mouse(let action, _): mouse = "\(action)"
        case .resize(let size): (columns, rows) = (size.columns, size.rows)
        case .resumed: isResumed = true
        case .signal(let signal): self.signal = "\(signal)"
        }
    }

    /// The event that was noted, nil where it was something else.
    var event: Event? {
        if let key { return Key(recorded: key).map { .key($0) } }
        if let paste { return .paste(paste) }
        if let columns, let rows { return .resize(Size(rows: rows, columns: columns)) }
        if isResumed == true { return .resumed }
        if let signal {
            return EndSignal.allCases.first { "\($0)" == signal }.map { .signal($0) }
        }
        let actions: [MouseAction] = [.click, .wheelUp, .wheelDown]
        return actions.first { "\($0)" == mouse }.map {
            .mouse($0, Position(row: 0, column: 0))
        }
    }
}

extension Key {
    /// The key as a word: its name, `^t`, `F5`, or `=` and the character.
    var recorded: String {
        switch self {
        case .character(let character): "=\(character)"
        case .control(let letter): "^\(letter)"
        case .function(let number): "F\(number)"
        default: "\(self)"
        }
    }

    /// Reads what `recorded` gives.
    init?(recorded: String) {
        let rest = recorded.dropFirst()
        if recorded.hasPrefix("="), let character = rest.first {
            self = .character(character)
        } else if recorded.hasPrefix("^"), let letter = rest.first {
            self = .control(letter)
        } else if recorded.hasPrefix("F"), let number = Int(rest) {
            self = .function(number)
        } else if let key = Self.named.first(where: { "\($0)" == recorded }) {
            self = key
        } else {
            return nil
        }
    }

    private static let named: [Key] = [
        .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home,
        .end, .pageUp, .pageDown, .unknown,
    ]
}

extension AppMessage.Body {
    /// What kind of report this is, with the question that it answers where it has a number.
    var name: String {
        switch self {
        case .event: "event"
        case .practice: "practice"
        case .opened: "opened"
        case .ready: "ready"
        case .figures: "figures"
        case .training: "training"
        case .retrainFacts: "retrainFacts"
        case .trainsAlone: "trainsAlone"
        case .mayTrainAlone: "mayTrainAlone"
        case .trainingBegan: "trainingBegan"
        case .minute: "minute"
        case .tick: "tick"
        case .models: "models"
        case .learned: "learned"
        case .read(_, let sequence): "read \(sequence)"
        case .varied(_, _, let sequence): "varied \(sequence)"
        case .kept: "kept"
        case .profiles: "profiles"
        case .trouble: "trouble"
        case .done: "done"
        case .fatal: "fatal"
        }
    }
}
