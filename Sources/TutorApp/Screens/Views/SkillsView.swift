import LearnerModel
import TerminalUI

extension ScreenDrawing {
    mutating func drawSkills(_ figures: LearnerFigures, in body: Rect) {
        let detailRows = layout.isCompact ? 0 : 5
        let header = layout.isCompact ? 0 : 2
        let list = Rect(
            row: body.row + header, column: 0, rows: body.rows - header - detailRows,
            columns: body.columns)
        if header > 0 { drawSkillsHeader(row: body.row + 0) }
        let selection = model.progress.skills
        let visible = selection.visible(count: figures.skills.count, rows: list.rows)
        for (offset, index) in visible.enumerated() {
            drawSkillRow(
                figures.skills[index], isSelected: index == selection.index,
                row: list.row + offset)
        }
        if layout.isCompact, let skill = model.progress.resetting {
            let row = Rect(
                row: lastRow - 2, column: 0, rows: 2, columns: canvas.size.columns)
            canvas.fill(row)
            canvas.paragraph(resetQuestion(skill), in: row, .warn)
        }
        guard detailRows > 0, figures.skills.indices.contains(selection.index) else { return }
        canvas.write(
            "\(selection.index + 1)/\(figures.skills.count)", row: body.row,
            endingAt: body.endColumn - 1, .dim)
        drawSkillDetail(
            figures.skills[selection.index],
            in: Rect(row: list.endRow, column: 2, rows: detailRows, columns: body.columns - 4))
    }

    private mutating func drawSkillsHeader(row: Int) {
        canvas.write(say("Skill", "유형"), row: row, column: 4, .title)
        canvas.write(say("chance right", "맞힐 가능성"), row: row, column: 34, .title)
        canvas.write(say("last", "최근"), row: row, column: 54, .title)
        canvas.write(say("review", "복습"), row: row, column: 63, .title)
        canvas.rule(row: row + 1, column: 2, columns: layout.reading - 4)
    }

    private mutating func drawSkillRow(
        _ skill: LearnerFigures.Skill, isSelected: Bool, row: Int
    ) {
        let summary = skill.summary
        let style: Style = isSelected ? .selection : summary.answers == 0 ? .dim : .text
        let width = layout.isCompact ? canvas.size.columns - 10 : 28
        let wish = model.figures?.preferences.wishes(of: summary).first
        let tag = wish.map { " [\(wishName($0))]" } ?? ""
        let name =
            (model.name(of: summary.skill).truncated(to: width - tag.displayWidth, glyphs) + tag)
            .padded(to: width)
        let mark = masteryGlyph(summary.mastery)
        canvas.write(
            "\(isSelected ? glyphs.pointer : " ") \(mark) \(name)", row: row,
            column: layout.isCompact ? 0 : 1, style)
        if layout.isCompact {
            canvas.write(
                say.percent(summary.chanceRight), row: row, endingAt: canvas.size.columns - 1)
            return
        }
        canvas.progressBar(summary.chanceRight, row: row, column: 34, columns: 12)
        canvas.write(say.percent(summary.chanceRight), row: row, endingAt: 52)
        drawResults(skill.lastResults, row: row, column: 54)
        if let days = summary.daysToReview {
            canvas.write(
                say.due(inDays: days), row: row, column: 63, days <= 0 ? .warn : .text)
        }
    }

    /// A wish of a skill that is in force.
    func wishName(_ wish: SkillWish) -> String {
        switch wish {
        case .goal: say("goal", "목표")
        case .pin: say("first", "먼저")
        case .hide: say("hidden", "뺌")
        case .reset: say("reset", "처음부터")
        }
    }

    func resetQuestion(_ skill: String) -> String {
        let name = model.name(of: skill)
        return say(
            "Start “\(name)” afresh? x brings it back.",
            "‘\(name)’ 문제를 처음부터 배울까요? x를 누르면 되돌려요.")
    }

    /// How far a skill has come, as a small column.
    func masteryGlyph(_ mastery: MasteryLevel) -> String {
        let last = glyphs.heights.count - 1
        guard mastery != .notStarted else { return glyphs.separator }
        return String(glyphs.heights[mastery.rawValue * last / 4])
    }

    func masteryName(_ mastery: MasteryLevel) -> String {
        switch mastery {
        case .notStarted: say("not started", "아직 안 함")
        case .attempted: say("attempted", "해 봄")
        case .familiar: say("familiar", "익숙해짐")
        case .proficient: say("proficient", "잘함")
        case .mastered: say("mastered", "완전히 익힘")
        }
    }

    private mutating func drawSkillDetail(_ skill: LearnerFigures.Skill, in area: Rect) {
        let summary = skill.summary
        canvas.write(model.name(of: summary.skill), row: area.row + 1, column: area.column, .title)
        let wishes = model.figures?.preferences.wishes(of: summary) ?? []
        var facts = wishes.map(wishName) + [masteryName(summary.mastery)]
        if summary.answers > 0 {
            facts.append(
                say(
                    "\(summary.right) of \(summary.answers) right at once",
                    "\(summary.answers)번 가운데 \(summary.right)번 한 번에 정답"))
        }
        if let memory = summary.memory {
            facts.append(say("memory \(say.percent(memory))", "기억 \(say.percent(memory))"))
        }
        if let median = summary.medianRightTime {
            facts.append(say.duration(seconds: median / 1000))
        }
        canvas.write(
            facts.joined(separator: " \(glyphs.separator) ").truncated(to: area.columns, glyphs),
            row: area.row + 2, column: area.column)
        if let skill = model.progress.resetting {
            canvas.write(
                resetQuestion(skill).truncated(to: area.columns, glyphs), row: area.row + 3,
                column: area.column, .warn)
        } else if let mistake = skill.mistakes.first {
            let name = mistakeName(mistake.code)
            canvas.write(
                say(
                    "most frequent mistake: \(name) (\(mistake.count))",
                    "가장 잦은 실수: \(name) (\(mistake.count)번)"
                )
                .truncated(to: area.columns, glyphs),
                row: area.row + 3, column: area.column)
        } else {
            canvas.write(
                say("Enter: practice this now.", "Enter: 지금 연습해요."), row: area.row + 3,
                column: area.column, .dim)
        }
    }
}
