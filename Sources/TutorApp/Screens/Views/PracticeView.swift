import Mathematics
import Problems
import TerminalUI
import Tutoring

extension ScreenDrawing {
    mutating func drawPractice() {
        guard let practice = model.practice else { return title([say("Practice", "연습하기")]) }
        switch practice.flow.phase {
        case .posing(let posed, let uncounted):
            if let example = posed.example {
                drawExample(practice, posed, example)
            } else {
                drawPosing(practice, posed, uncounted)
            }
        case .storing(let posed): drawPosing(practice, posed, nil)
        case .feedback(let posed, let feedback): drawVerdict(practice, posed, feedback)
        case .finished: drawSummary(practice)
        case .choosing: drawWaiting(practice)
        case .failed(let error): drawFailure(error)
        }
    }

    /// The line below the title: how far the round is and what came of it so far.
    mutating func drawRoundLine(_ practice: PracticeState, row: Int) {
        let endings = practice.flow.endings
        let count = practice.flow.plan.count ?? max(endings.count, 1)
        let right = endings.count { $0 == .rightAtOnce || $0 == .rightWithHelp }
        let missed = endings.count { $0 == .notYet }
        let width = min(36, canvas.size.columns / 2)
        canvas.progressBar(
            Double(endings.count) / Double(count), row: row, column: 1, columns: width)
        let text = [
            say("\(endings.count) done", "푼 것 \(endings.count)"),
            "\(right) \(glyphs.check)", "\(missed) \(glyphs.cross)",
        ].joined(separator: "   ")
        canvas.write(text, row: row, column: width + 3)
    }

    func practiceFacts(_ practice: PracticeState, _ posed: PosedProblem) -> [String] {
        let number = practice.flow.problemNumber
        let count = practice.flow.plan.count ?? number
        let place = say("problem \(number) of \(count)", "\(count)문제 중 \(number)번째")
        let level = say("level \(posed.problem.level) of 5", "난이도 \(posed.problem.level)/5")
        // A long name gives way to the place in the round.
        let room = canvas.size.columns - 31 - place.displayWidth - level.displayWidth
        let name = model.name(of: posed.problem.skill).truncated(to: max(8, room), glyphs)
        return [place, name, level]
    }

    private mutating func drawWaiting(_ practice: PracticeState) {
        title([say("Practice", "연습하기")])
        let text =
            model.isReady
            ? say("Choosing the next problem.", "다음 문제를 고르고 있어요.")
            : say("One moment: the problems are being loaded.", "잠깐만요. 문제를 불러오고 있어요.")
        canvas.write(text, row: 3, column: 2, .dim)
    }

    private mutating func drawFailure(_ error: TutoringError) {
        title([say("Practice", "연습하기")])
        let failure = Failure(error)
        let text =
            say(failure.english, failure.korean) + "\n"
            + say("Nothing is lost: Enter tries again.", "잃은 것은 없어요. Enter로 다시 해 봐요.")
        canvas.paragraph(
            text, in: Rect(row: 3, column: 2, rows: 6, columns: canvas.size.columns - 4), .bad)
    }

    private mutating func drawPosing(
        _ practice: PracticeState, _ posed: PosedProblem, _ uncounted: Feedback?
    ) {
        if layout.isCompact { return drawCompactPosing(practice, posed, uncounted) }
        title([say("Practice", "연습하기")], practiceFacts(practice, posed))
        drawRoundLine(practice, row: 1)
        let width = layout.reading
        let lines = glyphs.spelled(posed.problem.text).wrapped(to: width - 6)
        let padding = lines.count <= 3 ? 1 : 0
        let below = sentences(posed, uncounted, columns: width - 4)
        let most = canvas.size.rows - 16 - below.count
        let shown = min(lines.count, max(2, most - 2 * padding))
        let box = Rect(row: 2, column: 0, rows: shown + 2 + 2 * padding, columns: width)
        drawText(lines, shown: shown, practice.scroll, in: box, padding: padding)
        let answerRow = canvas.size.rows - 6 - below.count
        let gap = answerRow - box.endRow > 9 ? 1 : 0
        let middle = Rect(
            row: box.endRow + gap, column: 0, rows: answerRow - box.endRow - gap, columns: width)
        drawMiddle(posed, in: middle)
        drawAnswer(practice, posed, row: answerRow, columns: width)
        for (offset, line) in below.enumerated() {
            canvas.write(
                line, row: answerRow + 5 + offset, column: 2, uncounted == nil ? .dim : .warn)
        }
        if let side = layout.side { drawPracticeSide(practice, posed, side) }
    }

    /// What stands below the answer, one or two lines: why an answer did not count, else why this
    /// problem.
    func sentences(
        _ posed: PosedProblem, _ uncounted: Feedback?, columns: Int
    ) -> [String] {
        let text = uncounted?.verdict.message ?? posed.reason
        let lines = text.isEmpty ? [""] : glyphs.spelled(text).wrapped(to: columns)
        guard lines.count > 2 else { return lines }
        return [lines[0], lines.dropFirst().joined(separator: " ").truncated(to: columns, glyphs)]
    }

    private mutating func drawText(
        _ lines: [String], shown: Int, _ scroll: Int, in box: Rect, padding: Int
    ) {
        let first = min(scroll, max(0, lines.count - shown))
        let more = lines.count > shown ? "PgUp/PgDn \(first + shown)/\(lines.count)" : ""
        canvas.frame(box, note: more)
        for (offset, line) in lines.dropFirst(first).prefix(shown).enumerated() {
            canvas.write(line, row: box.row + 1 + padding + offset, column: 3)
        }
    }

    /// Picture and hints side by side.
    private mutating func drawMiddle(_ posed: PosedProblem, in area: Rect) {
        let isPictureShown = model.settings.pictures == .always || posed.hintsShown > 0
        let hintWidth = 33
        let left = Rect(
            row: area.row, column: 2, rows: area.rows, columns: area.columns - hintWidth - 3)
        var right = Rect(
            row: area.row, column: area.columns - hintWidth, rows: area.rows,
            columns: hintWidth - 1)
        if let picture = posed.problem.picture, isPictureShown {
            canvas.write(say("Picture", "그림"), row: left.row, column: left.column, .title)
            drawPicture(
                picture,
                in: Rect(
                    row: left.row + 1, column: left.column + 1, rows: left.rows - 1,
                    columns: left.columns - 1))
        } else {
            right = Rect(
                row: area.row, column: 2, rows: area.rows, columns: area.columns - 4)
        }
        drawHints(posed, in: right)
    }

    private mutating func drawHints(_ posed: PosedProblem, in area: Rect) {
        let hints = posed.problem.hints
        guard !hints.isEmpty else { return }
        canvas.write(
            say(
                "Hints \(posed.hintsShown) of \(hints.count)",
                "힌트 \(hints.count)개 중 \(posed.hintsShown)개"),
            row: area.row, column: area.column, .title)
        var row = area.row + 1
        for (index, hint) in hints.enumerated() {
            let isShown = index < posed.hintsShown
            let text = "\(index + 1). \(isShown ? hint : "(Tab)")"
            let rest = Rect(
                row: row, column: area.column, rows: area.endRow - row, columns: area.columns)
            guard rest.rows > 0 else { return }
            row = canvas.paragraph(text, in: rest, isShown ? .text : .dim, hanging: 3)
        }
    }

    private mutating func drawAnswer(
        _ practice: PracticeState, _ posed: PosedProblem, row: Int, columns: Int
    ) {
        let isScratchOpen = practice.scratch.isOpen
        let answerWidth = columns - 34
        let box = Rect(row: row, column: 0, rows: 5, columns: answerWidth)
        let title =
            posed.tryNumber > 1
            ? say("Your answer, second try", "답 (두 번째)") : say("Your answer", "답")
        canvas.frame(box, title: title, isScratchOpen ? .dim : .accent)
        let isStoring = practice.flow.phase == .storing(posed)
        let end = practice.answer.draw(
            on: &canvas, row: row + 2, column: 4, columns: answerWidth - 8,
            hasFocus: !isScratchOpen && !isStoring)
        if let unit = posed.problem.answer.shownUnit, practice.answer.text.isEmpty {
            canvas.write(
                "(\(unit))".truncated(to: max(0, answerWidth - end - 3), glyphs), row: row + 2,
                column: end + 2, .dim)
        }
        if isStoring {
            canvas.write(say("checking", "채점 중"), row: row + 3, column: 4, .dim)
        }
        drawScratch(
            practice.scratch,
            in: Rect(row: row, column: answerWidth, rows: 5, columns: columns - answerWidth))
    }

    private mutating func drawScratch(_ scratch: Scratch, in box: Rect) {
        canvas.frame(
            box, title: say("Scratch (=)", "계산장 (=)"), scratch.isOpen ? .accent : .dim)
        let inside = box.inset(rows: 1, columns: 2)
        let kept = scratch.lines.suffix(scratch.isOpen ? inside.rows - 1 : inside.rows)
        for (offset, line) in kept.enumerated() {
            canvas.write(
                line.truncated(to: inside.columns, glyphs), row: inside.row + offset,
                column: inside.column)
        }
        if scratch.isOpen {
            scratch.line.draw(
                on: &canvas, row: inside.row + kept.count, column: inside.column,
                columns: inside.columns)
        }
    }

    private mutating func drawCompactPosing(
        _ practice: PracticeState, _ posed: PosedProblem, _ uncounted: Feedback?
    ) {
        let columns = canvas.size.columns
        let number = practice.flow.problemNumber
        let endings = practice.flow.endings
        let right = endings.count { $0 == .rightAtOnce || $0 == .rightWithHelp }
        let missed = endings.count { $0 == .notYet }
        canvas.titleLine(
            path: [
                "\(number)/\(practice.flow.plan.count ?? number) \(model.name(of: posed.problem.skill))"
            ],
            facts: ["\(right)\(glyphs.check) \(missed)\(glyphs.cross)"])
        let lines = glyphs.spelled(posed.problem.text).wrapped(to: columns - 2)
        let answerRow = lastRow - 1
        var extra = compactExtra(practice, posed, uncounted)
        if extra.isEmpty,
            lines.count + canvas.rows(of: posed.reason, columns: columns - 2)
                < answerRow
        {
            // Only what is free below the whole problem.
            extra = posed.reason
        }
        let extraRows = extra.isEmpty ? 0 : min(3, canvas.rows(of: extra, columns: columns - 2))
        let space = max(1, answerRow - 1 - extraRows)
        let shown = min(lines.count, space)
        let first = min(practice.scroll, max(0, lines.count - shown))
        for (offset, line) in lines.dropFirst(first).prefix(shown).enumerated() {
            canvas.write(line, row: 1 + offset, column: 1)
        }
        canvas.paragraph(
            extra,
            in: Rect(row: answerRow - extraRows, column: 1, rows: extraRows, columns: columns - 2),
            uncounted == nil ? .dim : .warn)
        let isScratchOpen = practice.scratch.isOpen
        let label = isScratchOpen ? "= " : say("Answer: ", "답: ")
        let end = canvas.write(label, row: answerRow, column: 1, .title)
        let field = isScratchOpen ? practice.scratch.line : practice.answer
        field.draw(on: &canvas, row: answerRow, column: end, columns: columns - end - 1)
    }

    /// The one thing that a small screen says besides the problem.
    private func compactExtra(
        _ practice: PracticeState, _ posed: PosedProblem, _ uncounted: Feedback?
    ) -> String {
        if practice.scratch.isOpen { return practice.scratch.lines.last ?? "" }
        if let uncounted { return uncounted.verdict.message }
        guard let hint = posed.visibleHints.last else { return "" }
        return "\(say("hint", "힌트")) \(posed.hintsShown): \(hint)"
    }
}
