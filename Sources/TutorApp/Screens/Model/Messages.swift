import Mathematics
import TerminalUI
import Tutoring

/// Something that happened, and when.
struct AppMessage: Sendable {
    /// What can happen.
    enum Body: Sendable {
        case event(Event)
        /// An effect of the practice reports back.
        case practice(PracticeAction)
        /// The record was opened: who learns, how they like it, and whether it is their first time.
        case opened(language: Language?, settings: ScreenSettings, isFirstRun: Bool)
        /// The problems are loaded.
        case ready(names: [String: SkillName])
        case figures(LearnerFigures)
        case training(TrainingFigures)
        /// What is known before a training.
        case retrainFacts(RetrainFacts)
        /// Whether training may begin by itself, as it is kept; nil where nobody was asked.
        case trainsAlone(Bool?)
        /// Enough is new for the question whether training may begin by itself.
        case mayTrainAlone
        /// A training began by itself.
        case trainingBegan(TrainingFigures)
        /// A minute went by.
        case minute
        /// A second of a training went by.
        case tick
        case models([ModelFigure])
        /// What a model learned from people.
        case learned(LearnedFigures)
        case read(OwnReading?, sequence: Int)
        /// A learner's own problem with other numbers, or why there is none.
        case varied(OwnVariation?, fault: OwnFault?, sequence: Int)
        /// The learner's own problems that are in practice; whether one was just added.
        case kept([KeptProblem], isNew: Bool)
        case profiles([String])
        /// Something could not be done.
        case trouble(english: String, korean: String)
        /// Something was done that deserves a sentence.
        case done(english: String, korean: String)
        /// The program cannot go on; the shell is told why.
        case fatal(Failure)
    }

    let body: Body
    /// Milliseconds since 1970.
    let time: Int64
}

/// What the screens ask of the world.
enum AppEffect: Sendable, Hashable {
    case practice(PracticeEffect)
    case loadFigures
    case wish(SkillWish, skill: String, isWanted: Bool)
    case save(ScreenSettings)
    case saveLanguage(Language)
    case show(Theme, mouse: Bool)
    case lookAtTraining
    case startTraining(TrainingRequest)
    case tickInASecond
    case tickInAMinute
    /// Begin a training by itself if there is reason to.
    case considerTraining(restedSeconds: Int)
    case letTrainAlone(Bool)
    case endQuarantine
    case pauseTraining(Bool)
    case stopTraining
    case reloadModel
    case listModels
    case useModel(String)
    case deleteModel(String)
    case listLearned(String)
    case takeBack(learner: String, model: String)
    case read(String, sequence: Int)
    case label(text: String, skill: String)
    case vary(OwnRequest, sequence: Int)
    case keepOwn(OwnRequest, skill: String)
    case listOwn
    case deleteOwn(String)
    case listProfiles
    case openProfile(String)
    case suspend
    case redraw
    case quit(Int32)
}

/// What a training is asked to be.
struct TrainingRequest: Sendable, Hashable {
    let epochs: Int
    let size: Int
    let startsFromChampion: Bool
    let usesAnswers: Bool
    let seed: UInt64
    /// Whether the training that was interrupted is gone on from; then the rest does not count.
    var goesOn = false
}
