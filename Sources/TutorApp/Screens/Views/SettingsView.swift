import LearnerStore
import Mathematics
import TerminalUI

extension ScreenDrawing {
    mutating func drawSettings() {
        title([say("Settings", "설정")])
        let rows = SettingsRow.allCases
        let top = layout.isCompact ? 1 : 3
        let space = layout.isCompact ? canvas.size.rows - 3 : rows.count
        let visible = model.settingsRow.visible(count: rows.count, rows: space)
        for (offset, index) in visible.enumerated() {
            let isSelected = index == model.settingsRow.index
            let (name, value) = setting(rows[index])
            let width = layout.isCompact ? 18 : 26
            menuRow(
                name.padded(to: width), number: nil, isSelected: isSelected, row: top + offset,
                column: 1, columns: width + 2)
            let shown = isSelected ? "‹ \(value) ›" : "  \(value)"
            canvas.write(
                shown.truncated(to: canvas.size.columns - width - 5, glyphs), row: top + offset,
                column: width + 4, isSelected ? .strong : .text)
        }
        guard !layout.isCompact else { return }
        drawPreview(row: top + rows.count + 1)
    }

    /// The name of a setting and its value.
    func setting(_ row: SettingsRow) -> (String, String) {
        switch row {
        case .language: (say("Language", "언어"), model.language == .korean ? "한국어" : "English")
        case .glyphs: (say("Line drawing", "선 모양"), glyphsName(model.settings.glyphs))
        case .theme: (say("Theme", "색"), themeName(model.settings.theme))
        case .mouse:
            (say("Mouse", "마우스"), model.settings.usesMouse ? say("on", "켬") : say("off", "끔"))
        case .round:
            (say("Problems per round", "한 번에 푸는 문제"), say.problems(model.settings.roundLength))
        case .pictures:
            (
                say("Pictures", "그림"),
                model.settings.pictures == .always
                    ? say("always", "늘 보기") : say("with the first hint", "첫 힌트와 함께")
            )
        case .grade:
            (
                say("School grade", "학년"),
                model.settings.grade.map(gradeName) ?? say("any", "모두")
            )
        }
    }

    /// A school grade and what it does: where there is room, which problems are picked.
    private func gradeName(_ grade: Int) -> String {
        let name = say("grade \(grade)", "\(grade)학년")
        guard !layout.isCompact else { return name }
        let lowest = BackstageWorker.lowestGrade(for: grade)
        let range = lowest == grade ? "\(grade)" : "\(lowest)-\(grade)"
        return name + say(" (problems of grade \(range))", " (\(range)학년 문제가 나와요)")
    }

    private func glyphsName(_ kind: GlyphSet.Kind?) -> String {
        switch kind {
        case nil: "\(say("auto", "자동")): \(glyphsName(model.suggestedGlyphs))"
        case .unicode: say("Unicode", "유니코드")
        case .narrow: say("narrow-safe", "좁은 글자")
        case .ascii: "ASCII"
        }
    }

    private func themeName(_ theme: Theme) -> String {
        switch theme {
        case .auto: say("auto", "자동")
        case .dark: say("dark", "어두운 화면")
        case .light: say("light", "밝은 화면")
        case .contrast: say("contrast", "또렷하게")
        case .colorBlind: say("blue and orange", "파랑과 주황")
        }
    }

    private mutating func drawPreview(row: Int) {
        var column = canvas.write(say("Preview:  ", "미리 보기:  "), row: row, column: 3, .dim)
        column = canvas.write(
            "\(glyphs.check) \(say("right", "맞음"))", row: row, column: column, .good)
        column = canvas.write(
            "   \(glyphs.cross) \(say("not yet", "아직"))", row: row, column: column, .bad)
        column = canvas.write("   \(say("look here", "여기 봐요"))", row: row, column: column, .warn)
        canvas.progressBar(0.6, row: row, column: column + 3, columns: 10)
        canvas.frame(Rect(row: row + 2, column: 3, rows: 3, columns: 15))
        canvas.write(
            say("12 × 3 = 36", "한글 12 × 3"), row: row + 3, column: 5)
        var plot = BraillePlot(size: Size(rows: 3, columns: 16), horizontal: 0...4, vertical: 0...3)
        plot.line([(0, 0), (1, 2), (2, 1), (4, 3)])
        plot.draw(on: &canvas, row: row + 2, column: 21)
        canvas.paragraph(
            say(
                "Changes are saved at once. Everything stays on this computer.",
                "바꾸면 바로 저장돼요. 모든 것은 이 컴퓨터에만 있어요."),
            in: Rect(row: row + 6, column: 3, rows: 2, columns: layout.reading - 6), .dim)
    }

    /// A profile as the list names it.
    func profileName(_ name: String) -> String {
        let shown =
            Guest.isMeant(by: name)
            ? say("Guest: nothing is kept", "손님: 아무것도 남기지 않아요")
            : name == LearnerStore.defaultProfile
                ? say("Learner without a name", "이름 없는 학습자") : name
        return name == model.figures?.name ? "\(shown)  (\(say("now", "지금")))" : shown
    }

    mutating func drawProfiles() {
        title([say("Profiles", "사용자")], layout.isCompact ? [] : ["who is learning? / 누가 공부하나요?"])
        let names = model.profiles.names
        let top = layout.isCompact ? 1 : 3
        let rows = canvas.size.rows - top - (layout.isCompact ? 3 : 8)
        let selection = model.profiles.selection
        for (offset, index) in selection.visible(count: names.count, rows: rows).enumerated() {
            menuRow(
                profileName(names[index]), number: index + 1,
                isSelected: index == selection.index, row: top + offset, column: 2,
                columns: layout.reading - 4)
        }
        let row = min(top + max(1, names.count) + 1, lastRow - 2)
        if let field = model.profiles.newName {
            let end = canvas.write(say("Name: ", "이름: "), row: row, column: 2, .title)
            field.draw(on: &canvas, row: row, column: end, columns: layout.reading - end - 2)
        } else {
            canvas.write(say("n  New learner", "n  새로 배우는 사람"), row: row, column: 4, .dim)
        }
    }
}
