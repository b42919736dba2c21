import Problems
import TerminalUI
import Tutoring

extension ScreenDrawing {
    mutating func drawSummary(_ practice: PracticeState) {
        let summary = practice.flow.summary
        let seconds = Int(max(0, model.now - practice.began) / 1000)
        title(
            [say("Practice", "연습하기"), say("Done", "마침")],
            layout.isCompact ? [] : [say.duration(seconds: seconds)])
        let results = practice.flow.endings
        let count = results.count
        let columns = layout.reading
        let endings: [(String, ProblemResult.Ending)] = [
            (say("right at once", "한 번에 정답"), .rightAtOnce),
            (say("with help", "도움받아 정답"), .rightWithHelp),
            (say("not yet", "아직"), .notYet), (say("skipped", "건너뜀"), .skipped),
        ]
        let shown = endings.filter { $0.1 != .skipped || results.contains(.skipped) }
        let padding = layout.isCompact ? 0 : 1
        let box = Rect(row: 1, column: 0, rows: shown.count + 2 + 2 * padding, columns: columns)
        canvas.frame(box, title: say.problems(count))
        for (offset, (name, ending)) in shown.enumerated() {
            let row = box.row + 1 + padding + offset
            let number = results.count { $0 == ending }
            let end = canvas.write(
                "\(name.padded(to: 16))\(String(number).leftPadded(to: 3))   ", row: row, column: 3)
            canvas.progressBar(
                count == 0 ? 0 : Double(number) / Double(count), row: row, column: end,
                columns: min(24, columns - end - 3))
        }
        var row = box.endRow
        if !layout.isCompact { row = drawChanges(summary, row: row + 1) }
        row = drawMissed(summary, row: row + (layout.isCompact ? 0 : 1))
        if !layout.isCompact { drawTomorrow(row: lastRow - 2) }
    }

    private mutating func drawChanges(_ summary: SessionSummary, row: Int) -> Int {
        guard !summary.changes.isEmpty else { return row }
        canvas.write(
            say("What changed", "달라진 것").padded(to: 36)
                + say("before", "전").leftPadded(to: 8) + say("now", "지금").leftPadded(to: 8),
            row: row, column: 2, .title)
        let room = max(1, (lastRow - row - 5) / 2)
        for (offset, change) in summary.changes.prefix(room).enumerated() {
            let name = model.name(of: change.skill).truncated(to: 33, glyphs).padded(to: 34)
            let line =
                name + say.percent(change.before).leftPadded(to: 8)
                + say.percent(change.after).leftPadded(to: 8)
            let end = canvas.write(line, row: row + 1 + offset, column: 4)
            let isUp = change.after >= change.before
            canvas.write(
                isUp ? glyphs.up : glyphs.down, row: row + 1 + offset, column: end + 3,
                isUp ? .good : .warn)
        }
        return row + 1 + min(room, summary.changes.count)
    }

    private mutating func drawMissed(_ summary: SessionSummary, row: Int) -> Int {
        let missed = summary.missed
        guard !missed.isEmpty, row < lastRow - 3 else { return row }
        canvas.write(say("To look at again", "다시 볼 문제"), row: row, column: 2, .title)
        let room = max(0, lastRow - row - 4)
        for (offset, result) in missed.prefix(room).enumerated() {
            let (mark, style) = mark(of: result.ending)
            let yours =
                result.input.isEmpty
                ? "" : "\(say("you", "내 답")): \(result.input)  "
            let facts = "\(yours)\(say("answer", "정답")): \(result.problem.answer.text)"
            let shownFacts = facts.truncated(to: layout.reading / 2, glyphs)
            let end = canvas.write(mark, row: row + 1 + offset, column: 4, style) + 1
            let start = canvas.write(
                shownFacts, row: row + 1 + offset, endingAt: layout.reading - 2)
            let text = result.problem.text.truncated(to: max(0, start - end - 2), glyphs)
            canvas.write(text, row: row + 1 + offset, column: end)
        }
        return row + 1 + min(room, missed.count)
    }

    private mutating func drawTomorrow(row: Int) {
        guard let forecast = model.figures?.forecast, forecast.count > 1 else { return }
        canvas.write(
            say(
                "Tomorrow: \(forecast[1]) to review. Everything is saved.",
                "내일 복습할 유형: \(forecast[1])개. 모두 저장했어요."),
            row: row, column: 2, .dim)
    }
}
