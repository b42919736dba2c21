import LearnerModel
import TerminalUI

extension ScreenDrawing {
    mutating func drawHistory(_ figures: LearnerFigures, in body: Rect) {
        let selection = model.progress.history
        guard !figures.history.isEmpty else {
            canvas.write(
                say("Nothing answered yet.", "아직 푼 문제가 없어요."), row: body.row + 1, column: 2, .dim)
            return
        }
        if model.progress.isEntryOpen, figures.history.indices.contains(selection.index) {
            return drawEntry(figures.history[selection.index], figures, in: body)
        }
        let visible = selection.visible(count: figures.history.count, rows: body.rows - 1)
        for (offset, index) in visible.enumerated() {
            drawHistoryRow(
                figures.history[index], today: figures.today,
                isSelected: index == selection.index, row: body.row + offset)
        }
        canvas.write(
            say(
                "\(visible.lowerBound + 1)-\(visible.upperBound) of \(figures.history.count)",
                "\(figures.history.count)개 중 \(visible.lowerBound + 1)-\(visible.upperBound)"),
            row: body.endRow - 1, endingAt: body.endColumn - 1, .dim)
    }

    private mutating func drawHistoryRow(
        _ attempt: Attempt, today: Int, isSelected: Bool, row: Int
    ) {
        let style: Style = isSelected ? .selection : .text
        let day = shownDay(attempt.moment.localDay, today: today)
        let (mark, markStyle) = mark(of: attempt)
        let start = canvas.write(
            "\(isSelected ? glyphs.pointer : " ") \(day.padded(to: layout.isCompact ? 6 : 10))",
            row: row, column: 0, style)
        let next = canvas.write(mark.padded(to: 3), row: row, column: start + 1, markStyle)
        if layout.isCompact {
            canvas.write(
                attempt.text.truncated(to: canvas.size.columns - next - 1, glyphs), row: row,
                column: next, style)
            return
        }
        let kind = model.name(of: attempt.skill).truncated(to: 18, glyphs).padded(to: 19)
        let text = canvas.write(kind, row: row, column: next, style)
        let answer = attempt.input.isEmpty ? "-" : attempt.input.truncated(to: 12, glyphs)
        canvas.write(
            attempt.text.truncated(to: max(0, layout.reading - 15 - text), glyphs).padded(
                to: max(0, layout.reading - 14 - text)), row: row, column: text, style)
        canvas.write(answer, row: row, column: layout.reading - 13, style)
    }

    private func mark(of attempt: Attempt) -> (String, Style) {
        switch attempt.outcome {
        case .skipped: (say("-", "-"), .dim)
        case .revealed: ("?", .dim)
        case .answered:
            !attempt.counted
                ? ("~", .warn)
                : attempt.isRight ? (glyphs.check, .good) : (glyphs.cross, .bad)
        }
    }

    func shownDay(_ day: Int, today: Int) -> String {
        switch today - day {
        case ...0: say("today", "오늘")
        case 1: say("1 d ago", "어제")
        case 2..<1000: say("\(today - day) d ago", "\(today - day)일 전")
        default: say("long ago", "오래전")
        }
    }

    private mutating func drawEntry(
        _ attempt: Attempt, _ figures: LearnerFigures, in body: Rect
    ) {
        let columns = body.columns - 4
        var row = canvas.paragraph(
            attempt.text,
            in: Rect(row: body.row, column: 2, rows: max(1, body.rows - 6), columns: columns))
        row += layout.isCompact ? 0 : 1
        for (line, style) in entryLines(attempt) where row < body.endRow {
            row = canvas.paragraph(
                line, in: Rect(row: row, column: 2, rows: body.endRow - row, columns: columns),
                style)
        }
    }

    /// What is told of one attempt below its text.
    func entryLines(_ attempt: Attempt) -> [(String, Style)] {
        let answer = attempt.input.isEmpty ? "-" : attempt.input
        let (mark, style) = mark(of: attempt)
        var lines: [(String, Style)] = [
            ("\(say("you", "내 답")): \(answer)  \(mark)", style),
            ("\(say("answer", "정답")): \(attempt.expected)", .text),
        ]
        if let code = attempt.misconception, let name = mistakeSentence(code) {
            lines.append((name, .text))
        }
        lines.append(
            (
                "\(model.name(of: attempt.skill)) \(glyphs.separator) "
                    + say("level \(attempt.level)", "난이도 \(attempt.level)")
                    + " \(glyphs.separator) "
                    + say("\(attempt.hints) hints", "힌트 \(attempt.hints)개")
                    + " \(glyphs.separator) " + say.duration(seconds: attempt.milliseconds / 1000),
                .dim
            ))
        return lines
    }
}
