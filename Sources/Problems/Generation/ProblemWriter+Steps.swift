internal import Mathematics

/// The worked solution.
extension ProblemWriter {
    /// The steps; the last has the value of the answer.
    mutating func steps(_ forms: NumberForms) throws(FormulaError) -> [Problem.Step] {
        let notation = SchoolNotation(
            values: numbers.values, forms: forms, language: language)
        var steps: [Problem.Step] = []
        for step in template.steps {
            let number = try step.formula.value(numbers.values)
            let isLast = steps.count == template.steps.count - 1
            var expression = step.formula.printed(numbers.values, forms: forms)
            var value = isLast ? kind.exactText(number) : forms.text(number)
            if kind == .clock, let clock = try notation.clockData(step.formula) {
                expression = clock.text
                if !isLast { value = clock.value }
            }
            steps.append(
                Problem.Step(
                    text: try renderer.text(step.text[language]), expression: expression,
                    value: value, written: try notation.text(step.formula, result: value)))
        }
        return steps
    }
}
