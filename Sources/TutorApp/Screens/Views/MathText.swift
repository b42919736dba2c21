import Problems

/// Calculations as people read them.
enum MathText {
    /// Returns a calculation with the signs of school books instead of those of programs.
    static func shown(_ expression: String) -> String {
        var result = ""
        for character in expression {
            switch character {
            case "*": result.append("×")
            case "-": result.append("−")
            default: result.append(character)
            }
        }
        return result.replacing(" / ", with: " ÷ ")
    }
}

extension Problem.Answer {
    /// The unit as a learner writes it: the sign of a currency in place of its code.
    var shownUnit: String? {
        switch unit {
        case "USD": "$"
        case "KRW": "원"
        default: unit
        }
    }
}
