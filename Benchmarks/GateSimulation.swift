import ArgumentParser
import Foundation
import Mathematics
import Problems
import Retraining
import TextClassification

/// Replays what people might teach a model, and reports what the gate did about it.
struct GateSimulation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "What the gate lets pass: simulated differences, then streams of labels.")

    @Option(help: "The draws of each cell.")
    var draws = 200

    @Option(help: "Streams of labels of each kind; 0 leaves them out.")
    var streams = 5

    @Option(help: "The folder with the problems.")
    var data = "Data"

    func run() throws {
        print("Accepted, by held-out rows (\(draws) draws each):")
        let sizes = [200, 400, 800, 1_600, 8_000]
        for world in World.all {
            let shares = sizes.map { size in
                var generator = SplitMix64(stream: ["gate", world.name, "\(size)"])
                let accepted = (0..<draws).count { _ in
                    PromotionGate().decide(world.evidence(size, using: &generator)).isPromoted
                }
                return "\(size): \(String(format: "%.2f", Double(accepted) / Double(draws)))"
            }
            print("  \(world.name)  \(shares.joined(separator: "  "))")
        }
        guard streams > 0 else { return }
        print("Streams of labels, linear models of the product's leaves:")
        let stage = try LabelStream(data: URL(filePath: data))
        for kind in LabelStream.Batch.allCases {
            for number in 0..<streams { print("  " + stage.report(kind, number)) }
        }
    }
}

/// A difference between two models as it would be if every held-out problem there is were tried.
private struct World {
    let name: String
    /// What the new model gains in the mean, and how much that differs between templates.
    let gain: Double
    let spread: Double
    /// The share of rows that are right or wrong anew for no reason.
    let churn: Double
    /// By how much all but two of the leaves fall besides.
    var forgotten = 0.0

    static let all = [
        World(name: "better by 3 points      ", gain: 0.03, spread: 0.02, churn: 0.08),
        World(name: "better by 1 point       ", gain: 0.01, spread: 0.02, churn: 0.08),
        World(name: "the same                ", gain: 0, spread: 0.02, churn: 0.08),
        World(name: "25 % wrong labels, -5   ", gain: -0.052, spread: 0.04, churn: 0.2),
        World(name: "50 % wrong labels, -18  ", gain: -0.18, spread: 0.06, churn: 0.25),
        World(
            name: "two kinds only, -14     ", gain: 0.1, spread: 0.04, churn: 0.2,
            forgotten: 0.25),
        World(
            name: "one kind gone, rest +5  ", gain: 0.05, spread: 0.02, churn: 0.08,
            forgotten: -1),
    ]

    /// Draws held-out rows: 60 leaves in 12 strands, some 160 templates, two languages.
    func evidence(_ count: Int, using generator: inout SplitMix64) -> GateEvidence {
        let templates = min(160, max(20, count / 8))
        let effects = (0..<templates).map { _ in Self.normal(&generator) * spread }
        let rows = (0..<count).map { number in
            let template = number % templates
            var row = GateEvidence.Row(
                template: "t\(template)", language: number % 2 == 0 ? "en" : "ko")
            let leaf = template % 60
            row.leaf = "leaf\(leaf)"
            row.strand = "s\(leaf % 12)"
            let before = 0.35 + 0.4 * Double(template % 10) / 10
            var after = before + gain + effects[template]
            if forgotten > 0, leaf > 1 { after -= forgotten }
            if forgotten < 0, leaf % 12 == 0 { after = 0.02 }
            // Both models are right or wrong together but for the difference and the churn.
            let luck = Double.random(in: 0..<1, using: &generator)
            row.oldLeaf = luck < before
            let isFresh = Double.random(in: 0..<1, using: &generator) < churn
            let newLuck = isFresh ? Double.random(in: 0..<1, using: &generator) : luck
            row.newLeaf = newLuck < after
            return row
        }
        return GateEvidence(rows: rows)
    }

    private static func normal(_ generator: inout SplitMix64) -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
    }
}
