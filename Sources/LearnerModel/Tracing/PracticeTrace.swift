/// Replays practice logs through the learner model.
public struct PracticeTrace: Sendable {
    private var vocabulary = TraceVocabulary()
    private var warm: TraceLog?

    /// Creates a trace that has learned nothing.
    public init() {}

    /// Reads a log of other learners, from which difficulties and weights are learned first.
    ///
    /// - Throws: `TraceLogError` for a line that cannot be read.
    public mutating func warmUp(_ bytes: [UInt8]) throws(TraceLogError) {
        warm = try TraceLog(bytes, vocabulary: &vocabulary)
    }

    /// Replays a log and reports how well each answer was predicted before it was seen.
    ///
    /// - Throws: `TraceLogError` for a line that cannot be read.
    public mutating func replay(_ bytes: [UInt8]) throws(TraceLogError) -> TraceReport {
        let log = try TraceLog(bytes, vocabulary: &vocabulary)
        return TraceReport(chances: chances(of: log), outcomes: log.answers.map(\.isRight))
    }

    /// Returns the chance given to each answer of a log, in order.
    package mutating func chances(of bytes: [UInt8]) throws(TraceLogError) -> [Double] {
        let log = try TraceLog(bytes, vocabulary: &vocabulary)
        return chances(of: log)
    }

    private func chances(of log: TraceLog) -> [Double] {
        var tracer = AnswerTracer()
        if let warm { learn(warm, &tracer) }
        tracer.begin(log, vocabulary)
        var chances: [Double] = []
        chances.reserveCapacity(log.count)
        for answer in log.answers {
            let chance = tracer.chance(of: answer)
            chances.append(chance)
            tracer.learn(answer, chance: chance, adapts: true)
        }
        return chances
    }

    /// Goes through the log of other learners and fits the weights to it.
    private func learn(_ log: TraceLog, _ tracer: inout AnswerTracer) {
        tracer.begin(log, vocabulary)
        // Bounds the memory of the fit; the last answers know the difficulties best.
        let skipped = max(0, log.count - 500_000)
        var rows: [Float] = []
        rows.reserveCapacity((log.count - skipped) * TraceFeature.allCases.count)
        for (place, answer) in log.answers.enumerated() {
            let chance = tracer.chance(of: answer)
            if place >= skipped { rows.append(contentsOf: tracer.features.lazy.map(Float.init)) }
            tracer.learn(answer, chance: chance, adapts: false)
        }
        tracer.regression.fit(rows, log.answers[skipped...].map(\.isRight))
    }
}
