public import ArgumentParser
import Foundation
public import LearnerModel
import Mathematics

extension SimulationWorld: ExpressibleByArgument {}
extension SimulationPolicy: ExpressibleByArgument {}

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Compares ways of choosing problems on made-up learners.",
        discussion: """
            Worlds: flat (every problem teaches the same), peak85 (problems teach most when they \
            are neither too easy nor too hard), bkt (a skill is known or not). None of them is what \
            the tutor believes in. Figures come with 95 % intervals of a bootstrap over learners. \
            Without --policy or --world all of them are run.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(
        help: .init(
            "\(SimulationPolicy.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"))
    var policy: SimulationPolicy?

    @Option(help: .init("flat, peak85 or bkt.", valueName: "name"))
    var world: SimulationWorld?

    @Option(help: "How many learners.")
    var learners = 100

    @Option(help: "How many problems each learner gets, twenty a day.")
    var problems = 1500

    @Option(help: "The randomness; the same seed gives the same figures.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (1...100_000).contains(learners) else {
            throw ValidationError("--learners is a number from 1 to 100000.")
        }
        guard (1...100_000).contains(problems) else {
            throw ValidationError("--problems is a number from 1 to 100000.")
        }
    }

    func run() throws {
        let simulation = Simulation(learners: learners, problems: problems, seed: seed)
        var reports: [SimulationReport] = []
        for world in world.map({ [$0] }) ?? SimulationWorld.allCases {
            for policy in policy.map({ [$0] }) ?? SimulationPolicy.allCases {
                let report = simulation.run(policy, in: world) { done in
                    guard done % max(1, learners / 4) == 0 else { return }
                    StandardOutput.complain(
                        "\(world.rawValue) \(policy.rawValue): \(done) of \(learners) learners")
                }
                reports.append(report)
            }
        }
        if global.json {
            try StandardOutput.line(json(reports))
        } else {
            for report in reports { try StandardOutput.line(text(report)) }
        }
    }

    /// One object; the figures of a single run stand at the top, too.
    private func json(_ reports: [SimulationReport]) -> String {
        let results = reports.map { "{\(members(of: $0))}" }.joined(separator: ",")
        let top = reports.count == 1 ? members(of: reports[0]) + "," : ""
        return "{\(top)\"learners\":\(learners),\"problems\":\(problems),\"seed\":\(seed),"
            + "\"results\":[\(results)]}"
    }

    private func members(of report: SimulationReport) -> String {
        let names = [
            "\"policy\":\"\(report.policy.rawValue)\",\"world\":\"\(report.world.rawValue)\""
        ]
        let figures = report.figures.map { name, figure in
            "\"\(name)\":{\"value\":\(figure.value),\"low\":\(figure.low),\"high\":\(figure.high)}"
        }
        return (names + figures).joined(separator: ",")
    }

    private func text(_ report: SimulationReport) -> String {
        var lines = [
            "\(report.world.rawValue), \(report.policy.rawValue): \(learners) x \(problems), seed \(seed)"
        ]
        for (name, figure) in report.figures {
            let explanation = Self.explanations[name]?[global.languageInForce()] ?? ""
            lines.append("  \(number(figure, name))  \(explanation)")
        }
        return lines.joined(separator: "\n")
    }

    private func number(_ figure: SimulationFigure, _ name: String) -> String {
        if name == "problemsTo80" && figure.value > Double(problems) {
            return " never                     "
        }
        let digits = figure.value > 1 ? "%7.0f (%5.0f ... %5.0f)" : "%7.3f (%.3f ... %.3f)"
        return String(format: digits, figure.value, figure.low, figure.high)
    }

    private static let explanations: [String: [Language: String]] = [
        "problemsTo80": [
            .english: "problems until 80 % of the skills are truly mastered, median",
            .korean: "기능의 80 %를 정말로 익힐 때까지 푼 문제 수(가운데 값)",
        ],
        "masteredAtEnd": [
            .english: "of the skills truly mastered at the end", .korean: "끝났을 때 정말로 익힌 기능",
        ],
        "masteredAfter30Days": [
            .english: "still mastered after thirty days without practice",
            .korean: "30일 동안 쉰 뒤에도 남은 기능",
        ],
        "falseMastered": [
            .english: "of what was shown as mastered was below 70 %",
            .korean: "익혔다고 보여 주었지만 70 %에 못 미친 것",
        ],
        "missedMastery": [
            .english: "of what was long above 90 % was not shown as proficient",
            .korean: "오래 90 %를 넘었지만 능숙하다고 보여 주지 않은 것",
        ],
        "learningSuccess": [
            .english: "of the problems right while learning", .korean: "배우는 동안 맞힌 문제",
        ],
        "ece": [
            .english: "distance of shown chances from what happened (ECE)",
            .korean: "보여 준 가능성과 실제의 차이(ECE)",
        ],
        "mostADay": [
            .english: "problems of one unfinished skill on its busiest day",
            .korean: "덜 익힌 한 기능을 하루에 가장 많이 푼 수",
        ],
        "starvedReviews": [
            .english: "of the due reviews waited twice their interval",
            .korean: "복습할 때가 두 배나 지난 것",
        ],
        "equalReplays": [
            .english: "of the states rebuilt from the log were the same",
            .korean: "기록에서 다시 만든 상태가 똑같은 것",
        ],
    ]
}
