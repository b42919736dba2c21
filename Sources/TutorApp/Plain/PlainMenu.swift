import ArgumentParser
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems
import Tutoring

/// The menu of plain mode: numbers or words choose what to do, each a command run to its end.
struct PlainMenu {
    private var global: GlobalOptions
    private var phrases: PlainPhrases
    private var input = LineReader()

    /// What the menu offers.
    private enum Item: String, CaseIterable {
        case practice = "1"
        case progress = "2"
        case ownProblem = "3"
        case train = "4"
        case models = "5"
        case settings = "6"
        case profiles = "7"
        case quit = "8"
    }

    init(global: GlobalOptions) {
        self.global = global
        phrases = PlainPhrases(language: global.languageInForce())
    }

    /// Runs until the learner leaves or the input ends.
    mutating func run(because source: String?) throws {
        phrases = PlainPhrases(language: try TutorEnvironment.open(global).language)
        try say(phrases.opening(because: source))
        while true {
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
                if item == .quit { return }
                guard try open(item) else { return }
            }
        }
    }

    private func item(_ line: String) -> Item? {
        let word = line.trimmed.lowercased()
        if let item = Item(rawValue: word) { return item }
        let words: [String: Item] = [
            "practice": .practice, "연습": .practice, "연습하기": .practice, "progress": .progress,
            "진도": .progress, "models": .models, "모델": .models, "settings": .settings,
            "설정": .settings, "profiles": .profiles, "사용자": .profiles,
        ]
        return words[word]
    }

    /// Opens one item and returns whether the menu goes on.
    private mutating func open(_ item: Item) throws -> Bool {
        switch item {
        case .practice:
            let practice = try PracticeCommand.parse(options)
            let ending = try practice.practise(&input)
            return ending != .quit && ending != .endOfInput
        case .progress: run(["progress"])
        case .ownProblem:
            try say(phrases.askForText)
            guard let text = input.next() else { return false }
            if PlainWord(text) == nil, !text.trimmed.isEmpty { try read(text) }
        case .train: run(["train", "--budget", "60s"])
        case .models: run(["models", "list"])
        case .settings: return try settings()
        case .profiles: return try profiles()
        case .quit: return false
        }
        return true
    }

    /// Says how the model reads a problem of the learner's own.
    private func read(_ text: String) throws {
        let skills = try ModelFolders(global).bank().skills
        let prediction = try ModelFolders(global).classifier().classify(text, language: nil)
        for sentence in phrases.reading(
            prediction,
            name: {
                skills.name(of: $0, in: phrases.language)
            })
        { try say(sentence) }
    }

    private mutating func settings() throws -> Bool {
        try say(phrases.askForLanguage)
        guard let line = input.next() else { return false }
        guard let language = Language(rawValue: line.trimmed.lowercased()) else { return true }
        let environment = try TutorEnvironment.open(global)
        try environment.store.set(
            TutorEnvironment.SettingKey.language, to: language.rawValue,
            of: environment.learner.id)
        global.language = language
        phrases = PlainPhrases(language: language)
        return true
    }

    private mutating func profiles() throws -> Bool {
        run(["profiles"])
        try say(phrases.askForProfile)
        guard let line = input.next() else { return false }
        let name = line.trimmed
        guard PlainWord(line) == nil, !name.isEmpty else { return true }
        var other = global
        other.profile = name
        do {
            phrases = PlainPhrases(language: try TutorEnvironment.open(other).language)
            global = other
            try say(phrases.hello(SpokenText.typed(name)))
        } catch let error as LearnerStoreError {
            try say(Failure(error).message(in: phrases.language))
        }
        return true
    }

    /// Runs a command; what it has to say about a failure it says itself.
    private func run(_ command: [String], _ operands: [String] = []) {
        _ = MathTutor.run(command + options + (operands.isEmpty ? [] : ["--"] + operands))
    }

    /// The global options as arguments.
    private var options: [String] {
        let values = [
            ("--home", global.home), ("--data", global.data), ("--profile", global.profile),
            ("--language", phrases.language.rawValue),
        ]
        return values.flatMap { name, value in value.map { [name, $0] } ?? [] } + ["--plain"]
    }

    private func say(_ line: String) throws {
        try StandardOutput.line(SpokenText.line(line))
    }
}
