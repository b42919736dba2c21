/// Compares equations and inequalities by what they mean.
struct RelationCheck {
    let key: AnswerKey
    let target: RelationTarget

    func finding(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> Finding {
        var context = context
        if context.variable == nil, target.variables.count == 1 {
            context.variable = target.variables.first
        }
        let alternatives: [[RelationChain]]
        do {
            guard let read = try relations(text, context) else {
                return try numbers(text, context)
            }
            alternatives = read
        } catch {
            // "x = 5 apples" and "x = {5}"
            let signs = text.scalars.count { "=<>≤≥≠".unicodeScalars.contains($0) }
            guard target.isEquation, signs == 1, text.scalars.contains("="),
                case .notUnderstood = error, let finding = try? numbers(text, context)
            else { throw error }
            return finding
        }
        let value = try RelationTarget(alternatives)
        if target.isEquation, value.variables.subtracting(target.variables).count > 1,
            hasUnit(text, context), let finding = try? numbers(text, context)
        {
            // "x = 5 cm" has its unit after the number.
            return finding
        }
        guard isEqual(value) else {
            if try isListOfAlternatives(text, alternatives, value) { return .correct }
            return different(value)
        }
        if key.specification.requiresSolved, target.isSolved, !value.isSolved {
            // "2x = 10, x = 5" comes to its end.
            let steps = alternatives.count == 1 ? alternatives[0] : []
            if steps.count > 1, let last = steps.last {
                let end = try RelationTarget([[last]])
                if end.isSolved, isEqual(end) { return .correct }
            }
            return .form(.unevaluated)
        }
        let sides = alternatives.joined().flatMap(\.sides)
        let isSimplest = sides.allSatisfy { $0.hasUnknown || AnswerForm($0).isReduced }
        return key.specification.requiresSimplest && !isSimplest ? .form(.simplify) : .correct
    }

    /// Whether a unit of everyday life follows the number of `x = 5 cm`.
    private func hasUnit(_ text: AnswerText, _ context: ReadingContext) -> Bool {
        var reader = AnswerReader(text, context)
        // What is no list of numbers has no unit.
        let units = (try? reader.list())?.compactMap { $0.parts[0].unit } ?? []
        let known: Set<Dimension> = [.length, .mass, .time, .area, .volume]
        return units.contains { unit in
            unit.candidates.contains { known.contains($0.dimension) || $0.dimension.isMoney }
        }
    }

    private func isEqual(_ value: RelationTarget) -> Bool {
        value.meaning == target.meaning
            && (value.variables == target.variables || target.variables.isEmpty)
    }

    private static let conjunctions = ["and", "&", "∧", "그리고", "이고"]

    /// `x < 2, x > 5` holds nowhere where both must hold, so that either is meant.
    private func isListOfAlternatives(
        _ text: AnswerText, _ alternatives: [[RelationChain]], _ value: RelationTarget
    ) throws(ReadingFault) -> Bool {
        let string = text.string.lowercased()
        guard alternatives.count == 1, alternatives[0].count > 1,
            value.meaning == .solutions(.nothing), value.isSolved,
            !Self.conjunctions.contains(where: string.contains)
        else { return false }
        return isEqual(try RelationTarget(alternatives[0].map { [$0] }))
    }

    private func relations(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> [[RelationChain]]? {
        if target.variables.count <= 1,
            let words = KoreanRelation.notation(of: text, unknown: target.variables.first)
        {
            var reader = AnswerReader(scalars: words, context)
            return try reader.relations()
        }
        var lead = AnswerReader(text, context)
        // "=> 3" begins with its sign.
        let isArrow =
            text.scalars.first == "=" && text.scalars.count > 1
            && "<>".unicodeScalars.contains(text.scalars[1])
        if !isArrow { _ = lead.skipLeadIn(withLabel: false) }
        var scalars = Array(text.scalars[lead.scanner.position...])
        if scalars.contains("±"), !target.isEquation { throw .notUnderstood(.general, at: nil) }
        scalars = Self.bare(scalars)
        let words = EnglishRelation.notation(of: scalars)
        let hasRelation = scalars.contains { "=<>≤≥≠∞".unicodeScalars.contains($0) }
        let isInterval =
            !target.isEquation && ["(", "[", "]"].contains(scalars.first)
            && scalars.contains(where: { $0 == "," || $0 == ";" })
        guard hasRelation || words != nil || isInterval else {
            return try point(scalars, context)
        }
        scalars = words ?? scalars
        guard !AnswerText.hasWord(in: scalars, foreignTo: target.variables) else {
            throw .notUnderstood(.general, at: nil)
        }
        if target.variables.count == 1, let name = target.variables.first?.unicodeScalars.first {
            // "X = 5" is about the same unknown.
            scalars = scalars.map { $0 != name && $0.lowercasedASCII == name ? name : $0 }
        }
        var reader = AnswerReader(scalars: scalars, context)
        return try reader.relations()
    }

    /// The relation without `x ∈` before an interval, brackets around it and ";" after it.
    static func bare(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var body = text
        while let last = body.last, " ;.".unicodeScalars.contains(last) { body.removeLast() }
        var scanner = Scanner(scalars: body)
        if let name = scanner.latinWord(), name.text.count == 1 {
            scanner.position = name.end
            scanner.skipSpaces()
            if scanner.skip("∈" as Unicode.Scalar) || scanner.skip(word: "in") {
                return Array(body[scanner.position...].drop { $0 == " " })
            }
        }
        let inner = body.dropFirst().dropLast()
        if body.first == "(", body.last == ")", !inner.contains("("), !inner.contains(")"),
            inner.contains(where: { "<>≤≥=≠".unicodeScalars.contains($0) })
        {
            return Array(inner)
        }
        return body
    }

    /// `(2, 3)` where `x = 2, y = 3` is asked for: the unknowns in the order of their letters.
    private func point(
        _ scalars: [Unicode.Scalar], _ context: ReadingContext
    ) throws(ReadingFault) -> [[RelationChain]]? {
        guard scalars.first == "(", scalars.last == ")", target.variables.count > 1 else {
            return nil
        }
        var context = context
        context.itemCount = target.variables.count
        var reader = AnswerReader(scalars: scalars, context)
        let items = try reader.list()
        guard items.count == target.variables.count else { return nil }
        let chains = zip(target.variables.sorted(), items).map { name, item in
            RelationChain(
                sides: [.variable(name), item.parts[0].expression], relations: [.equal])
        }
        return [chains]
    }

    /// `5` is taken where `x = 5` is asked for; a number is no answer to an inequality.
    private func numbers(
        _ text: AnswerText, _ context: ReadingContext
    ) throws(ReadingFault) -> Finding {
        var reader = AnswerReader(text, context)
        let items: [QuantityReading]
        do {
            items = try reader.list()
        } catch {
            return try expression(text, context, error)
        }
        if let label = items.compactMap(\.label).first, !target.variables.contains(label) {
            throw .notUnderstood(.otherUnknown, at: 0)
        }
        var values: [ExactNumber] = []
        for item in items { values.append(try item.parts[0].expression.value()) }
        guard case .solutions(let solutions) = target.meaning, let points = solutions.points else {
            return .wrong(nil)
        }
        if SolutionSet(points: values) == solutions { return .correct }
        return compare(values, points)
    }

    /// `2x + 1` where `y = 2x + 1` is asked for lacks only its beginning.
    private func expression(
        _ text: AnswerText, _ context: ReadingContext, _ fault: ReadingFault
    ) throws(ReadingFault) -> Finding {
        guard target.isEquation, target.variables.count > 1,
            !text.hasWord(foreignTo: target.variables)
        else { throw fault }
        for name in target.variables.sorted() {
            var reader = AnswerReader(text, context)
            guard let side = try? reader.symbolicExpression(), !side.mentions(name) else {
                continue
            }
            let chain = RelationChain(sides: [.variable(name), side], relations: [.equal])
            if isEqual(try RelationTarget([[chain]])) { return .form(.expr) }
        }
        throw fault
    }

    private func different(_ value: RelationTarget) -> Finding {
        guard case .solutions(let typed) = value.meaning,
            case .solutions(let expected) = target.meaning, value.variables == target.variables
        else { return .wrong(nil) }
        guard let values = typed.points, let points = expected.points else {
            let isPart = typed.intervals.allSatisfy(expected.intervals.contains)
            return .wrong(isPart && !typed.intervals.isEmpty ? .partial : nil)
        }
        return compare(values, points)
    }

    private func compare(_ values: [ExactNumber], _ points: [ExactNumber]) -> Finding {
        if values.count == 1, points.count == 1 {
            // One number alone is judged as one: by its tolerance, and for how it came about.
            let form = AnswerForm(.literal(NumberLiteral(value: values[0].rational ?? 0)))
            let comparison = ToleranceComparison(
                tolerance: key.specification.tolerance, strictDigits: false)
            if comparison.nearness(of: values[0], form, to: points[0]) == .equal {
                return .correct
            }
            let target = QuantityTarget(
                number: points[0], form: AnswerForm(.literal(NumberLiteral(value: 0))),
                expression: .literal(NumberLiteral(value: 0)))
            return Diagnosis(target: target, specification: key.specification)
                .finding(values[0], form, isPercent: false)
        }
        if !values.isEmpty, values.count < points.count, values.allSatisfy(points.contains) {
            return .wrong(.partial)
        }
        if SolutionSet(points: values.map { -$0 }) == SolutionSet(points: points) {
            return .wrong(.sign)
        }
        return .wrong(nil)
    }
}
