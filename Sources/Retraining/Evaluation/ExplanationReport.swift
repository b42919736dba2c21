internal import Foundation

/// The figures of an `ExplanationEvaluation` as a JSON object and as tables.
public struct ExplanationReport: Sendable {
    private let evaluation: ExplanationEvaluation

    /// Creates a report.
    public init(_ evaluation: ExplanationEvaluation) {
        self.evaluation = evaluation
    }

    /// The figures as a JSON object on one line, keys sorted.
    ///
    /// - Parameter extra: further keys of the object.
    /// - Returns: the object.
    public func json(adding extra: [String: any Sendable] = [:]) -> String {
        var object: [String: Any] = [
            "sets": Self.object(evaluation.sets), "ablations": Self.object(evaluation.ablations),
            "attacks": Dictionary(
                uniqueKeysWithValues: evaluation.attacks.map {
                    (
                        $0.name,
                        [
                            "rate": EvaluationReport.rounded($0.rate), "bar": $0.bar,
                            "rules": EvaluationReport.rounded($0.ruleRate), "count": $0.count,
                        ]
                    )
                }),
        ]
        for (key, value) in extra { object[key] = value }
        return EvaluationReport.text(object, pretty: false)
    }

    /// The figures as tables for people.
    public var tables: String {
        var parts = [
            Self.table("explanations", evaluation.sets),
            Self.table("ablation", evaluation.ablations),
        ]
        if !evaluation.attacks.isEmpty {
            let rows = evaluation.attacks.map { attack in
                let verdict = attack.rate <= attack.bar ? "holds" : "does not hold"
                let numbers = [attack.rate, attack.ruleRate, attack.bar].map(
                    EvaluationReport.decimal)
                return "| \(attack.name) | \(attack.count) | \(numbers.joined(separator: " | ")) "
                    + "| \(verdict) |"
            }
            parts.append(
                ([
                    "| called correct | rows | rate | rules alone | bar | |",
                    "|---|---|---|---|---|---|",
                ] + rows)
                .joined(separator: "\n"))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Says plainly where the Transformer is better than the linear baseline, and where not.
    public var comparison: String {
        evaluation.sets.compactMap { set in
            let named = Dictionary(
                set.figures.map { ($0.voice, $0.figures.accuracy) },
                uniquingKeysWith: { first, _ in first })
            guard let transformer = named["transformer"], let linear = named["linear"] else {
                return nil
            }
            let word = transformer > linear ? "beats" : "does not beat"
            let gain = PromotionDecision.points(transformer - linear)
            return
                "On \(set.name) the Transformer alone \(word) the linear baseline (\(gain) points)."
        }.joined(separator: "\n")
    }

    private static func table(_ title: String, _ sets: [ExplanationEvaluation.Measured]) -> String {
        guard !sets.isEmpty else { return "" }
        let rows = sets.flatMap { set in
            set.figures.map { voice, figures in
                let numbers = [
                    figures.accuracy, figures.macroF1, figures.kappa, figures.calibrationError,
                ].map(signed)
                return "| \(set.name), \(voice) | \(figures.count) | "
                    + "\(numbers.joined(separator: " | ")) |"
            }
        }
        return
            ([
                "| \(title) | rows | accuracy | macro-F1 | kappa | ECE |",
                "|---|---|---|---|---|---|",
            ] + rows).joined(separator: "\n")
    }

    private static func signed(_ value: Double) -> String {
        (value < 0 ? "-" : "") + EvaluationReport.decimal(abs(value))
    }

    private static func object(_ sets: [ExplanationEvaluation.Measured]) -> [String: Any] {
        Dictionary(
            uniqueKeysWithValues: sets.map { set in
                let voices = set.figures.map { voice, figures in
                    (
                        voice,
                        [
                            "count": figures.count,
                            "accuracy": EvaluationReport.rounded(figures.accuracy),
                            "macroF1": EvaluationReport.rounded(figures.macroF1),
                            "kappa": EvaluationReport.rounded(figures.kappa),
                            "ece": EvaluationReport.rounded(figures.calibrationError),
                        ] as [String: Any]
                    )
                }
                return (set.name, Dictionary(uniqueKeysWithValues: voices))
            })
    }
}
