extension Formula {
    /// The formula with its numbers written in, such as `12 + 5 * 4`.
    ///
    /// Whole-number division is written `floor(47 / 6)`, the remainder `47 mod 6`.
    func printed(_ values: [ExactNumber], forms: NumberForms = .decimals) -> String {
        FormulaPrinter(values: values, forms: forms).print(self).text
    }
}

/// Writes formulas with their numbers and no bracket too many.
struct FormulaPrinter {
    let values: [ExactNumber]
    let forms: NumberForms
    /// What is written in another way than in a program, with its precedence.
    var special: ((Formula, FormulaPrinter) -> (text: String, precedence: Int)?)?

    init(values: [ExactNumber], forms: NumberForms) {
        self.values = values
        self.forms = forms
    }

    /// The text and how tightly its outermost operation binds.
    func print(_ formula: Formula) -> (text: String, precedence: Int) {
        if let written = special?(formula, self) { return written }
        switch formula {
        case .number(let number): return literal(number, nil)
        case .variable(let index): return literal(values[index], index)
        case .negation(let inner): return ("-" + enclosed(inner, in: 6), 6)
        case .not(let inner): return ("not " + enclosed(inner, in: 6), 6)
        case .call(let function, let arguments):
            let list = arguments.map { print($0).text }.joined(separator: ", ")
            return ("\(function.rawValue)(\(list))", 9)
        case .binary(.wholeQuotient, let left, let right):
            return ("floor(\(print(.binary(.divide, left, right)).text))", 9)
        case .binary(let operation, let left, let right):
            let level = operation.precedence
            let rightLevel = operation == .add || operation == .multiply ? level : level + 1
            let leftLevel = operation == .power ? level + 1 : level
            let text =
                enclosed(left, in: leftLevel) + " \(operation.rawValue) "
                + enclosed(right, in: rightLevel)
            return (text, level)
        }
    }

    /// The text in brackets where it binds less tightly than `level`.
    func enclosed(_ formula: Formula, in level: Int) -> String {
        let (text, precedence) = print(formula)
        return precedence < level ? "(\(text))" : text
    }

    func literal(_ number: ExactNumber, _ variable: Int?) -> (text: String, precedence: Int) {
        let text = forms.text(number, variable: variable)
        return (text, number.isNegative ? 3 : text.contains("/") ? 5 : 9)
    }
}
