/// How a problem is solved, with the numbers of its text as roles.
struct SolutionFormula: Sendable {
    /// The roles: each different number of the text that may vary, in the order of the text.
    let roles: [ExactNumber]
    let formula: Formula
    /// The roles that are times of day.
    let clocks: Set<Int>
    /// Roles that have a place in the formula but do not vary: times that were pinned.
    let fixed: Set<Int>
    /// What each calculation of the formula gives, the whole last.
    let kinds: [ResultKind]
    /// How the answer is written where it is a time of day.
    let clockForm: ClockForm?
    /// The roles that the formula uses.
    var used: Set<Int> { formula.variables }

    /// The values of the text that do not vary because of what it or the expression says.
    let steady: [ExactNumber]

    /// Numbers that an expression may use without the text saying them.
    static let constants: Set<Int> = [
        24, 25, 30, 50, 52, 60, 90, 100, 180, 360, 365, 366, 500, 1000, 3600, 10_000,
    ]

    /// Reads an expression such as `(24 - 9) / 3` and gives its numbers their roles.
    init(
        _ expression: String, text: String, numbers: [TextNumber], pinned: [ExactNumber]
    ) throws(VariationError) {
        guard expression.count <= 500 else { throw .expressionLength }
        let plain = try ExpressionText.plain(
            expression, text: text, hasClock: numbers.contains { $0.clock != nil })
        let first = try Self.reading(plain, numbers, pinned: pinned)
        guard !first.formula.variables.isEmpty else { throw .usesNoNumber }
        steady = try SteadyNumbers.values(text, numbers: numbers, literals: first.literals)
        let reading = try Self.reading(plain, numbers, pinned: pinned + steady)
        let roles = reading.roles
        self.roles = roles
        fixed = Set(reading.varying..<roles.count)
        let times = numbers.filter { $0.clock != nil }.map(\.value)
        let clocks = Set(roles.indices.filter { times.contains(roles[$0]) })
        self.clocks = clocks
        let hours = Set(
            roles.indices.filter { role in
                numbers.contains { $0.isHours && $0.value == roles[role] }
            })
        let formula = reading.formula.countingMinutes(
            clocks: clocks, hours: hours,
            hourValues: numbers.filter(\.isHours).map(\.value).filter { !roles.contains($0) })
        guard !formula.variables.isEmpty else { throw .onlySteady }
        self.formula = formula
        var kinds: [ResultKind] = []
        for calculation in formula.calculations {
            guard let kind = calculation.kind(clocks) else { throw .clockUse }
            kinds.append(kind)
        }
        self.kinds = kinds
        let usedTimes = clocks.intersection(formula.variables).map { roles[$0] }
        clockForm = numbers.first { $0.clock != nil && usedTimes.contains($0.value) }?.clock
    }

    /// An expression with roles for its numbers: first those that vary, then pinned times.
    private struct Reading {
        let formula: Formula
        let roles: [ExactNumber]
        let varying: Int
        let literals: [ExpressionLiteral]
    }

    private static func reading(
        _ plain: String, _ numbers: [TextNumber], pinned: [ExactNumber]
    ) throws(VariationError) -> Reading {
        let varying = roles(numbers, pinned: pinned)
        var roles = varying
        for number in numbers where number.clock != nil && !roles.contains(number.value) {
            roles.append(number.value)
        }
        var literals: [ExpressionLiteral] = []
        let written = try named(plain, roles, numbers, &literals)
        do {
            let formula = try FormulaParser.formula(
                written,
                variables: Dictionary(
                    roles.indices.map { ("v\($0)", $0) }, uniquingKeysWith: { first, _ in first }))
            return Reading(
                formula: formula, roles: roles, varying: varying.count, literals: literals)
        } catch {
            throw .expression(error.message)
        }
    }

    /// What the formula gives.
    var kind: ResultKind { kinds.last ?? formula.kind(clocks) ?? .number }

    /// The different numbers of a text that may vary, in their order.
    static func roles(
        _ numbers: [TextNumber], pinned: [ExactNumber]
    ) -> [ExactNumber] {
        var roles: [ExactNumber] = []
        for number in numbers where !roles.contains(number.value) && !pinned.contains(number.value)
        {
            let isWhole = number.isPercent && number.value.integer == 100
            let isTrivial = number.clock == nil && (number.value.isZero || number.value == .one)
            if !isWhole && !isTrivial && number.style != .mixed { roles.append(number.value) }
        }
        return roles
    }

    /// The expression with the names of roles in place of their numbers.
    private static func named(
        _ text: String, _ roles: [ExactNumber], _ numbers: [TextNumber],
        _ literals: inout [ExpressionLiteral]
    ) throws(VariationError) -> String {
        var result = ""
        let characters = Array(text)
        var position = 0
        while position < characters.count {
            if let (role, end) = time(in: characters, at: position, roles, numbers) {
                result += "v\(role)"
                position = end
                continue
            }
            let first = characters[position]
            guard ("0"..."9").contains(first) || first == "." else {
                guard !first.isLetter else {
                    throw .notANumber(String(characters[position...].prefix { $0.isLetter }))
                }
                result.append(first)
                position += 1
                continue
            }
            let rest = String(characters[position...])[...]
            if let (role, length) = fraction(at: rest, roles, numbers) {
                result += "v\(role)"
                position += length
                literals.append(ExpressionLiteral(value: roles[role], isFactor: true))
                continue
            }
            let literal = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
            position += literal.count
            let (name, value) = try name(String(literal), roles, numbers)
            let neighbours = [
                result.last { $0 != " " }, characters[position...].first { $0 != " " },
            ]
            literals.append(
                ExpressionLiteral(
                    value: value, isFactor: neighbours.contains("*") || neighbours.contains("/")))
            result += name
        }
        return result
    }

    /// The role of a time of day that the expression writes: `3:30 pm`, `15:30`, `오후 3시 30분`.
    private static func time(
        in characters: [Character], at position: Int, _ roles: [ExactNumber],
        _ numbers: [TextNumber]
    ) -> (role: Int, end: Int)? {
        var start = position
        while start < characters.count, start < position + 3,
            !("0"..."9").contains(characters[start]),
            characters[start].isLetter || characters[start] == " " && start > position
        {
            start += 1
        }
        guard let reading = ClockReader(characters: characters).reading(at: start),
            start == position || reading.half != nil
        else { return nil }
        let times = numbers.filter { $0.clock != nil }
        func means(_ number: TextNumber, exactly: Bool) -> Bool {
            guard let minutes = number.value.integer else { return false }
            return exactly || reading.half != nil
                ? minutes == reading.minutes
                : minutes % 720 == reading.hour % 12 * 60 + reading.minute
        }
        let meant =
            times.first { means($0, exactly: true) } ?? times.first { means($0, exactly: false) }
        guard let meant, let role = roles.firstIndex(of: meant.value) else { return nil }
        return (role, reading.end)
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

    /// What stands for a number of the expression, and the number of the text that it means.
    private static func name(
        _ literal: String, _ roles: [ExactNumber], _ numbers: [TextNumber]
    ) throws(VariationError) -> (name: String, value: ExactNumber) {
        let digits = literal.replacing(",", with: "")
        guard let value = NumberText.number(digits.hasPrefix(".") ? "0" + digits : digits) else {
            throw .notANumber(String(literal.prefix(30)))
        }
        let plain = numbers.filter { $0.clock == nil }
        if plain.contains(where: { $0.value == value }) {
            return (roles.firstIndex(of: value).map { "v\($0)" } ?? value.exactText, value)
        }
        let percent = numbers.first { number in
            number.isPercent && number.value == (try? value.multiplied(by: ExactNumber(100)))
        }
        if let percent, let role = roles.firstIndex(of: percent.value) {
            return ("(v\(role) / 100)", percent.value)
        }
        return (value.exactText, value)
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
