import TerminalUI

extension ScreenDrawing {
    mutating func drawModels() {
        if let learned = model.models.learned { return drawLearned(learned) }
        let list = model.models.models ?? []
        title(
            [say("Models", "모델")],
            [say(list.count == 1 ? "1 model" : "\(list.count) models", "모델 \(list.count)개")])
        guard model.models.models != nil else {
            canvas.write(loading, row: 2, column: 2, .dim)
            return
        }
        let top = layout.isCompact ? 1 : 4
        if !layout.isCompact {
            canvas.write(say("Name", "이름"), row: 2, column: 7, .title)
            canvas.write(say("Made", "만든 때"), row: 2, column: 34, .title)
            canvas.write(say("Held out", "시험 문제"), row: 2, column: 50, .title)
            canvas.rule(row: 3, column: 2, columns: layout.reading - 4)
        }
        let rows = canvas.size.rows - top - 5
        let selection = model.models.selection
        for (offset, index) in selection.visible(count: list.count, rows: rows).enumerated() {
            drawModelRow(list[index], isSelected: index == selection.index, row: top + offset)
        }
        if let deleting = model.models.deleting {
            canvas.write(
                deletionQuestion(deleting) + say("   1 delete   2 keep", "   1 지우기   2 두기"),
                row: lastRow - 2, column: 2, .warn)
        } else if list.indices.contains(selection.index) {
            canvas.paragraph(
                list[selection.index].note,
                in: Rect(row: lastRow - 3, column: 2, rows: 3, columns: layout.reading - 4), .dim)
        }
    }

    func deletionQuestion(_ id: String) -> String {
        say("Delete \(id) for good?", "모델을 아주 지울까요? \(id)")
    }

    private mutating func drawModelRow(_ item: ModelFigure, isSelected: Bool, row: Int) {
        let mark = item.isInUse ? glyphs.chosen : glyphs.unchosen
        let width = layout.isCompact ? canvas.size.columns - 18 : 26
        let name = item.id.truncated(to: width, glyphs).padded(to: width)
        canvas.write(
            "\(isSelected ? glyphs.pointer : " ") \(mark) \(name)", row: row, column: 1,
            isSelected ? .selection : .text)
        let accuracy = item.accuracy.map(precisePercent) ?? "-"
        if layout.isCompact {
            canvas.write(accuracy, row: row, endingAt: canvas.size.columns - 1)
            return
        }
        canvas.write(made(item), row: row, column: 34)
        canvas.write(accuracy, row: row, column: 50)
    }

    /// When a model was made.
    func made(_ item: ModelFigure) -> String {
        guard !item.isBuiltIn else { return say("built in", "기본") }
        guard let made = item.made else { return "-" }
        let minutes = max(0, model.now - made) / 60_000
        switch minutes {
        case ..<2: return say("just now", "방금")
        case ..<120: return say("\(minutes) min ago", "\(minutes)분 전")
        case ..<2880: return say("\(minutes / 60) h ago", "\(minutes / 60)시간 전")
        default: return say("\(minutes / 1440) days ago", "\(minutes / 1440)일 전")
        }
    }
}
