import TerminalUI

extension ScreenDrawing {
    mutating func drawOwn() {
        let own = model.own
        let time = own.reading.map { "\(decimal($0.milliseconds, 1)) ms" } ?? ""
        title([say("Try your own", "내 문제 넣어 보기")], layout.isCompact ? [] : [time])
        switch model.own.stage {
        case .typing, .kinds, .solving: drawOwnText(own)
        case .preview: drawVariation(own)
        case .kept: drawKept(own)
        }
    }

    private mutating func drawOwnText(_ own: OwnProblemState) {
        let columns = layout.reading
        let boxRows = layout.isCompact ? 4 : 7
        let box = Rect(row: 1, column: 0, rows: boxRows, columns: columns)
        let numbers = own.reading?.numbers.count ?? 0
        canvas.frame(
            box, title: say("Your word problem", "내 문장제"),
            note: own.reading == nil ? "" : say("\(numbers) numbers", "수 \(numbers)개"),
            own.stage == .typing ? .accent : .dim)
        own.text.drawWrapped(
            on: &canvas, in: box.inset(rows: 1, columns: 2), hasFocus: own.stage == .typing)
        if own.stage == .solving { return drawSolving(own, row: box.endRow) }
        guard let reading = own.reading else {
            canvas.paragraph(
                say(
                    "Type a word problem in English or Korean; the model says what kind it is.",
                    "한국어나 영어로 문장제를 써 보세요. 모델이 어떤 유형인지 말해요."),
                in: Rect(row: box.endRow, column: 2, rows: 3, columns: columns - 4), .dim)
            if let kept = own.kept, !kept.isEmpty, !layout.isCompact {
                canvas.write(
                    say(
                        "Your own problems in practice: \(kept.count) (Tab shows them).",
                        "내 문제 \(kept.count)개가 연습에 들어 있어요. (Tab으로 볼 수 있어요.)"),
                    row: box.endRow + 4, column: 2)
            }
            return
        }
        let row = drawKinds(reading, row: box.endRow + (layout.isCompact ? 0 : 1))
        if !layout.isCompact { drawWords(reading, row: row + 1) }
    }

    private mutating func drawKinds(_ reading: OwnReading, row: Int) -> Int {
        let heading =
            reading.isUnsure
            ? say("The model is not sure. It thinks of", "모델이 잘 모르겠대요. 떠올린 것은")
            : say("The model thinks", "모델의 생각")
        canvas.write(heading, row: row, column: 2, .title)
        let shown = reading.top.prefix(max(0, min(5, lastRow - row - 2)))
        let width = layout.isCompact ? canvas.size.columns - 14 : 34
        for (index, kind) in shown.enumerated() {
            let isSelected = model.own.stage == .kinds && index == model.own.row.index
            let isLabelled = model.own.labelled == kind.skill
            menuRow(
                model.name(of: kind.skill).truncated(to: width - 6, glyphs).padded(to: width - 6),
                number: model.own.stage == .kinds ? index + 1 : nil, isSelected: isSelected,
                row: row + 1 + index, column: 2, columns: width)
            if !layout.isCompact {
                canvas.progressBar(
                    kind.probability, row: row + 1 + index, column: width + 3, columns: 20)
            }
            let mark = isLabelled ? " \(glyphs.check)" : ""
            canvas.write(
                "\(say.percent(kind.probability))\(mark)", row: row + 1 + index,
                column: layout.isCompact ? width + 3 : width + 25)
        }
        return row + 1 + shown.count
    }

    /// The words that weighed most, heaviest first.
    func mattering(_ words: [OwnReading.Word]) -> [OwnReading.Word] {
        Array(words.filter { $0.weight > 0.005 }.sorted { $0.weight > $1.weight }.prefix(5))
    }

    private mutating func drawWords(_ reading: OwnReading, row: Int) {
        let words = mattering(reading.words)
        if !words.isEmpty {
            canvas.write(say("Words that mattered", "중요하게 본 말"), row: row, column: 2, .title)
            var column = 4
            let most = words.first?.weight ?? 1
            for word in words {
                let bar = String(
                    repeating: glyphs.barFull, count: max(1, Int(word.weight / most * 8)))
                let text = word.text.truncated(to: 16, glyphs)
                guard column + text.displayWidth + bar.count + 4 < layout.reading else { break }
                column = canvas.write("\(text) ", row: row + 1, column: column)
                column = canvas.write(bar, row: row + 1, column: column, .accent) + 3
            }
        }
        let question =
            model.own.labelled == nil
            ? say(
                "Tab: say the kind, show how it is solved, practice it with other numbers.",
                "Tab: 유형을 알려 주고, 푸는 식을 쓰면 다른 수로 연습할 수 있어요.")
            : say("Thank you: kept for the next training.", "고마워요. 다음 학습에 쓸게요.")
        canvas.write(
            question.truncated(to: layout.reading - 4, glyphs), row: row + 3, column: 2, .dim)
        if !reading.similar.isEmpty {
            canvas.paragraph(
                say("Like this one: ", "비슷한 문제: ") + reading.similar,
                in: Rect(
                    row: row + 4, column: 2, rows: max(0, min(2, lastRow - row - 5)),
                    columns: layout.reading - 4), .dim)
        }
    }
}
