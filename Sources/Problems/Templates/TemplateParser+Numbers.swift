internal import Mathematics
internal import Yams

/// Numbers, conditions, answers, steps, hints and mistakes.
extension TemplateParser {
    mutating func givens(in node: Node?) throws(BankFault) -> [ProblemTemplate.Given] {
        var result: [ProblemTemplate.Given] = []
        for (name, keyNode, value) in node?.pairs ?? [] {
            let index = try addVariable(name, at: keyNode)
            if let thing = value.child("price") {
                guard let slot = thing.text.flatMap({ names.things[$0] }) else {
                    throw fault(thing, "“price” names no thing.", fix: "Name one of “things”.")
                }
                result.append(
                    ProblemTemplate.Given(
                        index: index, ranges: [], priceOf: slot, isMoney: true))
                continue
            }
            let ranges = try levelRanges(value.child("money") ?? value)
            result.append(
                ProblemTemplate.Given(
                    index: index, ranges: ranges, priceOf: nil,
                    isMoney: value.child("money") != nil))
        }
        return result
    }

    private func levelRanges(_ node: Node) throws(BankFault) -> [NumberRange] {
        let items = node.items
        guard items.count == 1 || items.count == 5 else {
            throw fault(
                node, "There are \(items.count) ranges.",
                fix: "Give one for all levels, or a list of five.")
        }
        var ranges: [NumberRange] = []
        for item in items {
            guard let range = item.text.flatMap(NumberRange.init(_:)) else {
                throw fault(
                    item, "“\(item.text ?? "")” is not a range.",
                    fix: "Write 3..79, 5..95 step 5 or “2, 5, 10”.")
            }
            ranges.append(range)
        }
        return ranges.count == 5 ? ranges : Array(repeating: ranges[0], count: 5)
    }

    mutating func derived() throws(BankFault) -> [ProblemTemplate.Derived] {
        var result: [ProblemTemplate.Derived] = []
        for (name, keyNode, value) in field("let")?.pairs ?? [] {
            let formula = try formula(value)
            result.append(
                ProblemTemplate.Derived(
                    index: try addVariable(name, at: keyNode), formula: formula))
        }
        return result
    }

    /// `require: {"a > b": the bigger is given first}`.
    func requirements() throws(BankFault) -> [ProblemTemplate.Requirement] {
        var result: [ProblemTemplate.Requirement] = []
        for (condition, keyNode, value) in field("require")?.pairs ?? [] {
            guard let reason = value.text, !reason.isEmpty else {
                throw fault(value, "The condition has no reason.", fix: "Write why after it.")
            }
            result.append(
                ProblemTemplate.Requirement(
                    formula: try formula(condition, at: keyNode), text: condition,
                    reason: reason,
                    place: place(keyNode)))
        }
        return result
    }

    func answer() throws(BankFault) -> AnswerRule {
        let node = try required("answer", fix: "Write “answer: {value: a + b, noun: thing}”.")
        guard let value = node.child("value") else {
            throw fault(node, "The answer has no “value”.", fix: "Write value: and a formula.")
        }
        return AnswerRule(
            formula: try formula(value), kind: try kind(node),
            extraSpecification: node.child("spec")?.text ?? "")
    }

    private func kind(_ node: Node) throws(BankFault) -> AnswerRule.Kind {
        if let noun = node.child("noun") {
            let name = noun.text ?? ""
            if let slot = names.things[name] { return .count(.drawn(slot)) }
            if let fixed = words.nouns[name] { return .count(.fixed(fixed)) }
            throw fault(noun, "“\(name)” is no thing or noun.", fix: "Name one of “things”.")
        }
        if let word = node.child("word") {
            let slot = "{\(word.text ?? "")}"
            do {
                _ = try TextPatternParser.pattern(slot, names: names, language: .korean)
                return .word(
                    try TextPatternParser.pattern(slot, names: names, language: .english))
            } catch {
                throw fault(
                    word, "“word” names no form of a choice: \(error.message).",
                    fix: "Write “word: habit.unit” for a form that both languages have.")
            }
        }
        if let unit = node.child("unit") { return .quantity(try pattern(unit, .english)) }
        switch node.child("kind")?.text ?? "number" {
        case "number": return .number
        case "money": return .money
        case "percent": return .percent
        case "fraction": return .fraction
        case "ratio": return .ratio
        case "clock": return .clock
        case "minutes": return .minutes
        case "degrees": return .degrees
        default:
            throw fault(
                node.child("kind") ?? node, "There is no such kind of answer.",
                fix: "Use number, money, percent, fraction, ratio, clock, minutes or degrees, or "
                    + "“noun: thing” or “unit: cm”.")
        }
    }

    /// The independent check: an equation in the unknown `x`.
    func check(unknown: Int) throws(BankFault) -> Formula {
        let node = try required(
            "check", fix: "Write an equation that only the answer x solves: “check: x - b == a”.")
        guard let text = node.text else {
            throw fault(node, "“check” is not a formula.", fix: "Write “x - b == a”.")
        }
        let formula = try formula(text, at: node, names: ["x": unknown])
        guard formula.variables.contains(unknown) else {
            throw fault(node, "“check” does not speak of x.", fix: "Use x for the answer.")
        }
        return formula
    }

    func steps() throws(BankFault) -> [ProblemTemplate.Step] {
        let node = try required("steps", fix: "Write a list of {do: a + b, en: …, ko: …}.")
        var result: [ProblemTemplate.Step] = []
        for item in node.items {
            guard let work = item.child("do") else {
                throw fault(item, "The step has no “do”.", fix: "Write do: and a formula.")
            }
            result.append(
                ProblemTemplate.Step(formula: try formula(work), text: try localized(item)))
        }
        return result
    }

    func hints() throws(BankFault) -> [ProblemTemplate.Localized] {
        let node = try required("hints", fix: "Write three of {en: …, ko: …}.")
        var result: [ProblemTemplate.Localized] = []
        for item in node.items { result.append(try localized(item)) }
        guard result.count == 3 else {
            throw fault(
                node, "There are \(result.count) hints.",
                fix: "Write three: what is asked, what to do first, the set-up with ___.")
        }
        return result
    }

    /// `wrong: {WRONG_OP: a - b, SKIP_COUNT: [a, b], DIFFERENCE: {plain: a - b}}`, and
    /// `{value: a, unit: cm}` in another unit than the answer.
    func wrongRules(in node: Node?) throws(BankFault) -> [ProblemTemplate.WrongRule] {
        var result: [ProblemTemplate.WrongRule] = []
        for (code, keyNode, value) in node?.pairs ?? [] {
            guard MisconceptionCode.all.contains(code) else {
                throw fault(
                    keyNode, "“\(code)” is no misconception code.",
                    fix: "Use one of Documentation/Authoring.md.")
            }
            for item in value.items {
                let plain = item.child("plain")
                let unit: TextPattern? =
                    if let unit = item.child("unit") { try pattern(unit, .english) } else { nil }
                result.append(
                    ProblemTemplate.WrongRule(
                        code: code, formula: try formula(plain ?? item.child("value") ?? item),
                        isPlain: plain != nil, unit: unit))
            }
        }
        return result
    }

    func allowances() throws(BankFault) -> Set<ProblemTemplate.Allowance> {
        var result: Set<ProblemTemplate.Allowance> = []
        for item in field("allow")?.items ?? [] {
            guard let allowance = item.text.flatMap(ProblemTemplate.Allowance.init(rawValue:))
            else {
                let all = ProblemTemplate.Allowance.allCases.map(\.rawValue)
                throw fault(
                    item, "“\(item.text ?? "")” cannot be allowed.",
                    fix: "Possible are \(all.joined(separator: ", ")).")
            }
            result.insert(allowance)
        }
        return result
    }
}
