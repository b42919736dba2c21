extension ExpressionParser {
    /// Juxtaposition multiplies before letters, brackets and roots, never before digits.
    mutating func implicitFactor(
        after left: Expression, hadSpace: Bool
    ) throws(ReadingFault) -> Expression? {
        guard let next = scanner.next else { return nil }
        let start = scanner.position
        if next.isASCIIDigit || next == "." {
            if options.allowsVariables || hadSpace && isFraction(left) {
                throw .notUnderstood(.twoNumbers, at: start)
            }
            return nil
        }
        let begins =
            next == "(" || next == "√" || next == "π" || next == "∛"
            || options.allowsVariables && (next.isLatinLetter || next.isGreekLetter)
            || !options.allowsVariables && beginsConstant()
        guard begins else { return nil }
        if options.allowsVariables, isMixed(left) {
            throw .notUnderstood(.ambiguousMixed, at: start)
        }
        if options.allowsWords, next == "(", beginsWordInBrackets() { return nil }
        guard let right = try factor(), !isGloss(right, of: left, hadSpace: hadSpace) else {
            scanner.position = start
            return nil
        }
        return right
    }

    /// Whether Korean words in brackets explain the number before them.
    private func beginsWordInBrackets() -> Bool {
        guard let first = scanner.peek(1) else { return false }
        return first.isHangul && first != "루" && first != "파"
    }

    /// Whether brackets repeat the number in words or in another form: `7 (seven)`, `1/2 (0.5)`.
    private func isGloss(_ right: Expression, of left: Expression, hadSpace: Bool) -> Bool {
        guard options.allowsWords, case .group(let inner) = right, left.isSingleNumber,
            inner.isSingleNumber
        else { return false }
        if left.asLiteral?.isWords == true || inner.asLiteral?.isWords == true { return true }
        // A number without a value is no repetition, and its fault is told when it is worked out.
        // "3(3)" is nine; "3/4(0.75)" says one number in two ways.
        let isOtherForm = AnswerForm(inner).shape != AnswerForm(left).shape
        return (hadSpace || isOtherForm) && (try? inner.value()) == (try? left.value())
    }

    private func beginsConstant() -> Bool {
        if scanner.next == "루" { return scanner.peek(1) == "트" }
        if scanner.next == "파" { return scanner.peek(1) == "이" }
        guard let word = scanner.latinWord() else { return false }
        return ["pi", "sqrt", "root", "cbrt"].contains(word.text) || word.text.hasPrefix("sqrt")
    }

    private func isFraction(_ expression: Expression) -> Bool {
        if case .quotient = expression { return true }
        return false
    }

    private func isMixed(_ expression: Expression) -> Bool {
        if case .mixed = expression { return true }
        return false
    }
}
