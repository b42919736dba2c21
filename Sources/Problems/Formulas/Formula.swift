/// An expression over the numbers of a template: arithmetic, comparisons and functions.
indirect enum Formula: Hashable, Sendable {
    case number(ExactNumber)
    case variable(Int)
    case negation(Formula)
    case binary(Operation, Formula, Formula)
    case not(Formula)
    case call(FormulaFunction, [Formula])

    /// An operation between two formulas.
    enum Operation: String, Hashable, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "^"
        case wholeQuotient = "div"
        case remainder = "mod"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equal = "=="
        case notEqual = "!="
        case and, or

        /// Whether the operation compares two numbers.
        var isComparison: Bool { precedence == 3 }

        /// How tightly the operation binds; more is tighter.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: 3
            case .add, .subtract: 4
            case .multiply, .divide, .wholeQuotient, .remainder: 5
            case .power: 7
            }
        }
    }

    /// The value with `values` in place of the variables.
    func value(_ values: [ExactNumber]) throws(FormulaError) -> ExactNumber {
        switch self {
        case .number(let number): return number
        case .variable(let index): return values[index]
        case .negation(let inner): return try inner.value(values).negated
        case .not(let inner): return try inner.value(values).isTrue ? .zero : .one
        case .binary(let operation, let left, let right):
            return try operation.value(left, right, values)
        case .call(let function, let arguments):
            var numbers: [ExactNumber] = []
            numbers.reserveCapacity(arguments.count)
            for argument in arguments { numbers.append(try argument.value(values)) }
            return try function.value(numbers)
        }
    }

    /// Whether the condition holds; a condition without a value does not hold.
    func holds(_ values: [ExactNumber]) -> Bool {
        do {
            return try value(values).isTrue
        } catch {
            return false
        }
    }

    /// The index of the variable that the formula consists of, or nil.
    var soleVariable: Int? {
        if case .variable(let index) = self { index } else { nil }
    }

    /// The indices of all variables in the formula.
    var variables: Set<Int> {
        switch self {
        case .number: []
        case .variable(let index): [index]
        case .negation(let inner), .not(let inner): inner.variables
        case .binary(_, let left, let right): left.variables.union(right.variables)
        case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.variables) }
        }
    }
}

extension Formula.Operation {
    fileprivate func value(
        _ left: Formula, _ right: Formula, _ values: [ExactNumber]
    ) throws(FormulaError) -> ExactNumber {
        let first = try left.value(values)
        switch self {
        case .and: return first.isTrue ? try right.value(values) : .zero
        case .or: return first.isTrue ? .one : try right.value(values)
        default: return try value(first, try right.value(values))
        }
    }

    private func value(
        _ left: ExactNumber, _ right: ExactNumber
    ) throws(FormulaError) -> ExactNumber {
        switch self {
        case .add: return try left.adding(right)
        case .subtract: return try left.adding(right.negated)
        case .multiply: return try left.multiplied(by: right)
        case .divide: return try left.divided(by: right)
        case .power: return try left.raised(to: wholeNumber(right, "an exponent"))
        case .wholeQuotient: return ExactNumber(try left.divided(by: right).floor)
        case .remainder:
            let quotient = ExactNumber(try left.divided(by: right).floor)
            return try left.adding(quotient.multiplied(by: right).negated)
        case .less: return try left.isBelow(right) ? .one : .zero
        case .lessOrEqual: return try right.isBelow(left) ? .zero : .one
        case .greater: return try right.isBelow(left) ? .one : .zero
        case .greaterOrEqual: return try left.isBelow(right) ? .zero : .one
        case .equal: return left == right ? .one : .zero
        case .notEqual: return left == right ? .zero : .one
        case .and: return left.isTrue && right.isTrue ? .one : .zero
        case .or: return left.isTrue || right.isTrue ? .one : .zero
        }
    }
}

func wholeNumber(_ value: ExactNumber, _ what: String) throws(FormulaError) -> Int {
    guard let integer = value.integer else { throw .notWhole(what) }
    return integer
}
