internal import Mathematics

/// Writes the answer, the steps, the hints and the known mistakes of a varied problem.
struct VariationWriter {
    let solution: SolutionFormula
    let values: [ExactNumber]
    let language: Language

    private func pick(_ english: String, _ korean: String) -> String {
        language == .korean ? korean : english
    }

    /// The problem, nil where a calculation has no value.
    func problem(text: String, seed: UInt64, number: Int) -> Problem? {
        guard let answer = try? solution.formula.value(values), let steps = try? steps() else {
            return nil
        }
        let answerText = NumberText.shown(answer)
        let isFraction = NumberText.decimal(answer, places: 3) == nil
        return Problem(
            id: "own/s\(seed)/n\(number)", skill: "own", strand: "", template: "own", level: 3,
            grade: "", language: language, seed: seed, text: text,
            givens: values.indices.map { .init(name: "v\($0 + 1)", value: values[$0].exactText) },
            answer: .init(
                value: answer.exactText, unit: nil, text: answerText,
                specification: isFraction ? "t=frac" : "t=num"),
            expression: solution.formula.printed(values), steps: steps,
            hints: hints(steps), wrong: wrongAnswers(answer), distractor: false)
    }

    private func steps() throws(FormulaError) -> [Problem.Step] {
        var steps: [Problem.Step] = []
        for calculation in solution.formula.calculations {
            guard case .binary(let operation, let left, let right) = calculation else { continue }
            let (first, second) = (try left.value(values), try right.value(values))
            let result = try calculation.value(values)
            let written = Formula.binary(operation, .number(first), .number(second))
            steps.append(
                Problem.Step(
                    text: sentence(operation, NumberText.shown(first), NumberText.shown(second)),
                    expression: written.printed([]), value: result.exactText))
        }
        guard steps.isEmpty else { return steps }
        let value = try solution.formula.value(values)
        return [
            Problem.Step(
                text: pick("Take the number from the text.", "글에 있는 수를 그대로 써요."),
                expression: solution.formula.printed(values), value: value.exactText)
        ]
    }

    private func sentence(
        _ operation: Formula.Operation, _ first: String, _ second: String
    ) -> String {
        let object = KoreanParticle("을", "를").form(after: Array(second.utf8))
        let subject = KoreanParticle("을", "를").form(after: Array(first.utf8))
        let by = KoreanParticle("으로", "로", rieul: true).form(after: Array(second.utf8))
        return switch operation {
        case .add: pick("Add \(first) and \(second).", "\(first)에 \(second)\(object) 더해요.")
        case .subtract:
            pick("Take \(second) away from \(first).", "\(first)에서 \(second)\(object) 빼요.")
        case .multiply:
            pick("Multiply \(first) by \(second).", "\(first)에 \(second)\(object) 곱해요.")
        case .divide:
            pick("Divide \(first) by \(second).", "\(first)\(subject) \(second)\(by) 나누어요.")
        default:
            pick("Work out \(first) and \(second).", "\(first)과(와) \(second)\(object) 계산해요.")
        }
    }

    private func hints(_ steps: [Problem.Step]) -> [String] {
        [
            pick("Read the last sentence: what is asked for?", "마지막 문장을 읽어 봐요. 무엇을 묻고 있나요?"),
            steps.first?.text ?? "",
            solution.formula.printed(values) + " = ___",
        ]
    }

    /// What the opposite operation at the end, and stopping after the first step, would give.
    private func wrongAnswers(_ answer: ExactNumber) -> [Problem.WrongAnswer] {
        var wrong: [Problem.WrongAnswer] = []
        func add(_ code: String, _ value: ExactNumber?) {
            guard let value, value != answer, !value.isNegative,
                !answer.isInteger || value.isInteger,
                !wrong.contains(where: { $0.value == value.exactText })
            else { return }
            wrong.append(
                .init(code: code, value: value.exactText, text: NumberText.typed(value)))
        }
        if case .binary(let operation, let left, let right) = solution.formula,
            let other = Self.opposites[operation]
        {
            add("WRONG_OP", try? Formula.binary(other, left, right).value(values))
        }
        let results = try? solution.results(values)
        if let results, results.count > 1 { add("ONE_STEP", results[0]) }
        return wrong
    }

    private static let opposites: [Formula.Operation: Formula.Operation] = [
        .add: .subtract, .subtract: .add, .multiply: .divide, .divide: .multiply,
    ]
}
