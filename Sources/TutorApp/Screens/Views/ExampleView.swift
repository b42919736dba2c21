import Mathematics
import Problems
import TerminalUI
import Tutoring

extension ScreenDrawing {
    /// Draws a solved problem of the same kind, before the learner solves one.
    mutating func drawExample(
        _ practice: PracticeState, _ posed: PosedProblem, _ example: Problem
    ) {
        title(
            [say("Practice", "연습하기"), say("Example", "예시")],
            layout.isCompact ? [] : practiceFacts(practice, posed))
        let width = layout.reading
        var row = 1
        if !layout.isCompact {
            drawRoundLine(practice, row: 1)
            canvas.write(
                say("First read how one like it is solved.", "먼저 비슷한 문제를 어떻게 푸는지 읽어 보세요."),
                row: 3, column: 2, .title)
            row = 4
        }
        let lines = glyphs.spelled(example.text)
            .wrapped(to: layout.isCompact ? width - 2 : width - 6)
        let reason =
            layout.isCompact ? [] : sentences(posed, nil, columns: width - 4)
        let end = lastRow - reason.count
        let (border, margin) = layout.isCompact ? (0, 1) : (1, 3)
        // The steps need room: a long text gives way to them.
        let room = end - row - 2 * border - example.steps.count - margin
        let shown = min(lines.count, max(2, room))
        let box = Rect(row: row, column: 0, rows: shown + 2 * border, columns: width)
        if border > 0 { canvas.frame(box) }
        for (offset, line) in lines.prefix(shown).enumerated() {
            canvas.write(line, row: box.row + border + offset, column: margin)
        }
        row = drawSteps(of: example, row: box.endRow, until: layout.isCompact ? end : end - 1)
        let answer = example.answer.text
        canvas.write(
            say("The answer is \(answer).", "정답은 \(KoreanParticle.copula.attached(to: answer))."),
            row: min(row, end - 1), column: layout.isCompact ? 1 : 4, .good)
        for (offset, line) in reason.enumerated() {
            canvas.write(line, row: end + offset, column: 2, .dim)
        }
        if let side = layout.side { drawPracticeSide(practice, posed, side) }
    }
}
