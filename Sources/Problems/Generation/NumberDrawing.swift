internal import Mathematics

/// The numbers of one problem with the answer and the mistakes they lead to.
struct DrawnNumbers {
    var values: [ExactNumber]
    var answer: ExactNumber
    var wrong: [DrawnMistake]
    var tries: Int
}

/// A mistake with the value that it gives.
struct DrawnMistake {
    let rule: ProblemTemplate.WrongRule
    let value: ExactNumber
}

/// Draws the numbers of a template until its conditions hold.
struct NumberDrawing {
    static let mostTries = 4000
    private static let sampledTries = 400
    static let wonPerDollar = ExactNumber(1000)

    let template: ProblemTemplate
    let level: Int
    let nouns: [Noun]

    /// Numbers that meet every condition in both languages, written for one of them.
    func numbers(
        seed: UInt64, language: Language
    ) throws(GenerationError) -> DrawnNumbers {
        var generator = StreamSeeds.stream(template.streams.numbers, level: level, seed: seed)
        for attempt in 1...Self.mostTries {
            guard case .success(var result) = drawn(language, using: &generator) else { continue }
            result.tries = attempt
            return result
        }
        throw .noDraw(
            template: template.id, level: level, tries: Self.mostTries,
            reason: mostFrequentRefusal(seed: seed))
    }

    /// One draw, or the rule that it breaks in one of the languages.
    private func drawn(
        _ language: Language, using generator: inout SplitMix64
    ) -> Result<DrawnNumbers, DrawRefusal> {
        do throws(FormulaError) {
            let givens = try drawGivens(template.givens, using: &generator)
            let result = try evaluated(givens)
            guard case .success = result, template.givens.contains(where: \.isMoney) else {
                return result
            }
            let inWon = try evaluated(scaled(givens))
            guard language == .english, case .success = inWon else { return inWon }
            return result
        } catch {
            return .failure(.withoutValue)
        }
    }

    /// The rule that refuses the most draws, and its share of them, in words.
    func mostFrequentRefusal(seed: UInt64) -> String {
        var generator = StreamSeeds.stream(template.streams.numbers, level: level, seed: seed)
        var counts: [DrawRefusal: Int] = [:]
        for _ in 0..<Self.sampledTries {
            if case .failure(let refusal) = drawn(.english, using: &generator) {
                counts[refusal, default: 0] += 1
            }
        }
        let texts = counts.map { (count: $1, text: $0.text(of: template)) }
        guard
            let most = texts.max(by: { ($0.count, $1.text) < ($1.count, $0.text) })
        else { return "no rule" }
        return "\(most.text) (\(most.count * 100 / Self.sampledTries)% of the draws)"
    }

    private func drawGivens(
        _ givens: [ProblemTemplate.Given], using generator: inout SplitMix64
    ) throws(FormulaError) -> [ExactNumber] {
        var values = [ExactNumber](
            repeating: .zero, count: template.variableNames.count)
        values[0] = ExactNumber(level)
        values[1] = .one
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
        result[1] = Self.wonPerDollar
        for given in template.givens where given.isMoney {
            result[given.index] = try values[given.index].multiplied(by: Self.wonPerDollar)
        }
        return result
    }

    /// The answer and mistakes for some givens, or the rule that they break.
    private func evaluated(
        _ givens: [ExactNumber]
    ) throws(FormulaError) -> Result<DrawnNumbers, DrawRefusal> {
        var values = givens
        for derived in template.derived {
            values[derived.index] = try derived.formula.value(values)
        }
        for (place, requirement) in template.requirements.enumerated()
        where try !requirement.formula.value(values).isTrue {
            return .failure(.condition(place))
        }
        if let dull = dullOperand(values) { return .failure(dull) }
        if let implausible = try implausibleCount(values) { return .failure(implausible) }
        let answer = try template.answer.formula.value(values)
        guard template.answer.kind.permits(answer, allowing: template.allowances) else {
            return .failure(.answerForm)
        }
        if !template.allowances.contains(.givenAsAnswer),
            let index = template.shown.first(where: { values[$0] == answer })
        {
            return .failure(.givenAsAnswer(index))
        }
        switch wrongAnswers(template.wrong, values: values, not: [answer]) {
        case .failure(let refusal): return .failure(refusal)
        case .success(let wrong) where wrong.count < 2: return .failure(.fewMistakes)
        case .success(let wrong):
            return .success(
                DrawnNumbers(values: values, answer: answer, wrong: wrong, tries: 0))
        }
    }

    /// More of a thing than a story may speak of, or a part of one.
    private func implausibleCount(
        _ values: [ExactNumber]
    ) throws(FormulaError) -> DrawRefusal? {
        for counted in template.counted {
            let number = try counted.formula.value(values)
            let noun = counted.noun.noun(nouns)
            guard number.isInteger, number.numerator <= noun.most else {
                return number.isInteger ? .nounCap(noun.id, noun.most) : .partOfNoun(noun.id)
            }
        }
        return nil
    }

    /// A given that is 0, 1 or the same as another, unless the template allows it.
    private func dullOperand(_ values: [ExactNumber]) -> DrawRefusal? {
        let shown = template.shown
        for (place, index) in shown.enumerated() {
            let value = values[index]
            if value.isZero || value == .one, !template.allowances.contains(.smallGivens) {
                return .smallGiven(index)
            }
            if !template.allowances.contains(.equalGivens),
                let other = shown[..<place].first(where: { values[$0] == value })
            {
                return .equalGivens(other, index)
            }
        }
        return nil
    }

    /// The mistakes without those that give the right answer, or the two that coincide.
    private func wrongAnswers(
        _ rules: [ProblemTemplate.WrongRule], values: [ExactNumber], not others: [ExactNumber]
    ) -> Result<[DrawnMistake], DrawRefusal> {
        var result: [DrawnMistake] = []
        for rule in rules {
            let value: ExactNumber
            do {
                value = try rule.formula.value(values)
            } catch {
                // A mistake without a value, such as a division by zero, is no mistake here.
                continue
            }
            // In another unit the number of the answer is wrong.
            if others.contains(value), rule.unit == nil { continue }
            if let twin = result.first(where: { $0.value == value && looksLike($0.rule, rule) }) {
                return .failure(.equalMistakes(twin.rule.code, rule.code))
            }
            result.append(DrawnMistake(rule: rule, value: value))
        }
        return .success(result)
    }

    /// Whether equal values of two mistakes are the same answer; a plain 5 is not the ratio 5:1.
    private func looksLike(
        _ first: ProblemTemplate.WrongRule, _ second: ProblemTemplate.WrongRule
    ) -> Bool {
        first.unit == second.unit
            && (template.answer.kind != .ratio || first.isPlain == second.isPlain)
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
                if case .success(let mistakes) = extra { numbers.wrong += mistakes }
                return true
            } catch {
                continue
            }
        }
        return false
    }
}
