/// A number with what stands around it: `$4.50`, `2 h 30 min`, `12 apples`.
struct QuantityReading: Hashable, Sendable {
    struct Part: Hashable, Sendable {
        var expression: Expression
        var unit: UnitReading?
    }

    var parts: [Part]
    /// What is counted, where it is no unit.
    var noun = ""
    /// The letter before "=", where one was written.
    var label: String?
    /// Whether it follows a calculation that comes to something else: `3*4 = 13`.
    var hasFalseWorking = false

    var isCompound: Bool { parts.count > 1 }
    var hasUnit: Bool { parts.contains { $0.unit != nil } }
}

/// A time of day as it was written.
struct ClockReading: Hashable, Sendable {
    enum Half: Hashable, Sendable { case morning, afternoon }

    var hour: Int
    var minute = 0
    var second = 0
    var half: Half?
    /// Whether the hours were written as those of the whole day: `05:30`.
    var isWholeDay = false

    /// Whether either half of the day may be meant.
    var isOpen: Bool { half == nil && !isWholeDay && (1...12).contains(hour) }

    /// Seconds after midnight, or nil where the hour and the half do not go together.
    var seconds: Int? {
        guard hour <= 24, minute < 60, second < 60, hour < 24 || minute + second == 0 else {
            return nil
        }
        var hours = hour % 24
        if half == .afternoon, hour < 12 { hours += 12 }
        if half == .morning, hour == 12 { hours = 0 }
        if half == .morning, hour > 12 { return nil }
        return hours * 3600 + minute * 60 + second
    }
}

/// One side of an inequality chain and how it stands to the next.
enum Relation: Hashable, Sendable {
    case equal, less, lessOrEqual, greater, greaterOrEqual, notEqual

    var flipped: Relation {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .equal, .notEqual: self
        }
    }
}

/// Sides with relations between them: `y = 2x + 1`, `2 < x <= 5`.
struct RelationChain: Hashable, Sendable {
    var sides: [Expression]
    var relations: [Relation]
}

/// An answer as it was read.
enum AnswerReading: Hashable, Sendable {
    case quantity(QuantityReading)
    case clock(ClockReading)
    case ratio([Expression])
    case remainder(Expression, Expression)
    case list([QuantityReading])
    case expression(Expression)
    /// Alternatives of which one must hold, each of chains that hold together.
    case relations([[RelationChain]])
}

/// What a reader needs to know of the question.
struct ReadingContext: Sendable {
    var locale: NumberLocale
    /// The name of the unknown, where the question has one.
    var variable: String?
    /// What is counted in the expected answer.
    var noun = ""
    /// The number of items that are expected in a list.
    var itemCount: Int?
}
