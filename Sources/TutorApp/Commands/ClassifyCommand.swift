import ArgumentParser
import Foundation
import Mathematics
import ProblemEncoding

struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "Names the kind of a problem.",
        discussion: """
            With a text it classifies that; without one it reads JSON Lines {"id"?, "text"} and \
            prints one prediction for each.
            """)

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Say how much each word mattered, by leaving each out.")
    var explain = false

    @Argument(help: "The text of a problem.")
    var text: String?

    func run() throws {
        let classifier = try ModelFolders(global).classifier()
        if let text {
            return try StandardOutput.line(prediction(of: text, with: classifier, identifier: ""))
        }
        try JSONLines.forEach { object in
            prediction(
                of: try JSONLines.text(object, "text"), with: classifier,
                identifier: JSONLines.identifier(object))
        }
    }

    private func prediction(
        of text: String, with classifier: ProblemClassifier, identifier: String
    ) -> String {
        let start = ContinuousClock.now
        let prediction = classifier.classify(
            text, language: global.language, explaining: explain)
        let passed = start.duration(to: .now).components.attoseconds
        return PredictionJSON.text(
            prediction, identifier: identifier, milliseconds: Double(passed) / 1e15)
    }
}

/// Predictions as JSON, with the keys of the contract in a fixed order.
enum PredictionJSON {
    static func text(
        _ prediction: Prediction, identifier: String, milliseconds: Double
    ) -> String {
        let top = prediction.top.map {
            "{\"skill\": \(JSONLine.quoted($0.skill)), \"probability\": \(number($0.probability))}"
        }
        let words = prediction.words.map {
            "{\"text\": \(JSONLine.quoted($0.text)), \"weight\": \(number($0.weight))}"
        }
        let pairs = [
            ("skill", JSONLine.quoted(prediction.skill)),
            ("strand", JSONLine.quoted(prediction.strand)),
            ("operation", JSONLine.quoted(prediction.operation.rawValue)),
            ("probability", number(prediction.probability)),
            ("abstained", "\(prediction.abstained)"),
            ("top", "[\(top.joined(separator: ", "))]"),
            ("numbers", "[\(prediction.numbers.map(JSONLine.quoted).joined(separator: ", "))]"),
            ("words", "[\(words.joined(separator: ", "))]"),
            ("language", JSONLine.quoted(prediction.language.rawValue)),
            ("milliseconds", number(milliseconds)),
        ]
        return "{" + identifier
            + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    static func number(_ value: Double) -> String {
        "\((value * 10_000).rounded() / 10_000)"
    }
}
