extension Formula {
    /// The formula with its numbers written in, such as `12 + 5 * 4`.
    ///
    /// Whole-number division is written `floor(47 / 6)`, the remainder `47 mod 6`.
    func printed(_ values: [ExactNumber]) -> String {
        print(values).text
    }

    private func print(_ values: [ExactNumber]) -> (text: String, precedence: Int) {
        switch self {
        case .number(let number): return Self.literal(number)
        case .variable(let index): return Self.literal(values[index])
        case .negation(let inner): return ("-" + inner.enclosed(values, in: 6), 6)
        case .not(let inner): return ("not " + inner.enclosed(values, in: 6), 6)
        case .call(let function, let arguments):
            let list = arguments.map { $0.printed(values) }.joined(separator: ", ")
            return ("\(function.rawValue)(\(list))", 9)
        case .binary(.wholeQuotient, let left, let right):
            return ("floor(\(Formula.binary(.divide, left, right).printed(values)))", 9)
        case .binary(let operation, let left, let right):
            let level = operation.precedence
            let rightLevel = operation == .add || operation == .multiply ? level : level + 1
            let leftLevel = operation == .power ? level + 1 : level
            let text =
                left.enclosed(values, in: leftLevel) + " \(operation.rawValue) "
                + right.enclosed(values, in: rightLevel)
            return (text, level)
        }
    }

    private func enclosed(_ values: [ExactNumber], in level: Int) -> String {
        let (text, precedence) = print(values)
        return precedence < level ? "(\(text))" : text
    }

    private static func literal(_ number: ExactNumber) -> (String, Int) {
        let text = number.exactText
        return (text, number.isNegative ? 3 : text.contains("/") ? 5 : 9)
    }
}
