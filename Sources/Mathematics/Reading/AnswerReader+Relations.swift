extension AnswerReader {
    /// Reads the whole text as an expression with unknowns.
    mutating func symbolicExpression() throws(ReadingFault) -> Expression {
        let expression = try side(Array(scanner.scalars[scanner.position...]))
        return expression
    }

    private func side(_ text: [Unicode.Scalar]) throws(ReadingFault) -> Expression {
        var parser = ExpressionParser(
            Scanner(scalars: text),
            ExpressionOptions(
                locale: context.locale, allowsVariables: true, allowsWords: false))
        parser.scanner.skipSpaces()
        guard let expression = try parser.expression() else {
            throw .notUnderstood(.missingNumber, at: parser.scanner.position)
        }
        var tail = self
        tail.scanner = parser.scanner
        _ = tail.skipKoreanEnding()
        parser.scanner = tail.scanner
        while let next = parser.scanner.next, next == " " || next == "." || next == "," {
            parser.scanner.position += 1
        }
        guard parser.scanner.isAtEnd else {
            throw .notUnderstood(.trailing, at: parser.scanner.position)
        }
        return expression
    }

    /// Reads the whole text as equations or inequalities: all of one alternative must hold.
    mutating func relations() throws(ReadingFault) -> [[RelationChain]] {
        var body = Array(scanner.scalars[scanner.position...])
        body = Self.withUnionSigns(EnglishRelation.notation(of: body) ?? body)
        if body.first == "{", body.last == "}" {
            body = Array(body.dropFirst().dropLast())
            // "{x | x > 3}" names its unknown first.
            if let mark = body.firstIndex(where: { $0 == "|" || $0 == ":" }), mark > 0,
                body[..<mark].allSatisfy({ $0 == " " || $0.isLatinLetter })
            {
                body = Array(body[(mark + 1)...])
            }
        }
        var alternatives: [[RelationChain]] = []
        for alternative in Self.split(body, at: Self.alternativeWords) {
            var chains: [RelationChain] = []
            for part in Self.split(alternative, at: [" and ", " 그리고 ", "이고 ", "∧", "&"]) {
                if let interval = try interval(part) {
                    chains.append(interval)
                } else {
                    for piece in pieces(part) {
                        let before = alternatives.last?.last ?? chains.last
                        let chain = try chain(piece, after: before)
                        if Self.isAlternative(chain, to: chains.last) {
                            alternatives.append(chains)
                            chains = []
                        }
                        chains.append(chain)
                    }
                }
            }
            alternatives.append(chains)
            guard alternatives.count <= ReadingLimits.items else { throw .tooLarge(.items) }
        }
        return alternatives
    }

    private static let alternativeWords = [
        " or ", " 또는 ", "이거나 ", "거나 ", "∪", "∨", "||",
    ]

    /// `(-∞, 2) U (5, ∞)`: a letter between two intervals joins them.
    private static func withUnionSigns(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.indices.map { index in
            guard text[index].lowercasedASCII == "u",
                let left = text[..<index].last(where: { $0 != " " }), left == ")" || left == "]",
                let right = text[(index + 1)...].first(where: { $0 != " " }),
                right == "(" || right == "["
            else { return text[index] }
            return "∪"
        }
    }

    /// `x = 2, x = 5` names alternatives; `x > 2, x < 5` holds together.
    private static func isAlternative(_ chain: RelationChain, to last: RelationChain?) -> Bool {
        guard let last, chain.relations == [.equal], last.relations == [.equal] else {
            return false
        }
        return chain.sides[0].bare == last.sides[0].bare
    }

    private static func split(
        _ text: [Unicode.Scalar], at words: [String]
    ) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = [[]]
        var scanner = Scanner(scalars: text)
        while let next = scanner.next {
            if scanner.skip(anyOf: words) != nil {
                parts.append([])
            } else {
                parts[parts.count - 1].append(next)
                scanner.position += 1
            }
        }
        return parts
    }

    /// Splits at commas outside brackets and takes `±` apart.
    private func pieces(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = [[]]
        var depth = 0
        for (index, scalar) in text.enumerated() {
            if scalar == "(" || scalar == "[" { depth += 1 }
            if scalar == ")" || scalar == "]" { depth -= 1 }
            if scalar == ";" && depth == 0 || scalar == "," && depth == 0 && separates(text, index)
            {
                parts.append([])
            } else {
                parts[parts.count - 1].append(scalar)
            }
        }
        return parts.flatMap { part -> [[Unicode.Scalar]] in
            guard let index = part.firstIndex(of: "±") else { return [part] }
            var (plus, minus) = (part, part)
            plus[index] = index > 0 && part[..<index].contains { $0.isASCIIDigit } ? "+" : " "
            minus[index] = "-"
            return [plus, minus]
        }
    }

    /// Whether a comma is between two relations and not inside a number: `x > 1,000`.
    private func separates(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0, text[index - 1].isASCIIDigit else { return true }
        let digits = text[(index + 1)...].prefix(while: \.isASCIIDigit).count
        return context.locale.usesComma ? digits == 0 : digits != 3
    }

    private func chain(
        _ text: [Unicode.Scalar], after last: RelationChain?
    ) throws(ReadingFault) -> RelationChain {
        var sides: [[Unicode.Scalar]] = [[]]
        var relations: [Relation] = []
        var scanner = Scanner(scalars: text)
        while let next = scanner.next {
            if let relation = Self.relation(&scanner) {
                relations.append(relation)
                sides.append([])
            } else {
                sides[sides.count - 1].append(next)
                scanner.position += 1
            }
        }
        guard relations.count <= 3 else { throw .tooLarge(.operators) }
        Self.dropInfinity(&sides, &relations)
        if relations.isEmpty {
            guard let last, last.relations.count == 1 else {
                throw .notUnderstood(.general, at: nil)
            }
            return RelationChain(sides: [last.sides[0], try side(text)], relations: last.relations)
        }
        var expressions: [Expression] = []
        for (index, part) in sides.enumerated() {
            let isBlank = part.allSatisfy { $0 == " " }
            if index == 0, isBlank {
                expressions.append(.variable(context.variable ?? "x"))
            } else {
                expressions.append(try side(part))
            }
        }
        return RelationChain(sides: expressions, relations: relations)
    }

    /// `-∞ < x < 3` says no more than `x < 3`.
    private static func dropInfinity(
        _ sides: inout [[Unicode.Scalar]], _ relations: inout [Relation]
    ) {
        guard relations.count == 2 else { return }
        let isRising = relations.allSatisfy { $0 == .less || $0 == .lessOrEqual }
        let isFalling = relations.allSatisfy { $0 == .greater || $0 == .greaterOrEqual }
        guard isRising || isFalling else { return }
        if infinity(sides[0]) == isRising {
            sides.removeFirst()
            relations.removeFirst()
        } else if infinity(sides[2]) == isFalling {
            sides.removeLast()
            relations.removeLast()
        }
    }

    private static let relationWords: [(String, Relation)] = [
        ("<=", .lessOrEqual), ("=<", .lessOrEqual), (">=", .greaterOrEqual),
        ("=>", .greaterOrEqual), ("!=", .notEqual), ("<>", .notEqual), ("==", .equal),
        ("equals", .equal), ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .notEqual),
        ("<", .less), (">", .greater), ("=", .equal),
    ]

    private static func relation(_ scanner: inout Scanner) -> Relation? {
        for (word, relation) in relationWords where scanner.skip(word) { return relation }
        return nil
    }

    /// Reads `(2, 5]`, `[3, ∞)` and `]2; 5]` where the text is one interval; a bracket that is
    /// turned outward leaves its end out.
    private func interval(_ text: [Unicode.Scalar]) throws(ReadingFault) -> RelationChain? {
        let body = Array(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        guard let open = body.first, let close = body.last, "([]".unicodeScalars.contains(open),
            ")[]".unicodeScalars.contains(close)
        else { return nil }
        let mark: Unicode.Scalar =
            context.locale.usesComma || body.contains(";") ? ";" : ","
        let parts = body.dropFirst().dropLast().split(separator: mark)
        guard parts.count == 2, !body.contains("="), !body.contains("<"), !body.contains(">")
        else { return nil }
        let unknown = Expression.variable(context.variable ?? "x")
        let lower = try endpoint(Array(parts[0]), isLower: true)
        let upper = try endpoint(Array(parts[1]), isLower: false)
        let first: Relation = open == "[" ? .lessOrEqual : .less
        let second: Relation = close == "]" ? .lessOrEqual : .less
        switch (lower, upper) {
        case (let lower?, let upper?):
            return RelationChain(sides: [lower, unknown, upper], relations: [first, second])
        case (let lower?, nil): return RelationChain(sides: [lower, unknown], relations: [first])
        case (nil, let upper?): return RelationChain(sides: [unknown, upper], relations: [second])
        case (nil, nil): return nil
        }
    }

    /// A side of an interval; nil where it is infinite, which it is in its own direction.
    private func endpoint(
        _ text: [Unicode.Scalar], isLower: Bool
    ) throws(ReadingFault) -> Expression? {
        guard let isNegative = Self.infinity(text) else { return try side(text) }
        guard isNegative == isLower else { throw .notUnderstood(.general, at: nil) }
        return nil
    }

    /// Whether `text` is infinity alone, and then whether it is the negative one.
    private static func infinity(_ text: [Unicode.Scalar]) -> Bool? {
        var scanner = Scanner(scalars: text)
        scanner.skipSpaces()
        let isNegative = scanner.skip("-" as Unicode.Scalar)
        if !isNegative { _ = scanner.skip("+" as Unicode.Scalar) }
        scanner.skipSpaces()
        guard
            scanner.skip("∞" as Unicode.Scalar) || scanner.skip(word: "infinity")
                || scanner.skip(word: "inf") || scanner.skip(word: "oo")
        else { return nil }
        scanner.skipSpaces()
        return scanner.isAtEnd ? isNegative : nil
    }
}
