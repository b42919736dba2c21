import ArgumentParser
import Foundation
import LearnerModel

/// Measures how well and how fast practice logs are traced, on made-up learners.
struct LearnerTracing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learner-tracing",
        abstract: "AUC, calibration and speed of the learner model on made-up logs.")

    @Option(help: "How many learners answer; a fifth of them is the test.")
    var learners = 4000

    @Option(help: "How the made-up learners learn: \(SyntheticLog.World.allNames); all without it.")
    var world: SyntheticLog.World?

    @Option(help: "The randomness of the logs.")
    var seed: UInt64 = 1

    func run() throws {
        for world in world.map({ [$0] }) ?? SyntheticLog.World.allCases {
            var log = SyntheticLog(world, learners: learners, seed: seed)
            let (warm, test) = log.lines()
            let name = world.rawValue
            try report("\(name), warm, items", warm: warm, test: test)
            try report(
                "\(name), warm, no items", warm: withoutItems(warm), test: withoutItems(test))
            try report("\(name), cold, test alone", warm: nil, test: test)
            try report("\(name), cold, all", warm: nil, test: warm + test)
        }
    }

    private func report(_ name: String, warm: String?, test: String) throws {
        let start = ContinuousClock.now
        var trace = PracticeTrace()
        if let warm { try trace.warmUp(Array(warm.utf8)) }
        let report = try trace.replay(Array(test.utf8))
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print(
            "\(name): \(report.answers) answers, AUC \(short(report.auc)), log-loss "
                + "\(short(report.logLoss)), Brier \(short(report.brier)), ECE \(short(report.ece)), "
                + "\(short(seconds)) s with warming up")
    }

    private func short(_ number: Double) -> String { String(format: "%.4f", number) }

    private func withoutItems(_ log: String) -> String {
        log.split(separator: "\n").map { line in
            var fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            fields[2] = ""
            return fields.joined(separator: "\t")
        }.joined(separator: "\n")
    }
}

extension SyntheticLog.World: ExpressibleByArgument {
    fileprivate static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
