import TerminalUI

extension ScreenDrawing {
    mutating func drawRetrain() {
        guard let training = model.retrain.training else { return drawRetrainForm() }
        switch training.stage {
        case .finished(let outcome): drawOutcome(outcome, training)
        case .failed(let english, let korean): drawNoResult(say(english, korean), .bad)
        case .stopped:
            drawNoResult(
                say(
                    "The training was stopped. The model in use stays.", "학습을 그만두었어요. 쓰던 모델은 그대로예요."
                ),
                .text)
        case .preparing, .training, .judging: drawLive(training)
        }
    }

    private mutating func drawNoResult(_ text: String, _ style: Style) {
        title([say("Retrain", "다시 학습"), say("Result", "결과")])
        canvas.paragraph(
            text,
            in: Rect(row: 3, column: 2, rows: canvas.size.rows - 5, columns: layout.reading - 4),
            style)
    }

    private mutating func drawRetrainForm() {
        title([say("Retrain", "다시 학습")], [model.figures?.model ?? ""])
        let columns = layout.reading
        var row = 1
        if !layout.isCompact {
            let text = say(
                "The small model that recognizes the kind of a problem learns again from "
                    + "problems made for it and from your answers. It runs in the background at low "
                    + "priority; you can practice on. The new model is taken into use only if it "
                    + "is better on problems it has never seen.",
                "문제의 유형을 알아보는 작은 모델이 만든 문제와 내 답으로 다시 배워요. 뒤에서 조용히 돌아가니 "
                    + "그동안 연습해도 돼요. 처음 보는 문제를 더 잘 맞힐 때만 새 모델을 써요.")
            let rows = canvas.rows(of: text, columns: columns - 6) + 2
            canvas.frame(
                Rect(row: 1, column: 0, rows: rows, columns: columns),
                title: say("What will happen", "이렇게 돼요"))
            canvas.paragraph(
                text, in: Rect(row: 2, column: 3, rows: rows - 2, columns: columns - 6))
            row = rows + 2
        }
        for item in RetrainState.Row.allCases {
            let isSelected = item.rawValue == model.retrain.row.index
            let (name, value) = retrainRow(item)
            menuRow(
                name.padded(to: 18), number: nil, isSelected: isSelected, row: row + item.rawValue,
                column: 1, columns: 20)
            canvas.write(
                (isSelected && !value.isEmpty ? "‹ \(value) ›" : "  \(value)").truncated(
                    to: canvas.size.columns - 24, glyphs), row: row + item.rawValue, column: 22,
                isSelected ? .strong : .text)
        }
    }

    private func retrainRow(_ row: RetrainState.Row) -> (String, String) {
        let state = model.retrain
        return switch row {
        case .epochs: (say("Epochs", "반복"), "\(state.epochs)")
        case .start:
            (
                say("Start from", "시작"),
                state.startsFromChampion ? say("the model in use", "쓰는 모델") : say("nothing", "처음부터")
            )
        case .useAnswers:
            (
                say("Use my answers", "내 답 쓰기"),
                state.usesAnswers
                    ? say("yes; they stay on this computer", "네, 이 컴퓨터에만 있어요") : say("no", "아니요")
            )
        case .seed: (say("Seed", "씨앗 수"), "\(state.seed)")
        case .begin: (say("Start", "시작하기"), "")
        }
    }

    private mutating func drawLive(_ training: TrainingFigures) {
        canvas.titleLine(
            path: [say("Math Tutor", "수학 튜터"), say("Retrain", "다시 학습")],
            facts: [say.percent(training.fraction)])
        let columns = layout.reading
        if layout.isCompact {
            canvas.progressBar(training.fraction, row: 2, column: 1, columns: columns - 2)
            drawRun(
                training,
                in: Rect(row: 3, column: 1, rows: canvas.size.rows - 5, columns: columns - 2))
            return
        }
        let sideWidth = 32
        let plot = Rect(row: 1, column: 0, rows: 13, columns: columns - sideWidth)
        drawLossCurve(training, in: plot)
        let run = Rect(row: 1, column: columns - sideWidth, rows: 13, columns: sideWidth)
        canvas.frame(run, title: say("This run", "이번 학습"))
        drawRun(training, in: run.inset(rows: 1, columns: 2))
        drawAccuracies(training, row: 15)
        canvas.write(
            say("You may leave this screen: training goes on.", "이 화면을 떠나도 학습은 계속돼요."),
            row: lastRow - 1, column: 2, .dim)
    }

    private mutating func drawLossCurve(_ training: TrainingFigures, in area: Rect) {
        canvas.frame(
            area, title: say("Loss", "손실"),
            note: training.trainingLosses.last.map { decimal($0.y, 3) } ?? "")
        guard !training.trainingLosses.isEmpty else {
            canvas.paragraph(
                say(
                    "Making problems to learn from; the curve begins after that.",
                    "배울 문제를 만들고 있어요. 다 만들면 곡선이 나와요."),
                in: area.inset(rows: 2, columns: 3), .dim)
            return
        }
        let all = training.trainingLosses
        let highest = max(0.1, all.map(\.y).filter(\.isFinite).max() ?? 1)
        let inside = Rect(
            row: area.row + 1, column: area.column + 7, rows: area.rows - 3,
            columns: area.columns - 9)
        for (share, row) in [(1.0, inside.row), (0, inside.endRow - 1)] {
            canvas.write(
                decimal(highest * share, 2).leftPadded(to: 5), row: row, column: area.column + 1,
                .dim)
        }
        for row in inside.row..<inside.endRow {
            canvas.write("│", row: row, column: inside.column - 1, .dim)
        }
        let span = 0...max(1, Double(training.epochs))
        let size = Size(rows: inside.rows, columns: inside.columns)
        var curve = BraillePlot(size: size, horizontal: span, vertical: 0...highest)
        curve.line(training.trainingLosses.map { ($0.x, $0.y) })
        curve.draw(on: &canvas, row: inside.row, column: inside.column, .accent)
        canvas.write("0", row: inside.endRow, column: inside.column, .dim)
        canvas.write(
            say("\(training.epochs) epochs", "\(training.epochs)번"), row: inside.endRow,
            endingAt: inside.endColumn, .dim)
    }

    private mutating func drawRun(_ training: TrainingFigures, in area: Rect) {
        let until = training.isRunning ? model.now : training.reported
        let elapsed = Int(max(0, until - training.began) / 1000)
        var rows = [(say("state", "상태"), stageName(training))]
        if training.epoch > 0 {
            rows.append((say("epoch", "반복"), "\(training.epoch) / \(training.epochs)"))
        }
        rows.append((say("elapsed", "지난 시간"), say.duration(seconds: elapsed)))
        if let left = training.secondsLeft, left.isFinite {
            rows.append((say("left", "남은 시간"), say.duration(seconds: Int(max(0, min(left, 1e6))))))
        }
        if let loss = training.trainingLosses.last {
            rows.append((say("loss", "손실"), decimal(loss.y, 3)))
        }
        if let accuracy = training.heldOutAccuracies.last {
            rows.append((say("held out", "따로 둔 문제"), precisePercent(accuracy.y)))
        }
        rows += engineFigures(training)
        for (offset, (name, value)) in rows.prefix(area.rows).enumerated() {
            canvas.write(name.padded(to: 13), row: area.row + offset, column: area.column, .dim)
            canvas.write(
                value.truncated(to: max(0, area.columns - 13), glyphs), row: area.row + offset,
                column: area.column + 13)
        }
    }

    /// What the engine itself says of the newest step.
    private func engineFigures(_ training: TrainingFigures) -> [(String, String)] {
        var rows: [(String, String)] = []
        if let speed = training.rowsPerSecond, speed.isFinite {
            let count = Int(min(speed, 1e6).rounded())
            rows.append((say("speed", "빠르기"), say("\(count) problems/s", "1초에 \(count)문제")))
        }
        if let rate = training.learningRate {
            rows.append((say("step size", "학습률"), decimal(rate, 5)))
        }
        if let norm = training.gradientNorm {
            rows.append((say("gradient", "기울기"), decimal(norm, 3)))
        }
        if let memory = training.memory {
            rows.append((say("memory", "메모리"), "\(memory >> 20) MiB"))
        }
        return rows
    }

    private func stageName(_ training: TrainingFigures) -> String {
        if training.isPaused, training.isRunning { return say("paused", "멈춤") }
        return switch training.stage {
        case .preparing: say("making problems", "문제 만드는 중")
        case .training: say("training", "학습 중")
        case .judging: say("comparing models", "모델 비교 중")
        case .finished: say("done", "끝남")
        case .stopped: say("stopped", "그만둠")
        case .failed: say("failed", "안 됨")
        }
    }

    func decimal(_ value: Double, _ places: Int) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "-" }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        let zeros = String(repeating: "0", count: places - fraction.count)
        return "\(value < 0 ? "-" : "")\(scaled / scale).\(zeros)\(fraction)"
    }

    func precisePercent(_ share: Double) -> String { decimal(share * 100, 1) + " %" }
}
