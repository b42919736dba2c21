import TerminalUI

extension ScreenDrawing {
    mutating func drawRetrain() {
        guard let training = model.retrain.training else { return drawRetrainForm() }
        switch training.stage {
        case .finished(let outcome): drawOutcome(outcome, training)
        case .failed(let english, let korean): drawNoResult(say(english, korean), .bad)
        case .stopped:
            drawNoResult(stoppedSentence, .text)
        case .preparing, .warmingUp, .training, .judging: drawLive(training)
        }
    }

    var stoppedSentence: String {
        say(
            "The training was stopped. The model in use stays.",
            "학습을 그만두었어요. 쓰던 모델은 그대로예요.")
    }

    private mutating func drawNoResult(_ text: String, _ style: Style) {
        title([say("Retrain", "다시 학습"), say("Result", "결과")])
        canvas.paragraph(
            text,
            in: Rect(row: 3, column: 2, rows: canvas.size.rows - 5, columns: layout.reading - 4),
            style)
    }

    private mutating func drawLive(_ training: TrainingFigures) {
        canvas.titleLine(
            path: [say("Math Tutor", "수학 튜터"), say("Retrain", "다시 학습")],
            facts: [say.percent(training.fraction)])
        let columns = layout.reading
        if layout.isCompact {
            let share = training.stage == .training ? training.fraction : training.stageFraction
            canvas.progressBar(share, row: 2, column: 1, columns: columns - 2)
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
            return drawPreparation(training, in: area.inset(rows: 2, columns: 3))
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
            rows.append((say("read right", "맞게 읽음"), precisePercent(accuracy.y)))
        }
        rows += engineFigures(training)
        if let step = stageFigure(training) { rows.insert(step, at: 1) }
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
            let limit = training.memoryLimit >> 20
            rows.append(
                (
                    say("memory", "메모리"),
                    say("\(memory >> 20) of \(limit) MiB", "\(memory >> 20) / \(limit) MiB")
                ))
        }
        return rows
    }

    func stageName(_ training: TrainingFigures) -> String {
        if training.isPaused, training.isRunning { return say("paused", "멈춤") }
        return switch training.stage {
        case .preparing:
            training.drawn < training.toDraw || training.toDraw == 0
                ? say("making problems", "문제 만드는 중") : say("testing yours", "쓰던 모델 시험")
        case .warmingUp: say("warming up", "첫 연습 중")
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
