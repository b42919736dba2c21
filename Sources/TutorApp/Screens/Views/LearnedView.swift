import TerminalUI

extension ScreenDrawing {
    /// Exactly what people's words a model learned from.
    mutating func drawLearned(_ learned: LearnedFigures) {
        title(
            [say("Models", "모델"), say("Learned from", "배운 것")],
            layout.isCompact ? [] : [learned.model])
        let count = learned.labels.count
        var row = canvas.paragraph(
            learnedSentence(learned),
            in: Rect(row: 1, column: 2, rows: 3, columns: layout.reading - 4))
        guard count > 0 else {
            canvas.write(say("Nothing.", "없어요."), row: row + 1, column: 4, .dim)
            return
        }
        if !layout.isCompact { row += 1 }
        let room = max(1, lastRow - row - (layout.isCompact ? 0 : 4))
        for (offset, index) in model.models.learnedRow.visible(count: count, rows: room)
            .enumerated()
        {
            let label = learned.labels[index]
            let isSelected = index == model.models.learnedRow.index
            let mark = label.isTakenBack ? glyphs.cross : label.isKeptAside ? "?" : glyphs.check
            let line = "\(isSelected ? glyphs.pointer : " ") \(mark.padded(to: 3))\(label.text)"
            canvas.write(
                line.truncated(to: layout.reading - 4, glyphs), row: row + offset, column: 1,
                isSelected ? .selection : .text)
        }
        let selected = model.models.learnedRow.index
        if !layout.isCompact, learned.labels.indices.contains(selected) {
            drawLearnedEntry(learned.labels[selected])
        }
    }

    /// The selected entry in whole words.
    private mutating func drawLearnedEntry(_ label: LearnedFigures.Label) {
        canvas.paragraph(
            "\(label.name): \(model.name(of: label.skill)) (\(use(of: label)))",
            in: Rect(row: lastRow - 3, column: 2, rows: 2, columns: layout.reading - 4), .dim)
    }

    func use(of label: LearnedFigures.Label) -> String {
        label.isTakenBack
            ? say("taken back: the next training leaves it out", "되돌림, 다음 학습에서 빼요")
            : label.isKeptAside
                ? say("kept aside to measure with", "시험용으로 남겨 둠")
                : say("learned from", "배움에 씀")
    }

    func learnedSentence(_ learned: LearnedFigures) -> String {
        let count = learned.labels.count
        let made = max(0, learned.rows - learned.labels.count { !$0.isKeptAside })
        return say(
            "Model \(learned.model) learned from \(made) problems that the program made, and "
                + "from people this (\(count)):",
            "모델 \(KoreanParticle.topic.attached(to: learned.model)) 프로그램이 만든 문제 \(made)개와, 사람이 알려 준 이것(\(count)개)으로 "
                + "배웠어요:")
    }
}
