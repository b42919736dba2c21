import TerminalUI

/// The retraining screen: what is chosen, what runs, what came of it.
struct RetrainState: Sendable {
    /// The rows of the form before a training.
    enum Row: Int, CaseIterable, Sendable {
        case epochs, start, useAnswers, seed, begin
    }

    var row = ListSelection()
    var epochs = 10
    var startsFromChampion = true
    var usesAnswers = true
    var seed = 42
    /// What the running or last training says; nil where none was started.
    var training: TrainingFigures?

    static let epochChoices = [1, 2, 4, 6, 10, 15, 20, 40]
}

/// A training as it is shown: every figure comes from the training itself.
struct TrainingFigures: Sendable, Hashable {
    /// How far it is.
    enum Stage: Sendable, Hashable {
        case preparing, training, judging
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

    init(began: Int64, epochs: Int) {
        self.began = began
        reported = began
        self.epochs = epochs
    }

    var isRunning: Bool {
        switch stage {
        case .preparing, .training, .judging: true
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
        let holds: Bool
    }

    let model: String
    let isPromoted: Bool
    /// Why it was or was not taken into use.
    let english: String
    let korean: String
    let accuracy: Double?
    let championAccuracy: Double?
    let checks: [Check]
}

/// The list of models.
struct ModelsState: Sendable, Hashable {
    var selection = ListSelection()
    /// nil until they are read.
    var models: [ModelFigure]?
    /// The identifier of the model whose deletion waits for a yes.
    var deleting: String?
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
