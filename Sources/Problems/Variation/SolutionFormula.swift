/// How a problem is solved, with the numbers of its text as roles.
struct SolutionFormula: Sendable {
    /// The roles: each different number of the text that may vary, in the order of the text.
    let roles: [ExactNumber]
    let formula: Formula
    /// The roles that the formula uses.
    var used: Set<Int> { formula.variables }

    /// Numbers that an expression may use without the text saying them.
    private static let constants: Set<Int> = [
        24, 25, 30, 50, 52, 60, 90, 100, 180, 360, 365, 366, 500, 1000, 3600, 10_000,
    ]

    /// Reads an expression such as `(24 - 9) / 3` and gives its numbers their roles.
    init(_ text: String, numbers: [TextNumber], pinned: [ExactNumber]) throws(VariationError) {
        roles = Self.roles(numbers, pinned: pinned)
        guard text.count <= 500 else { throw .expression("it is longer than 500 characters") }
        let plain = text.replacing("×", with: "*").replacing("÷", with: "/")
            .replacing("−", with: "-").replacing("·", with: "*")
        let written = try Self.named(plain, roles, numbers)
        do {
            formula = try FormulaParser.formula(
                written,
                variables: Dictionary(
                    roles.indices.map { ("v\($0)", $0) }, uniquingKeysWith: { first, _ in first }))
        } catch {
            throw .expression(error.message)
        }
        guard !formula.variables.isEmpty else { throw .usesNoNumber }
    }

    /// The different numbers of a text that may vary, in their order.
    static func roles(
        _ numbers: [TextNumber], pinned: [ExactNumber]
    ) -> [ExactNumber] {
        var roles: [ExactNumber] = []
        for number in numbers where !roles.contains(number.value) && !pinned.contains(number.value)
        {
            let isWhole = number.isPercent && number.value.integer == 100
            let isTrivial = number.value.isZero || number.value == .one
            if !isWhole && !isTrivial && number.style != .mixed { roles.append(number.value) }
        }
        return roles
    }

    /// The expression with the names of roles in place of their numbers.
    private static func named(
        _ text: String, _ roles: [ExactNumber], _ numbers: [TextNumber]
    ) throws(VariationError) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            guard ("0"..."9").contains(first) || first == "." else {
                guard !first.isLetter else { throw .expression("“\(first)” is not a number") }
                result.append(first)
                rest.removeFirst()
                continue
            }
            let literal = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
            if let (role, length) = fraction(at: rest, roles, numbers) {
                result += "v\(role)"
                rest = rest.dropFirst(length)
                continue
            }
            rest = rest.dropFirst(literal.count)
            result += try name(String(literal), roles, numbers)
        }
        return result
    }

    /// The role of a fraction of the text that the expression writes as it stands, `3/4` or `3 / 4`.
    private static func fraction(
        at rest: Substring, _ roles: [ExactNumber], _ numbers: [TextNumber]
    ) -> (role: Int, length: Int)? {
        for number in numbers where number.style == .fraction {
            let (top, bottom) = (number.value.numerator, number.value.denominator)
            for spelling in ["\(top)/\(bottom)", "\(top) / \(bottom)"]
            where rest.hasPrefix(spelling) {
                let next = rest.dropFirst(spelling.count).first
                guard next.map({ !$0.isNumber && $0 != "." }) ?? true,
                    let role = roles.firstIndex(of: number.value)
                else { continue }
                return (role, spelling.count)
            }
        }
        return nil
    }

    private static func name(
        _ literal: String, _ roles: [ExactNumber], _ numbers: [TextNumber]
    ) throws(VariationError) -> String {
        let digits = literal.replacing(",", with: "")
        guard let value = NumberText.number(digits.hasPrefix(".") ? "0" + digits : digits) else {
            throw .expression("“\(literal.prefix(30))” is not a number")
        }
        if let role = roles.firstIndex(of: value) { return "v\(role)" }
        if numbers.contains(where: { $0.value == value }) { return value.exactText }
        let percent = numbers.first { number in
            number.isPercent && number.value == (try? value.multiplied(by: ExactNumber(100)))
        }
        if let percent, let role = roles.firstIndex(of: percent.value) { return "(v\(role) / 100)" }
        guard isConstant(value) else { throw .notInText(literal) }
        return value.exactText
    }

    private static func isConstant(_ value: ExactNumber) -> Bool {
        guard let integer = value.integer else {
            return value.numerator == 1 && value.denominator == 2
        }
        return (0...12).contains(integer) || constants.contains(integer)
    }

    /// The values of every calculation in the formula, the whole last.
    func results(_ values: [ExactNumber]) throws(FormulaError) -> [ExactNumber] {
        var results: [ExactNumber] = []
        for step in formula.calculations { results.append(try step.value(values)) }
        return results
    }
}

extension Formula {
    /// The calculations inside, innermost first, this one last; numbers are none.
    var calculations: [Formula] {
        switch self {
        case .number, .variable: []
        case .negation(let inner), .not(let inner): inner.calculations + [self]
        case .binary(_, let left, let right): left.calculations + right.calculations + [self]
        case .call(_, let arguments): arguments.flatMap(\.calculations) + [self]
        }
    }
}
