internal import Mathematics

/// The numbers of one problem with the answer and the mistakes they lead to.
struct DrawnNumbers {
    var values: [ExactNumber]
    var answer: ExactNumber
    var wrong: [(rule: ProblemTemplate.WrongRule, value: ExactNumber)]
    var tries: Int
}

/// Draws the numbers of a template until its conditions hold.
struct NumberDrawing {
    static let mostTries = 4000
    static let wonPerDollar = ExactNumber(1000)

    let template: ProblemTemplate
    let level: Int
    let nouns: [Noun]

    /// Numbers that meet every condition in both languages, written for one of them.
    func numbers(
        seed: UInt64, language: Language
    ) throws(GenerationError) -> DrawnNumbers {
        var generator = StreamSeeds.stream(template.streams.numbers, level: level, seed: seed)
        let hasMoney = template.givens.contains(where: \.isMoney)
        for attempt in 1...Self.mostTries {
            do {
                let drawn = try drawGivens(template.givens, using: &generator)
                guard var result = try evaluated(drawn) else { continue }
                if hasMoney {
                    guard let inWon = try evaluated(scaled(drawn)) else { continue }
                    if language == .korean { result = inWon }
                }
                result.tries = attempt
                return result
            } catch {
                continue
            }
        }
        throw .noDraw(template: template.id, level: level, tries: Self.mostTries)
    }

    private func drawGivens(
        _ givens: [ProblemTemplate.Given], using generator: inout SplitMix64
    ) throws(FormulaError) -> [ExactNumber] {
        var values = [ExactNumber](
            repeating: .zero, count: template.variableNames.count)
        values[0] = ExactNumber(level)
        for given in givens {
            values[given.index] = try drawn(given, using: &generator)
        }
        return values
    }

    private func drawn(
        _ given: ProblemTemplate.Given, using generator: inout SplitMix64
    ) throws(FormulaError) -> ExactNumber {
        var range = given.ranges.isEmpty ? nil : given.ranges[level - 1]
        if let thing = given.priceOf { range = nouns[thing].price }
        guard let range else { throw .notWhole("price") }
        return try range.number(at: generator.below(range.count))
    }

    private func scaled(_ values: [ExactNumber]) throws(FormulaError) -> [ExactNumber] {
        var result = values
        for given in template.givens where given.isMoney {
            result[given.index] = try values[given.index].multiplied(by: Self.wonPerDollar)
        }
        return result
    }

    /// The answer and mistakes for some givens, or nil where a condition fails.
    private func evaluated(_ givens: [ExactNumber]) throws(FormulaError) -> DrawnNumbers? {
        var values = givens
        for derived in template.derived {
            values[derived.index] = try derived.formula.value(values)
        }
        for requirement in template.requirements
        where try !requirement.formula.value(values).isTrue {
            return nil
        }
        guard operandsAreInteresting(values), try countsArePlausible(values) else { return nil }
        let answer = try template.answer.formula.value(values)
        guard template.answer.kind.permits(answer, allowing: template.allowances) else {
            return nil
        }
        if !template.allowances.contains(.givenAsAnswer),
            template.shown.contains(where: { values[$0] == answer })
        {
            return nil
        }
        let wrong = wrongAnswers(template.wrong, values: values, not: [answer])
        guard let wrong, wrong.count >= 2 else { return nil }
        return DrawnNumbers(values: values, answer: answer, wrong: wrong, tries: 0)
    }

    /// No more of a thing than a story may speak of, and whole numbers of it.
    private func countsArePlausible(_ values: [ExactNumber]) throws(FormulaError) -> Bool {
        for counted in template.counted {
            let number = try counted.formula.value(values)
            guard number.isInteger, number.numerator <= counted.noun.noun(nouns).most else {
                return false
            }
        }
        return true
    }

    /// Neither 0 nor 1 nor twice the same number, unless the template allows it.
    private func operandsAreInteresting(_ values: [ExactNumber]) -> Bool {
        let shown = template.shown
        for (place, index) in shown.enumerated() {
            let value = values[index]
            if value.isZero || value == .one, !template.allowances.contains(.smallGivens) {
                return false
            }
            if !template.allowances.contains(.equalGivens),
                shown[..<place].contains(where: { values[$0] == value })
            {
                return false
            }
        }
        return true
    }

    /// The mistakes without those that give the right answer; nil where two coincide.
    private func wrongAnswers(
        _ rules: [ProblemTemplate.WrongRule], values: [ExactNumber], not others: [ExactNumber]
    ) -> [(rule: ProblemTemplate.WrongRule, value: ExactNumber)]? {
        var result: [(rule: ProblemTemplate.WrongRule, value: ExactNumber)] = []
        for rule in rules {
            let value: ExactNumber
            do {
                value = try rule.formula.value(values)
            } catch {
                // A mistake without a value, such as a division by zero, is no mistake here.
                continue
            }
            if others.contains(value) { continue }
            if result.contains(where: { $0.value == value }) { return nil }
            result.append((rule, value))
        }
        return result
    }

    /// Draws the numbers of an extra sentence; false where none differs from all others.
    func addDistractor(
        _ distractor: ProblemTemplate.Distractor, to numbers: inout DrawnNumbers, seed: UInt64
    ) -> Bool {
        var generator = StreamSeeds.stream(template.streams.distractor, level: level, seed: seed)
        for _ in 0..<50 {
            do {
                var values = numbers.values
                for given in distractor.givens {
                    values[given.index] = try drawn(given, using: &generator)
                }
                let own = distractor.givens.map { values[$0.index] }
                let taken = template.shown.map { values[$0] } + [numbers.answer]
                guard own.allSatisfy({ !taken.contains($0) && $0 != .one && !$0.isZero }) else {
                    continue
                }
                let extra = wrongAnswers(
                    distractor.wrong, values: values,
                    not: [numbers.answer] + numbers.wrong.map(\.value))
                numbers.values = values
                numbers.wrong += extra ?? []
                return true
            } catch {
                continue
            }
        }
        return false
    }
}
