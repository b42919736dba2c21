import LearnerStore
import Testing
import TextClassification

@testable import Retraining

@Suite struct LabelPolicyTests {
    private let day: Int64 = 86_400_000
    private let words = ["apples", "pears", "boats", "coins", "cards", "trees", "birds", "books"]

    /// A label of a text that no other number has.
    private func label(
        _ number: Int, time: Int64? = nil, text: String? = nil, learner: String = "a",
        kind: String = "join", source: String = "learner"
    ) -> Label {
        let made = (0..<4).map { words[(number >> (3 * $0)) & 7] }.joined(separator: " and ")
        return Label(
            id: "\(number)", time: time ?? Int64(number), learner: learner, task: "skill",
            text: text ?? "2 \(made)", label: kind, source: source)
    }

    private func selection(_ labels: [Label], rows: Int = 40_000) -> LabelPolicy.Selection {
        LabelPolicy().selection(from: labels, drawnRows: rows)
    }

    @Test func `the model's own output is never a label`() {
        let chosen = selection([label(1, source: "model")])

        #expect(chosen.training.isEmpty && chosen.aside.isEmpty)
        #expect(chosen.leftOut == [.model: 1])
    }

    @Test func `the same story with other numbers counts once`() {
        let chosen = selection((0..<5).map { label($0, text: "Mina has \($0 + 2) apples.") })

        #expect(chosen.training.count + chosen.aside.count == 1)
        #expect(chosen.leftOut == [.duplicate: 4])
    }

    @Test func `the newest word of a learner about a text counts`() {
        let chosen = selection([
            label(1, text: "Mina has 2 apples.", kind: "share"),
            label(2, text: "Mina has 3 apples.", kind: "join"),
        ])

        #expect((chosen.training + chosen.aside).map(\.label) == ["join"])
    }

    @Test func `a text about which learners disagree trains nobody`() {
        let chosen = selection([
            label(1, text: "Mina has 2 apples.", kind: "share"),
            label(2, text: "Mina has 2 apples.", learner: "b", kind: "join"),
        ])

        #expect(chosen.training.isEmpty && chosen.aside.isEmpty)
        #expect(chosen.leftOut == [.disagreement: 2])
    }

    @Test func `a learner counts twenty-five times a day`() {
        let chosen = selection((0..<40).map { label($0) } + (40..<60).map { label($0, time: day) })

        #expect(chosen.training.count + chosen.aside.count == 45)
        #expect(chosen.leftOut == [.day: 15])
    }

    @Test func `a sitting has at most a tenth of the rows`() {
        let chosen = selection((0..<20).map { label($0) }, rows: 80)

        #expect(chosen.training.count + chosen.aside.count == 8)
        #expect(chosen.leftOut == [.sitting: 12])
    }

    @Test func `a new sitting begins after half an hour`() {
        let later: Int64 = 31 * 60_000
        let chosen = selection(
            (0..<8).map { label($0) } + (8..<16).map { label($0, time: later + Int64($0)) },
            rows: 80)

        #expect(chosen.training.count + chosen.aside.count == 16)
    }

    @Test("labels are taken back by learner or source", arguments: ["b", "import"])
    func takenBack(name: String) {
        var policy = LabelPolicy()
        policy.takenBack = [name]
        let chosen = policy.selection(
            from: [label(1), label(2, learner: "b", source: "import")], drawnRows: 40_000)

        #expect((chosen.training + chosen.aside).map(\.id) == ["1"])
    }

    @Test func `about one label in five is kept aside, by its text and learner`() {
        let labels = (0..<1_000).map { label($0, time: Int64($0) * day) }
        let chosen = selection(labels)

        #expect((150...250).contains(chosen.aside.count))
        #expect(selection(labels.reversed()) == chosen)
    }

    @Test func `a label older than half a year counts half`() {
        let policy = LabelPolicy()

        let rows = policy.rows(of: [label(1), label(2, time: 300 * day)], now: 310 * day)

        #expect(rows.map(\.weight) == [1, 2])
    }
}
