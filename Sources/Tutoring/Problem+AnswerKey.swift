public import Mathematics
public import Problems

extension Problem {
    /// Returns the key that answers to this problem are checked by, with its known mistakes and the
    /// values on the way.
    public func answerKey() throws(AnswerKeyError) -> AnswerKey {
        // A problem file's specification is read when the bank is checked; one that cannot be read
        // here is the default.
        let specification = (try? AnswerSpecification(parsing: answer.specification)) ?? .init()
        return try AnswerKey(
            expected: answer.text, unit: answer.unit, specification: specification,
            listedMistakes: wrong.map { .init(code: $0.code, value: $0.value) },
            intermediateValues: steps.dropLast().map { step in
                .init(value: step.value, meaning: "\(step.printedExpression) = \(step.value)")
            })
    }

    /// Checks what a learner typed; the language of the message is that of the problem.
    ///
    /// - Throws: The reason where the right answer itself cannot be read.
    public func check(_ input: String) throws(AnswerKeyError) -> Verdict {
        AnswerChecker.check(input, against: try answerKey(), language: language)
    }
}

extension Problem.Step {
    /// The calculation as it is printed for learners, `12 × 4`.
    public var printedExpression: String {
        expression.replacing("*", with: "×").replacing("/", with: "÷")
    }
}
