extension PromotionGate {
    /// New minus factory on the explanations written by hand, or nil where either is not known.
    func goldFloor(_ evidence: GateEvidence) -> Double? {
        guard let new = evidence.grades.new?.goldMacroF1,
            let factory = evidence.grades.factory?.goldMacroF1
        else { return nil }
        return new - factory
    }

    /// What must not have become worse about the grading of explanations; nothing where the model in
    /// use grades none.
    func explanationChecks(_ evidence: GateEvidence) -> [PromotionDecision.Check] {
        guard let old = evidence.grades.old else { return [] }
        guard let new = evidence.grades.new else {
            // A model that has unlearned to grade has lost every grade.
            return [PromotionDecision.Check(.grades, false, -1)]
        }
        let praise = new.precisionOfCorrect - old.precisionOfCorrect
        return [
            PromotionDecision.Check(.praise, praise >= -praiseSlack, praise),
            grades(new, old), attacks(new, old),
        ]
    }

    private func grades(_ new: GradeAnswers, _ old: GradeAnswers) -> PromotionDecision.Check {
        let falls = new.confusion.indices.compactMap { grade -> Double? in
            let (count, share) = new.recall(of: grade)
            return count < fewestOfGrade ? nil : share - old.recall(of: grade).share
        }
        let worst = falls.min() ?? 0
        return PromotionDecision.Check(.grades, worst >= -gradeSlack, worst)
    }

    /// A text that only looks like a reason may not be praised beyond its bar, or beyond what the model in
    /// use does where that is more.
    private func attacks(_ new: GradeAnswers, _ old: GradeAnswers) -> PromotionDecision.Check {
        let before = Dictionary(
            old.attacks.map { ($0.name, $0.rate) }, uniquingKeysWith: { first, _ in first })
        let holds = new.attacks.allSatisfy { $0.rate <= max($0.bar, before[$0.name] ?? 0) }
        return PromotionDecision.Check(.attacks, holds, new.attacks.map(\.rate).max() ?? 0)
    }
}
