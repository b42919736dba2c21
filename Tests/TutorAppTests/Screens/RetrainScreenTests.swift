import TerminalUI
import Testing

@testable import TutorApp

@Suite struct RetrainScreenTests {
    private func model(_ name: String) throws -> AppModel {
        try #require(SampleScreen.all.first { $0.name == name }).model()
    }

    private func press(_ model: inout AppModel, _ key: Key) -> [AppEffect] {
        update(&model, AppMessage(body: .event(.key(key)), time: Sample.now))
    }

    private var facts: RetrainFacts {
        RetrainFacts(
            interrupted: RetrainFacts.Interrupted(done: 3, of: 10), rows: 40_000,
            rowsPerSecond: 1_000, secondsBeside: 30, labels: 2, leftOut: 1)
    }

    @Test func `an interrupted training is offered first and goes on as it was`() throws {
        var model = try model("retrain")
        _ = update(&model, AppMessage(body: .retrainFacts(facts), time: Sample.now))
        #expect(view(model).drawnText.contains("pass 3 of 10"))

        let effects = press(&model, .enter)

        guard case .startTraining(let request)? = effects.first else {
            Issue.record("nothing was started: \(effects)")
            return
        }
        #expect(request.goesOn && request.epochs == 10)
    }

    @Test func `the time that a training takes follows from what this machine did`() throws {
        var model = try model("retrain")
        model.retrain.epochs = 10
        _ = update(&model, AppMessage(body: .retrainFacts(facts), time: Sample.now))

        #expect(model.retrain.seconds == 430)
        #expect(view(model).drawnText.contains("about 8 min"))
    }

    @Test(
        "the learner can decide otherwise than the gate",
        arguments: [
            ("u", true, [AppEffect.useModel("13")]), ("u", false, [.useModel("13")]),
            ("d", true, [.deleteModel("13")]), ("d", false, [.deleteModel("13")]),
        ] as [(Character, Bool, [AppEffect])])
    func deciding(key: Character, isPromoted: Bool, wanted: [AppEffect]) throws {
        var model = try model("retrain-result")
        guard case .finished(let result)? = model.retrain.training?.stage else { return }
        if !isPromoted {
            model.retrain.training?.stage = .finished(
                TrainingResult(
                    model: result.model, previous: result.previous, isPromoted: false,
                    english: "", korean: "", accuracy: nil, championAccuracy: nil, checks: [],
                    languages: [], better: [], worse: [], untold: 0, labels: 0, labelsAside: 0))
        }

        let effects = press(&model, .character(key))

        #expect(effects == wanted + [.lookAtTraining])
        #expect(model.retrain.training == nil)
    }

    @Test func `training by itself is off until it is allowed, and asked about once`() throws {
        var model = try model("home")
        _ = update(&model, AppMessage(body: .mayTrainAlone, time: Sample.now))
        #expect(model.overlay == .mayTrainAlone(0))
        #expect(view(model).drawnText.contains("not on battery"))

        #expect(press(&model, .character("2")) == [.letTrainAlone(true)])
        #expect(model.overlay == nil && model.retrain.trainsAlone == true)
    }

    @Test func `a minute without keys lets the tutor consider a training`() throws {
        var model = try model("home")
        model.lastKey = Sample.now

        let effects = update(
            &model, AppMessage(body: .minute, time: Sample.now + 180_000))

        #expect(effects == [.tickInAMinute, .considerTraining(restedSeconds: 180)])
    }

    @Test(
        "who quits while training says whether it is gone on from",
        arguments: [
            ("1", []), ("2", [.quit(0)]), ("3", [.stopTraining, .quit(0)]),
        ] as [(Character, [AppEffect])])
    func quitting(key: Character, effects: [AppEffect]) throws {
        var model = try model("retrain-live")
        model.overlay = .quitWhileTraining(0, exitCode: 0)

        #expect(press(&model, .character(key)) == effects)
    }

    @Test func `problems that are being made are counted`() throws {
        var model = try model("retrain-live")
        var training = TrainingFigures(began: Sample.now, epochs: 10)
        training.drawn = 4_321
        training.toDraw = 47_000
        training.stageFraction = 0.09

        _ = update(&model, AppMessage(body: .training(training), time: Sample.now))

        #expect(view(model).drawnText.contains("4321 / 47000"))
    }

    @Test func `what a learner said is taken back by a key`() throws {
        var model = try model("learned")

        #expect(press(&model, .character("x")) == [.takeBack(learner: "mina", model: "1")])
        #expect(press(&model, .escape).isEmpty)
        #expect(model.models.learned == nil)
        #expect(press(&model, .character("l")) == [.listLearned("factory")])
    }
}
