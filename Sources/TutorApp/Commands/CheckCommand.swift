import ArgumentParser
import Foundation
import Mathematics

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks answers exactly.",
        discussion: """
            With EXPECTED and ANSWER it checks one answer. Without them it reads JSON Lines
            {"id", "expected", "input", "spec", "language"} from standard input.
            """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The expected answer, its text or its value.")
    var expected: String?

    @Argument(help: "What the learner typed.")
    var answer: String?

    @Option(help: "What kind of answer is asked for, such as \"t=frac;simp=req\".")
    var spec: String?

    func validate() throws {
        guard (expected == nil) == (answer == nil) else {
            throw ValidationError("Give both the expected answer and the answer, or neither.")
        }
    }

    func run() throws {
        guard let expected, let answer else {
            var checker = LineChecker(language: global.language)
            checker.run()
            return
        }
        let request = CheckRequest(
            id: nil, expected: expected, input: answer, specification: spec,
            language: global.language)
        do {
            let verdict = try request.verdict(using: nil)
            print(global.json ? verdict.json(id: nil) : verdict.lines)
        } catch {
            throw ValidationError("\(error)")
        }
    }
}

/// One answer that is to be checked.
struct CheckRequest {
    var id: String?
    var expected: String
    var input: String
    var specification: String?
    var language: Language?

    /// What tells two keys apart.
    var keyText: String { expected + "\u{0}" + (specification ?? "") }

    /// Checks the answer against `key`, or against the key that the request describes.
    func verdict(using key: AnswerKey?) throws -> Verdict {
        let key = try key ?? self.key()
        let language = key.specification.language ?? language ?? detectedLanguage
        return AnswerChecker.check(input, against: key, language: language)
    }

    /// Reads the expected answer under the specification.
    func key() throws -> AnswerKey {
        let specification = try AnswerSpecification(parsing: specification ?? "")
        return try AnswerKey(expected: expected, specification: specification)
    }

    private var detectedLanguage: Language {
        let isKorean = (expected + input).unicodeScalars.contains {
            (0xAC00...0xD7A3).contains($0.value) || (0x1100...0x11FF).contains($0.value)
        }
        return isKorean ? .korean : .english
    }
}

extension Verdict {
    /// The object of the contract on one line.
    func json(id: String?) -> String {
        var line = OrderedJSON()
        if let id { line.add("id", raw: id) }
        line.add("verdict", verdictClass.rawValue)
        line.add("reason", reason)
        line.add("counted", raw: counted ? "true" : "false")
        line.add("reading", reading)
        line.add("message", message)
        line.add("misconception", misconception)
        return line.text
    }

    /// The verdict for people.
    fileprivate var lines: String {
        let name = reason.map { "\(verdictClass.rawValue):\($0)" } ?? verdictClass.rawValue
        let readAs = reading.isEmpty ? "" : "\n  \(reading)"
        return "\(name)\n  \(message)\(readAs)"
    }
}

/// A JSON object that is written key by key in a stable order.
struct OrderedJSON {
    private var body = ""

    init() {}

    var text: String { "{" + body + "}" }

    mutating func add(_ key: String, _ value: String?) {
        add(key, raw: value.map(JSONLine.quoted) ?? "null")
    }

    mutating func add(_ key: String, raw value: String) {
        if !body.isEmpty { body += ", " }
        body += "\"" + key + "\": " + value
    }
}
