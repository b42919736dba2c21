import Mathematics
import ProblemEncoding
import TerminalUI
import Tutoring

extension ScreenDrawing {
    /// Draws the learner's own words about an answer, or what they tell; returns the row below.
    mutating func drawThought(
        _ practice: PracticeState, _ feedback: Feedback, row: Int, until end: Int
    ) -> Int {
        let left = layout.isCompact ? 1 : 2
        let columns = layout.reading - 2 * left
        let first = layout.isCompact ? row : row + 1
        if let thought = practice.thought {
            canvas.write(
                say("Why do you think so?", "왜 그렇게 생각했나요?"), row: first, column: left, .title)
            thought.draw(on: &canvas, row: first + 1, column: left, columns: columns)
            return first + 2
        }
        guard let thinking = feedback.thinking else { return row }
        let text = thoughtSentences(thinking, feedback).joined(separator: "\n")
        let area = Rect(
            row: first, column: left, rows: max(1, end - first), columns: columns)
        var next = canvas.paragraph(text, in: area)
        if !layout.isCompact { next = drawWeights(thinking, row: next + 1, until: end) }
        return next
    }

    private func thoughtSentences(
        _ thinking: ThinkingGrader.Thinking, _ feedback: Feedback
    ) -> [String] {
        let verdict = feedback.verdict.verdictClass
        let hint = thinking.misconception.flatMap(mistakeSentence)
        let sentence = GradeFeedback(catalogue: nil).sentence(
            on: thinking, verdict: verdict, language: model.language)
        let isRight = verdict == .correct
        let slip =
            thinking.hasSlip
            ? say(" One calculation in your words does not hold.", " 쓴 계산 가운데 하나가 맞지 않아요.") : ""
        let thanks: String? =
            switch feedback.thoughtIsRight {
            case true: say("Thank you: kept.", "고마워요. 적어 두었어요.")
            case false: say("Thank you: noted as misunderstood.", "고마워요. 잘못 알아들었다고 적었어요.")
            case nil: say("Is that so?   y yes   n no", "그런가요?   y 네   n 아니요")
            }
        return [
            say("Your reason: ", "까닭: ") + (isRight ? sentence : hint ?? sentence),
            say("Checked exactly: ", "정확히 계산해 보니: ")
                + (isRight
                    ? say("the answer is right.", "답은 맞아요.")
                    : say("the answer is not right yet.", "답은 아직 맞지 않아요.")) + slip,
            thanks,
        ].compactMap(\.self)
    }

    /// Draws the words that mattered most: bars to the right spoke for the grade, others against it.
    private mutating func drawWeights(
        _ thinking: ThinkingGrader.Thinking, row: Int, until end: Int
    ) -> Int {
        let words = thinking.words.filter { abs($0.weight) >= 0.02 }
            .sorted { abs($0.weight) > abs($1.weight) }.prefix(min(4, end - row - 3))
        guard !words.isEmpty else { return row }
        canvas.write(say("The words that mattered", "중요했던 말"), row: row, column: 2, .title)
        var row = row + 1
        for word in words {
            let name = word.text.truncated(to: 16, glyphs).padded(to: 18)
            let column = canvas.write(name, row: row, column: 4)
            canvas.progressBar(
                min(1, 2 * abs(word.weight)), row: row, column: column, columns: 12,
                word.weight > 0 ? .good : .warn)
            let sign = word.weight > 0 ? "+" : "-"
            canvas.write(
                " \(sign)\(say.percent(abs(word.weight)))", row: row, column: column + 12)
            row += 1
        }
        return row
    }
}
