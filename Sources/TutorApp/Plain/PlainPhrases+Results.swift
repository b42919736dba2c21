import LearnerModel
import Mathematics
import Problems
import Tutoring

extension PlainPhrases {
    /// The line that begins `Result:` in every language; its attempt is stored already.
    func result(_ feedback: Feedback, of problem: Problem) -> String {
        "Result: " + verdict(feedback, of: problem)
    }

    private func verdict(_ feedback: Feedback, of problem: Problem) -> String {
        let answer = answerSentence(problem)
        switch feedback.attempt.outcome {
        case .skipped: return pick("skipped, not counted.", "건너뛰었어요. 세지 않아요.")
        case .revealed:
            return pick("answer shown, not counted. ", "답을 보았어요. 세지 않아요. ") + answer
        case .answered: break
        }
        if !feedback.verdict.counted {
            return pick("not counted. ", "세지 않아요. ") + feedback.verdict.message
        }
        if feedback.verdict.verdictClass == .correct { return pick("right. ", "맞았어요. ") + answer }
        let typed = SpokenText.typed(feedback.attempt.input)
        let wrote = pick("You wrote \(typed).", "\(KoreanEnding.quoted(typed)) 썼어요.")
        return pick("not yet. ", "아직이에요. ") + wrote + (feedback.isAnswerShown ? " " + answer : "")
    }

    /// The sentence that says the answer, with its unit.
    func answerSentence(_ problem: Problem) -> String {
        pick(
            "The answer is \(problem.answer.text).",
            "정답: \(problem.answer.text).")
    }

    /// What follows a result: how the answer was read, why it is wrong, and the steps.
    func explanation(_ feedback: Feedback, of problem: Problem) -> [String] {
        var lines: [String] = []
        if feedback.attempt.outcome == .answered {
            let reading = feedback.verdict.reading
            if !reading.isEmpty, reading != feedback.attempt.input.trimmed {
                lines.append(pick("Read as: ", "이렇게 읽었어요: ") + reading)
            }
            if let why = why(feedback.verdict) { lines.append(pick("Why: ", "까닭: ") + why) }
        }
        let isWrong = feedback.verdict.verdictClass != .correct
        if feedback.isAnswerShown, isWrong, feedback.attempt.outcome != .skipped {
            lines += steps(of: problem, typed: feedback.attempt.input)
        }
        return lines
    }

    private func why(_ verdict: Verdict) -> String? {
        guard verdict.counted, verdict.verdictClass != .correct else { return nil }
        if let code = verdict.misconception, let known = Misconception(code: code) {
            return known.sentence(in: language)
        }
        // Without a reason the message says no more than the result does.
        return verdict.reason == nil && verdict.verdictClass == .wrong ? nil : verdict.message
    }

    /// The worked solution, a line for each step.
    func steps(of problem: Problem, typed: String = "") -> [String] {
        zip(problem.steps, problem.remarks(on: typed)).enumerated().map { position, part in
            let (step, remark) = part
            let line =
                pick("Step \(position + 1): ", "풀이 \(position + 1): ") + step.text + " "
                + calculation(step)
            switch remark {
            case .had: return line + pick(" You had this.", " 여기까지는 맞았어요.")
            case .did(let other):
                return line + pick(" You did ", " 이렇게 했어요: ") + readAloud(other)
            case nil: return line
            }
        }
    }

    /// A calculation as it is read aloud, `12 times 4 is 48`, as a sentence.
    private func calculation(_ step: Problem.Step) -> String { readAloud(step.written) }

    private func readAloud(_ written: String) -> String {
        guard language == .english else {
            return spoken(written, [" * ": " × ", " / ": " ÷ "]) + "."
        }
        let words = [
            " * ": " times ", " / ": " divided by ", " + ": " plus ", " - ": " minus ",
            " = ": " is ", " > ": " is more than ", " < ": " is less than ",
            " R ": " remainder ", " ≈ ": " is about ",
        ]
        let sentence = spoken(written, words)
        return sentence.hasSuffix(".") ? sentence : sentence + "."
    }

    private func spoken(_ expression: String, _ words: [String: String]) -> String {
        words.reduce(expression) { $0.replacing($1.key, with: $1.value) }
    }

    /// What the session came to.
    func summary(_ summary: SessionSummary, name: (String) -> String) -> [String] {
        guard !summary.results.isEmpty else {
            return [pick("Done: no problem was finished.", "끝: 마친 문제가 없어요.")]
        }
        let right = summary.count(of: .rightAtOnce)
        let helped = summary.count(of: .rightWithHelp)
        let open = summary.count(of: .notYet)
        let skipped = summary.count(of: .skipped)
        let total = summary.results.count
        return [
            pick(
                "Done: \(total) \(total == 1 ? "problem" : "problems"). Right first time \(right), "
                    + "right with help \(helped), not yet \(open), skipped \(skipped).",
                "끝: \(total)문제. 한 번에 맞음 \(right), 도움받아 맞음 \(helped), "
                    + "아직 \(open), 건너뜀 \(skipped).")
        ]
            + summary.changes.compactMap { change in
                let (before, after) = (percent(change.before), percent(change.after))
                guard before != after else { return nil }
                return pick(
                    "Change: \(name(change.skill)), from \(before) to \(after).",
                    "달라진 것: \(name(change.skill)), \(before)에서 \(after).")
            }
    }

    private func percent(_ chance: Double) -> String { "\(Int((chance * 100).rounded())) %" }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
