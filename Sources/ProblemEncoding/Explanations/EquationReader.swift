internal import Mathematics

/// A calculation that a text states, such as `3 + 4 = 7` or `3 더하기 4는 8`.
struct StatedEquation: Sendable, Hashable {
    /// Whether both sides are equal, exactly or to the decimals that were written.
    let isTrue: Bool
    /// The value of the side on the right.
    let result: Rational
    /// The numbers of the side on the left.
    let operands: [Rational]
    /// The operations of the side on the left.
    let operations: [ArithmeticSymbol.Operation]
}

/// A calculation that a text names, with or without its result.
struct NamedCalculation: Sendable, Hashable {
    let operands: [Rational]
    let operations: [ArithmeticSymbol.Operation]
}

/// Finds the calculations of a text and decides each exactly; work is linear in the text.
struct EquationReader {
    /// The most equations that are read.
    static let mostEquations = 24
    /// The most numbers on one side.
    private static let longestSide = 16
    /// Numbers with more bits are not calculated with.
    private static let widestNumber = 192

    private let symbols: [ArithmeticSymbol]
    private(set) var equations: [StatedEquation] = []
    /// The calculations of the text, also those without a result.
    private(set) var calculations: Set<NamedCalculation> = []

    init(_ tokens: [TextToken]) {
        symbols = ArithmeticSymbol.symbols(of: tokens)
        read()
    }

    /// One side of an equation.
    private struct Side {
        /// The values by the order of operations and from left to right.
        var values: [Rational]
        var operands: [Rational]
        var operations: [ArithmeticSymbol.Operation]
        var decimals: Int
        var hasPart: Bool
        var end: Int
    }

    private mutating func read() {
        var position = 0
        while position < symbols.count, equations.count < Self.mostEquations {
            guard let left = side(at: position) else {
                position += 1
                continue
            }
            position = left.end
            if !left.operations.isEmpty {
                calculations.insert(
                    NamedCalculation(operands: left.operands, operations: left.operations))
            }
            guard let (equals, isStrong) = equals(after: left.end),
                let start = numberStart(after: equals), let right = side(at: start)
            else { continue }
            let isCalculation = !left.operations.isEmpty || !right.operations.isEmpty
            let isConversion = isStrong && (left.hasPart || right.hasPart)
            if (isCalculation && (isStrong || !left.operations.isEmpty)) || isConversion {
                equations.append(equation(left, right))
            }
            position = start
        }
    }

    private func equation(_ left: Side, _ right: Side) -> StatedEquation {
        var isTrue = left.values.contains { right.values.contains($0) }
        // "12 ÷ 3 = 4 × 2 = 8" goes on from the result, as many write it.
        if !right.operations.isEmpty, let first = right.operands.first {
            isTrue = isTrue || left.values.contains(first)
        }
        if right.operations.isEmpty, right.decimals > 0, let rounded = right.values.first {
            isTrue =
                isTrue || left.values.contains { $0.rounded(places: right.decimals) == rounded }
        }
        return StatedEquation(
            isTrue: isTrue, result: right.values[0], operands: left.operands,
            operations: left.operations)
    }

    /// The equals sign or word behind a side, with few words between.
    private func equals(after end: Int) -> (position: Int, isStrong: Bool)? {
        var position = end
        while position < symbols.count, position < end + 5 {
            switch symbols[position] {
            case .equals(let isStrong): return (position, isStrong)
            case .filler, .link, .particle: position += 1
            case .postfix where position == end: return (position, false)
            case .number where position > end && symbols[position - 1] == .particle:
                // A Korean topic marker is the equals sign: "3 더하기 4는 7".
                return (position - 1, false)
            default: return nil
            }
        }
        return nil
    }

    private func numberStart(after equals: Int) -> Int? {
        var position = equals + 1
        while position < symbols.count, position < equals + 4 {
            switch symbols[position] {
            case .number, .open: return position
            case .infix(.subtraction): return position
            case .filler, .equals, .particle: position += 1
            default: return nil
            }
        }
        return nil
    }

    // MARK: Sides

    private func side(at start: Int, depth: Int = 0) -> Side? {
        if case .prefix(let operation, _) = symbols[start] {
            return prefixSide(operation, at: start + 1)
        }
        guard let first = term(at: start, depth: depth) else { return nil }
        var terms = [first.value]
        var operations: [ArithmeticSymbol.Operation] = []
        var side = Side(
            values: [], operands: [], operations: [], decimals: first.decimals,
            hasPart: first.isPart, end: first.end)
        while terms.count < Self.longestSide, let (operation, next) = infix(at: side.end),
            let term = term(at: next, depth: depth)
        {
            operations.append(operation)
            terms.append(term.value)
            side.end = term.end
            side.hasPart = side.hasPart || term.isPart
        }
        if operations.isEmpty, let pair = postfixPair(first) { return pair }
        guard let values = Self.values(terms, operations) else { return nil }
        side.values = values
        side.operands = terms
        side.operations = operations
        if !operations.isEmpty { side.decimals = 0 }
        return side
    }

    private struct Term {
        var value: Rational
        var decimals: Int
        var isPart: Bool
        var end: Int
    }

    private func term(at start: Int, depth: Int) -> Term? {
        guard start < symbols.count else { return nil }
        switch symbols[start] {
        case .number(let value, let decimals, let isFraction):
            guard value.bitWidth <= Self.widestNumber else { return nil }
            return Term(
                value: value, decimals: decimals, isPart: isFraction || decimals > 0,
                end: start + 1)
        case .infix(.subtraction):
            guard depth < 4, let term = term(at: start + 1, depth: depth + 1) else { return nil }
            return Term(
                value: -term.value, decimals: term.decimals, isPart: term.isPart, end: term.end)
        case .open:
            guard depth < 4, start + 1 < symbols.count,
                let inner = side(at: start + 1, depth: depth + 1),
                inner.end < symbols.count, symbols[inner.end] == .close
            else { return nil }
            return Term(
                value: inner.values[0], decimals: 0, isPart: inner.hasPart, end: inner.end + 1)
        default:
            return nil
        }
    }

    /// An operation between numbers, with the position behind it and its `by`, `to` or `away`.
    private func infix(at position: Int) -> (ArithmeticSymbol.Operation, Int)? {
        guard position < symbols.count else { return nil }
        let operation: ArithmeticSymbol.Operation
        switch symbols[position] {
        case .infix(let found), .prefix(let found, isInfix: true): operation = found
        default: return nil
        }
        var next = position + 1
        while next < min(position + 3, symbols.count) {
            if symbols[next] == .filler || symbols[next] == .link(reverses: false) {
                next += 1
            } else {
                break
            }
        }
        return (operation, next)
    }

    /// `3 and 4`, `12 by 4`, `5 from 8` behind an operation.
    private func prefixSide(_ operation: ArithmeticSymbol.Operation, at start: Int) -> Side? {
        var position = start
        if position < symbols.count, symbols[position] == .filler { position += 1 }
        guard let first = term(at: position, depth: 0), first.end < symbols.count else {
            return nil
        }
        let reverses: Bool
        switch symbols[first.end] {
        case .link(let isReversing): reverses = isReversing
        case .filler: reverses = false
        default: return nil
        }
        guard let second = term(at: first.end + 1, depth: 0) else { return nil }
        return pair(
            operation, reverses ? second : first, reverses ? first : second, end: second.end)
    }

    /// `3이랑 4를 더하면`: two numbers, then what is done with them.
    private func postfixPair(_ first: Term) -> Side? {
        var position = first.end
        while position < min(first.end + 3, symbols.count), symbols[position] == .particle {
            position += 1
        }
        guard position > first.end, let second = term(at: position, depth: 0) else { return nil }
        position = second.end
        while position < min(second.end + 3, symbols.count), symbols[position] == .particle {
            position += 1
        }
        guard position < symbols.count, case .postfix(let operation) = symbols[position] else {
            return nil
        }
        guard var side = pair(operation, first, second, end: position + 1) else { return nil }
        // The verb's ending is the equals sign where a number follows.
        if position + 1 < symbols.count, case .number = symbols[position + 1] {
            side.end = position
        }
        return side
    }

    private func pair(
        _ operation: ArithmeticSymbol.Operation, _ first: Term, _ second: Term, end: Int
    ) -> Side? {
        guard let value = operation.applied(first.value, second.value) else { return nil }
        return Side(
            values: [value], operands: [first.value, second.value], operations: [operation],
            decimals: 0, hasPart: first.isPart || second.isPart, end: end)
    }
}

extension EquationReader {
    /// The values by the order of operations and from left to right; nil for a division by zero.
    private static func values(
        _ terms: [Rational], _ operations: [ArithmeticSymbol.Operation]
    ) -> [Rational]? {
        var plain = terms[0]
        var sums: [(sign: Bool, value: Rational)] = [(true, terms[0])]
        for (operation, term) in zip(operations, terms.dropFirst()) {
            guard let next = operation.applied(plain, term), next.bitWidth <= 4 * widestNumber
            else { return nil }
            plain = next
            switch operation {
            case .addition: sums.append((true, term))
            case .subtraction: sums.append((false, term))
            case .multiplication, .division:
                guard let value = operation.applied(sums[sums.count - 1].value, term) else {
                    return nil
                }
                sums[sums.count - 1].value = value
            }
        }
        let ordered = sums.reduce(Rational.zero) { $1.sign ? $0 + $1.value : $0 - $1.value }
        return ordered == plain ? [ordered] : [ordered, plain]
    }
}
