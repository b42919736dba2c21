import LearnerModel
import Mathematics

/// An attempt as one line of JSON, without loss.
enum AttemptLine {
    /// The line of an attempt, keys in the order of the contract.
    static func text(of attempt: Attempt) -> String {
        var line = JSONText()
        line.add("id", attempt.id)
        line.add("time", Timestamp(attempt.time).iso8601)
        line.add("learner", attempt.learner)
        line.add("skill", attempt.skill)
        line.add("template", attempt.template)
        line.add("level", attempt.level)
        line.add("seed", attempt.seed)
        line.add("language", attempt.language.rawValue)
        line.add("text", attempt.text)
        line.add("expected", attempt.expected)
        line.add("spec", attempt.specification)
        line.add("input", attempt.input)
        if let explanation = attempt.explanation { line.add("explanation", explanation) }
        line.add("verdict", attempt.verdict.rawValue)
        line.add("reason", attempt.reason)
        line.add("counted", attempt.counted)
        line.add("misconception", attempt.misconception)
        line.add("hints", attempt.hints)
        line.add("milliseconds", attempt.milliseconds)
        line.add("model", attempt.model)
        line.add("outcome", attempt.outcome.rawValue)
        line.add("try", attempt.tryNumber)
        line.add("purpose", attempt.purpose.rawValue)
        line.add("utcOffset", attempt.utcOffset)
        return line.object
    }
}
