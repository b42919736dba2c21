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
        case .trends: drawTrends(figures, in: body)
        }
    }

    private mutating func drawTabs() {
        var column = layout.isCompact ? 0 : 1
        let space = layout.isCompact ? "" : " "
        for (index, name) in tabNames.enumerated() {
            let isSelected = index == model.progress.tab.rawValue
            let text =
                isSelected ? "[\(index + 1) \(name)]" : "\(space)\(index + 1) \(name)\(space)"
            column = canvas.write(
                text, row: 1, column: column, isSelected ? .selection : .dim)
            column += 1
        }
    }

    /// The names of the tabs in their order.
    var tabNames: [String] {
        layout.isCompact
            ? [
                say("All", "전체"), say("Skills", "유형"), say("Past", "기록"), say("Errors", "실수"),
                say("Days", "흐름"),
            ]
            : [
                say("Overview", "한눈에"), say("Skills", "유형"), say("History", "기록"),
                say("Mistakes", "실수"), say("Trends", "흐름"),
            ]
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
        if let side = layout.side {
            drawForecast(
                figures, in: Rect(row: 3, column: side.column, rows: 12, columns: side.columns))
        }
    }

    private mutating func drawCurve(_ figures: LearnerFigures, in area: Rect) {
        let accuracy = figures.accuracy(days: model.progress.days)
        let now = accuracy.map { say("in all \(say.percent($0))", "모두 \(say.percent($0))") } ?? ""
        canvas.frame(area, title: say("Right at once, per day (%)", "하루 정답률, 한 번에 (%)"), note: now)
        let days = figures.days.filter { $0.answered > 0 }
        drawDayCurve(
            days.map { (Double($0.day), Double($0.right) / Double($0.answered)) },
            labels: ["100", "50", "0"], today: figures.today, vertical: 0...1, in: area)
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
        for (offset, (name, value)) in numberRows(figures).prefix(area.rows).enumerated() {
            let end = canvas.write(
                name.padded(to: 15), row: area.row + offset, column: area.column + 1, .dim)
            canvas.write(
                value.truncated(to: max(0, area.endColumn - end), glyphs), row: area.row + offset,
                column: end)
        }
    }

    /// The numbers that matter, each with its name.
    func numberRows(_ figures: LearnerFigures) -> [(String, String)] {
        let share = figures.answered == 0 ? nil : Double(figures.right) / Double(figures.answered)
        let speed = figures.medianSeconds.map { seconds in
            let before = figures.earlierMedianSeconds.map {
                " (\(say("was", "전에는")) \(say.duration(seconds: $0)))"
            }
            return say.duration(seconds: seconds) + (before ?? "")
        }
        let hints = (figures.hintsPerProblem * 10).rounded() / 10
        return [
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
    }

    /// Reviews to come, day by day.
    mutating func drawForecast(_ figures: LearnerFigures, in area: Rect) {
        canvas.frame(area, title: say("Reviews to come", "다가오는 복습"))
        let most = max(1, figures.forecast.max() ?? 1)
        for (offset, count) in figures.forecast.prefix(area.rows - 2).enumerated() {
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
