internal import Mathematics

/// What is wrong with one generated problem, as message and fix.
struct InstanceCheck {
    let template: ProblemTemplate
    let problem: Problem
    let facts: GenerationFacts

    /// A defect of an instance; defects with the same message are one.
    struct Defect {
        let message: String
        let fix: String
        /// What defects of the same kind have in common; by default the message.
        var kind: String

        init(message: String, fix: String, kind: String? = nil) {
            self.message = message
            self.fix = fix
            self.kind = kind ?? message
        }
    }

    /// Every defect that can be seen in this instance.
    func defects(bruteForce: Bool) -> [Defect] {
        numberDefects() + languageDefects() + solutionDefects(bruteForce: bruteForce)
            + mistakeDefects() + magnitudeDefects() + helpDefects()
            + (bruteForce ? KeyCheck.defects(of: problem) : [])
    }

    private func numberDefects() -> [Defect] {
        var defects: [Defect] = []
        let inText = TextNumbers.runs(in: problem.text).sorted()
        let fromSlots = facts.storyNumbers.flatMap { TextNumbers.runs(in: $0.text) }.sorted()
        if inText != fromSlots, !isRate(inText, fromSlots) {
            defects.append(
                Defect(
                    message: "A number of the text is no given.",
                    fix: "Write numbers as slots such as {a}, never as digits in the text."))
        }
        let variables = facts.storyNumbers.compactMap(\.variable)
        if variables.count != facts.storyNumbers.count {
            defects.append(
                Defect(
                    message: "The text shows a calculated number.",
                    fix: "Give the calculation a name under “let” and show the name."))
        }
        for index in facts.shown where variables.filter({ $0 == index }).count != 1 {
            let name = template.variableNames[index]
            let count = variables.filter { $0 == index }.count
            defects.append(
                Defect(
                    message: "“\(name)” stands \(count) times in the \(problem.language) text.",
                    fix: "Show every given exactly once in every way to tell the story."))
        }
        return defects
    }

    /// Whether all that the text has besides its slots is the 1 of “1 m”, the base of a rate.
    private func isRate(_ inText: [String], _ fromSlots: [String]) -> Bool {
        var rest = inText
        for number in fromSlots {
            guard let place = rest.firstIndex(of: number) else { return false }
            rest.remove(at: place)
        }
        return rest.allSatisfy { $0 == "1" }
            && rest.count <= TextNumbers.singleUnits(in: problem.text)
    }

    private func languageDefects() -> [Defect] {
        var texts = [problem.text] + problem.hints + problem.steps.map(\.text)
        if let picture = problem.picture { texts.append(picture.sentence) }
        var defects = texts.flatMap { TextLint.defects(in: $0, language: problem.language) }
        let questions = problem.text.count { $0 == "?" }
        if questions != 1 || problem.text.last != "?" {
            defects.append(
                Defect(
                    message: "The text has \(questions) question marks or does not end with one.",
                    fix: "Ask exactly one question, at the end."))
        }
        return defects
    }

    private func solutionDefects(bruteForce: Bool) -> [Defect] {
        var defects: [Defect] = []
        if problem.steps.last?.value != problem.answer.value {
            defects.append(
                Defect(
                    message: "The last step does not end with the answer.",
                    fix: "Let the formula of the last step give the answer."))
        }
        let solution = IndependentSolution(template: template, values: facts.values)
        if !solution.accepts(facts.answer) {
            defects.append(
                Defect(
                    message: "“check” refuses the answer \(problem.answer.value).",
                    fix: "Correct the formula of the answer or the equation of “check”."))
        } else if bruteForce, let other = solution.otherSolution(than: facts.answer) {
            defects.append(
                Defect(
                    message: "“check” also accepts \(other.exactText).",
                    fix: "Write an equation that only the answer solves."))
        }
        return defects
    }

    private func mistakeDefects() -> [Defect] {
        var defects: [Defect] = []
        let texts = problem.wrong.map(\.text)
        if problem.wrong.count < 2 || Set(texts).count != texts.count
            || texts.contains(problem.answer.text)
        {
            defects.append(
                Defect(
                    message: "The wrong answers are fewer than two, equal or right.",
                    fix: "Give formulas that differ, or a condition under “require”."))
        }
        return defects
    }

    private func magnitudeDefects() -> [Defect] {
        let all = facts.storyNumbers + facts.helpNumbers
        return all.compactMap { number in
            guard let noun = number.noun else { return nil }
            if number.value.isNegative || !number.value.isInteger {
                return Defect(
                    message: "\(number.text) of “\(noun.id)” cannot be.",
                    fix: "Make the number whole with “require”, or show it without the noun.")
            }
            guard number.value.floor > noun.most else { return nil }
            return Defect(
                message: "There are more than \(noun.most) of “\(noun.id)”.",
                fix: "Narrow the range, or raise “most” in words/nouns.yaml.", kind: "too many")
        }
    }

    private func helpDefects() -> [Defect] {
        let given = Set(facts.storyNumbers.map(\.value))
        guard facts.helpNumbers.contains(where: { $0.value == facts.answer }),
            !given.contains(facts.answer)
        else { return [] }
        // A number that is part of the set-up may equal the answer by chance.
        let names = facts.helpNumbers.filter { $0.value == facts.answer }.map(\.variable)
        guard names.contains(where: { $0 == nil }) else { return [] }
        return [
            Defect(
                message: "A hint or the picture shows the answer.",
                fix: "Leave a blank ___ or a “?” there.")
        ]
    }
}

/// The route to the answer that `check` declares.
struct IndependentSolution {
    let template: ProblemTemplate
    let values: [ExactNumber]

    func accepts(_ answer: ExactNumber) -> Bool {
        template.check.holds(Array(values[..<template.unknown]) + [answer])
    }

    /// Another number that solves the equation, found by trying what lies around the answer.
    func otherSolution(than answer: ExactNumber) -> ExactNumber? {
        let (center, denominator) = (answer.numerator, answer.denominator)
        let near = (center - 300)...(center + 300)
        let candidates = Array(near) + (0...600).filter { !near.contains($0) }
        var numbers = Array(values[..<template.unknown]) + [answer]
        for numerator in candidates where numerator >= 0 || answer.isNegative {
            do {
                let candidate = try ExactNumber(numerator, over: denominator)
                guard candidate != answer else { continue }
                numbers[template.unknown] = candidate
                if template.check.holds(numbers) { return candidate }
            } catch {
                continue
            }
        }
        return nil
    }
}
