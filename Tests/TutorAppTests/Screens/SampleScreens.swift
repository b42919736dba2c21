import LearnerModel
import Mathematics
import Problems
import TerminalUI
import Testing
import Tutoring

@testable import TutorApp

/// Every screen in a state worth looking at.
struct SampleScreen: Sendable, CustomTestStringConvertible {
    let name: String
    let prepare: @Sendable (inout AppModel) -> Void

    var testDescription: String { name }

    /// Returns the model of the screen.
    func model(
        size: Size = Size(rows: 24, columns: 80), language: Language = .english,
        glyphs: GlyphSet.Kind = .unicode
    ) -> AppModel {
        var model = AppModel(size: size, language: language)
        model.suggestedGlyphs = glyphs
        model.now = Sample.now
        model.isReady = true
        model.skillNames = Sample.names
        model.figures = Sample.figures
        prepare(&model)
        return model
    }

    static let all: [SampleScreen] = [
        SampleScreen("first-run") { $0.stack = [.firstRun] },
        SampleScreen("first-run-grade") {
            $0.stack = [.firstRun]
            $0.isAskingGrade = true
        },
        SampleScreen("home") { _ in },
        SampleScreen("home-loading") { $0.figures = nil },
        SampleScreen("practice") { $0.pose(hints: 1, typed: "39") },
        SampleScreen("practice-example") { $0.poseExample() },
        SampleScreen("practice-calculator") {
            $0.pose(hints: 0, typed: "")
            $0.practice.modify {
                $0.scratch.isOpen = true
                $0.scratch.lines = ["12*4 = 48"]
                $0.scratch.line = TextField("48-9")
            }
        },
        SampleScreen("feedback-right") { $0.judge { Sample.right($0) } },
        SampleScreen("feedback-why") {
            $0.judge { Sample.wrong($0, mayTryAgain: true) }
            $0.practice?.thought = TextField("because it says more")
        },
        SampleScreen("feedback-thought") {
            $0.judge { Sample.wrong($0, mayTryAgain: true) }
            _ = $0.practise(.understood(Sample.thinking))
        },
        SampleScreen("feedback-try-again") { $0.judge { Sample.wrong($0, mayTryAgain: true) } },
        SampleScreen("feedback-wrong") { $0.judge { Sample.wrong($0, mayTryAgain: false) } },
        SampleScreen("pause") {
            $0.pose(hints: 0, typed: "")
            $0.overlay = .pause(1)
        },
        SampleScreen("summary") {
            $0.judge { Sample.wrong($0, mayTryAgain: false) }
            _ = $0.practise(.quit)
        },
        SampleScreen("progress") { $0.stack = [.home, .progress] },
        SampleScreen("skills") { $0.open(.skills) },
        SampleScreen("history") { $0.open(.history) },
        SampleScreen("history-entry") {
            $0.open(.history)
            $0.progress.isEntryOpen = true
        },
        SampleScreen("mistakes") { $0.open(.mistakes) },
        SampleScreen("trends") { $0.open(.trends) },
        SampleScreen("retrain") { $0.stack = [.home, .retrain] },
        SampleScreen("retrain-live") {
            $0.stack = [.home, .retrain]
            $0.retrain.training = Sample.training
        },
        SampleScreen("retrain-result") {
            $0.stack = [.home, .retrain]
            $0.retrain.training = Sample.result
        },
        SampleScreen("quit-while-training") {
            $0.retrain.training = Sample.training
            $0.overlay = .quitWhileTraining(0, exitCode: 0)
        },
        SampleScreen("models") { $0.listModels() },
        SampleScreen("learned") {
            $0.listModels()
            $0.models.learned = Sample.learned
        },
        SampleScreen("own") { $0.readOwn() },
        SampleScreen("own-solving") {
            $0.readOwn()
            $0.own.stage = .solving
            $0.own.expression = TextField("12 * 4 - 9")
        },
        SampleScreen("own-preview") { $0.varyOwn() },
        SampleScreen("own-kept") {
            $0.readOwn()
            $0.own.stage = .kept
            $0.own.kept = [
                KeptProblem(
                    id: "own.1", skill: "two_step.addsub",
                    text: Sample.problem($0.language).text)
            ]
        },
        SampleScreen("settings") { $0.stack = [.home, .settings] },
        SampleScreen("profiles") {
            $0.stack = [.home, .profiles]
            $0.profiles.names = ["Mina", "준", "Guest"]
        },
        SampleScreen("help") {
            $0.pose(hints: 1, typed: "")
            $0.overlay = .help
        },
    ]

    private init(_ name: String, _ prepare: @escaping @Sendable (inout AppModel) -> Void) {
        self.name = name
        self.prepare = prepare
    }
}

extension AppModel {
    /// Puts the sample problem on the screen.
    mutating func pose(hints: Int, typed: String) {
        stack = [.home, .practice]
        let plan = PracticePlan(learner: "mina", language: language, count: 12, seed: 1)
        var flow = PracticeFlow(plan: plan)
        _ = flow.handle(.begin, at: now)
        _ = flow.handle(.posed(Sample.posed(language, hints: hints)), at: now)
        practice = PracticeState(flow: flow, began: now - 638_000)
        practice?.answer = TextField(typed)
    }

    /// Puts the sample problem, solved, before another one.
    mutating func poseExample() {
        pose(hints: 0, typed: "")
        var posed = Sample.posed(language, hints: 0)
        posed.examples = [
            .english: Sample.problem(.english), .korean: Sample.problem(.korean),
        ]
        practice?.flow = PracticeFlow(
            plan: PracticePlan(learner: "mina", language: language, count: 12, seed: 1))
        _ = practise(.begin)
        _ = practise(.posed(posed))
    }

    /// Puts a verdict on the sample problem on the screen.
    mutating func judge(_ feedback: (Language) -> Feedback) {
        pose(hints: 1, typed: "")
        _ = practise(.submit("39"))
        _ = practise(.recorded(feedback(language)))
    }

    fileprivate mutating func open(_ tab: ProgressState.Tab) {
        stack = [.home, .progress]
        progress.tab = tab
    }

    fileprivate mutating func listModels() {
        stack = [.home, .models]
        models.models = [
            ModelFigure(
                id: "factory", made: nil, accuracy: 0.914, isInUse: true, isBuiltIn: true,
                note: ""),
            ModelFigure(
                id: "1", made: Sample.now - 7_200_000, accuracy: 0.927, isInUse: false,
                isBuiltIn: false, note: "not clearly better"),
        ]
    }

    fileprivate mutating func varyOwn() {
        readOwn()
        own.stage = .preview
        own.pinned = ["4"]
        let text = Sample.problem(language).text
        own.variation = OwnVariation(
            numbers: ["12", "4", "9"],
            examples: (1...5).map { OwnVariation.Example(text: text, answer: "\($0)") })
    }

    fileprivate mutating func readOwn() {
        stack = [.home, .own]
        own.text = TextField(Sample.problem(language).text)
        own.reading = OwnReading(
            top: [
                OwnReading.Ranked(skill: "two_step.addsub", probability: 0.88),
                OwnReading.Ranked(skill: "add_to.result", probability: 0.07),
            ],
            words: [
                OwnReading.Word(text: "left", weight: 0.4),
                OwnReading.Word(text: "gives", weight: 0.3),
            ], numbers: ["12", "4", "9"], isUnsure: false, milliseconds: 4.2)
    }
}
