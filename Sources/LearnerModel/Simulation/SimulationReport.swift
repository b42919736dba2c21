import Mathematics

/// A figure with the 95 % interval of a bootstrap over learners.
public struct SimulationFigure: Sendable, Hashable {
    /// The figure over all learners.
    public let value: Double
    /// The 2.5 % quantile of the bootstrap.
    public let low: Double
    /// The 97.5 % quantile of the bootstrap.
    public let high: Double
}

/// How simulated learners fared under one policy in one world.
public struct SimulationReport: Sendable, Hashable {
    /// The policy.
    public let policy: SimulationPolicy
    /// The world.
    public let world: SimulationWorld
    /// How many learners there were.
    public let learners: Int
    /// How many problems each was posed.
    public let problems: Int
    /// The figures by name, A to H, in the order in which they are shown.
    public let figures: [(name: String, figure: SimulationFigure)]

    /// Compares all figures.
    public static func == (left: Self, right: Self) -> Bool {
        left.policy == right.policy && left.world == right.world
            && left.learners == right.learners && left.problems == right.problems
            && left.figures.map(\.name) == right.figures.map(\.name)
            && left.figures.map(\.figure) == right.figures.map(\.figure)
    }

    /// Hashes all figures.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(policy)
        hasher.combine(world)
        hasher.combine(figures.map(\.figure))
    }

    init(
        _ policy: SimulationPolicy, _ world: SimulationWorld, problems: Int,
        records: [SimulatedRecord], seed: UInt64
    ) {
        self.policy = policy
        self.world = world
        self.problems = problems
        learners = records.count
        let measures = Self.measures(problems)
        figures = measures.map { name, measure in
            var generator = SplitMix64(stream: ["bootstrap", name, String(seed)])
            var samples: [Double] = []
            for _ in 0..<(records.count > 1 ? 400 : 0) {
                let drawn = records.indices.map { _ in
                    Int.random(in: records.indices, using: &generator)
                }
                samples.append(measure(drawn.map { records[$0] }))
            }
            samples.sort()
            let value = measure(records)
            let count = samples.count
            return (
                name,
                SimulationFigure(
                    value: value, low: count == 0 ? value : samples[count / 40],
                    high: count == 0 ? value : samples[count - 1 - count / 40])
            )
        }
    }

    private typealias Measure = ([SimulatedRecord]) -> Double

    /// The figures A to H; never reaching 80 % counts as one problem more than were posed.
    private static func measures(_ problems: Int) -> [(String, Measure)] {
        [
            (
                "problemsTo80",
                { records in
                    let sorted = records.map { $0.problemsToMastery ?? problems + 1 }.sorted()
                    return sorted.isEmpty ? 0 : Double(sorted[sorted.count / 2])
                }
            ),
            ("masteredAtEnd", { mean($0, \.masteredAtEnd) }),
            ("masteredAfter30Days", { mean($0, \.masteredAfterMonth) }),
            ("falseMastered", { share($0, \.falselyShown, of: \.shown) }),
            ("missedMastery", { share($0, \.missed, of: \.strong) }),
            ("learningSuccess", { share($0, \.learningRight, of: \.learning) }),
            ("ece", { calibration($0) }),
            ("mostADay", { Double($0.map(\.mostADay).max() ?? 0) }),
            ("starvedReviews", { share($0, \.starved, of: \.waiting) }),
            ("equalReplays", { records in mean(records) { $0.replaysEqually ? 1 : 0 } }),
        ]
    }

    private static func mean(
        _ records: [SimulatedRecord], _ value: (SimulatedRecord) -> Double
    ) -> Double {
        records.reduce(0) { $0 + value($1) } / Double(max(1, records.count))
    }

    private static func share(
        _ records: [SimulatedRecord], _ part: (SimulatedRecord) -> Int,
        of whole: (SimulatedRecord) -> Int
    ) -> Double {
        let total = records.reduce(0) { $0 + whole($1) }
        return Double(records.reduce(0) { $0 + part($1) }) / Double(max(1, total))
    }

    private static func calibration(_ records: [SimulatedRecord]) -> Double {
        var error = 0.0
        var count = 0.0
        for bin in 0..<10 {
            let chance = records.reduce(0) { $0 + $1.bins[bin].chance }
            let right = records.reduce(0) { $0 + $1.bins[bin].right }
            error += abs(chance - right)
            count += records.reduce(0) { $0 + $1.bins[bin].count }
        }
        return error / max(1, count)
    }
}
