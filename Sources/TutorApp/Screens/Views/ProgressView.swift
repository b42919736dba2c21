import LearnerModel
import TerminalUI

extension ScreenDrawing {
    mutating func drawProgress() {
        let total = model.figures?.answered ?? 0
        title(
            [say("Progress", "내 진도")], [learnerName, say.problems(total)])
        drawTabs()
        guard let figures = model.figures else {
            canvas.write(loading, row: 3, column: 2, .dim)
            return
        }
        let body = Rect(
            row: layout.isCompact ? 2 : 3, column: 0,
            rows: canvas.size.rows - (layout.isCompact ? 3 : 4), columns: layout.reading)
        switch model.progress.tab {
        case .overview: drawOverview(figures, in: body)
        case .skills: drawSkills(figures, in: body)
        case .history: drawHistory(figures, in: body)
        case .mistakes: drawMistakes(figures, in: body)
        }
    }

    private mutating func drawTabs() {
        let names =
            layout.isCompact
            ? [say("All", "전체"), say("Skills", "유형"), say("Past", "기록"), say("Errors", "실수")]
            : [
                say("Overview", "한눈에"), say("Skills", "유형"), say("History", "기록"),
                say("Mistakes", "실수"),
            ]
        var column = layout.isCompact ? 0 : 1
        for (index, name) in names.enumerated() {
            let isSelected = index == model.progress.tab.rawValue
            let text = isSelected ? "[\(index + 1) \(name)]" : " \(index + 1) \(name) "
            column = canvas.write(
                text, row: 1, column: column, isSelected ? .selection : .dim)
            column += layout.isCompact ? 0 : 1
        }
    }

    private mutating func drawOverview(_ figures: LearnerFigures, in body: Rect) {
        if layout.isCompact { return drawNumbers(figures, in: body) }
        let lower = 9
        let curve = Rect(
            row: body.row, column: 0, rows: min(14, body.rows - lower), columns: body.columns)
        drawCurve(figures, in: curve)
        let left = body.columns / 2
        let rows = min(lower, body.endRow - curve.endRow)
        let calendar = Rect(row: curve.endRow, column: 0, rows: rows, columns: left)
        drawCalendar(figures, in: calendar)
        let numbers = Rect(
            row: curve.endRow, column: left, rows: rows, columns: body.columns - left)
        canvas.frame(numbers, title: say("Numbers", "숫자"))
        drawNumbers(figures, in: numbers.inset(rows: 1, columns: 2))
        if let side = layout.side { drawForecast(figures, in: side) }
    }

    private mutating func drawCurve(_ figures: LearnerFigures, in area: Rect) {
        let span = model.progress.days
        let accuracy = figures.accuracy(days: span)
        let now = accuracy.map { say("in all \(say.percent($0))", "모두 \(say.percent($0))") } ?? ""
        canvas.frame(area, title: say("Right at once, per day (%)", "하루 정답률, 한 번에 (%)"), note: now)
        let plotArea = Rect(
            row: area.row + 1, column: area.column + 8, rows: area.rows - 4,
            columns: area.columns - 11)
        for (label, share) in [("100", 0.0), (" 50", 0.5), ("  0", 1.0)] {
            let row = plotArea.row + Int(share * Double(plotArea.rows - 1))
            canvas.write("\(label) ", row: row, column: area.column + 3, .dim)
        }
        for row in plotArea.row..<plotArea.endRow {
            canvas.write("│", row: row, column: plotArea.column - 1, .dim)
        }
        canvas.rule(
            row: plotArea.endRow, column: plotArea.column - 1, columns: plotArea.columns + 1)
        let days = figures.days.filter { $0.day > figures.today - span && $0.answered > 0 }
        if days.isEmpty {
            canvas.write(
                say("Nothing answered yet in these days.", "이 기간에 푼 문제가 아직 없어요."),
                row: plotArea.row + plotArea.rows / 2, column: plotArea.column + 2, .dim)
        }
        var plot = BraillePlot(
            size: Size(rows: plotArea.rows, columns: plotArea.columns),
            horizontal: Double(figures.today - span + 1)...Double(figures.today), vertical: 0...1)
        plot.line(days.map { (Double($0.day), Double($0.right) / Double($0.answered)) })
        plot.draw(on: &canvas, row: plotArea.row, column: plotArea.column)
        canvas.write(
            say("\(span) days ago", "\(span)일 전"), row: plotArea.endRow + 1,
            column: plotArea.column, .dim)
        canvas.write(
            say("today", "오늘"), row: plotArea.endRow + 1, endingAt: plotArea.endColumn, .dim)
    }

    private mutating func drawCalendar(_ figures: LearnerFigures, in area: Rect) {
        let weeks = max(1, min(26, (area.columns - 10) / 2))
        canvas.frame(area, title: say("\(weeks) weeks", "\(weeks)주"))
        guard area.rows >= 9 else { return }
        let todayIndex = Weekday(day: figures.today).index
        let monday = figures.today - todayIndex
        let counts = Dictionary(uniqueKeysWithValues: figures.days.map { ($0.day, $0.answered) })
        let grid = (0..<7).map { weekday in
            (0..<weeks).map { week -> Int in
                let day = monday - (weeks - 1 - week) * 7 + weekday
                return day > figures.today ? -1 : counts[day] ?? 0
            }
        }
        for weekday in 0..<7 {
            canvas.write(
                Weekday(day: monday + weekday).short(say), row: area.row + 1 + weekday,
                column: area.column + 2, .dim)
        }
        canvas.heatMap(grid, row: area.row + 1, column: area.column + 6)
    }

    private mutating func drawNumbers(_ figures: LearnerFigures, in area: Rect) {
        let share = figures.answered == 0 ? nil : Double(figures.right) / Double(figures.answered)
        let speed = figures.medianSeconds.map { seconds in
            let before = figures.earlierMedianSeconds.map {
                " (\(say("was", "전에는")) \(say.duration(seconds: $0)))"
            }
            return say.duration(seconds: seconds) + (before ?? "")
        }
        let hints = (figures.hintsPerProblem * 10).rounded() / 10
        let rows = [
            (
                say("streak", "연속"),
                say(
                    "\(figures.streak) \(figures.streak == 1 ? "day" : "days") (best \(figures.bestStreak))",
                    "\(figures.streak)일 (가장 길게 \(figures.bestStreak)일)")
            ),
            (say("problems", "문제"), "\(figures.answered)"),
            (
                say("right at once", "한 번에 정답"),
                "\(figures.right)" + (share.map { "  (\(say.percent($0)))" } ?? "")
            ),
            (say("usual time", "걸리는 시간"), speed ?? "-"),
            (say("hints", "힌트"), say("\(hints) per problem", "문제마다 \(hints)개")),
            (
                say("to review", "복습"),
                say("\(figures.dueReviews) today", "오늘 \(figures.dueReviews)개")
            ),
            (say("mastered", "익힌 유형"), "\(figures.masteredCount) / \(figures.skills.count)"),
        ]
        for (offset, (name, value)) in rows.prefix(area.rows).enumerated() {
            let end = canvas.write(
                name.padded(to: 15), row: area.row + offset, column: area.column + 1, .dim)
            canvas.write(
                value.truncated(to: max(0, area.endColumn - end), glyphs), row: area.row + offset,
                column: end)
        }
    }

    private mutating func drawForecast(_ figures: LearnerFigures, in side: Rect) {
        let area = Rect(row: 3, column: side.column, rows: 12, columns: side.columns)
        canvas.frame(area, title: say("Reviews to come", "다가오는 복습"))
        let most = max(1, figures.forecast.max() ?? 1)
        for (offset, count) in figures.forecast.prefix(10).enumerated() {
            let row = area.row + 1 + offset
            let end = canvas.write(
                say.due(inDays: offset).padded(to: 12), row: row, column: area.column + 2, .dim)
            let width = count * (area.columns - 22) / most
            let bar = canvas.write(
                String(repeating: glyphs.barFull, count: width), row: row, column: end, .accent)
            canvas.write(" \(count)", row: row, column: bar)
        }
    }
}

extension LearnerFigures {
    /// How many skills are mastered.
    var masteredCount: Int { skills.count { $0.summary.mastery == .mastered } }
}
