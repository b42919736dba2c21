import Mathematics
import ProblemEncoding
import Problems

/// Which calculation problems asked for, and which one the learner did.
struct Confusion: Sendable, Hashable {
    /// The calculations that are told apart, in the order of rows and columns.
    static let operations: [RootOperation] = [
        .addition, .subtraction, .multiplication, .division,
    ]

    /// One calculation done in place of another.
    struct Mixup: Sendable, Hashable {
        let asked: RootOperation
        let done: RootOperation
        let count: Int
    }

    private var counts: [RootOperation: [RootOperation: Int]] = [:]

    /// Counts one answer.
    mutating func add(asked: RootOperation, done: RootOperation) {
        counts[asked, default: [:]][done, default: 0] += 1
    }

    /// How often the second was done where the first was asked for.
    func count(_ asked: RootOperation, _ done: RootOperation) -> Int {
        counts[asked]?[done] ?? 0
    }

    /// The answers whose calculation is known.
    var total: Int { counts.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

    /// What is taken for something else, most frequent first.
    var mixups: [Mixup] {
        var mixups: [Mixup] = []
        for asked in Self.operations {
            for done in Self.operations where done != asked && count(asked, done) > 0 {
                mixups.append(Mixup(asked: asked, done: done, count: count(asked, done)))
            }
        }
        // Equal counts stay in the order of the table.
        return mixups.enumerated().sorted {
            ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }
        .map(\.element)
    }
}

extension Problem {
    /// The calculation that a wrong answer comes from, nil where none of the others gives it.
    ///
    /// It is one of the four, with the numbers of the last step or of the text.
    func calculation(behind answer: String) -> RootOperation? {
        guard let typed = Rational(firstIn: answer) else { return nil }
        let asked = RootOperation(ofExpression: expression)
        let last = steps.last.map { $0.expression.split(separator: " ").map(String.init) } ?? []
        let operands = last.compactMap { Rational(parsing: $0) }
        var pairs = operands.count == 2 ? [(operands[0], operands[1])] : []
        let values = givens.prefix(6).compactMap { Rational(parsing: $0.value) }
        for first in values.indices {
            for second in values.indices where second > first {
                pairs.append((values[first], values[second]))
            }
        }
        for (first, second) in pairs {
            for operation in Confusion.operations where operation != asked {
                if operation.results(first, second).contains(typed) { return operation }
            }
        }
        return nil
    }
}

extension RootOperation {
    /// What the calculation gives with two numbers, in either order.
    func results(_ first: Rational, _ second: Rational) -> [Rational] {
        switch self {
        case .addition: [first + second]
        case .subtraction: [first - second, second - first]
        case .multiplication: [first * second]
        case .division:
            [
                second.reciprocal.map { first * $0 }, first.reciprocal.map { second * $0 },
            ].compactMap(\.self)
        case .other: []
        }
    }
}

extension Rational {
    /// The first number that stands in a text such as `57 pencils` or `$1,200`.
    init?(firstIn text: String) {
        let start = text.drop { !($0.isASCII && $0.isNumber) }
        let digits = start.prefix { $0.isASCII && ($0.isNumber || ".,/".contains($0)) }
        let plain = digits.filter { $0 != "," }.prefix(40)
        self.init(parsing: plain.last == "." ? plain.dropLast() : plain)
    }
}
