import ArgumentParser
import Foundation
import Mathematics
import ProblemEncoding
import Problems

struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade", abstract: "Grades answers with explanations.",
        discussion: """
            Reads JSON Lines {"id"?, "problem": text or a generated problem, "expected"?, "spec"?, \
            "answer", "explanation"?} and prints a grade for each. Arithmetic decides what is right; \
            the explanation only says what kind of thinking is behind it.
            """)

    @OptionGroup var global: GlobalOptions

    @Flag(help: "Say how much each word mattered, by leaving each out.")
    var explain = false

    func run() throws {
        let grader = try ModelFolders(global).grader()
        let feedback = GradeFeedback(catalogue: try catalogue())
        try JSONLines.forEach { object in
            let request = try GradeRequest(object, language: global.language)
            let verdict = try request.verdict()
            let thinking = grader.grade(
                request.explanation, of: request.context(verdict), explaining: explain)
            let sentence = feedback.sentence(
                on: thinking, verdict: verdict?.verdictClass, language: request.language)
            return Self.text(
                thinking, sentence, verdict: verdict, identifier: JSONLines.identifier(object))
        }
    }

    private func catalogue() throws -> MisconceptionCatalogue? {
        do {
            return try MisconceptionCatalogue(dataDirectory: try global.dataDirectory())
        } catch let fault as BankFault {
            let text = Failure(
                .failed, english: "\(fault.file) cannot be used; feedback stays general.",
                korean: "\(fault.file) 파일을 쓸 수 없어서 일반적인 말로 알려 줘요.")
            StandardOutput.complain("mathtutor: \(text.message(in: global.languageInForce()))")
            return nil
        }
    }

    private static func text(
        _ thinking: ThinkingGrader.Thinking, _ feedback: String, verdict: Verdict?,
        identifier: String
    ) -> String {
        var line = OrderedJSON()
        line.add("verdict", verdict?.verdictClass.rawValue)
        line.add("reason", verdict?.reason)
        line.add("counted", raw: verdict.map { "\($0.counted)" } ?? "null")
        line.add("reading", verdict?.reading)
        line.add("message", verdict?.message)
        line.add("misconception", thinking.misconception)
        line.add("grade", thinking.grade.rawValue)
        line.add("probability", raw: PredictionJSON.number(thinking.probability))
        let top = thinking.top.map {
            "{\"code\": \(JSONLine.quoted($0.code)), "
                + "\"probability\": \(PredictionJSON.number($0.probability))}"
        }
        line.add("top", raw: "[\(top.joined(separator: ", "))]")
        line.add("abstained", raw: "\(thinking.abstained)")
        line.add("feedback", feedback)
        let words = thinking.words.map {
            "{\"text\": \(JSONLine.quoted($0.text)), \"weight\": \(PredictionJSON.number($0.weight))}"
        }
        line.add("words", raw: "[\(words.joined(separator: ", "))]")
        return "{" + identifier + line.text.dropFirst()
    }
}
