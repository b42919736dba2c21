internal import Mathematics

/// Writes one problem out of its drawn numbers, people and things.
struct ProblemWriter {
    let generator: ProblemGenerator
    var renderer: TextRenderer
    let numbers: DrawnNumbers
    let distractor: ProblemTemplate.Distractor?
    var order: SplitMix64

    var template: ProblemTemplate { generator.template }
    var language: Language { renderer.language }
    var kind: AnswerRule.Kind { template.answer.kind }

    mutating func problem(
        level: Int, seed: UInt64
    ) throws(FormulaError) -> (problem: Problem, facts: GenerationFacts) {
        let text = try story()
        let storyNumbers = renderer.shownNumbers
        let forms = NumberForms(
            template: template, values: numbers.values, answer: numbers.answer)
        renderer.showsFractions = forms.showsFractions
        let steps = try steps(forms)
        let numbersBeforeHelp = renderer.shownNumbers.count
        let hints = try hints()
        let picture = try picture()
        let facts = GenerationFacts(
            tries: numbers.tries, storyNumbers: storyNumbers,
            helpNumbers: Array(renderer.shownNumbers.dropFirst(numbersBeforeHelp)),
            values: numbers.values, shown: shown, draw: renderer.draw, answer: numbers.answer)
        let problem = Problem(
            id: identifier(level: level, seed: seed), skill: template.skill,
            strand: generator.strand, template: template.id, level: level,
            grade: generator.grade, language: language, seed: seed, text: text,
            givens: givens(), answer: try answer(),
            expression: template.answer.formula.printed(numbers.values, forms: forms), steps: steps,
            hints: hints, wrong: try wrongAnswers(), distractor: distractor != nil,
            picture: picture, otherNouns: otherNouns())
        return (problem, facts)
    }

    private var shown: [Int] { template.shown + (distractor?.shown ?? []) }

    private func identifier(level: Int, seed: UInt64) -> String {
        "\(template.id)/v\(template.version)/l\(level)/s\(seed)" + (distractor == nil ? "" : "/d")
    }

    private mutating func story() throws(FormulaError) -> String {
        guard let forms = template.forms[language] else { return "" }
        let form = forms[order.below(forms.count)]
        var sentences: [String] = []
        for item in form.items {
            switch item {
            case .sentence(let pattern): sentences.append(try renderer.text(pattern))
            case .anyOrder(let patterns):
                for pattern in shuffled(patterns) { sentences.append(try renderer.text(pattern)) }
            }
        }
        if let distractor {
            let place = min(distractor.after ?? sentences.count, sentences.count)
            sentences.insert(try renderer.text(distractor.text[language]), at: place)
        }
        if !form.questions.isEmpty {
            let question = form.questions[order.below(form.questions.count)]
            sentences.append(try renderer.text(question))
        }
        return sentences.joined(separator: " ")
    }

    private mutating func shuffled(_ patterns: [TextPattern]) -> [TextPattern] {
        var result = patterns
        for last in result.indices.reversed() where last > 0 {
            result.swapAt(last, order.below(last + 1))
        }
        return result
    }

    private func givens() -> [Problem.Given] {
        shown.map { index in
            let number = numbers.values[index]
            let value =
                switch template.styles[index] {
                case .clock: NumberText.clock24(number)
                case .fraction: NumberText.fraction(number)
                default: number.exactText
                }
            return Problem.Given(name: template.variableNames[index], value: value)
        }
    }

    /// The drawn things that the answer does not count, and no form of which it counts.
    private func otherNouns() -> [String] {
        guard case .count(let reference) = kind else { return [] }
        let counted = reference.noun(renderer.draw.nouns)
        let others = renderer.draw.nouns.filter { $0 != counted }
        return language == .english
            ? others.flatMap { [$0.singular, $0.plural] }
            : others.map(\.korean).filter { !$0.isEmpty && $0 != counted.korean }
    }

    private mutating func answer() throws(FormulaError) -> Problem.Answer {
        let unit = try unit(of: numbers.answer)
        return Problem.Answer(
            value: kind.exactText(numbers.answer), unit: unit,
            text: kind.answerText(numbers.answer, unit: unit, language: language),
            specification: template.answer.specification(in: language))
    }

    private mutating func unit(of value: ExactNumber) throws(FormulaError) -> String? {
        switch kind {
        case .word(let pattern), .quantity(let pattern): try renderer.plainText(pattern)
        default: kind.unit(value, nouns: renderer.draw.nouns, language: language)
        }
    }

    private mutating func wrongAnswers() throws(FormulaError) -> [Problem.WrongAnswer] {
        var result: [Problem.WrongAnswer] = []
        for mistake in numbers.wrong {
            let (rule, value) = (mistake.rule, mistake.value)
            let kind = rule.isPlain ? AnswerRule.Kind.number : kind
            var own: String?
            if let unit = rule.unit { own = try renderer.plainText(unit) }
            let unit = if let own { own } else { try unit(of: value) }
            result.append(
                Problem.WrongAnswer(
                    code: rule.code, value: kind.exactText(value),
                    text: kind.answerText(value, unit: unit, language: language), unit: own))
        }
        return result
    }

    private mutating func hints() throws(FormulaError) -> [String] {
        var hints: [String] = []
        for hint in template.hints { hints.append(try renderer.text(hint[language])) }
        return hints
    }
}

/// Pictures.
extension ProblemWriter {
    fileprivate mutating func picture() throws(FormulaError) -> Picture? {
        guard let rule = template.picture else { return nil }
        let drawing: Picture.Drawing
        switch rule.drawing {
        case .bars(let rules):
            var bars: [Picture.Bar] = []
            for rule in rules { bars.append(try bar(rule)) }
            drawing = .bars(bars)
        case .array(let rows, let columns):
            drawing = .array(rows: try length(rows), columns: try length(columns))
        case .numberLine(let from, let to, let marks):
            drawing = .numberLine(
                from: try from.value(numbers.values).approximation,
                to: try to.value(numbers.values).approximation, marks: try parts(marks))
        case .clock(let minutes):
            let time = try length(minutes)
            drawing = .clock(hour: time / 60 % 24, minute: time % 60)
        case .pie(let slices): drawing = .pie(try parts(slices))
        case .rectangle(let width, let height, let inside):
            drawing = .rectangle(
                width: try renderer.label(width[language]),
                height: try renderer.label(height[language]),
                inside: try renderer.label(inside[language]))
        }
        return Picture(drawing: drawing, sentence: try renderer.text(rule.sentence[language]))
    }

    private func length(_ formula: Formula) throws(FormulaError) -> Int {
        try formula.value(numbers.values).floor
    }

    private mutating func bar(_ rule: PictureRule.Bar) throws(FormulaError) -> Picture.Bar {
        let parts = try parts(rule.parts)
        let times = if let times = rule.times { min(100, max(1, try length(times))) } else { 1 }
        return Picture.Bar(
            name: try renderer.label(rule.name[language]),
            parts: Array((0..<times).map { _ in parts }.joined()),
            total: try renderer.label(rule.total[language]))
    }

    private mutating func parts(_ rules: [PictureRule.Part]) throws(FormulaError) -> [Picture.Part]
    {
        var parts: [Picture.Part] = []
        for rule in rules {
            parts.append(
                Picture.Part(
                    label: try renderer.label(rule.label[language]),
                    length: try rule.length.value(numbers.values).approximation))
        }
        return parts
    }
}
