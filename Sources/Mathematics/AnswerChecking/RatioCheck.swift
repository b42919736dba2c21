/// Compares a ratio with the expected one.
struct RatioCheck {
    let key: AnswerKey
    let target: [ExactNumber]

    /// What is to be said of a ratio, and the code of the mistake where one is listed.
    func result(
        _ terms: [Expression], _ values: [ExactNumber]
    ) -> (finding: Finding, misconception: String?) {
        let finding = finding(terms, values)
        guard case .wrong = finding else { return (finding, nil) }
        let listed = key.mistakes.first { mistake in
            if case .ratio(let other) = mistake.target {
                isProportional(values, other)
            } else {
                false
            }
        }
        return listed.map { (.wrong(.listed), $0.code) } ?? (finding, nil)
    }

    private func finding(_ terms: [Expression], _ values: [ExactNumber]) -> Finding {
        guard values.count == target.count else {
            return .wrong(values.count < target.count ? .partial : nil)
        }
        guard isProportional(values, target) else {
            guard isReordering(values) else { return .wrong(nil) }
            return key.specification.isOrdered == false ? .correct : .wrong(.order)
        }
        let areWhole = values.allSatisfy { $0.rational?.isInteger ?? false }
        guard areWhole else { return .form(.simplify) }
        if terms.contains(where: { AnswerForm($0).shape == .operations }) {
            return .form(.unevaluated)
        }
        guard key.specification.requiresSimplest else { return .correct }
        return isInLowestTerms(values) ? .correct : .form(.simplify)
    }

    private func isProportional(_ first: [ExactNumber], _ second: [ExactNumber]) -> Bool {
        guard first.count == second.count, let pivot = second.firstIndex(where: { !$0.isZero })
        else { return false }
        guard !first[pivot].isZero else { return false }
        return zip(first, second).allSatisfy { a, b in
            a.multiplied(by: second[pivot]) == b.multiplied(by: first[pivot])
        }
    }

    private func isReordering(_ values: [ExactNumber]) -> Bool {
        let key = { (numbers: [ExactNumber]) -> [ExactNumber] in
            numbers.sorted { ($1 - $0).signum > 0 }
        }
        return isProportional(key(values), key(target))
    }

    private func isInLowestTerms(_ values: [ExactNumber]) -> Bool {
        let whole = values.compactMap(\.rational?.integer)
        var divisor = 0
        for value in whole {
            var (a, b) = (divisor, Int(value.magnitude))
            while b != 0 { (a, b) = (b, a % b) }
            divisor = a
        }
        return divisor == 1
    }
}
