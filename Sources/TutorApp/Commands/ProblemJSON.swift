import Mathematics
import Problems

/// Problems as JSON, with the keys of the command line's contract in a fixed order.
enum ProblemJSON {
    /// A problem as one line; `extra` adds keys with values that are JSON already.
    static func text(_ problem: Problem, extra: [(key: String, json: String)] = []) -> String {
        object(
            [
                ("id", string(problem.id)), ("skill", string(problem.skill)),
                ("strand", string(problem.strand)), ("template", string(problem.template)),
                ("level", String(problem.level)), ("grade", string(problem.grade)),
                ("language", string(problem.language.rawValue)), ("seed", String(problem.seed)),
                ("text", string(problem.text)),
                ("givens", object(problem.givens.map { ($0.name, string($0.value)) })),
                ("answer", answer(problem.answer)), ("expression", string(problem.expression)),
                ("steps", array(problem.steps.map(step))),
                ("hints", array(problem.hints.map(string))),
                ("wrong", array(problem.wrong.map(wrong))),
                ("distractor", String(problem.distractor)),
            ] + (problem.picture.map { [("picture", string($0.sentence))] } ?? []) + extra)
    }

    private static func answer(_ answer: Problem.Answer) -> String {
        object(
            [("value", string(answer.value))]
                + (answer.unit.map { [("unit", string($0))] } ?? [])
                + [("text", string(answer.text)), ("spec", string(answer.specification))])
    }

    private static func step(_ step: Problem.Step) -> String {
        object([
            ("text", string(step.text)), ("expression", string(step.expression)),
            ("value", string(step.value)),
        ])
    }

    private static func wrong(_ wrong: Problem.WrongAnswer) -> String {
        object([
            ("code", string(wrong.code)), ("value", string(wrong.value)),
            ("text", string(wrong.text)),
        ])
    }

    static func object(_ pairs: [(key: String, json: String)]) -> String {
        "{" + pairs.map { string($0.key) + ": " + $0.json }.joined(separator: ", ") + "}"
    }

    private static func array(_ items: [String]) -> String {
        "[" + items.joined(separator: ", ") + "]"
    }

    /// A JSON string; control characters are escaped.
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
