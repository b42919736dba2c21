import LearnerModel
import Problems
import TerminalUI
import Tutoring

extension ScreenDrawing {
    /// What a wide screen shows beside a problem: the round so far and the skill.
    mutating func drawPracticeSide(
        _ practice: PracticeState, _ posed: PosedProblem, _ side: Rect
    ) {
        let count = practice.flow.plan.count ?? practice.flow.endings.count + 1
        let rows = min(count + 2, side.rows - 10)
        let round = Rect(row: side.row + 1, column: side.column, rows: rows, columns: side.columns)
        drawRound(practice, posed, count: count, in: round)
        let skill = Rect(
            row: round.endRow, column: side.column, rows: 7, columns: side.columns)
        drawSkill(posed.problem.skill, in: skill)
    }

    private mutating func drawRound(
        _ practice: PracticeState, _ posed: PosedProblem, count: Int, in area: Rect
    ) {
        canvas.frame(area, title: say("This round", "이번 연습"))
        let endings = practice.flow.endings
        let names =
            practice.flow.plan.earlier.map { _ in say("earlier today", "오늘 앞서 푼 문제") }
            + practice.flow.summary.results.map { model.name(of: $0.problem.skill) }
        let number = practice.flow.problemNumber
        let rows = area.rows - 2
        let first = max(1, min(number - rows / 2, count - rows + 1))
        for (offset, index) in (first..<first + max(0, rows)).enumerated() where index <= count {
            let row = area.row + 1 + offset
            let digits = String(index).leftPadded(to: 3)
            if index <= endings.count {
                let (mark, style) = mark(of: endings[index - 1])
                canvas.write("\(digits) ", row: row, column: area.column + 1)
                canvas.write(mark, row: row, column: area.column + 5, style)
                canvas.write(
                    names[index - 1].truncated(to: area.columns - 10, glyphs),
                    row: row, column: area.column + 8)
            } else {
                let isNow = index == number
                canvas.write(
                    "\(isNow ? glyphs.pointer : " ")\(digits)", row: row, column: area.column + 1,
                    isNow ? .strong : .dim)
                guard isNow else { continue }
                canvas.write(
                    model.name(of: posed.problem.skill).truncated(to: area.columns - 10, glyphs),
                    row: row, column: area.column + 8, .strong)
            }
        }
    }

    func mark(of ending: ProblemResult.Ending) -> (String, Style) {
        switch ending {
        case .rightAtOnce: (glyphs.check, .good)
        case .rightWithHelp: (glyphs.check, .accent)
        case .notYet: (glyphs.cross, .bad)
        case .skipped: ("-", .dim)
        }
    }

    private mutating func drawSkill(_ id: String, in area: Rect) {
        let name = model.name(of: id).truncated(to: area.columns - 8, glyphs)
        canvas.frame(area, title: name)
        guard let skill = model.figures?.skills.first(where: { $0.summary.skill == id }) else {
            return
        }
        let column = area.column + 3
        let label = say("chance right", "맞힐 가능성").padded(to: 14)
        let end = canvas.write(label, row: area.row + 1, column: column)
        canvas.progressBar(
            skill.summary.chanceRight, row: area.row + 1, column: end,
            columns: max(4, area.endColumn - end - 9))
        canvas.write(
            say.percent(skill.summary.chanceRight), row: area.row + 1, endingAt: area.endColumn - 2)
        canvas.write(
            say("level", "단계").padded(to: 14) + masteryName(skill.summary.mastery),
            row: area.row + 2, column: column)
        let last = canvas.write(
            say("last answers", "최근 답").padded(to: 14), row: area.row + 3, column: column)
        drawResults(skill.lastResults, row: area.row + 3, column: last)
        if let median = skill.summary.medianRightTime {
            canvas.write(
                say("usual time", "걸리는 시간").padded(to: 14) + say.duration(seconds: median / 1000),
                row: area.row + 4, column: column)
        }
    }

    /// Right and wrong answers as marks, oldest first; never by colour alone.
    mutating func drawResults(_ results: [Bool], row: Int, column: Int) {
        var position = column
        for isRight in results {
            let mark =
                glyphs.kind == .ascii
                ? (isRight ? "o" : "x") : (isRight ? glyphs.check : glyphs.cross)
            position = canvas.write(mark, row: row, column: position, isRight ? .good : .bad)
        }
    }
}
