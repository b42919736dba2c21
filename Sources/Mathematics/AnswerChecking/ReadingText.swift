extension QuantityReading {
    /// How the answer was read, such as `3/4`, `$4.50` or `2 h 30 min`; what a spelling means
    /// follows from the `unit` of the expected answer.
    func text(beside unit: MeasurementUnit? = nil) -> String {
        var words = ""
        for (index, part) in parts.enumerated() {
            var number = part.expression.readingText
            // The minus of the first part stands before all of them.
            if index > 0, case .negated(let inner) = part.expression { number = inner.readingText }
            // "2 h" and half of that unit are "2 1/2 h".
            let next = index + 1 < parts.count ? parts[index + 1].unit : nil
            if let own = part.unit, own == next {
                words += number + " "
                continue
            }
            words += part.unit.map { $0.attached(to: number, beside: unit) } ?? number
            if index + 1 < parts.count { words += " " }
        }
        if !noun.isEmpty { words += " " + noun }
        return words
    }

    /// The sum of the parts in `unit`.
    func total(in unit: MeasurementUnit?) -> String? {
        guard let unit else { return nil }
        var sum: ExactNumber = 0
        for part in parts {
            let candidates = part.unit?.candidates ?? []
            // The reading has been evaluated before; what cannot be worked out is not shown.
            guard let candidate = candidates.first(where: { $0.dimension == unit.dimension }),
                let value = (try? part.expression.value())?.multiplied(by: candidate.size)
            else { return nil }
            sum = sum + value
        }
        return sum.divided(by: unit.size).map { "\($0) \(unit.symbol)" }
    }
}

extension UnitReading {
    fileprivate func attached(to number: String, beside unit: MeasurementUnit?) -> String {
        let fitting = candidates.first { $0.dimension == unit?.dimension } ?? candidates.first
        let symbol = unit == nil ? text : fitting?.symbol ?? text
        if ["$", "€", "£", "₩", "¥", "₹"].contains(symbol) { return symbol + number }
        return number + (symbol == "°" ? "" : " ") + (symbol.isEmpty ? text : symbol)
    }
}

extension ClockReading {
    var text: String {
        guard let seconds else { return "" }
        let clock = ExactValue.clock(seconds: seconds).description
        guard isOpen else { return clock }
        return (clock.hasPrefix("0") ? String(clock.dropFirst()) : clock) + " (am/pm?)"
    }
}

extension Expression {
    /// The expression as it was read.
    var readingText: String {
        switch self {
        case .literal(let literal): return literal.text
        case .scientific(let mantissa, let exponent): return "\(mantissa.text) × 10^\(exponent)"
        case .mixed(let whole, let top, let bottom): return "\(whole) \(top)/\(bottom)"
        case .pi: return "π"
        case .variable(let name): return name
        case .plus(let inner): return inner.readingText
        case .negated(let inner): return "-" + inner.readingText
        case .group(let inner): return "(" + inner.readingText + ")"
        case .sum(let left, let right): return left.readingText + " + " + right.readingText
        case .difference(let left, let right): return left.readingText + " - " + right.readingText
        case .product(let left, let right, let isWritten):
            let needsBrackets = if case .quotient = left { !isWritten } else { false }
            let first = needsBrackets ? "(\(left.readingText))" : left.readingText
            return first + (isWritten ? " × " : "") + right.readingText
        case .quotient(let left, let right, let division):
            let sign = division == .fraction ? "/" : " ÷ "
            return left.readingText + sign + right.readingText
        case .power(let base, let exponent): return base.readingText + "^" + exponent.readingText
        case .root(let degree, let inner):
            return (degree == 2 ? "√" : "∛") + inner.readingText
        case .percent(let inner): return inner.readingText + "%"
        case .absolute(let inner): return "|" + inner.readingText + "|"
        case .function(let name, let inner): return name + "(" + inner.readingText + ")"
        }
    }
}

extension NumberLiteral {
    fileprivate var text: String {
        if isRepeating { return value.description }
        return decimals > 0 ? value.decimalText(places: decimals) : value.description
    }
}
