internal import Mathematics
internal import Problems
internal import ProblemEncoding

/// What the slots of an explanation's template stand for in one problem with one answer.
struct ExplanationSlots {
    let problem: Problem
    /// What the learner answered.
    let answer: String
    private let numbers: [String]
    private let right: Calculation?
    private let wrong: Calculation?

    /// Two numbers and what is done with them.
    private struct Calculation {
        let left: String
        let right: String
        let sign: String
        let result: String
    }

    init(_ problem: Problem, answer: String) {
        self.problem = problem
        self.answer = answer
        let given = problem.givens.map(\.value).filter { Rational(parsing: $0) != nil }
        let all = given + problem.steps.map(\.value).filter { Rational(parsing: $0) != nil }
        numbers = given.isEmpty ? ["2", "3"] : given
        let sign = Self.signs[RootOperation(ofExpression: problem.expression)]
        right = Self.calculation(
            all, leadingTo: problem.answer.value, signs: sign.map { [$0] } ?? [])
        wrong = Self.calculation(given, leadingTo: answer, signs: ["+", "-", "*", "/"])
    }

    /// The name of the operation of the right calculation on two known numbers, or nil.
    var operation: String? {
        right.flatMap { found in Self.signs.first { $0.value == found.sign }?.key.rawValue }
    }

    private static let signs: [RootOperation: String] = [
        .addition: "+", .subtraction: "-", .multiplication: "*", .division: "/",
    ]

    private static func calculation(
        _ numbers: [String], leadingTo result: String, signs: [String]
    ) -> Calculation? {
        guard let goal = Rational(parsing: result) else { return nil }
        for sign in signs {
            for (first, left) in numbers.enumerated() {
                for (second, right) in numbers.enumerated() where first != second {
                    guard let one = Rational(parsing: left), let two = Rational(parsing: right),
                        value(one, sign, two) == goal
                    else { continue }
                    return Calculation(left: left, right: right, sign: sign, result: result)
                }
            }
        }
        return nil
    }

    private static func value(_ one: Rational, _ sign: String, _ two: Rational) -> Rational? {
        switch sign {
        case "+": one + two
        case "-": one - two
        case "*": one * two
        default: two.isZero ? nil : one / two
        }
    }

    /// Returns the text of a template with everything filled in.
    func filled(
        _ template: String, for kind: ExplanationTemplates.Kind,
        using generator: inout some RandomNumberGenerator
    ) -> String {
        var text = WordingChoices.choose(in: template, using: &generator)
        let calculation: Calculation? = if case .correct = kind { right } else { wrong }
        let others = numbers.shuffled(using: &generator)
        let values = [
            "a": calculation?.left ?? others[0],
            "b": calculation?.right ?? others[min(1, others.count - 1)],
            "c": others[others.count - 1], "k": problem.answer.text, "w": answer,
            "r": "\(Int.random(in: 2...12, using: &generator))",
        ]
        let signs = Signs(isKorean: problem.language == .korean, using: &generator)
        text = text.replacing("{s}", with: written(right, to: problem.answer.text, signs))
        text = text.replacing("{m}", with: written(wrong, to: answer, signs))
        text = text.replacing("{t}", with: steps(signs, using: &generator))
        for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
        return text
    }

    /// How one learner writes calculations.
    private struct Signs {
        let times: String
        let divided: String
        let equals: String
        let isTight: Bool

        init(isKorean: Bool, using generator: inout some RandomNumberGenerator) {
            times =
                (isKorean ? ["×", "x", "곱하기", "*"] : ["x", "×", "times", "*"])
                .randomElement(using: &generator) ?? "x"
            divided =
                (isKorean ? ["÷", "/", "나누기"] : ["÷", "/", "divided by"])
                .randomElement(using: &generator) ?? "÷"
            equals =
                (isKorean ? ["=", "=", "은"] : ["=", "=", "is", "equals"])
                .randomElement(using: &generator) ?? "="
            isTight = Bool.random(using: &generator)
        }

        func applied(_ expression: String) -> String {
            var text = expression.replacing(" * ", with: " \(times) ")
                .replacing(" / ", with: " \(divided) ")
            if isTight, times.count == 1, divided.count == 1, equals == "=" {
                text = text.replacing(" ", with: "")
            }
            return text
        }
    }

    private func written(_ found: Calculation?, to result: String, _ signs: Signs) -> String {
        guard let found else {
            guard let last = problem.steps.last, result == problem.answer.text else {
                return "\(numbers[0]) \(signs.equals) \(result)"
            }
            return signs.applied("\(last.expression) \(signs.equals) \(last.value)")
        }
        return signs.applied("\(found.left) \(found.sign) \(found.right) \(signs.equals) \(result)")
    }

    private func steps(
        _ signs: Signs, using generator: inout some RandomNumberGenerator
    ) -> String {
        let joint =
            (problem.language == .korean
            ? [", ", " 그리고 ", " 그다음 "] : [" and ", " then ", ", ", " so ", " and then "])
            .randomElement(using: &generator) ?? ", "
        return problem.steps.suffix(4)
            .map { signs.applied("\($0.expression) \(signs.equals) \($0.value)") }
            .joined(separator: joint)
    }
}

/// How children spell: letters dropped, doubled and exchanged, apostrophes and commas left out.
enum ChildSpelling {
    static func spelled(
        _ text: String, using generator: inout some RandomNumberGenerator
    ) -> String {
        let style = Int.random(in: 0..<10, using: &generator)
        var text = style < 7 ? text.lowercased() : text
        if style.isMultiple(of: 2) { text = text.replacing("'", with: "").replacing(",", with: "") }
        guard style < 4 else { return text }
        var letters = Array(text)
        var position = 1
        while position + 1 < letters.count {
            let isLetter = letters[position].isLetter && letters[position + 1].isLetter
            if isLetter, Int.random(in: 0..<60, using: &generator) == 0 {
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: letters.remove(at: position)
                case 1: letters.insert(letters[position], at: position)
                default: letters.swapAt(position, position + 1)
                }
            }
            position += 1
        }
        return String(letters)
    }
}
