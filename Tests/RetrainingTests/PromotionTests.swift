import Mathematics
import Testing
import TextClassification

@testable import Retraining

@Suite struct PromotionTests {
    /// Rows of fifty templates in two languages; the models are right where the numbers say.
    private func evidence(
        _ count: Int = 1_000, leaf: (Int) -> String = { "leaf\($0 % 5)" },
        old: (Int) -> Bool, new: (Int) -> Bool
    ) -> GateEvidence {
        GateEvidence(
            rows: (0..<count).map { number in
                var row = GateEvidence.Row(
                    template: "t\(number % 50)", language: number % 3 == 0 ? "ko" : "en")
                row.leaf = leaf(number)
                row.strand = "A"
                row.oldLeaf = old(number)
                row.newLeaf = new(number)
                return row
            })
    }

    private func failures(_ decision: PromotionDecision) -> [PromotionDecision.Check.Condition] {
        decision.checks.filter { $0.holds == false }.map(\.condition)
    }

    @Test func `a model that is better on held-out templates goes into use`() {
        let decision = PromotionGate().decide(evidence(old: { $0 % 2 == 0 }, new: { $0 % 9 != 0 }))

        #expect(failures(decision) == [.churn])
        var gate = PromotionGate()
        gate.greatestChurn = 1
        let rows = evidence(old: { $0 % 2 == 0 }, new: { $0 % 9 != 0 })
        #expect(gate.decide(rows).isPromoted)
    }

    @Test func `an equal model does not go into use`() {
        let decision = PromotionGate().decide(evidence(old: { $0 % 2 == 0 }, new: { $0 % 2 == 0 }))

        #expect(!decision.isPromoted)
        #expect(failures(decision) == [.gain])
        #expect(decision.both.mean == 0)
    }

    @Test func `too few rows are no ground for a decision, and it says so`() {
        let decision = PromotionGate().decide(
            evidence(400, old: { _ in false }, new: { _ in true }))

        #expect(!decision.isPromoted)
        #expect(decision.isUnknown)
        #expect(decision.sentence(in: .english).contains("too few to tell"))
    }

    @Test func `a gain on most leaves does not pay for forgetting one`() {
        let decision = PromotionGate().decide(
            evidence(old: { $0 % 5 == 0 || $0 % 10 < 5 }, new: { $0 % 5 != 0 }))

        #expect(decision.both.mean > 0.1)
        #expect(failures(decision).contains(.parts))
        let check = decision.checks.first { $0.condition == .parts }
        #expect(check?.part?.name == "leaf0")
    }

    @Test(
        "what else is measured can stop a model",
        arguments: PromotionDecision.Check.Condition.allCases)
    func bars(condition: PromotionDecision.Check.Condition) {
        var rows = evidence(old: { $0 % 10 < 6 }, new: { $0 % 10 < 7 })
        #expect(PromotionGate().decide(rows).isPromoted)
        switch condition {
        case .sound: rows.isSound = false
        case .factory: rows.macroF1 = (0.5, 0.53)
        case .best: rows.accuracy = (0.5, 0.52)
        case .calibration: rows.calibrationError = (0.2, 0.1)
        case .nonsense: rows.toldNonsense = (0.2, 0.1)
        case .size: rows.byteCount = 11_000_000
        case .enough, .gain, .luck, .heads, .parts, .praise, .grades, .attacks, .churn: return
        }

        #expect(failures(PromotionGate().decide(rows)) == [condition])
    }

    @Test func `the interval is over templates, not over their many rows`() {
        let changes = (0..<100).map { $0 % 10 < 6 ? 1.0 : 0 }

        let few = PromotionDecision.Difference(
            changes.enumerated().map { ("t\($0.offset % 10)", $0.element) })
        let many = PromotionDecision.Difference(
            changes.enumerated().map { ("t\($0.offset)", $0.element) })

        #expect(few.mean == many.mean)
        #expect(few.upper - few.lower > 2 * (many.upper - many.lower))
    }

    @Test("the decision is said in plain words", arguments: Language.allCases)
    func words(language: Language) {
        let decision = PromotionGate().decide(
            evidence(old: { $0 % 10 < 6 }, new: { $0 % 10 < 7 }))
        let sentence = decision.sentence(in: language)

        #expect(sentence.contains("70") && sentence.contains("60"))
        let lines = [sentence] + decision.checks.map { $0.line(in: language) }
        #expect(!lines.contains { $0.contains("points") || $0.contains("interval") })
    }

    @Test("each condition fits its line", arguments: Language.allCases)
    func widths(language: Language) {
        let decision = PromotionGate().decide(
            evidence(leaf: { _ in "kind" }, old: { $0 % 10 < 6 }, new: { $0 % 10 < 5 }))

        let lines = decision.checks.map {
            $0.line(in: language) { _ in "How much do the first and the second hold" }
        }
        #expect(lines.allSatisfy { $0.count <= 76 })
    }

    @Test func `models are compared on the rows that both answered`() {
        let rows = Models.rows((0..<900).map { $0 % 2 == 0 ? "join" : "share" })

        let decision = PromotionGate().decide(
            challenger: Models.model(bias: 3), champion: Models.model(bias: 3), heldOut: rows)

        #expect(decision.both.count == 900)
        #expect(decision.oldAccuracy == 0.5)
        #expect(decision.newAccuracy == 0.5)
    }

    // MARK: Explanations

    /// Grades of 400 explanations: `right` of each 100 are recognised, the others called correct.
    private func grades(_ right: [Int], salad: Double = 0.05, junk: Double = 0) -> GradeAnswers {
        let confusion = right.enumerated().map { grade, hits in
            var row = [Int](repeating: 0, count: 4)
            row[grade == 0 ? 3 : 0] = 100 - hits
            row[grade] += hits
            return row
        }
        return GradeAnswers(
            confusion: confusion, goldMacroF1: Double(right.reduce(0, +)) / 400,
            attacks: [
                GradeAnswers.Attack(name: "salad", rate: salad, bar: 0.1),
                GradeAnswers.Attack(name: "junk", rate: junk, bar: 0),
            ])
    }

    private func decision(
        new: GradeAnswers?, old: GradeAnswers, factory: GradeAnswers? = nil
    ) -> PromotionDecision {
        var better = evidence(old: { $0 % 10 < 5 }, new: { $0 % 10 < 6 })
        better.grades = (new, old, factory)
        return PromotionGate().decide(better)
    }

    @Test func `a model that grades as well as before goes into use`() {
        let same = grades([90, 90, 90, 90])

        let decision = decision(new: same, old: same, factory: same)

        #expect(decision.isPromoted)
        let looked = decision.checks.map(\.condition)
        #expect(Set(looked).isSuperset(of: [.praise, .grades, .attacks]))
    }

    @Test(
        "a gain in reading problems does not pay for worse grading",
        arguments: [
            ([90, 90, 90, 80], 0.05, 0, [.praise, .grades, .factory]),
            ([84, 92, 92, 92], 0.05, 0, [.grades]),
            ([90, 90, 90, 90], 0.12, 0, [.attacks]),
            ([90, 90, 90, 90], 0.05, 0.01, [.attacks]),
            ([90, 86, 90, 90], 0.05, 0, [.praise]),
        ] as [([Int], Double, Double, [PromotionDecision.Check.Condition])])
    func worseGrading(
        right: [Int], salad: Double, junk: Double,
        conditions: [PromotionDecision.Check.Condition]
    ) {
        let old = grades([90, 90, 90, 90])

        let decision = decision(
            new: grades(right, salad: salad, junk: junk), old: old, factory: old)

        #expect(Set(failures(decision)) == Set(conditions))
        #expect(decision.isWorse)
    }

    @Test func `a model is not refused for what the one in use does too`() {
        let old = grades([90, 90, 90, 90], salad: 0.2)

        let decision = decision(new: grades([90, 90, 90, 90], salad: 0.18), old: old)

        #expect(decision.isPromoted)
    }

    @Test func `a model that has unlearned to grade is refused`() {
        #expect(failures(decision(new: nil, old: grades([90, 90, 90, 90]))) == [.grades])
    }
}
