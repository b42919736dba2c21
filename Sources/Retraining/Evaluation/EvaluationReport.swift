internal import Foundation
internal import TextClassification

/// The figures of an evaluation as JSON and as tables, every voice beside the others.
public struct EvaluationReport: Sendable {
    private let evaluation: ModelEvaluation
    private let languages: [String]

    /// Creates a report with columns for all rows and for each of the languages given.
    public init(_ evaluation: ModelEvaluation, languages: [String] = ["en", "ko"]) {
        self.evaluation = evaluation
        self.languages = languages
    }

    /// The figures as a JSON object on one line, keys sorted.
    ///
    /// - Parameter extra: further keys of the object.
    /// - Returns: the object.
    public func json(adding extra: [String: any Sendable] = [:]) -> String {
        var object: [String: Any] = ["count": evaluation.count]
        for (name, head) in heads {
            guard head(.fusion, nil) != nil else { continue }
            var voices: [String: Any] = [:]
            for voice in Self.voices(of: name) {
                voices[voice.rawValue] = figures(head, voice, withConfusion: voice == .fusion)
            }
            object[name] = voices
        }
        let abstained = evaluation.abstentions.count(where: \.self)
        object["abstained"] = Self.rounded(Double(abstained) / Double(max(evaluation.count, 1)))
        if let main = heads.lazy.compactMap({ $1(.fusion, nil) }).first {
            object["accuracy"] = Self.rounded(main.accuracy)
            object["macroF1"] = Self.rounded(main.macroF1)
            object["ece"] = Self.rounded(main.calibrationError)
        }
        for (key, value) in extra { object[key] = value }
        return Self.text(object, pretty: false)
    }

    /// The figures as tables for people.
    public var tables: String {
        heads.compactMap { name, head in
            guard head(.fusion, nil) != nil else { return nil }
            var lines = [
                "| \(name) | rows | accuracy | macro-F1 | ECE | surest 80 % |",
                "|---|---|---|---|---|---|",
            ]
            for voice in Self.voices(of: name) {
                for language in [nil] + languages.map(Optional.some) {
                    guard let metrics = head(voice, language) else { continue }
                    let label = language.map { "\(voice.rawValue), \($0)" } ?? voice.rawValue
                    lines.append(Self.row(label, metrics))
                }
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private typealias Head = (ClassifierModel.Voice, String?) -> ClassificationMetrics?

    private var heads: [(String, Head)] {
        [
            ("leaf", { evaluation.leaf($0, language: $1) }),
            ("operation", { evaluation.operation($0, language: $1) }),
        ]
    }

    /// The keyword rules know operations only.
    private static func voices(of head: String) -> [ClassifierModel.Voice] {
        ClassifierModel.Voice.allCases.filter { head == "operation" || $0 != .rules }
    }

    private func figures(
        _ head: Head, _ voice: ClassifierModel.Voice, withConfusion: Bool
    ) -> [String: Any] {
        guard let all = head(voice, nil) else { return [:] }
        var object = Self.object(all)
        if withConfusion { object["confusion"] = all.confusion }
        for language in languages {
            if let metrics = head(voice, language) { object[language] = Self.object(metrics) }
        }
        return object
    }

    private static func object(_ metrics: ClassificationMetrics) -> [String: Any] {
        [
            "count": metrics.count, "accuracy": rounded(metrics.accuracy),
            "macroF1": rounded(metrics.macroF1), "ece": rounded(metrics.calibrationError),
            "logLoss": rounded(metrics.logLoss),
            "coverage": metrics.coverage.map { [$0.share, rounded($0.accuracy)] },
        ]
    }

    private static func row(_ label: String, _ metrics: ClassificationMetrics) -> String {
        let surest = metrics.coverage.first { $0.share == 0.8 }?.accuracy ?? 0
        let numbers = [metrics.accuracy, metrics.macroF1, metrics.calibrationError, surest]
            .map(decimal)
        return "| \(label) | \(metrics.count) | \(numbers.joined(separator: " | ")) |"
    }

    static func decimal(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        let digits = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    static func text(_ object: [String: Any], pretty: Bool) -> String {
        var options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { options.insert(.prettyPrinted) }
        do {
            let data = try JSONSerialization.data(withJSONObject: object, options: options)
            return String(decoding: data, as: UTF8.self)
        } catch {
            preconditionFailure("figures could not be written as JSON: \(error)")
        }
    }
}
