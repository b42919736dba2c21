import Mathematics
import TerminalUI
import Tutoring

extension ScreenDrawing {
    mutating func drawMistakes(_ figures: LearnerFigures, in body: Rect) {
        guard figures.wrong > 0 else {
            canvas.write(
                say("No wrong answers yet.", "아직 틀린 답이 없어요."), row: body.row + 1, column: 2, .dim)
            return
        }
        canvas.write(
            explainedSentence(figures).truncated(to: body.columns - 4, glyphs),
            row: body.row, column: 2)
        var body = body
        if !layout.isCompact, figures.confusion.total > 0 {
            body = Rect(
                row: body.row, column: body.column,
                rows: body.rows - ScreenDrawing.confusionRows, columns: body.columns)
            drawConfusion(figures.confusion, row: body.endRow + 1, columns: body.columns)
        }
        let selection = model.progress.mistakes
        let top = body.row + (layout.isCompact ? 1 : 2)
        let most = max(1, figures.mistakes.first?.count ?? 1)
        let rows = max(0, body.endRow - top - (layout.isCompact ? 0 : 3))
        let visible = selection.visible(count: figures.mistakes.count, rows: rows)
        for (offset, index) in visible.enumerated() {
            drawMistakeRow(
                figures.mistakes[index], most: most, isSelected: index == selection.index,
                row: top + offset)
        }
        guard !layout.isCompact, figures.mistakes.indices.contains(selection.index) else { return }
        let mistake = figures.mistakes[selection.index]
        canvas.paragraph(
            (mistakeSentence(mistake.code) ?? "") + " "
                + say(
                    "Most often in: \(model.name(of: mistake.skill)).",
                    "가장 자주: \(model.name(of: mistake.skill))."),
            in: Rect(row: body.endRow - 2, column: 2, rows: 2, columns: body.columns - 4), .dim)
    }

    private mutating func drawMistakeRow(
        _ mistake: LearnerFigures.Mistake, most: Int, isSelected: Bool, row: Int
    ) {
        let width = layout.isCompact ? canvas.size.columns - 8 : 40
        let name = mistakeName(mistake.code).truncated(to: width - 2, glyphs)
        canvas.write(
            "\(isSelected ? glyphs.pointer : " ") \(name)".padded(to: width), row: row, column: 1,
            isSelected ? .selection : .text)
        let end = canvas.write(
            String(mistake.count).leftPadded(to: 4), row: row, column: width + 1)
        guard !layout.isCompact else { return }
        let bar = String(repeating: glyphs.barFull, count: max(1, mistake.count * 18 / most))
        canvas.write(bar, row: row, column: end + 2, .bad)
        let highest = Double(max(1, mistake.weeks.max() ?? 1))
        canvas.sparkline(
            mistake.weeks.map(Double.init), in: 0...highest, row: row, column: end + 22, .dim)
    }
}

extension ScreenDrawing {
    /// How many of the wrong answers a known idea explains.
    func explainedSentence(_ figures: LearnerFigures) -> String {
        let explained = figures.wrong - figures.unexplained
        return say(
            "A known idea explains \(explained) of \(figures.wrong) wrong answers.",
            "틀린 답 \(figures.wrong)개 가운데 \(explained)개는 까닭을 알아요.")
    }

    /// The short name of a mistake; its code where nothing is known of it.
    func mistakeName(_ code: String) -> String {
        Misconception(code: code)?.name(in: model.language) ?? code
    }

    /// What a mistake looks like and what to look at, or nil where nothing is known of it.
    func mistakeSentence(_ code: String) -> String? {
        Misconception(code: code)?.sentence(in: model.language)
    }
}
