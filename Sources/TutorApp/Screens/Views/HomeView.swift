import LearnerModel
import TerminalUI
import Tutoring

extension ScreenDrawing {
    mutating func drawHome() {
        let figures = model.figures
        var facts = [learnerName]
        if let streak = figures?.streak, streak > 0 {
            facts.append(say("\(streak)-day streak", "\(streak)일 연속"))
        }
        if let id = figures?.model { facts.append("\(say("model", "모델")) \(id)") }
        title([], facts)
        if layout.isCompact { return drawCompactHome() }
        let width = layout.reading
        drawToday(Rect(row: 1, column: 0, rows: 6, columns: width))
        drawHomeMenu(row: 8, columns: width)
        let left = width / 2 + 1
        drawWeek(Rect(row: 16, column: 0, rows: 6, columns: left))
        drawTip(Rect(row: 16, column: left, rows: 6, columns: width - left))
        if let side = layout.side { drawHomeSide(side) }
    }

    private mutating func drawCompactHome() {
        canvas.write(
            todayLine.truncated(to: canvas.size.columns - 2, glyphs), row: 1, column: 1, .accent)
        let rows = canvas.size.rows - 4
        let count = HomeRow.allCases.count
        for (line, index) in model.home.visible(count: count, rows: rows).enumerated() {
            menuRow(
                homeName(HomeRow.allCases[index]), number: index + 1,
                isSelected: index == model.home.index, row: 2 + line, column: 1,
                columns: canvas.size.columns - 2)
        }
    }

    private var todayLine: String {
        guard let figures = model.figures else { return loading }
        let done = figures.figures(of: figures.today).answered
        let goal = model.settings.roundLength
        let today =
            done > goal
            ? say("today \(done), planned \(goal)", "오늘 \(done)문제, 계획은 \(goal)문제")
            : say("today \(done) of \(goal)", "오늘 \(goal)문제 중 \(done)문제")
        return today
            + (figures.dueReviews > 0
                ? " \(glyphs.separator) "
                    + say("\(figures.dueReviews) to review", "복습 \(figures.dueReviews)개") : "")
    }

    var loading: String { say("One moment: reading your work.", "잠깐만요. 기록을 읽고 있어요.") }

    private mutating func drawToday(_ area: Rect) {
        canvas.frame(area, title: say("Today", "오늘"))
        let inside = area.inset(rows: 1, columns: 4)
        guard let figures = model.figures else {
            canvas.write(loading, row: inside.row + 1, column: inside.column, .dim)
            return
        }
        let today = figures.figures(of: figures.today)
        let goal = model.settings.roundLength
        let done = today.answered
        let share = min(1, Double(done) / Double(goal))
        let text =
            done > goal
            ? say("\(done) problems, planned \(goal)", "\(done)문제, 계획은 \(goal)문제")
            : say(
                "\(done) of \(goal) problems", "\(goal)문제 중 \(done)문제")
        let column = canvas.write(text, row: inside.row, column: inside.column, .strong) + 2
        canvas.progressBar(share, row: inside.row, column: column, columns: 24)
        canvas.write("  \(say.percent(share))", row: inside.row, column: column + 24)
        if today.answered > 0 {
            let accuracy = Double(today.right) / Double(today.answered)
            canvas.write(
                "\(say("right at once", "한 번에 정답")) \(say.percent(accuracy))", row: inside.row,
                endingAt: inside.endColumn)
        }
        let next = nextSentence(figures)
        canvas.paragraph(
            next,
            in: Rect(
                row: inside.row + 1, column: inside.column, rows: 2,
                columns: inside.columns))
        canvas.write(dueSentence(figures), row: inside.row + 3, column: inside.column, .dim)
    }

    private func nextSentence(_ figures: LearnerFigures) -> String {
        guard let next = figures.next else { return "" }
        let reason = say(next.english, next.korean)
        return "\(say("Next", "다음")): \(model.name(of: next.skill)). \(reason)"
    }

    private func dueSentence(_ figures: LearnerFigures) -> String {
        switch figures.dueReviews {
        case 0: say("Nothing is due for review today.", "오늘 꼭 복습할 것은 없어요.")
        case 1: say("1 skill is due for review.", "복습할 유형이 1개 있어요.")
        default:
            say(
                "\(figures.dueReviews) skills are due for review.",
                "복습할 유형이 \(figures.dueReviews)개 있어요.")
        }
    }

    private mutating func drawHomeMenu(row: Int, columns: Int) {
        for item in HomeRow.allCases {
            let isSelected = item.rawValue == model.home.index
            menuRow(
                homeName(item).padded(to: 20), number: item.rawValue + 1, isSelected: isSelected,
                row: row + item.rawValue, column: 2, columns: 25)
            canvas.write(
                homeFact(item).truncated(to: columns - 29, glyphs), row: row + item.rawValue,
                column: 28, isSelected ? .strong : .dim)
        }
    }

    private func homeName(_ row: HomeRow) -> String {
        switch row {
        case .practice:
            isPracticeOpen ? say("Go on practicing", "이어서 연습하기") : say("Practice", "연습하기")
        case .progress: say("Progress", "내 진도")
        case .own: say("Try your own", "내 문제 넣어 보기")
        case .retrain: say("Retrain the model", "모델 다시 학습")
        case .models: say("Models", "모델")
        case .settings: say("Settings", "설정")
        case .profiles: say("Profiles", "사용자")
        }
    }

    private var isPracticeOpen: Bool {
        guard let practice = model.practice else { return false }
        return practice.flow.phase != .finished
    }

    private func homeFact(_ row: HomeRow) -> String {
        switch row {
        case .practice: return practiceFact
        case .progress: return progressFact
        case .own: return say("type a word problem, see how it is read", "문장제를 쓰면 어떤 유형인지 말해요")
        case .retrain: return retrainFact
        case .models:
            guard let models = model.models.models else { return "" }
            return say("\(models.count) on this computer", "이 컴퓨터에 \(models.count)개")
        case .settings: return say("language, looks, practice", "언어, 모양, 연습")
        case .profiles: return learnerName
        }
    }

    private var practiceFact: String {
        if let practice = model.practice, practice.flow.phase != .finished {
            return say(
                "problem \(practice.flow.problemNumber) of \(model.settings.roundLength)",
                "\(model.settings.roundLength)문제 중 \(practice.flow.problemNumber)번째")
        }
        return say(
            "\(model.settings.roundLength) problems, picked for you",
            "나에게 맞춘 문제 \(model.settings.roundLength)개")
    }

    private var progressFact: String {
        let seen = (model.figures?.skills ?? []).filter { $0.summary.answers > 0 }
        guard let best = seen.max(by: { $0.summary.chanceRight < $1.summary.chanceRight }),
            let worst = seen.min(by: { $0.summary.chanceRight < $1.summary.chanceRight }),
            best.summary.skill != worst.summary.skill, best.summary.mastery >= .proficient
        else { return say("what you know and what comes next", "아는 것과 다음에 할 것") }
        let strong = model.name(of: best.summary.skill)
        let weak = model.name(of: worst.summary.skill)
        return say("strongest: \(strong); weakest: \(weak)", "잘하는 것: \(strong), 더 해 볼 것: \(weak)")
    }

    private var retrainFact: String {
        if let training = model.retrain.training, training.isRunning {
            return "\(say("training now", "학습하는 중")): \(say.percent(training.fraction))"
        }
        guard let answers = model.figures?.answersSinceModel else {
            return say("it learns in the background", "뒤에서 조용히 배워요")
        }
        return say("\(answers) answers since the last training", "마지막 학습 뒤에 푼 답 \(answers)개")
    }

    private mutating func drawWeek(_ area: Rect) {
        canvas.frame(area, title: say("Last seven days", "지난 7일"))
        guard let figures = model.figures else { return }
        let days = (0..<7).map { figures.figures(of: figures.today - 6 + $0) }
        let most = max(1, days.map(\.answered).max() ?? 1)
        for (index, day) in days.enumerated() {
            let column = area.column + 2 + index * 5
            guard column + 4 < area.endColumn else { break }
            let isToday = day.day == figures.today
            let name = isToday ? say("now", "오늘") : Weekday(day: day.day).short(say)
            canvas.write(
                name.leftPadded(to: 4), row: area.row + 1, column: column, isToday ? .strong : .dim)
            let count = day.answered == 0 ? "-" : String(day.answered)
            canvas.write(count.leftPadded(to: 4), row: area.row + 2, column: column)
            guard day.answered > 0 else { continue }
            let heights = glyphs.heights
            let level = (day.answered * heights.count - 1) / most
            let bar = String(repeating: heights[min(level, heights.count - 1)], count: 2)
            canvas.write(bar.leftPadded(to: 4), row: area.row + 3, column: column, .accent)
        }
        let answered = days.reduce(0) { $0 + $1.answered }
        let right = days.reduce(0) { $0 + $1.right }
        canvas.write(
            say(
                "\(answered) answered, \(right) right at once",
                "\(answered)문제 풀이, 한 번에 정답 \(right)개"),
            row: area.row + 4, column: area.column + 3, .dim)
    }

    private mutating func drawTip(_ area: Rect) {
        canvas.frame(area, title: say("Tip", "도움말"))
        let tips = Tips.all
        let tip = tips[(model.figures?.today ?? 0) % tips.count]
        canvas.paragraph(say(tip.english, tip.korean), in: area.inset(rows: 1, columns: 2))
    }

    private mutating func drawHomeSide(_ side: Rect) {
        let rows = min(18, side.rows)
        let area = Rect(row: side.row, column: side.column, rows: rows, columns: side.columns)
        canvas.frame(area, title: say("Skills in the making", "배우는 중인 유형"))
        guard let figures = model.figures else { return }
        let making = figures.skills.filter { $0.summary.answers > 0 }
            .sorted { $0.summary.chanceRight < $1.summary.chanceRight }
        if making.isEmpty {
            canvas.paragraph(
                say(
                    "Nothing yet. Your first round finds out where to begin.",
                    "아직 없어요. 첫 연습에서 어디서 시작할지 찾아요."),
                in: area.inset(rows: 1, columns: 2), .dim)
        }
        for (index, skill) in making.prefix((rows - 2) / 2).enumerated() {
            let row = area.row + 1 + index * 2
            canvas.write(
                model.name(of: skill.summary.skill).truncated(to: area.columns - 4, glyphs),
                row: row, column: area.column + 2)
            canvas.progressBar(
                skill.summary.chanceRight, row: row + 1, column: area.column + 2,
                columns: area.columns - 12)
            canvas.write(
                say.percent(skill.summary.chanceRight), row: row + 1, endingAt: area.endColumn - 2)
        }
    }
}
