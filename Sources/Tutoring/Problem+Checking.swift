public import Mathematics
public import Problems

extension Problem {
    /// Checks what a learner typed; the language of the message is that of the problem.
    ///
    /// - Throws: The reason where the right answer itself cannot be read.
    public func check(_ input: String) throws(KeyError) -> Verdict {
        AnswerChecker.check(input, against: try answerKey(), language: language)
    }
}

extension Problem.Step {
    /// The calculation as it is printed for learners, `12 × 4`.
    public var printedExpression: String {
        expression.replacing("*", with: "×").replacing("/", with: "÷")
    }
}
