import LearnerModel
import Mathematics
import Problems
import TerminalUI
import Tutoring

extension ScreenDrawing {
    mutating func drawVerdict(
        _ practice: PracticeState, _ posed: PosedProblem, _ feedback: Feedback
    ) {
        let number = practice.flow.problemNumber
        let count = practice.flow.plan.count ?? number
        title(
            [say("Practice", "연습하기"), say("Feedback", "풀이")],
            [say("problem \(number) of \(count)", "\(count)문제 중 \(number)번째")])
        let isRight = feedback.verdict.verdictClass == .correct
        let width = layout.reading
        var row = drawVerdictBox(posed, feedback, isRight: isRight, columns: width)
        let buttonRow = layout.isCompact ? lastRow - 1 : lastRow - 2
        if practice.thought != nil || feedback.thinking != nil {
            row = drawThought(practice, feedback, row: row, until: buttonRow)
        } else if feedback.isAnswerShown && !isRight {
            let isWrong = feedback.verdict.counted && feedback.verdict.verdictClass != .correct
            row = drawSteps(
                of: posed.problem, row: row, until: buttonRow,
                typed: isWrong ? feedback.attempt.input : "")
        } else if isRight, !layout.isCompact {
            row = drawMovement(practice, feedback, row: row + 1)
            row = drawReadings(feedback, row: row + 1)
        }
        if !layout.isCompact, !isRight, let picture = posed.problem.picture, buttonRow - row > 4 {
            let area = Rect(row: row + 1, column: 3, rows: buttonRow - row - 2, columns: width - 6)
            drawPicture(picture, in: area)
        }
        drawButtons(feedback, practice.choice, row: buttonRow)
        if let side = layout.side { drawPracticeSide(practice, posed, side) }
    }

    private func verdictTitle(_ feedback: Feedback, isRight: Bool) -> String {
        if feedback.attempt.outcome == .revealed { return say("The answer", "정답") }
        if isRight { return "\(glyphs.check) \(say("Correct", "맞았어요"))" }
        return "\(glyphs.cross) \(say("Not yet", "아직이에요"))"
    }

    /// Draws what the checker says and returns the row below the box.
    private mutating func drawVerdictBox(
        _ posed: PosedProblem, _ feedback: Feedback, isRight: Bool, columns: Int
    ) -> Int {
        let isRevealed = feedback.attempt.outcome == .revealed
        var sentences: [String] = []
        if !isRevealed {
            let input = feedback.attempt.input
            let yours = isRight ? "" : say("You wrote \(input). ", "내 답: \(input). ")
            sentences.append(yours + feedback.verdict.message)
        }
        if feedback.isAnswerShown, !isRight {
            let answer = posed.problem.answer.text
            sentences.append(
                say(
                    "The answer is \(answer).", "정답은 \(KoreanParticle.copula.attached(to: answer))."
                ))
        }
        let code = feedback.verdict.misconception ?? feedback.attempt.misconception
        if !isRight, let name = code.flatMap({ mistakeSentence($0) }) {
            sentences.append(name)
        }
        if feedback.isDisputed {
            sentences.append(say("Noted: you say this looks wrong.", "이상하다고 적어 두었어요."))
        }
        let text = sentences.filter { !$0.isEmpty }.joined(separator: "\n")
        let padding = layout.isCompact ? 0 : 1
        let rows = min(
            canvas.rows(of: text, columns: columns - 6), max(1, canvas.size.rows - 7))
        let box = Rect(row: 1, column: 0, rows: rows + 2 + 2 * padding, columns: columns)
        let style: Style = isRevealed ? .accent : isRight ? .good : .bad
        canvas.frame(
            box, title: verdictTitle(feedback, isRight: isRight),
            note: isRight ? say.duration(seconds: feedback.attempt.milliseconds / 1000) : "",
            style, titleStyle: Style(style.role, bold: true))
        canvas.paragraph(
            text, in: box.inset(rows: 1 + padding, columns: 3))
        return box.endRow
    }

    /// Draws the worked solution and returns the row below it.
    ///
    /// A wrong answer that was typed shows which steps were right and what was done instead.
    mutating func drawSteps(
        of problem: Problem, row: Int, until end: Int, typed: String = ""
    ) -> Int {
        var row = row
        let texts = zip(problem.steps, problem.remarks(on: typed)).map { step, remark in
            remark.map { "\(step.text)  \(sentence($0))" } ?? step.text
        }
        if !layout.isCompact {
            canvas.write(say("Step by step", "차근차근"), row: row + 1, column: 2, .title)
            row += 2
        }
        let calculations = problem.steps.map { MathText.shown($0.written) }
        let widest = calculations.map(\.displayWidth).max() ?? 0
        let isSideBySide = !layout.isCompact && widest < layout.reading / 2
        for index in problem.steps.indices where row < end - 1 {
            let left = layout.isCompact ? 1 : 4
            let columns = layout.reading - left - 2
            canvas.write("\(index + 1)", row: row, column: left, .accent)
            if isSideBySide {
                canvas.write(
                    glyphs.spelled(calculations[index]), row: row, column: left + 4, .strong)
                let area = Rect(
                    row: row, column: left + widest + 8, rows: min(2, end - 1 - row),
                    columns: columns - widest - 8)
                row = canvas.paragraph(texts[index], in: area)
            } else {
                let area = Rect(
                    row: row, column: left + 3, rows: min(2, end - 1 - row), columns: columns - 3)
                row = canvas.paragraph("\(calculations[index])  \(texts[index])", in: area)
            }
        }
        return row
    }

    /// What a wrong answer has to do with a step.
    private func sentence(_ remark: StepRemark) -> String {
        switch remark {
        case .had: say("\(glyphs.check) you had this", "\(glyphs.check) 여기까지 맞았어요")
        case .did(let calculation):
            say(
                "\(glyphs.cross) you did \(glyphs.spelled(MathText.shown(calculation)))",
                "\(glyphs.cross) 이렇게 했어요: \(glyphs.spelled(MathText.shown(calculation)))")
        }
    }

    private mutating func drawMovement(
        _ practice: PracticeState, _ feedback: Feedback, row: Int
    ) -> Int {
        var row = row
        if let change = feedback.change {
            let name = model.name(of: change.skill).truncated(to: 28, glyphs).padded(to: 30)
            let end = canvas.write(name, row: row, column: 2)
            canvas.progressBar(change.after, row: row, column: end, columns: 24)
            let points = Int((change.after * 100).rounded()) - Int((change.before * 100).rounded())
            // A right answer with help may lower the estimate; that is no news for the learner now.
            let moved = points > 0 ? "(+\(points))" : ""
            canvas.write("  \(say.percent(change.after))  \(moved)", row: row, column: end + 24)
            row += 1
        }
        let streak = practice.flow.summary.streak
        if streak > 1 {
            canvas.write(
                say("\(streak) right in a row", "\(streak)문제 연속 정답"), row: row + 1, column: 2, .good
            )
            row += 2
        }
        return row
    }

    private mutating func drawReadings(_ feedback: Feedback, row: Int) -> Int {
        guard !feedback.readings.isEmpty else { return row }
        canvas.write(
            say("How the model read this problem", "모델은 이 문제를 이렇게 읽었어요"), row: row, column: 2,
            .title)
        var row = row + 1
        for reading in feedback.readings.prefix(3) {
            let name = model.name(of: reading.skill).truncated(to: 34, glyphs).padded(to: 36)
            let end = canvas.write(name, row: row, column: 4)
            canvas.progressBar(reading.probability, row: row, column: end, columns: 20)
            canvas.write("  \(say.percent(reading.probability))", row: row, column: end + 20)
            row += 1
        }
        let question: String
        switch feedback.readingIsRight {
        case true: question = say("Thank you: kept for the next training.", "고마워요. 다음 학습에 쓸게요.")
        case false: question = say("Thank you: noted as read wrong.", "고마워요. 잘못 읽었다고 적었어요.")
        case nil:
            question = say(
                "Did it read the kind right?   y yes   n no", "유형을 바르게 읽었나요?   y 네   n 아니요")
        }
        canvas.write(question, row: row + 1, column: 2, .dim)
        return row + 2
    }

    private mutating func drawButtons(_ feedback: Feedback, _ selected: Int, row: Int) {
        let names = [
            feedback.mayTryAgain ? say("Try again", "다시 풀기") : say("One like this", "비슷한 문제"),
            say("Next", "다음 문제"),
            feedback.isDisputed ? say("It is fine after all", "괜찮아요") : say("Looks wrong", "이상해요"),
        ]
        var column = layout.isCompact ? 0 : 2
        let gap = layout.isCompact ? 0 : 4
        for (index, name) in names.enumerated() {
            let isSelected = index == selected
            let text = "\(isSelected ? glyphs.pointer : " ")\(index + 1) \(name) "
            guard column + text.displayWidth <= canvas.size.columns else { break }
            column =
                canvas.write(
                    text, row: row, column: column, isSelected ? .selection : .text) + gap
        }
    }
}
