import TerminalUI

extension ScreenDrawing {
    /// The calculation that solves the problem.
    mutating func drawSolving(_ own: OwnProblemState, row: Int) {
        let columns = layout.reading
        let gap = layout.isCompact ? 0 : 1
        var line = row + gap
        canvas.write(
            say("How is it solved?", "어떻게 풀까요? 식을 써 보세요."), row: line, column: 2, .title)
        line += 1 + gap
        let start = canvas.write(say("calculation ", "식 "), row: line, column: 4)
        own.expression.draw(
            on: &canvas, row: line, column: start + 1, columns: columns - start - 4)
        line += 1 + gap
        if let fault = own.fault {
            let room = Rect(row: line, column: 2, rows: lastRow - line, columns: columns - 4)
            line = canvas.paragraph(say(fault.english, fault.korean), in: room, .warn) + gap
        }
        let numbers = own.reading?.numbers ?? []
        guard !numbers.isEmpty, line < lastRow - 1 else { return }
        let help =
            say("Use the numbers of the text", "글에 나온 수를 써요") + ": "
            + numbers.prefix(12).joined(separator: "  ")
            + say(". For example (24 - 9) / 3.", ". 보기: (24 - 9) / 3")
        canvas.paragraph(
            help, in: Rect(row: line, column: 2, rows: lastRow - line - 1, columns: columns - 4),
            .dim)
    }

    /// The same problem with other numbers.
    mutating func drawVariation(_ own: OwnProblemState) {
        guard let variation = own.variation else { return }
        let columns = layout.reading
        let gap = layout.isCompact ? 0 : 1
        var row = 1 + gap
        canvas.write(
            say("The same problem with other numbers", "다른 수로 바꾼 같은 문제"), row: row, column: 2,
            .title)
        row = drawNumbers(variation, own.pinned, row: row + 1)
        if let note = unusedSentence(variation) {
            row = canvas.paragraph(
                note, in: Rect(row: row, column: 4, rows: 1, columns: columns - 6), .warn)
        }
        row += gap
        if let fault = own.fault {
            let room = Rect(row: row, column: 2, rows: lastRow - row, columns: columns - 4)
            canvas.paragraph(say(fault.english, fault.korean), in: room, .warn)
            return
        }
        for example in variation.examples {
            let text = "\(example.text)  = \(example.answer)"
            let rows = min(4, canvas.rows(of: text, columns: columns - 6, hanging: 2))
            guard row + rows <= lastRow else { return }
            row = canvas.paragraph(
                text, in: Rect(row: row, column: 4, rows: rows, columns: columns - 6), hanging: 2)
        }
    }

    /// Which numbers vary and which stay, with the digits that change it.
    private mutating func drawNumbers(
        _ variation: OwnVariation, _ pinned: Set<String>, row: Int
    ) -> Int {
        let parts = variation.numbers.prefix(9).enumerated().map { index, number in
            "\(index + 1) \(numberState(number, pinned))"
        }
        return canvas.paragraph(
            parts.joined(separator: "   "),
            in: Rect(row: row, column: 4, rows: 2, columns: layout.reading - 6), .dim)
    }

    /// Which numbers the calculation does not need; nil where it needs all.
    func unusedSentence(_ variation: OwnVariation) -> String? {
        guard !variation.unused.isEmpty else { return nil }
        let list = variation.unused.prefix(6).joined(separator: ", ")
        return say("Not needed by your calculation: \(list).", "식에 쓰지 않은 수: \(list).")
    }

    /// A number of the text, and whether it varies.
    func numberState(_ number: String, _ pinned: Set<String>) -> String {
        "\(number) (\(pinned.contains(number) ? say("stays", "그대로") : say("varies", "바뀜")))"
    }

    /// The problems of one's own that are in practice.
    mutating func drawKept(_ own: OwnProblemState) {
        let kept = own.kept ?? []
        let columns = layout.reading
        let first = layout.isCompact ? 1 : 3
        if !layout.isCompact {
            canvas.write(
                say("My problems in practice", "연습에 넣은 내 문제"), row: 1, column: 2, .title)
        }
        let isAsking = own.deleting != nil
        let room = lastRow - first - (isAsking ? 2 : 1)
        let rows = own.keptRow.visible(count: kept.count, rows: room)
        for (offset, index) in rows.enumerated() {
            let problem = kept[index]
            let name = model.name(of: problem.skill).truncated(to: columns / 3, glyphs)
            menuRow(
                "\(name)  \(problem.text)", number: nil, isSelected: index == own.keptRow.index,
                row: first + offset, column: 2, columns: columns - 4)
        }
        if isAsking {
            canvas.write(
                say("Take this problem out of practice?", "이 문제를 연습에서 뺄까요?"),
                row: lastRow - 1, column: 2, .warn)
        }
    }
}
