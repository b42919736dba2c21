import Mathematics
import Problems

/// Problems as JSON, with the keys of the command line's contract in a fixed order.
enum ProblemJSON {
    /// A problem as one line; `extra` adds keys with values that are JSON already.
    static func text(_ problem: Problem, extra: [(key: String, json: String)] = []) -> String {
        object(
            [
                ("id", JSONLine.quoted(problem.id)), ("skill", JSONLine.quoted(problem.skill)),
                ("strand", JSONLine.quoted(problem.strand)),
                ("template", JSONLine.quoted(problem.template)),
                ("level", String(problem.level)), ("grade", JSONLine.quoted(problem.grade)),
                ("language", JSONLine.quoted(problem.language.rawValue)),
                ("seed", String(problem.seed)),
                ("text", JSONLine.quoted(problem.text)),
                ("givens", object(problem.givens.map { ($0.name, JSONLine.quoted($0.value)) })),
                ("answer", answer(problem.answer)),
                ("expression", JSONLine.quoted(problem.expression)),
                ("steps", array(problem.steps.map(step))),
                ("hints", array(problem.hints.map(JSONLine.quoted))),
                ("wrong", array(problem.wrong.map(wrong))),
                ("distractor", String(problem.distractor)),
            ] + (problem.picture.map { [("picture", JSONLine.quoted($0.sentence))] } ?? []) + extra)
    }

    private static func answer(_ answer: Problem.Answer) -> String {
        object(
            [("value", JSONLine.quoted(answer.value))]
                + (answer.unit.map { [("unit", JSONLine.quoted($0))] } ?? [])
                + [
                    ("text", JSONLine.quoted(answer.text)),
                    ("spec", JSONLine.quoted(answer.specification)),
                ])
    }

    private static func step(_ step: Problem.Step) -> String {
        object([
            ("text", JSONLine.quoted(step.text)), ("expression", JSONLine.quoted(step.expression)),
            ("value", JSONLine.quoted(step.value)),
        ])
    }

    private static func wrong(_ wrong: Problem.WrongAnswer) -> String {
        object([
            ("code", JSONLine.quoted(wrong.code)), ("value", JSONLine.quoted(wrong.value)),
            ("text", JSONLine.quoted(wrong.text)),
        ])
    }

    static func object(_ pairs: [(key: String, json: String)]) -> String {
        "{" + pairs.map { JSONLine.quoted($0.key) + ": " + $0.json }.joined(separator: ", ") + "}"
    }

    private static func array(_ items: [String]) -> String {
        "[" + items.joined(separator: ", ") + "]"
    }
}
