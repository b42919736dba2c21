internal import Mathematics

/// Whether the key of a problem works as a learner would meet it.
enum KeyCheck {
    private typealias Defect = InstanceCheck.Defect

    /// The key passes its own checker and the mistakes do not.
    static func defects(of problem: Problem) -> [InstanceCheck.Defect] {
        do {
            let key = try problem.answerKey()
            let language = problem.language
            var defects: [Defect] = []
            let own = AnswerChecker.check(problem.answer.text, against: key, language: language)
            if own.verdictClass != .correct {
                defects.append(
                    Defect(
                        message: "“\(problem.answer.text)” is not correct by its own key.",
                        fix: "Change the kind or the “spec” of the answer.", kind: "own key"))
            }
            for wrong in problem.wrong {
                let verdict = AnswerChecker.check(wrong.text, against: key, language: language)
                guard verdict.verdictClass != .wrong || verdict.misconception != wrong.code else {
                    continue
                }
                defects.append(
                    Defect(
                        message: "The mistake \(wrong.code) “\(wrong.text)” is not recognized.",
                        fix: "Give a formula whose value can be typed.",
                        kind: "mistake \(wrong.code)"))
            }
            return defects
        } catch {
            return [
                Defect(
                    message: "The key cannot be read: \(error).",
                    fix: "Change the kind or the “spec” of the answer.")
            ]
        }
    }
}
