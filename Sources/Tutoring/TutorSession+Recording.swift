import LearnerModel
import LearnerStore
import Mathematics
import ProblemEncoding
import Problems

extension TutorSession {
    /// The longest time that one problem is taken to need, in milliseconds: longer means away.
    private static let longestTime = 30 * 60 * 1000

    /// Checks an answer, stores the attempt durably, and only then tells what came of it.
    func record(
        _ submission: PracticeEffect.Submission, utcOffset: Int
    ) throws(TutoringError) -> Feedback {
        let posed = submission.posed
        let verdict = try self.verdict(on: submission)
        let attempt = attempt(submission, verdict, utcOffset: utcOffset)
        let mayTryAgain =
            submission.outcome == .answered && verdict.counted
            && verdict.verdictClass != .correct && posed.tryNumber == 1
        let isOver = !mayTryAgain && (verdict.counted || submission.outcome != .answered)
        try stored { () throws(LearnerStoreError) in
            try store.record(
                attempt, screen: isOver ? .cleared : .replaced(note(posed, isRetry: mayTryAgain)))
        }
        return Feedback(
            attempt: attempt, verdict: verdict, mayTryAgain: mayTryAgain, isAnswerShown: isOver,
            change: learn(from: attempt),
            readings: isOver ? reader.read(posed.problem.text) : [])
    }

    private func note(_ posed: PosedProblem, isRetry: Bool) -> ProblemOnScreen {
        var after = posed
        if isRetry { after.tryNumber += 1 }
        return note(after)
    }

    private func verdict(
        on submission: PracticeEffect.Submission
    ) throws(TutoringError) -> Verdict {
        guard submission.outcome == .answered else { return Verdict(.empty, counted: false) }
        do {
            return try submission.posed.problem.check(submission.input)
        } catch {
            throw .unreadableKey(problem: submission.posed.problem.id, error)
        }
    }

    private func attempt(
        _ submission: PracticeEffect.Submission, _ verdict: Verdict, utcOffset: Int
    ) -> Attempt {
        let posed = submission.posed
        let problem = posed.problem
        let elapsed = max(0, submission.time - posed.shownAt)
        return Attempt(
            id: nextAttemptID(at: submission.time), time: submission.time, utcOffset: utcOffset,
            learner: learner, skill: problem.skill, template: problem.template,
            level: problem.level, seed: problem.seed, language: problem.language,
            text: problem.text, expected: problem.answer.text,
            specification: problem.answer.specification, input: submission.input,
            explanation: submission.explanation, outcome: submission.outcome,
            verdict: verdict.verdictClass, reason: verdict.reason, counted: verdict.counted,
            misconception: verdict.misconception, hints: posed.hintsShown,
            tryNumber: posed.tryNumber,
            milliseconds: min(Int(clamping: elapsed), Self.longestTime), model: reader.model,
            purpose: posed.purpose)
    }

    /// The longest explanation that is kept, in characters.
    private static let longestExplanation = 2_000

    /// Grades the learner's words about a stored attempt and keeps them under its name: the attempt
    /// itself never changes.
    func think(
        _ words: String, about attempt: Attempt, of problem: Problem, now: Moment
    ) throws(TutoringError) -> ThinkingGrader.Thinking {
        let words = String(words.prefix(Self.longestExplanation))
        let verdict = Verdict(
            attempt.verdict, counted: attempt.counted, misconception: attempt.misconception)
        let thinking = reader.think(
            words,
            ExplanationContext(
                problem: problem.text, expected: problem.answer.text, answer: attempt.input,
                verdict: verdict))
        let label = Label(
            id: "\(attempt.id):explanation:\(now.milliseconds)", time: now.milliseconds,
            learner: learner, task: "explanation", text: words, label: attempt.id,
            source: "learner")
        try stored { () throws(LearnerStoreError) in try store.add(label) }
        return thinking
    }

    /// Keeps what the learner says about the tutor for the next training.
    func keep(
        _ label: PracticeEffect.Label, on attempt: Attempt, now: Moment
    ) throws(TutoringError) {
        let (task, value) =
            switch label {
            case .disputed(let isDisputed): ("dispute", isDisputed ? "looks wrong" : "withdrawn")
            case .readingIsRight(let isRight): ("reading", isRight ? "right" : "wrong")
            case .thoughtIsRight(let isRight): ("thought", isRight ? "right" : "wrong")
            }
        let label = Label(
            id: "\(attempt.id):\(task):\(value)", time: now.milliseconds, learner: learner,
            task: task, text: attempt.text, label: value, source: "learner")
        try stored { () throws(LearnerStoreError) in try store.add(label) }
    }
}
