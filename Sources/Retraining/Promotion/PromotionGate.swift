public import TextClassification

/// Decides whether a challenger takes the champion's place: only if it is better on templates that
/// neither has learned from, and worse at nothing that matters.
///
/// It looks at both things that a model does: naming kinds of problems, where it must gain, and grading
/// explanations, where it must not fall.
public struct PromotionGate: Sendable {
    /// The rows without which nothing can be said.
    public var leastRows = 800
    /// The least mean gain.
    public var leastGain = 0.005
    /// How far the lower end of the interval may lie below zero.
    public var lowestBound = -0.01
    /// How far one of the two heads may fall while both together gain.
    public var greatestFallOfHead = 0.01
    /// How far a language, a strand, a leaf or an operation may fall.
    public var greatestFall = 0.05
    /// How far the mean F1 may lie below the one of the model that came with the program.
    public var factorySlack = 0.02
    /// How far the accuracy may lie below the best so far.
    public var bestSlack = 0.015
    /// The calibration error that is always good enough.
    public var calibrationError = 0.05
    /// How much worse the calibration may be than the champion's.
    public var calibrationSlack = 0.02
    /// The share of texts without sense that may be named; more only if the champion names more.
    public var toldNonsense = 0.10
    /// How far the precision of praise may fall: false praise is the costly error.
    public var praiseSlack = 0.01
    /// How far the recall of a grade may fall.
    public var gradeSlack = 0.05
    /// The fewest explanations of a grade that tell anything about it.
    public var fewestOfGrade = 30
    /// The greatest share of rows that may be read differently in what is right.
    public var greatestChurn = 0.20
    /// The processor time within which a text is read, in milliseconds.
    public var longestReading = 20.0
    /// The largest file.
    public var largestFile = 10_000_000

    /// Creates a gate with the usual bounds.
    public init() {}

    /// Compares two models on rows of held-out templates.
    public func decide(
        challenger: ClassifierModel, champion: ClassifierModel, heldOut: [LabeledExample]
    ) -> PromotionDecision {
        decide(
            GateEvidence(
                heldOut, labels: challenger.labels, new: ModelAnswers(challenger, heldOut),
                old: ModelAnswers(champion, heldOut), factory: nil))
    }

    /// Decides from what was measured.
    public func decide(_ evidence: GateEvidence) -> PromotionDecision {
        let rows = evidence.rows
        let both = Self.difference(rows, \.change)
        let leaf = Self.difference(rows, \.leafChange)
        let operation = Self.difference(rows, \.operationChange)
        let parts = Self.parts(rows)
        var checks = [
            PromotionDecision.Check(.sound, evidence.isSound),
            PromotionDecision.Check(.enough, both.count >= leastRows ? true : nil, both.count),
            PromotionDecision.Check(
                .gain, both.count >= leastRows ? both.mean >= leastGain : nil, both.mean),
            PromotionDecision.Check(
                .luck, both.count >= leastRows ? both.lower >= lowestBound : nil, both.lower),
            fallOfHeads(leaf, operation), fallOfParts(parts),
        ]
        checks += otherChecks(evidence, both.count)
        return PromotionDecision(
            isPromoted: checks.allSatisfy { $0.holds == true }, checks: checks, both: both,
            leaf: leaf, operation: operation, oldAccuracy: Self.oldAccuracy(rows), parts: parts)
    }

    private func otherChecks(
        _ evidence: GateEvidence, _ count: Int
    ) -> [PromotionDecision.Check] {
        let churn = Double(evidence.rows.count(where: \.isFlipped)) / Double(max(count, 1))
        let (newError, oldError) = evidence.calibrationError
        let (newNonsense, oldNonsense) = evidence.toldNonsense
        let floors = [evidence.macroF1.map { $0.new - $0.factory }, goldFloor(evidence)]
        let floor = floors.compactMap(\.self).min() ?? 0
        let best = evidence.accuracy.map { $0.new - $0.best } ?? 0
        return [
            PromotionDecision.Check(.factory, floor >= -factorySlack, floor),
            PromotionDecision.Check(.best, best >= -bestSlack, best),
            PromotionDecision.Check(
                .calibration, newError <= max(calibrationError, oldError + calibrationSlack),
                newError),
            PromotionDecision.Check(
                .nonsense, newNonsense <= max(toldNonsense, oldNonsense + 0.02), newNonsense),
        ] + explanationChecks(evidence) + [
            PromotionDecision.Check(.churn, churn <= greatestChurn, churn),
            PromotionDecision.Check(
                .size,
                evidence.readingTime <= longestReading && evidence.byteCount <= largestFile),
        ]
    }

    /// A head that falls is not paid for by the other.
    private func fallOfHeads(
        _ leaf: PromotionDecision.Difference, _ operation: PromotionDecision.Difference
    ) -> PromotionDecision.Check {
        let fall = min(leaf.mean + leaf.standardError, operation.mean + operation.standardError)
        return PromotionDecision.Check(
            .heads, fall >= -greatestFallOfHead, min(leaf.mean, operation.mean))
    }

    /// The part that fell most, judged within its standard error.
    ///
    /// Among many parts one falls far by chance, about sqrt(2 ln n) errors of the largest of n, so the
    /// allowance grows with their number; it is one error for five parts.
    private func fallOfParts(
        _ parts: [PromotionDecision.Part]
    ) -> PromotionDecision.Check {
        let telling = parts.filter(\.isTelling)
        let allowance = max(1, (2 * Self.logarithm(Double(telling.count) / 3)).squareRoot())
        let worst = telling.min { $0.difference.mean < $1.difference.mean }
        let holds = telling.allSatisfy {
            $0.difference.mean + allowance * $0.difference.standardError >= -greatestFall
        }
        var check = PromotionDecision.Check(.parts, holds, worst?.difference.mean ?? 0)
        check.part = worst
        return check
    }
}
