import TerminalUI

/// The retraining screen: what is chosen, what runs, what came of it.
struct RetrainState: Sendable {
    /// The rows of the form before a training.
    enum Row: Sendable {
        case goOn, size, epochs, start, useAnswers, waiting, seed, alone, begin
    }

    var row = ListSelection()
    var epochs = 10
    /// Problems of each template in each language.
    var size = 60
    var startsFromChampion = false
    var usesAnswers = true
    var seed = 42
    /// Whether training may begin by itself; nil where nobody was asked.
    var trainsAlone: Bool?
    /// What the running or last training says; nil where none was started.
    var training: TrainingFigures?

    /// What is known before a training; nil until it is looked up.
    var facts: RetrainFacts?

    static let epochChoices = [1, 2, 4, 6, 10, 15, 20, 40]
    static let sizeChoices = [15, 30, 60, 90]

    /// The rows that there are: a training that was interrupted comes first.
    var rows: [Row] {
        let first: [Row] = facts?.interrupted == nil ? [] : [.goOn]
        let waiting: [Row] = (facts?.waiting ?? 0) > 0 ? [.waiting] : []
        return first + [.size, .epochs, .start, .useAnswers] + waiting + [.seed, .alone, .begin]
    }

    var selected: Row? {
        rows.indices.contains(row.index) ? rows[row.index] : nil
    }

    /// How many seconds a training as chosen takes on this machine.
    var seconds: Double? {
        guard let facts, facts.rowsPerSecond > 0 else { return nil }
        let share = Double(size) / 60
        return facts.secondsBeside * share
            + Double(epochs) * Double(facts.rows) * share / facts.rowsPerSecond
    }
}

/// What is known before a training.
struct RetrainFacts: Sendable, Hashable {
    /// The passes done and planned of a training that was interrupted.
    struct Interrupted: Sendable, Hashable {
        let done: Int
        let of: Int
    }

    var interrupted: Interrupted?
    /// The rows that a training of the usual size learns from.
    let rows: Int
    /// The rows learned from in a second, as measured on this machine.
    let rowsPerSecond: Double
    /// The seconds that a training of the usual size takes besides.
    let secondsBeside: Double
    /// The labels of people that would be learned from.
    let labels: Int
    /// Those that would not be, whatever the reason.
    let leftOut: Int
    /// Those that wait outside because models got worse with them.
    var waiting = 0
}

/// A training as it is shown: every figure comes from the training itself.
struct TrainingFigures: Sendable, Hashable {
    /// How far it is.
    enum Stage: Sendable, Hashable {
        case preparing, warmingUp, training, judging
        case finished(TrainingResult)
        case stopped
        case failed(english: String, korean: String)
    }

    var stage = Stage.preparing
    var isPaused = false
    /// When it was started and last reported, in milliseconds since 1970.
    var began: Int64
    var reported: Int64
    var epoch = 0
    var epochs: Int
    /// The problems drawn so far, and how many there will be.
    var drawn = 0
    var toDraw = 0
    /// 0...1 of what comes before and after learning.
    var stageFraction = 0.0
    /// 0...1 of the whole training.
    var fraction = 0.0
    var trainingLosses: [PlotPoint] = []
    var heldOutAccuracies: [PlotPoint] = []
    /// The accuracy of the model in use on the same problems.
    var championAccuracy: Double?
    var secondsLeft: Double?
    var learningRate: Double?
    var gradientNorm: Double?
    /// Problems learned from per second.
    var rowsPerSecond: Double?
    /// The bytes of memory that the program holds.
    var memory: Int?
    /// The bytes that it must not go beyond.
    var memoryLimit = 0

    init(began: Int64, epochs: Int) {
        self.began = began
        reported = began
        self.epochs = epochs
    }

    var isRunning: Bool {
        switch stage {
        case .preparing, .warmingUp, .training, .judging: true
        case .finished, .stopped, .failed: false
        }
    }
}

/// A point of a curve.
struct PlotPoint: Sendable, Hashable {
    let x: Double
    let y: Double
}

/// What a finished training came to.
struct TrainingResult: Sendable, Hashable {
    /// One condition that the new model had to meet.
    struct Check: Sendable, Hashable {
        let english: String
        let korean: String
        /// nil where there is too little to tell.
        let holds: Bool?
    }

    /// How both models do on the problems of one language.
    struct Part: Sendable, Hashable {
        let english: String
        let korean: String
        let old: Double
        let new: Double
    }

    let model: String
    /// The model that was in use before.
    let previous: String
    let isPromoted: Bool
    /// Why it was or was not taken into use.
    let english: String
    let korean: String
    let accuracy: Double?
    let championAccuracy: Double?
    let checks: [Check]
    /// The languages.
    let languages: [Part]
    /// The kinds that are read better and worse for certain.
    let better: [Part]
    let worse: [Part]
    /// How many kinds had too few problems to tell.
    let untold: Int
    /// How many labels of people were learned from and kept aside.
    let labels: Int
    let labelsAside: Int
}

/// The list of models.
struct ModelsState: Sendable, Hashable {
    var selection = ListSelection()
    /// nil until they are read.
    var models: [ModelFigure]?
    /// The identifier of the model whose deletion waits for a yes.
    var deleting: String?
    /// What the selected model learned from, where that is looked at.
    var learned: LearnedFigures?
    var learnedRow = ListSelection()
}

/// What a model learned from people.
struct LearnedFigures: Sendable, Hashable {
    struct Label: Sendable, Hashable {
        let text: String
        let skill: String
        let learner: String
        let name: String
        let isKeptAside: Bool
        let isTakenBack: Bool
    }

    let model: String
    /// All rows that it learned from, most of them made by the program.
    let rows: Int
    let labels: [Label]
}

/// A model as the list shows it.
struct ModelFigure: Sendable, Hashable {
    let id: String
    /// Milliseconds since 1970, or nil for the one that came with the program.
    let made: Int64?
    let accuracy: Double?
    let isInUse: Bool
    let isBuiltIn: Bool
    let note: String
}

/// The profiles on this machine.
struct ProfilesState: Sendable, Hashable {
    var selection = ListSelection()
    var names: [String] = []
    /// The name that is being typed, where one is.
    var newName: TextField?
}
