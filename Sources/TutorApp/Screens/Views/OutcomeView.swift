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
        let box = Rect(row: 1, column: 0, rows: 4, columns: columns)
        canvas.frame(box, title: "\(say("New model", "새 모델")) \(outcome.model)")
        let lines = [
            (say("new", "새 모델"), outcome.accuracy),
            (say("old", "쓰던 모델"), outcome.championAccuracy),
        ]
        for (offset, (name, share)) in lines.enumerated() {
            guard let share else { continue }
            let row = box.row + 1 + offset
            let end = canvas.write(name.padded(to: 12), row: row, column: 3)
            let width = min(30, columns - end - 14)
            canvas.progressBar(share, row: row, column: end, columns: width)
            canvas.write("  \(precisePercent(share))", row: row, column: end + width)
        }
        drawDecision(outcome, row: box.endRow)
    }

    private mutating func drawDecision(_ outcome: TrainingResult, row: Int) {
        let room = Rect(
            row: row, column: 2, rows: max(0, lastRow - row), columns: layout.reading - 4)
        var next = canvas.paragraph(
            say(outcome.english, outcome.korean), in: room,
            outcome.isPromoted ? .good : .text)
        guard !layout.isCompact else { return }
        for line in outcomeLines(outcome) {
            next = canvas.paragraph(
                line,
                in: Rect(row: next, column: 2, rows: lastRow - next, columns: room.columns), .dim)
        }
        next += 1
        for (offset, check) in checks(outcome, rows: lastRow - next).enumerated() {
            let (mark, style): (String, Style) =
                switch check.holds {
                case true?: (glyphs.check, .good)
                case false?: (glyphs.cross, .bad)
                case nil: ("?", .warn)
                }
            let end = canvas.write(mark.padded(to: 4), row: next + offset, column: 4, style)
            canvas.write(say(check.english, check.korean), row: next + offset, column: end)
        }
    }

    /// The conditions that fit: what does not hold comes first, then what cannot be told.
    private func checks(_ outcome: TrainingResult, rows: Int) -> [TrainingResult.Check] {
        let all = outcome.checks
        let ranked =
            all.filter { $0.holds == false } + all.filter { $0.holds == nil }
            + all.filter { $0.holds == true }
        return Array(ranked.prefix(max(0, rows)))
    }

    /// What is known of languages and kinds, and what is not.
    func outcomeLines(_ outcome: TrainingResult) -> [String] {
        var lines = [
            outcome.languages.map {
                "\(say($0.english, $0.korean)) \(precisePercent($0.old)) "
                    + "\(say("to", "→")) \(precisePercent($0.new))"
            }.joined(separator: ", ")
        ]
        let better = names(outcome.better)
        let worse = names(outcome.worse)
        if !better.isEmpty { lines.append(say("Better at: \(better)", "더 잘해요: \(better)")) }
        if !worse.isEmpty { lines.append(say("Worse at: \(worse)", "못해졌어요: \(worse)")) }
        if outcome.untold > 0 {
            lines.append(
                say(
                    "Not enough held-out problems to tell: \(outcome.untold) kinds.",
                    "따로 둔 문제가 적어 아직 알 수 없는 유형: \(outcome.untold)개."))
        }
        if outcome.labels > 0 {
            lines.append(
                say(
                    "Learned from \(outcome.labels) things you told it: Models, l.",
                    "알려 준 것 \(outcome.labels)개로 배웠어요: 모델, l."))
        }
        return lines.filter { !$0.isEmpty }
    }

    /// The first names of a list, and how many more there are.
    private func names(_ parts: [TrainingResult.Part]) -> String {
        let shown = parts.prefix(2).map { say($0.english, $0.korean) }.joined(separator: ", ")
        let more = parts.count - 2
        return more > 0 ? "\(shown) \(say("and \(more) more", "외 \(more)개"))" : shown
    }
}
