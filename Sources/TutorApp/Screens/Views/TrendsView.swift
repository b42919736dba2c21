import TerminalUI

extension ScreenDrawing {
    /// How quick the learner has become, and what is to come.
    mutating func drawTrends(_ figures: LearnerFigures, in body: Rect) {
        let forecastRows = layout.isCompact ? body.rows : max(9, min(16, body.rows - 16))
        if !layout.isCompact {
            let curve = Rect(
                row: body.row, column: 0, rows: min(16, body.rows - forecastRows),
                columns: body.columns)
            drawTimes(figures, in: curve)
        }
        drawForecast(
            figures,
            in: Rect(
                row: layout.isCompact ? body.row : body.row + min(16, body.rows - forecastRows),
                column: 0, rows: forecastRows, columns: body.columns))
    }

    private mutating func drawTimes(_ figures: LearnerFigures, in area: Rect) {
        canvas.frame(
            area, title: say("Seconds for a right answer", "맞힌 답에 걸린 시간 (초)"),
            note: timeChange(figures) ?? "")
        let points = figures.days.compactMap { day in
            day.seconds.map { (Double(day.day), $0) }
        }
        let first = Double(figures.today - model.progress.days)
        let shown = points.filter { $0.0 > first }.map(\.1)
        let highest = max(10, ((shown.max() ?? 0) / 10).rounded(.up) * 10)
        drawDayCurve(
            points, labels: ["\(Int(highest))", "\(Int(highest / 2))", "0"], today: figures.today,
            vertical: 0...highest, in: area)
    }

    /// The usual time now and before, where both are known.
    func timeChange(_ figures: LearnerFigures) -> String? {
        guard let now = figures.medianSeconds else { return nil }
        guard let before = figures.earlierMedianSeconds else {
            return say.duration(seconds: now)
        }
        return say(
            "now \(say.duration(seconds: now)), before \(say.duration(seconds: before))",
            "지금 \(say.duration(seconds: now)), 전에는 \(say.duration(seconds: before))")
    }

    /// A curve over the days that were chosen, inside a frame.
    mutating func drawDayCurve(
        _ points: [(x: Double, y: Double)], labels: [String], today: Int,
        vertical: ClosedRange<Double>, in area: Rect
    ) {
        let span = model.progress.days
        let inside = Rect(
            row: area.row + 1, column: area.column + 8, rows: area.rows - 4,
            columns: area.columns - 11)
        guard inside.rows > 0 else { return }
        for (label, share) in zip(labels, [0.0, 0.5, 1.0]) {
            canvas.write(
                label.leftPadded(to: 3), row: inside.row + Int(share * Double(inside.rows - 1)),
                column: area.column + 3, .dim)
        }
        for row in inside.row..<inside.endRow {
            canvas.write("│", row: row, column: inside.column - 1, .dim)
        }
        canvas.rule(row: inside.endRow, column: inside.column - 1, columns: inside.columns + 1)
        let shown = points.filter { $0.x > Double(today - span) }
        if shown.isEmpty {
            canvas.write(
                say("Nothing answered yet in these days.", "이 기간에 푼 문제가 아직 없어요."),
                row: inside.row + inside.rows / 2, column: inside.column + 2, .dim)
        }
        var plot = BraillePlot(
            size: Size(rows: inside.rows, columns: inside.columns),
            horizontal: Double(today - span + 1)...Double(today), vertical: vertical)
        plot.line(shown)
        plot.draw(on: &canvas, row: inside.row, column: inside.column)
        canvas.write(
            say("\(span) days ago", "\(span)일 전"), row: inside.endRow + 1, column: inside.column,
            .dim)
        canvas.write(
            say("today", "오늘"), row: inside.endRow + 1, endingAt: inside.endColumn, .dim)
    }
}
