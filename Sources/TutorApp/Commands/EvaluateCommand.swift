import ArgumentParser
import Foundation
import Mathematics
import ProblemEncoding
import Retraining
import TextClassification

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measures a model.",
        discussion: """
            Without --on it measures on problems of held-out templates. With --on it reads JSON \
            Lines with "text" and what is known of "skill", "operation" or "equation" (the root \
            operation is taken from it), and "language". Every figure is given for the average, the \
            Transformer alone, the linear baseline alone and the keyword rules alone. Lines with \
            "problem", "expected", "answer", "explanation" and "grade" measure the grades of \
            explanations instead, which stand beside the problems without --on.
            """)

    @OptionGroup var global: GlobalOptions

    @Option(help: .init("The model: an identifier or a folder.", valueName: "id|dir"))
    var model: String?

    @Option(help: .init("A file with problems.", valueName: "file.jsonl"))
    var on: String?

    @Option(help: .init("Only lines whose \"class\" is this.", valueName: "name"))
    var only: String?

    @Flag(help: "Only lines whose equation has one operation.")
    var oneOperation = false

    @Option(help: "The seed of the problems that are drawn without --on.")
    var seed: UInt64 = 1

    func run() throws {
        if let on { try InputFile.require(on) }
        let (model, id) = try ModelFolders(global).model(named: model)
        if let on {
            let explanations = GoldExplanation.read(URL(filePath: on))
            if !explanations.isEmpty { return try show(explanations, nil, model, id, on) }
        }
        let corpus = try on == nil ? corpus() : nil
        let rows = try corpus?.heldOut ?? rows()
        guard !rows.isEmpty else {
            throw Failure(
                .failed, english: "there is nothing to measure on: no line has a known label.",
                korean: "잴 것이 없어요: 아는 정답이 있는 줄이 없어요.")
        }
        let report = EvaluationReport(ModelEvaluation(model: model, rows: rows))
        if global.json {
            return try StandardOutput.line(
                report.json(
                    adding: [
                        "model": id, "on": on ?? "held-out templates",
                        "explanations": try corpus.map { try explanations($0, model) } ?? "",
                    ]))
        }
        try StandardOutput.line(report.tables)
        guard let corpus else { return }
        try StandardOutput.line("")
        let gold = GoldExplanation.read(GoldExplanation.file(in: try global.dataDirectory()))
        try show(gold, corpus.explanations, model, id, "")
    }

    private func show(
        _ gold: [GoldExplanation], _ drawn: ExplanationCorpus?, _ model: ClassifierModel,
        _ id: String, _ source: String
    ) throws {
        let report = ExplanationReport(
            ExplanationEvaluation(model: model, corpus: drawn, gold: gold))
        if global.json {
            return try StandardOutput.line(report.json(adding: ["model": id, "on": source]))
        }
        try StandardOutput.line(report.tables)
        if !report.comparison.isEmpty { try StandardOutput.line("\n" + report.comparison) }
    }

    private func explanations(
        _ corpus: TrainingCorpus, _ model: ClassifierModel
    ) throws -> String {
        let gold = GoldExplanation.read(GoldExplanation.file(in: try global.dataDirectory()))
        return ExplanationReport(
            ExplanationEvaluation(model: model, corpus: corpus.explanations, gold: gold)
        ).json()
    }

    private func corpus() throws -> TrainingCorpus {
        var size = TrainingCorpus.Size()
        size.seed = seed
        do {
            return try TrainingCorpus(
                bank: try ModelFolders(global).bank(),
                dataDirectory: try global.dataDirectory(), size: size)
        } catch let error as WordingGrammar.WordingError {
            throw Failure.training(.badData(reason: "\(error)"))
        }
    }

    private func rows() throws -> [LabeledExample] {
        guard let on else { return [] }
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: on), encoding: .utf8)
        } catch {
            throw Failure(
                .failed,
                english: """
                    the file \(on) is not UTF-8 text.
                    Try:  mathtutor evaluate --help        (what its lines hold)
                    """,
                korean: """
                    \(on) 파일은 UTF-8 글이 아니에요.
                    이렇게 해 보세요:  mathtutor evaluate --help        (줄마다 무엇을 쓰는지 알려 줘요)
                    """)
        }
        return text.split(separator: "\n").compactMap { line in
            // A line that is not an object has no label to measure on.
            guard let object = try? JSONLines.object(String(line)) else { return nil }
            return example(object)
        }
    }

    private func example(_ object: [String: Any]) -> LabeledExample? {
        guard let text = object["text"] as? String else { return nil }
        let equation =
            object["equation"] as? String ?? object["expression"] as? String
        if let only, object["class"] as? String != only { return nil }
        if oneOperation {
            guard let equation, Self.operators(in: equation) == 1 else { return nil }
        }
        let operation =
            object["operation"] as? String
            ?? equation.map { RootOperation(ofExpression: $0).rawValue }
        let leaf = object["skill"] as? String
        guard operation != nil || leaf != nil else { return nil }
        let encoded = ProblemEncoder.encode(text)
        return LabeledExample(
            input: encoded.input, leaf: leaf, operation: operation, template: "",
            language: object["language"] as? String ?? encoded.language.rawValue)
    }

    private static func operators(in equation: String) -> Int {
        equation.count { "+-*/×÷".contains($0) }
    }
}
