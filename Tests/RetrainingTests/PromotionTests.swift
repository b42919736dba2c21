import LearnerStore
import Mathematics
import Testing
import TextClassification

@testable import Retraining

@Suite struct PromotionTests {
    @Test func `a model that is better on held-out templates goes into use`() {
        let decision = PromotionGate().decide(
            challenger: Models.model(bias: 3), champion: Models.model(bias: -3),
            heldOut: Models.rows([String](repeating: "join", count: 100)))

        #expect(decision.isPromoted)
        #expect(decision.leaf.mean == 1)
    }

    @Test func `an equal model does not go into use`() {
        let rows = Models.rows([String](repeating: "join", count: 100))

        let decision = PromotionGate().decide(
            challenger: Models.model(bias: 3), champion: Models.model(bias: 3), heldOut: rows)

        #expect(!decision.isPromoted)
        #expect(decision.leaf.mean == 0)
    }

    @Test func `a gain on one leaf does not pay for forgetting another`() {
        let leaves =
            [String](repeating: "join", count: 140)
            + [String](
                repeating: "share", count: 60)

        let decision = PromotionGate().decide(
            challenger: Models.model(bias: 3), champion: Models.model(bias: -3),
            heldOut: Models.rows(leaves))

        #expect(!decision.isPromoted)
        #expect(decision.checks.contains { $0.condition == .worstLeaf && !$0.holds })
    }

    @Test func `the interval is over templates, not over their many rows`() {
        let gate = PromotionGate()
        let gain: [Bool?] = (0..<100).map { $0 % 10 < 6 }
        let none = [Bool?](repeating: false, count: 100)

        let few = gate.difference(gain, none, templates: (0..<100).map { "t\($0 % 10)" })
        let many = gate.difference(gain, none, templates: (0..<100).map { "t\($0)" })

        #expect(abs(few.mean - many.mean) < 1e-9)
        #expect(few.upper - few.lower > 2 * (many.upper - many.lower))
    }

    @Test("the decision is said in plain words", arguments: Language.allCases)
    func words(language: Language) {
        let decision = PromotionGate().decide(
            challenger: Models.model(bias: 3), champion: Models.model(bias: -3),
            heldOut: Models.rows([String](repeating: "join", count: 100)))

        #expect(decision.sentence(in: language).contains("+100.0"))
    }

    private func label(_ number: Int, text: String, source: String = "learner") -> Label {
        Label(
            id: "\(number)", time: Int64(number), learner: "a", task: "skill", text: text,
            label: "join", source: source)
    }

    @Test func `the model's own output is never a label`() {
        #expect(LabelPolicy().rows(from: [label(1, text: "2 and 3", source: "model")]).isEmpty)
    }

    @Test func `a text counts once and a learner only so often a day`() {
        let same = (0..<5).map { label($0, text: "2 and 3") }
        let many = (10..<100).map { label($0, text: "\($0) apples and pears number \($0)") }

        #expect(LabelPolicy().rows(from: same).count == 1)
        #expect(LabelPolicy().rows(from: many).count == 25)
    }
}
