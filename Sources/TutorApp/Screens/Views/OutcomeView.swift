import TerminalUI

extension ScreenDrawing {
    mutating func drawAccuracies(_ training: TrainingFigures, row: Int) {
        canvas.write(
            say("Right on problems it never saw", "처음 보는 문제를 맞힌 비율"), row: row, column: 2, .title)
        let rows = [
            (say("new", "새 모델"), training.heldOutAccuracies.last?.y),
            (say("in use", "쓰는 모델"), training.championAccuracy),
        ]
        for (offset, (name, share)) in rows.enumerated() {
            guard let share else { continue }
            let end = canvas.write(name.padded(to: 14), row: row + 1 + offset, column: 4)
            canvas.progressBar(share, row: row + 1 + offset, column: end, columns: 30)
            canvas.write("  \(precisePercent(share))", row: row + 1 + offset, column: end + 30)
        }
        let accuracies = training.heldOutAccuracies.suffix(16).map(\.y)
        guard let least = accuracies.min(), let most = accuracies.max(), least < most else {
            return
        }
        canvas.sparkline(Array(accuracies), in: least...most, row: row + 1, column: 60)
    }

    mutating func drawOutcome(_ outcome: TrainingResult, _ training: TrainingFigures) {
        let seconds = Int(max(0, training.reported - training.began) / 1000)
        title(
            [say("Retrain", "다시 학습"), say("Result", "결과")],
            layout.isCompact ? [] : [say.duration(seconds: seconds)])
        let columns = layout.reading
        let padding = layout.isCompact ? 0 : 1
        let box = Rect(row: 1, column: 0, rows: 4 + 2 * padding, columns: columns)
        canvas.frame(box, title: "\(say("New model", "새 모델")) \(outcome.model)")
        let lines = [
            (say("new", "새 모델"), outcome.accuracy),
            (say("in use", "쓰던 모델"), outcome.championAccuracy),
        ]
        for (offset, (name, share)) in lines.enumerated() {
            guard let share else { continue }
            let row = box.row + 1 + padding + offset
            let end = canvas.write(name.padded(to: 12), row: row, column: 3)
            let width = min(30, columns - end - 14)
            canvas.progressBar(share, row: row, column: end, columns: width)
            canvas.write("  \(precisePercent(share))", row: row, column: end + width)
        }
        drawDecision(outcome, row: box.endRow)
    }

    private mutating func drawDecision(_ outcome: TrainingResult, row: Int) {
        var next = canvas.paragraph(
            say(outcome.english, outcome.korean),
            in: Rect(
                row: row + (layout.isCompact ? 0 : 1), column: 2, rows: 3,
                columns: layout.reading - 4), outcome.isPromoted ? .good : .text)
        guard !layout.isCompact else { return }
        if outcome.isPromoted {
            canvas.write(
                say("You can go back at any time: Models, Enter.", "언제든 되돌릴 수 있어요: 모델, Enter."),
                row: next, column: 2, .dim)
            next += 1
        }
        for (offset, check) in outcome.checks.prefix(max(0, lastRow - next - 2)).enumerated() {
            let row = next + 1 + offset
            let mark = check.holds ? glyphs.check : glyphs.cross
            let end = canvas.write(
                mark.padded(to: 4), row: row, column: 4, check.holds ? .good : .bad)
            canvas.write(say(check.english, check.korean), row: row, column: end)
        }
    }
}
