internal import Mathematics

/// What a calculation gives.
enum ResultKind: Hashable, Sendable {
    case number
    /// A time of day, in minutes since midnight.
    case clock
    /// A length of time in minutes: the difference of two times of day.
    case minutes
}

extension Formula {
    /// What the formula gives where some variables are times of day; nil where it makes no sense.
    func kind(_ clocks: Set<Int>) -> ResultKind? {
        switch self {
        case .number: return .number
        case .variable(let index): return clocks.contains(index) ? .clock : .number
        case .negation(let inner), .not(let inner):
            return inner.kind(clocks) == .clock ? nil : inner.kind(clocks)
        case .call(_, let arguments):
            return arguments.allSatisfy { $0.kind(clocks) == .number } ? .number : nil
        case .binary(let operation, let left, let right):
            guard let first = left.kind(clocks), let second = right.kind(clocks) else { return nil }
            return Formula.kind(operation, first, second, right)
        }
    }

    private static func kind(
        _ operation: Operation, _ first: ResultKind, _ second: ResultKind, _ right: Formula
    ) -> ResultKind? {
        switch (operation, first, second) {
        case (_, .number, .number): .number
        case (.add, .clock, .clock): nil
        case (.add, .clock, _), (.add, _, .clock), (.subtract, .clock, .number),
            (.subtract, .clock, .minutes):
            .clock
        case (.subtract, .clock, .clock), (.add, _, _): .minutes
        case (.subtract, _, .clock): nil
        case (.subtract, _, _): .minutes
        case (_, .clock, _), (_, _, .clock): nil
        case (.multiply, _, _): .minutes
        case (.divide, .minutes, .number): right == .number(ExactNumber(60)) ? .number : .minutes
        default: .number
        }
    }

    /// The formula with hours that are added to a time of day or taken from it counted in minutes.
    ///
    /// Hour values are the hours that do not vary and so are numbers of the formula.
    func countingMinutes(
        clocks: Set<Int>, hours: Set<Int>, hourValues: [ExactNumber]
    ) -> Formula {
        guard case .binary(let operation, let left, let right) = self else { return self }
        let (first, second) = (
            left.countingMinutes(clocks: clocks, hours: hours, hourValues: hourValues),
            right.countingMinutes(clocks: clocks, hours: hours, hourValues: hourValues)
        )
        func minutes(_ formula: Formula) -> Formula {
            let isHours =
                if case .number(let value) = formula {
                    hourValues.contains(value)
                } else {
                    formula.soleVariable.map(hours.contains) ?? false
                }
            guard isHours else { return formula }
            return .binary(.multiply, formula, .number(ExactNumber(60)))
        }
        let isTime = (first.kind(clocks) == .clock, second.kind(clocks) == .clock)
        guard operation == .add || operation == .subtract, isTime.0 != isTime.1 else {
            return .binary(operation, first, second)
        }
        return .binary(
            operation, isTime.0 ? first : minutes(first), isTime.1 ? second : minutes(second))
    }
}
