#if canImport(Glibc)
import Glibc
#endif

/// How well predicted chances met what happened.
public struct TraceReport: Sendable, Hashable {
    /// How many answers were predicted.
    public let answers: Int
    /// The chance that a right answer was given a higher chance than a wrong one; ties count half.
    public let auc: Double
    /// The mean of -ln of the chance given to what happened.
    public let logLoss: Double
    /// The mean squared distance of chance and outcome.
    public let brier: Double
    /// The expected calibration error over ten bins of equal width.
    public let ece: Double

    /// Measures `chances` against `outcomes`.
    ///
    /// - Precondition: one chance to each outcome.
    public init(chances: [Double], outcomes: [Bool]) {
        precondition(
            chances.count == outcomes.count,
            "\(chances.count) chances for \(outcomes.count) outcomes")
        answers = chances.count
        var loss = 0.0
        var square = 0.0
        var bins = [(count: Double, chance: Double, right: Double)](
            repeating: (0, 0, 0), count: 10)
        for (chance, outcome) in zip(chances, outcomes) {
            let bounded = min(max(chance, 1e-9), 1 - 1e-9)
            loss -= log(outcome ? bounded : 1 - bounded)
            let target = outcome ? 1.0 : 0
            square += (chance - target) * (chance - target)
            let bin = min(9, Int(chance * 10))
            bins[bin].count += 1
            bins[bin].chance += chance
            bins[bin].right += target
        }
        let count = Double(max(1, chances.count))
        logLoss = loss / count
        brier = square / count
        ece = bins.reduce(0) { $0 + abs($1.chance - $1.right) } / count
        auc = Self.auc(chances, outcomes)
    }

    /// Mann-Whitney's U by ranks, ties sharing their mean rank.
    private static func auc(_ chances: [Double], _ outcomes: [Bool]) -> Double {
        let order = chances.indices.sorted { chances[$0] < chances[$1] }
        var ranks = 0.0
        var right = 0.0
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count && chances[order[end]] == chances[order[start]] { end += 1 }
            let rank = Double(start + end + 1) / 2
            for place in start..<end where outcomes[order[place]] {
                ranks += rank
                right += 1
            }
            start = end
        }
        let wrong = Double(order.count) - right
        guard right > 0, wrong > 0 else { return 0.5 }
        return (ranks - right * (right + 1) / 2) / (right * wrong)
    }
}
