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

    mutating func drawOutcome(_ outcome: TrainingOutcome, _ training: TrainingFigures) {
        let seconds = Int(max(0, training.reported - training.began) / 1000)
        title(
            [say("Retrain", "다시 학습"), say("Result", "결과")],
            layout.isCompact ? [] : [say.duration(seconds: seconds)])
        let columns = layout.reading
        let padding = layout.isCompact ? 0 : 1
        let box = Rect(row: 1, column: 0, rows: 5 + 2 * padding, columns: columns)
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
        if let interval = outcome.interval, let new = outcome.accuracy,
            let old = outcome.championAccuracy
        {
            let difference = signed((new - old) * 100)
            let low = signed(interval.lowerBound * 100)
            let high = signed(interval.upperBound * 100)
            canvas.write(
                say(
                    "difference \(difference) points (95 %: \(low) to \(high))",
                    "차이 \(difference)점 (95 %: \(low) ~ \(high))"
                )
                .truncated(to: columns - 6, glyphs),
                row: box.endRow - 2 - padding, column: 3)
        }
        drawDecision(outcome, row: box.endRow)
    }

    private mutating func drawDecision(_ outcome: TrainingOutcome, row: Int) {
        let sentence =
            outcome.isPromoted
            ? say("The new model is in use now.", "이제 새 모델을 써요.")
            : say("The old model stays in use.", "쓰던 모델을 계속 써요.")
        var next = canvas.paragraph(
            "\(sentence) \(outcome.reason)",
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
        for (offset, kind) in outcome.kinds.prefix(max(0, lastRow - next - 2)).enumerated() {
            let name = model.name(of: kind.name).truncated(to: 34, glyphs).padded(to: 36)
            let before = kind.before.map(precisePercent) ?? "-"
            canvas.write(
                name + before.leftPadded(to: 9) + precisePercent(kind.after).leftPadded(to: 9),
                row: next + 1 + offset, column: 4)
        }
    }

    private func signed(_ value: Double) -> String {
        (value >= 0 ? "+" : "") + decimal(value, 1)
    }
}
