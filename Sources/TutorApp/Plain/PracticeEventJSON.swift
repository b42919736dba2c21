import LearnerModel
import Mathematics
import ProblemEncoding
import Problems
import Tutoring

/// What happens in a session of lines as JSON Lines, for programs that practice.
enum PracticeEventJSON {
    static func problem(_ posed: PosedProblem, number: Int, of count: Int?) -> String {
        event(
            "problem",
            [
                ("number", "\(number)"), ("count", count.map(String.init) ?? "null"),
                ("try", "\(posed.tryNumber)"), ("resumed", "\(posed.isResumed)"),
                ("purpose", JSONLine.quoted(posed.purpose.rawValue)),
                ("reason", JSONLine.quoted(posed.reason)),
                ("example", posed.example.map { ProblemJSON.text($0) } ?? "null"),
                ("problem", ProblemJSON.text(posed.problem)),
            ])
    }

    /// The verdict on a stored attempt, with the keys that `check` prints.
    static func result(_ feedback: Feedback, of problem: Problem) -> String {
        let (attempt, verdict) = (feedback.attempt, feedback.verdict)
        var pairs = [
            ("attempt", JSONLine.quoted(attempt.id)),
            ("outcome", JSONLine.quoted(attempt.outcome.rawValue)),
            ("input", JSONLine.quoted(attempt.input)),
            ("verdict", JSONLine.quoted(verdict.verdictClass.rawValue)),
            ("reason", optional(verdict.reason)), ("counted", "\(verdict.counted)"),
            ("reading", JSONLine.quoted(verdict.reading)),
            ("message", JSONLine.quoted(verdict.message)),
            ("misconception", optional(verdict.misconception)),
            ("try", "\(attempt.tryNumber)"), ("hints", "\(attempt.hints)"),
            ("mayTryAgain", "\(feedback.mayTryAgain)"),
        ]
        if feedback.isAnswerShown {
            pairs.append(("answer", JSONLine.quoted(problem.answer.text)))
        }
        return event("result", pairs)
    }

    static func hint(_ posed: PosedProblem) -> String {
        event(
            "hint",
            [
                ("hint", "\(posed.hintsShown)"), ("of", "\(posed.problem.hints.count)"),
                ("text", JSONLine.quoted(posed.visibleHints.last ?? "")),
            ])
    }

    /// What the learner's words about the last answer look like.
    static func thinking(_ thinking: ThinkingGrader.Thinking, _ feedback: String) -> String {
        event(
            "thinking",
            [
                ("grade", JSONLine.quoted(thinking.grade.rawValue)),
                ("misconception", optional(thinking.misconception)),
                ("abstained", "\(thinking.abstained)"), ("feedback", JSONLine.quoted(feedback)),
            ])
    }

    static func answer(of problem: Problem) -> String {
        event("answer", [("answer", JSONLine.quoted(problem.answer.text))])
    }

    static func message(_ text: String) -> String {
        event("message", [("text", JSONLine.quoted(text))])
    }

    static func summary(_ summary: SessionSummary) -> String {
        event(
            "done",
            [
                ("problems", "\(summary.results.count)"),
                ("right", "\(summary.count(of: .rightAtOnce))"),
                ("withHelp", "\(summary.count(of: .rightWithHelp))"),
                ("notYet", "\(summary.count(of: .notYet))"),
                ("skipped", "\(summary.count(of: .skipped))"),
            ])
    }

    private static func event(_ name: String, _ pairs: [(String, String)]) -> String {
        ProblemJSON.object(
            [(key: "event", json: JSONLine.quoted(name))]
                + pairs.map { (key: $0.0, json: $0.1) })
    }

    private static func optional(_ text: String?) -> String {
        text.map(JSONLine.quoted) ?? "null"
    }
}
