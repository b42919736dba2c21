import TerminalUI

extension ScreenDrawing {
    /// What is chosen before a training.
    mutating func drawRetrainForm() {
        title([say("Retrain", "다시 학습")], [model.figures?.model ?? ""])
        var row = 1
        if !layout.isCompact { row = drawRetrainIntroduction() }
        for (offset, item) in model.retrain.rows.enumerated() {
            let isSelected = offset == model.retrain.row.index
            let (name, value) = retrainRow(item)
            let isChangeable = isSelected && !value.isEmpty && item != .begin && item != .goOn
            menuRow(
                name.padded(to: 18), number: nil, isSelected: isSelected, row: row + offset,
                column: 1, columns: 20)
            canvas.write(
                (isChangeable ? "‹ \(value) ›" : "  \(value)").truncated(
                    to: canvas.size.columns - 24, glyphs), row: row + offset, column: 22,
                isSelected ? .strong : .text)
        }
    }

    /// Says what will happen; returns the row below.
    private mutating func drawRetrainIntroduction() -> Int {
        let columns = layout.reading
        let text = retrainIntroduction
        let rows = canvas.rows(of: text, columns: columns - 6) + 2
        canvas.frame(
            Rect(row: 1, column: 0, rows: rows, columns: columns),
            title: say("What will happen", "이렇게 돼요"))
        canvas.paragraph(text, in: Rect(row: 2, column: 3, rows: rows - 2, columns: columns - 6))
        return rows + 2
    }

    var retrainIntroduction: String {
        say(
            "The small model that recognizes the kind of a problem learns again from "
                + "problems made for it and from what you told it. It runs in the background at low "
                + "priority; you can practice on. A new model that is better on problems it has "
                + "never seen first reads fifty answered problems along in silence, and takes over "
                + "if it does as well.",
            "문제의 유형을 알아보는 작은 모델이 만든 문제와 내가 알려 준 것으로 다시 배워요. 뒤에서 조용히 "
                + "돌아가니 그동안 연습해도 돼요. 처음 보는 문제를 더 잘 맞힌 새 모델은 먼저 문제 50개를 소리 없이 "
                + "함께 읽고, 쓰던 모델만큼 잘하면 그때부터 써요.")
    }

    /// A row of the form: its name and its value.
    func retrainRow(_ row: RetrainState.Row) -> (String, String) {
        let state = model.retrain
        return switch row {
        case .goOn:
            (
                say("Go on", "이어서 하기"),
                state.facts?.interrupted.map {
                    say(
                        "a training stopped after pass \($0.done) of \($0.of)",
                        "\($0.of)번 가운데 \($0.done)번 하고 멈춘 학습")
                } ?? ""
            )
        case .size: (say("Problems", "문제 수"), retrainSize)
        case .epochs: (say("Passes", "반복"), "\(state.epochs)")
        case .start:
            (
                say("Start from", "시작"),
                state.startsFromChampion
                    ? say("model in use", "쓰는 모델") : say("built-in model", "처음 모델")
            )
        case .useAnswers: (say("What you told it", "알려 준 것"), retrainLabels)
        case .waiting:
            (
                say("Set aside", "따로 둔 것"),
                say(
                    "\(state.facts?.waiting ?? 0): models got worse; → lets them count",
                    "\(state.facts?.waiting ?? 0)개: 배우니 나빠졌어요. →로 다시 써요")
            )
        case .alone:
            (
                say("By itself", "혼자 배우기"),
                state.trainsAlone == true
                    ? say("when idle, not on battery", "쉴 때만, 배터리로는 안 해요")
                    : say("never", "안 함")
            )
        case .seed: (say("Seed", "뽑기 번호"), "\(state.seed)")
        case .begin: (say("Start", "시작하기"), retrainTime)
        }
    }

    private var retrainSize: String {
        let state = model.retrain
        guard let facts = state.facts, facts.rows > 0 else { return "" }
        let count = facts.rows * state.size / 60 / 1000
        return say("about \(count),000", "약 \(count)000개")
    }

    private var retrainLabels: String {
        guard model.retrain.usesAnswers else { return say("not used", "쓰지 않아요") }
        guard let facts = model.retrain.facts else { return say("used", "써요") }
        if facts.labels == 0 { return say("used; nothing new yet", "써요. 아직 새로 알려 준 것이 없어요") }
        let left =
            facts.leftOut > 0 ? say(", \(facts.leftOut) left out", " (\(facts.leftOut)개는 빼요)") : ""
        return say("used: \(facts.labels)\(left)", "\(facts.labels)개를 써요\(left)")
    }

    private var retrainTime: String {
        guard let seconds = model.retrain.seconds, seconds.isFinite else { return "" }
        let minutes = max(1, Int((min(seconds, 1e6) / 60).rounded(.up)))
        return say("about \(minutes) min on this computer", "이 컴퓨터에서 약 \(minutes)분")
    }

    /// What comes before the first pass, with its bar.
    mutating func drawPreparation(_ training: TrainingFigures, in area: Rect) {
        var next = canvas.paragraph(
            say(
                "Making problems to learn from; the curve begins after that.",
                "배울 문제를 만들고 있어요. 다 만들면 곡선이 나와요."), in: area, .dim)
        next += 1
        guard next < area.endRow else { return }
        canvas.progressBar(
            training.stageFraction, row: next, column: area.column, columns: area.columns - 8)
        canvas.write(
            say.percent(training.stageFraction), row: next, endingAt: area.endColumn)
    }

    /// The figure that goes with the stage, where one does.
    func stageFigure(_ training: TrainingFigures) -> (String, String)? {
        switch training.stage {
        case .preparing where training.toDraw > training.drawn:
            (say("made", "만든 문제"), "\(training.drawn) / \(training.toDraw)")
        case .preparing, .warmingUp, .judging:
            (say("so far", "여기까지"), say.percent(training.stageFraction))
        case .training, .finished, .stopped, .failed: nil
        }
    }
}
