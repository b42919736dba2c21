import Foundation
import Testing

@testable import TextClassification

@Suite struct TrainerTests {
    @Test func `a trained model names kinds that it can tell apart`() throws {
        var plan = SmallCorpus.plan()
        plan.epochs = 8
        plan.rate = 5e-3

        let model = try SmallCorpus.trainer(plan)
            .train(generator: StableGenerator.init) { _ in .proceed }

        let served = ServedClassifier(model)
        for voice in [ClassifierModel.Voice.transformer, .linear, .fusion] {
            let right = SmallCorpus.rows(8).count { row in
                let opinion = served.opinion(row.input, voice: voice)
                return (opinion.leaf[0] > opinion.leaf[1]) == (row.leaf == "join")
            }
            #expect(right == 8, "\(voice) is right \(right) times of 8")
        }
    }

    @Test func `the same seed gives the same bytes`() throws {
        let first = ModelFile.bytes(of: try SmallCorpus.model())
        let second = ModelFile.bytes(of: try SmallCorpus.model())

        #expect(first == second)
    }

    @Test func `a run that goes on after an interruption ends as an unbroken one`() throws {
        let unbroken = ModelFile.bytes(of: try SmallCorpus.model())
        var saved: TrainingState?
        var epochs = 0

        _ = try? SmallCorpus.trainer().train(
            generator: StableGenerator.init, save: { if epochs == 0 { saved = $0 } },
            observe: { event in
                if case .epoch = event { epochs += 1 }
                return epochs == 1 ? .cancel : .proceed
            })
        let state = try #require(saved)
        let continued = try SmallCorpus.trainer().train(
            resuming: state, generator: StableGenerator.init
        ) { _ in .proceed }

        #expect(ModelFile.bytes(of: continued) == unbroken)
    }

    @Test func `a cancelled training gives no model`() {
        #expect(throws: TrainingError.cancelled) {
            try SmallCorpus.trainer().train(generator: StableGenerator.init) { _ in .cancel }
        }
    }

    @Test func `a training that is told to finish keeps what it has learned`() throws {
        let model = try SmallCorpus.trainer().train(generator: StableGenerator.init) { _ in
            .finish
        }

        #expect(model.transformer?.isFinite == true)
    }

    @Test func `too few rows are refused`() {
        let trainer = Trainer(
            labels: SmallCorpus.labels, configuration: .tiny(), plan: SmallCorpus.plan(),
            training: SmallCorpus.rows(4), heldOut: SmallCorpus.rows(4))

        #expect(throws: TrainingError.tooFewRows(training: 4, heldOut: 4)) {
            try trainer.train(generator: StableGenerator.init) { _ in .proceed }
        }
    }

    @Test func `relations between numbers reach the operation and not the leaf`() throws {
        let served = ServedClassifier(try SmallCorpus.model())
        var other = SmallCorpus.rows(1)[0].input
        let plain = served.opinion(other, voice: .fusion)

        other.relations = ["count:3", "quotient:whole"]
        other.ruleOperation = "division"
        let changed = served.opinion(other, voice: .fusion)

        #expect(changed.leaf == plain.leaf)
        #expect(changed.operation != plain.operation)
    }
}
