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
        let form = AnswerForm(solution, text: text, language: language)
        return Problem(
            id: "own/s\(seed)/n\(number)", skill: "own", strand: "", template: "own", level: 3,
            grade: "", language: language, seed: seed, text: text,
            givens: values.indices.map { role in
                .init(
                    name: "v\(role + 1)",
                    value: solution.clocks.contains(role)
                        ? NumberText.clock24(values[role]) : values[role].exactText)
            },
            answer: form.answer(answer),
            expression: solution.formula.printed(values), steps: steps,
            hints: hints(steps), wrong: wrongAnswers(answer, form), distractor: false)
    }

    private func steps() throws(FormulaError) -> [Problem.Step] {
        var steps: [Problem.Step] = []
        for (calculation, kind) in zip(solution.formula.calculations, solution.kinds) {
            guard case .binary(let operation, let left, let right) = calculation else { continue }
            let result = try calculation.value(values)
            let (first, second) = (try shown(left), try shown(right))
            let written = Formula.binary(
                operation, .number(try left.value(values)), .number(try right.value(values)))
            let isAboutTimes = kind != .number || left.kind(solution.clocks) != .number
            let outcome = shown(result, kind)
            steps.append(
                Problem.Step(
                    text: sentence(operation, first, second), expression: written.printed([]),
                    value: exact(result, kind),
                    written: isAboutTimes
                        ? "\(first) \(operation.rawValue) \(second) = \(outcome)" : nil))
        }
        guard steps.isEmpty else { return steps }
        let value = try solution.formula.value(values)
        return [
            Problem.Step(
                text: pick("Take the number from the text.", "글에 있는 수를 그대로 써요."),
                expression: solution.formula.printed(values), value: exact(value, solution.kind))
        ]
    }

    private func exact(_ value: ExactNumber, _ kind: ResultKind) -> String {
        kind == .clock ? NumberText.clock24(value) : value.exactText
    }

    private func shown(_ formula: Formula) throws(FormulaError) -> String {
        shown(try formula.value(values), formula.kind(solution.clocks) ?? .number)
    }

    /// A number of a calculation; a time as the text writes times.
    private func shown(_ value: ExactNumber, _ kind: ResultKind) -> String {
        guard kind == .clock, let form = solution.clockForm else { return NumberText.shown(value) }
        return form.answer(value, language)
    }

    private func sentence(
        _ operation: Formula.Operation, _ first: String, _ second: String
    ) -> String {
        let object = KoreanParticle("을", "를").form(after: Array(second.utf8))
        let subject = KoreanParticle("을", "를").form(after: Array(first.utf8))
        let by = KoreanParticle("으로", "로", rieul: true).form(after: Array(second.utf8))
        let sentence =
            switch operation {
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
        // A time such as 10:20 a.m. ends with a full stop already.
        return sentence.replacing("..", with: ".")
    }

    private func hints(_ steps: [Problem.Step]) -> [String] {
        [
            pick("Read the last sentence: what is asked for?", "마지막 문장을 읽어 봐요. 무엇을 묻고 있나요?"),
            steps.first?.text ?? "",
            (solution.clocks.isDisjoint(with: solution.formula.variables)
                ? solution.formula.printed(values) : steps.last.map(\.calculation) ?? "")
                + " = ___",
        ]
    }

    /// What the opposite operation at the end, and stopping after the first step, would give.
    private func wrongAnswers(
        _ answer: ExactNumber, _ form: AnswerForm
    ) -> [Problem.WrongAnswer] {
        var wrong: [Problem.WrongAnswer] = []
        func add(_ code: String, _ value: ExactNumber?) {
            guard let value, value != answer, !value.isNegative, form.permits(value),
                !answer.isInteger || value.isInteger,
                !wrong.contains(where: { $0.value == form.value(value) })
            else { return }
            wrong.append(.init(code: code, value: form.value(value), text: form.typed(value)))
        }
        if case .binary(let operation, let left, let right) = solution.formula,
            solution.kind != .minutes || operation != .subtract,
            let other = Self.opposites[operation]
        {
            add("WRONG_OP", try? Formula.binary(other, left, right).value(values))
        }
        let results = try? solution.results(values)
        if let results, results.count > 1, solution.kinds[0] == solution.kind {
            add("ONE_STEP", results[0])
        }
        return wrong
    }

    private static let opposites: [Formula.Operation: Formula.Operation] = [
        .add: .subtract, .subtract: .add, .multiply: .divide, .divide: .multiply,
    ]
}

extension Problem.Step {
    /// The calculation as it is read, without its result.
    fileprivate var calculation: String {
        written.firstRange(of: " = ").map { String(written[..<$0.lowerBound]) } ?? written
    }
}
