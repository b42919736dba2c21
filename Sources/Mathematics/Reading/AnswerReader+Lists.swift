extension AnswerReader {
    /// Reads the whole text as a quotient with a remainder.
    mutating func remainder() throws(ReadingFault) -> (quotient: Expression, remainder: Expression)
    {
        scanner = Self.withDots(scanner)
        skipQuotientName()
        guard let quotient = try number() else {
            throw .notUnderstood(.missingNumber, at: scanner.position)
        }
        var hasBracket = false
        guard skipRemainderMark(&hasBracket) else {
            throw .notUnderstood(.trailing, at: scanner.position)
        }
        scanner.skipSpaces()
        guard let rest = try number() else {
            throw .notUnderstood(.missingNumber, at: scanner.position)
        }
        scanner.skipSpaces()
        if hasBracket, !scanner.skip(")" as Unicode.Scalar) {
            throw .notUnderstood(.openBracket, at: scanner.position)
        }
        _ = skipKoreanEnding()
        var tail = QuantityReading(parts: [])
        try readTail(&tail)
        return (quotient, rest)
    }

    /// Writes the raised dots of `3 ··· 2`, which are read as signs of multiplication, as "r".
    private static func withDots(_ scanner: Scanner) -> Scanner {
        let text = scanner.scalars
        guard let first = text.firstIndex(of: "*"), let last = text.lastIndex(of: "*"),
            last > first, text[first...last].allSatisfy({ $0 == "*" || $0 == " " })
        else { return scanner }
        return Scanner(scalars: Array(text[..<first]) + ["r"] + text[(last + 1)...])
    }

    private mutating func skipQuotientName() {
        for word in ["the answer is", "quotient", "q", "몫은", "몫이", "몫", "답은", "답"]
        where scanner.skip(word) {
            break
        }
        scanner.skipSpaces()
        for word in ["is", "=", ":"] where scanner.skip(word) { break }
        scanner.skipSpaces()
    }

    private static let remainderMarks = [
        "remainder of", "remainder", "reste", "rest", "rem.", "rem", "r.", "r", "나머지는", "나머지가",
        "나머지", "...",
        "left over", "leftover", "··",
    ]

    private mutating func skipRemainderMark(_ hasBracket: inout Bool) -> Bool {
        scanner.skipSpaces()
        _ = scanner.skip("개씩") || scanner.skip("이고") || scanner.skip("이며") || scanner.skip("개")
        scanner.skipSpaces()
        while let next = scanner.next, ", ;*(".unicodeScalars.contains(next) {
            hasBracket = hasBracket || next == "("
            scanner.position += 1
        }
        _ = scanner.skip(word: "and") || scanner.skip(word: "with")
        scanner.skipSpaces()
        _ = scanner.skip(word: "a")
        scanner.skipSpaces()
        guard scanner.skip(anyOf: Self.remainderMarks) != nil else { return false }
        scanner.skipSpaces()
        while let next = scanner.next, next == "." || next == "*" { scanner.position += 1 }
        _ =
            scanner.skip(word: "is") || scanner.skip("=" as Unicode.Scalar)
            || scanner.skip(":" as Unicode.Scalar)
        return true
    }

    /// Reads the whole text as several numbers.
    mutating func list() throws(ReadingFault) -> [QuantityReading] {
        let text = try listBody()
        if context.locale.usesComma, context.itemCount != 1 {
            // A comma may be a decimal mark: what gives the expected count is meant.
            if let items = try? items(text, commaSeparates: false),
                items.count == context.itemCount || text.contains(";")
            {
                return items
            }
        }
        let plain: [QuantityReading]
        do {
            plain = try items(text, commaSeparates: true)
        } catch {
            // Numbers with only spaces between them.
            let isPoint = text.firstRange(of: [".", " "]) != nil
            let isSpaced =
                !isPoint
                && text.allSatisfy { $0.isASCIIDigit || " .-/".unicodeScalars.contains($0) }
            guard isSpaced else { throw error }
            let commas = text.map { $0 == " " ? "," : $0 } as [Unicode.Scalar]
            return try items(commas, commaSeparates: true)
        }
        if let count = context.itemCount, plain.count != count,
            let grouped = try? items(text, commaSeparates: true, groups: true),
            grouped.count == count
        {
            return grouped
        }
        return plain
    }

    /// The text without a lead-in and the brackets around it.
    private mutating func listBody() throws(ReadingFault) -> [Unicode.Scalar] {
        scanner.skipSpaces()
        for word in [
            "the answer is", "the answers are", "answers", "answer", "either ", "both ", "답은", "답",
            "정답은",
        ]
        where scanner.skip(word) {
            scanner.skipSpaces()
            _ = scanner.skip(":" as Unicode.Scalar)
            break
        }
        var body = Array(scanner.scalars[scanner.position...].drop { $0 == " " })
        if let mark = body.firstIndex(where: { $0 == "=" || $0 == "∈" }), mark <= 3,
            body[..<mark].allSatisfy({ $0.isLetter || $0 == " " }),
            let open = body[(mark + 1)...].first(where: { $0 != " " }),
            "{([".unicodeScalars.contains(open)
        {
            body = Array(body[(mark + 1)...].drop { $0 == " " })
        }
        let dots = body.reversed().prefix { $0 == " " || $0 == "." }
        // Three dots say that the list goes on.
        if dots.count(where: { $0 == "." }) < 2 { body.removeLast(dots.count) }
        // "P(3, 4)"
        if body.first?.isLatinLetter ?? false, body.dropFirst().first == "(", body.last == ")" {
            body.removeFirst()
        }
        // "(3|4)" is a point, too.
        if body.count(where: { $0 == "|" }) == 1 { body = body.map { $0 == "|" ? ";" : $0 } }
        // Numbers in order are also written "0.5 < 0.7 < 0.9".
        if !body.contains(","), body.first != "<",
            body.count(where: { $0 == "<" || $0 == ">" }) > 1
        {
            body = body.map { $0 == "<" || $0 == ">" ? "," : $0 }
        }
        let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
            ("{", "}"), ("(", ")"), ("[", "]"), ("<", ">"),
        ]
        for (open, close) in pairs where body.first == open && body.last == close {
            let inner = Array(body.dropFirst().dropLast())
            if Self.isBalanced(inner) { body = inner }
            break
        }
        return body
    }

    private static func isBalanced(_ scalars: [Unicode.Scalar]) -> Bool {
        var depth = 0
        for scalar in scalars {
            if scalar == "(" || scalar == "[" || scalar == "{" { depth += 1 }
            if scalar == ")" || scalar == "]" || scalar == "}" { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    private func items(
        _ text: [Unicode.Scalar], commaSeparates: Bool, groups: Bool = false
    ) throws(ReadingFault) -> [QuantityReading] {
        let parts = Self.split(text, commaSeparates: commaSeparates, keepsGroups: groups)
        guard parts.count <= ReadingLimits.items else { throw .tooLarge(.items) }
        var result: [QuantityReading] = []
        for part in parts {
            for signed in Self.bothSigns(part) {
                var reader = AnswerReader(scalars: signed, context)
                result.append(try reader.quantity(groups: groups))
            }
        }
        return result
    }

    /// `±3` is two numbers.
    private static func bothSigns(_ part: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        if let index = part.firstIndex(of: "±") {
            var (plus, minus) = (part, part)
            plus[index] = "+"
            minus[index] = "-"
            return [plus, minus]
        }
        for mark in [["+", "/", "-"], ["+", "-"]] as [[Unicode.Scalar]] {
            guard let range = part.firstRange(of: mark) else { continue }
            let (before, after) = (part[..<range.lowerBound], part[range.upperBound...])
            return [before + ["+"] + after, before + ["-"] + after].map(Array.init)
        }
        return [part]
    }

    private static let separatorWords = [
        " and ", " or ", " & ", " und ", " oder ", " et ", " ou ", "∨", "하고 ", " 또는 ", "이랑 ", "랑 ",
        " 그리고 ", " 및 ",
    ]

    private static func split(
        _ text: [Unicode.Scalar], commaSeparates: Bool, keepsGroups: Bool
    ) -> [[Unicode.Scalar]] {
        var parts: [[Unicode.Scalar]] = []
        var current: [Unicode.Scalar] = []
        var depth = 0
        var scanner = Scanner(scalars: text)
        while let next = scanner.next {
            if next == "(" || next == "[" { depth += 1 }
            if next == ")" || next == "]" { depth -= 1 }
            let isGroup =
                keepsGroups && next == "," && scanner.peek(1)?.isASCIIDigit ?? false
                && scanner.peek(-1)?.isASCIIDigit ?? false
            if depth <= 0, next == ";" || next == "," && commaSeparates && !isGroup {
                parts.append(current)
                current = []
                scanner.position += 1
                _ = scanner.skip(" and ") || scanner.skip(" or ")
            } else if depth <= 0, scanner.skip(anyOf: separatorWords) != nil {
                parts.append(current)
                current = []
            } else if depth <= 0, next == "와" || next == "과", scanner.peek(1) == " ",
                // "사과" is an apple.
                next != "과" || !current.drop(while: { $0 == " " }).elementsEqual(["사"])
            {
                parts.append(current)
                current = []
                scanner.position += 2
            } else {
                current.append(next)
                scanner.position += 1
            }
        }
        if parts.isEmpty || current.contains(where: { $0 != " " }) { parts.append(current) }
        let trimmed = parts.map { part in
            Array(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return trimmed
    }
}
