import Mathematics
import TerminalUI
import Tutoring

/// The screens that can be open over one another.
enum ScreenName: String, Sendable, Hashable, CaseIterable {
    case firstRun, home, practice, progress, retrain, models, own, settings, profiles
}

/// What lies over the screen and takes all keys.
enum Overlay: Sendable, Hashable {
    case help
    /// Practice is interrupted; the number is the selected choice.
    case pause(Int)
    /// The program is to end while a training runs.
    case quitWhileTraining(Int, exitCode: Int32)
    /// Whether training may begin by itself.
    case mayTrainAlone(Int)
}

/// A sentence at the lower edge that goes with the next key.
struct Notice: Sendable, Hashable {
    let text: String
    let isTrouble: Bool
}

/// The whole state of the full screen; `update` changes it, `view` draws it.
struct AppModel: Sendable {
    var size: Size
    var language: Language
    var settings = ScreenSettings()
    /// The set of glyphs that suits the terminal.
    var suggestedGlyphs = GlyphSet.Kind.unicode
    /// Whether the command line asked for nothing but ASCII.
    var isASCIIForced = false
    /// Why the program ends, where it cannot go on.
    var failure: Failure?
    /// Milliseconds since 1970, as of the last message.
    var now: Int64 = 0
    /// When a key was last pressed, likewise.
    var lastKey: Int64 = 0
    /// The screens from the lowest to the one that is seen.
    var stack: [ScreenName] = [.home]
    var overlay: Overlay?
    /// What the help lies over, where that is not the screen itself.
    var covered: Overlay?
    var notice: Notice?
    /// Whether the first run has come to the question about the school grade.
    var isAskingGrade = false
    /// Whether the problems are loaded.
    var isReady = false
    /// The names of the leaves, as far as they are known.
    var skillNames: [String: SkillName] = [:]
    var figures: LearnerFigures?
    var home = ListSelection()
    var practice: PracticeState?
    /// Whether a round was begun since the profile was opened: the first goes on from the record.
    var hasBegunRound = false
    var progress = ProgressState()
    var settingsRow = ListSelection()
    var retrain = RetrainState()
    var models = ModelsState()
    var own = OwnProblemState()
    var profiles = ProfilesState()

    init(size: Size, language: Language) {
        self.size = size
        self.language = language
    }

    var screen: ScreenName { stack.last ?? .home }
    var glyphs: GlyphSet {
        isASCIIForced ? .ascii : .of(settings.glyphs ?? suggestedGlyphs)
    }

    /// The name of a leaf in the language in force.
    func name(of skill: String) -> String {
        guard let name = skillNames[skill] else { return skill }
        return language == .korean ? name.korean : name.english
    }

    /// Whether a solved problem is on the screen before the learner's own.
    var isReadingExample: Bool {
        guard overlay == nil, screen == .practice,
            case .posing(let posed, _)? = practice?.flow.phase
        else { return false }
        return posed.example != nil
    }

    /// Whether letters go into a text and not to commands.
    var hasTextFocus: Bool {
        guard overlay == nil else { return false }
        switch screen {
        case .practice: return practice?.isTyping ?? false
        case .own: return own.isTyping
        case .profiles: return profiles.newName != nil
        default: return false
        }
    }
}

/// The name of a leaf in both languages.
struct SkillName: Sendable, Hashable {
    let english: String
    let korean: String
}

/// A practice that goes on while other screens are seen.
struct PracticeState: Sendable {
    var flow: PracticeFlow
    var answer = TextField(limit: 200)
    var scratch = Scratch()
    /// The learner's own words about the answer, while they are written.
    var thought: TextField?
    /// The selected button below a verdict.
    var choice = 0
    /// How far the text of the problem is scrolled.
    var scroll = 0
    /// When the round began.
    let began: Int64

    init(flow: PracticeFlow, began: Int64) {
        self.flow = flow
        self.began = began
    }

    /// Whether the answer field, the calculator or the learner's own words have the keys.
    var isTyping: Bool {
        if thought != nil { return true }
        return if case .posing(let posed, _) = flow.phase { posed.example == nil } else { false }
    }
}

/// The calculator beside a problem.
struct Scratch: Sendable, Hashable {
    var isOpen = false
    var line = TextField(limit: 80)
    /// The lines that were calculated, oldest first.
    var lines: [String] = []
}

/// The progress screen.
struct ProgressState: Sendable, Hashable {
    enum Tab: Int, Sendable, Hashable, CaseIterable {
        case overview, skills, history, mistakes, trends
    }

    var tab = Tab.overview
    /// How many days the curve goes back.
    var days = 30
    var skills = ListSelection()
    var history = ListSelection()
    var mistakes = ListSelection()
    /// Whether the selected answer of the history is opened.
    var isEntryOpen = false
    /// The skill about whose fresh start is asked.
    var resetting: String?
    static let spans = [30, 90, 365]
}
